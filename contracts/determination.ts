import type { DataCategory, Measure, RouteFamily, RouteId } from './codes.js';
import type { ConversionReason } from './refusals.js';
import type { RouteTerms } from './terms.js';

/** A value of a fact: `null` stands for "none" where the dictionary says so; unknown is the absence of a value. */
export type FactValue = string | number | boolean | null | readonly string[];

/** Facts of one subject, by id of the dictionary. A fact that is not there is unknown. */
export type FactMap = Readonly<Record<string, FactValue>>;

/** Where a value comes from: who said it, a register entry with its date, or a derivation. */
export type FactSource = {
  kind: 'person' | 'decision' | 'register' | 'derived' | 'scenario';
  ref: string;
  /** ISO date or instant on which the source spoke. */
  at?: string;
};

/** The canonical shape that rules are evaluated on: decoded once at intake, facts of registers already resolved. */
export type Frame = {
  /** Day of the determination, `YYYY-MM-DD`. */
  asOf: string;
  case: FactMap;
  items: readonly { id: string; facts: FactMap }[];
  /** Source by `case` or item id, then fact id. Facts without an entry came with the frame. */
  sources: Readonly<Record<string, Readonly<Record<string, FactSource>>>>;
  /** Pages of policy that people set aside for this case; absent where there are none. */
  overrides?: readonly Override[];
};

/** A page of policy that a person set aside until a day, and a second person stands behind it (C10). Days are `YYYY-MM-DD`. */
export type Override = {
  id: string;
  page: string;
  reason: string;
  by: string;
  second: string;
  decidedOn: string;
  expiresOn: string;
};

export type RuleKind = 'law' | 'third-party' | 'policy';

/** Reason why a route may not be chosen (`remove`) or may not leave (`dispatch`). One without a cure does not exist. */
export type Blocker = {
  code: string;
  /** A route, `ALL`, `ALL_CUSTODIAN`, `PROVIDER_ROUTES`, `DISCLOSURE`, `CONTENT`. */
  scope: string;
  stage: 'remove' | 'dispatch';
  items: readonly string[];
  rule: string;
  kind: RuleKind;
  cure: { fact: string; is: FactValue; by: readonly string[] };
};

export type Step = {
  order: number;
  route: RouteId;
  measure: Measure;
  /** Name of an entity, a State, `HOTLINE`, `FIU`, `?` for an unknown custodian, `-` for nobody abroad. */
  addressee: string;
  items: readonly string[];
  basis: readonly string[];
};

/** One lot is one draft, one approval, one run: the items of a step that share their dispatch blockers. */
export type Lot = Step & {
  /** Stable over determinations that change nothing about it: hash of route, measure, addressee and items. */
  key: string;
  family: RouteFamily;
  categories: readonly DataCategory[];
  dispatchBlockers: readonly Blocker[];
  /** Routes this lot waits for before it is started (`after`). */
  after: readonly { route: string; waitsFor: string; atMostDays: number | null }[];
  safeguards: readonly string[];
  duties: readonly { rule: string; who: string; what: string; within: string | null }[];
  terms: RouteTerms;
  /** Sent outside Rogatory before it was entered: its route begins at the wait for an answer. */
  inFlight?: InFlight;
  /** The request that this one takes over from (C.15). */
  ancestor?: Ancestor;
};

/** A request that was converted: which it was, to whom, and why it did not give what was asked. */
export type Ancestor = { routeId: string; route: RouteId; addressee: string; reason: ConversionReason };

/** What is known of a request that was on its way already: the recorded dispatch, and the SHA-256 of its scan. */
export type InFlight = { dispatchId: string; sentAt: string; digest: string };

export type ShutRoute = {
  /** Family, variant, or a category in brackets: `PROV_DISC(content)`. */
  route: string;
  /** Headline, the first of `reasons` in the order of the catalogue. */
  reason: string;
  reasons: readonly string[];
  items: readonly string[];
  /** Rules that shut or removed it, and rules that would have opened it and did not fire. */
  rules: readonly string[];
};

/** Node of an explanation: a group, or a leaf with what was expected and what was seen. */
export type Explained =
  | {
      kind: 'group';
      word: 'all' | 'any' | 'not';
      holds: boolean;
      reading: Reading;
      else?: string;
      parts: readonly Explained[];
    }
  | {
      kind: 'leaf';
      fact: string;
      word: string;
      expected: FactValue;
      seen: FactValue;
      holds: boolean;
      reading: Reading;
      /** `assumed`: nobody has said so, the dictionary's assumption decided. */
      basis: 'known' | 'assumed' | 'derived';
      source?: FactSource;
      else?: string;
    };

/** Three-valued reading beside the assumed one: `unknown` where some answer could turn it. */
export type Reading = 'true' | 'false' | 'unknown';

export type RuleOutcome = {
  /** Rule of the specification, and the page of it. */
  rule: string;
  page: string;
  title: string;
  kind: RuleKind;
  status: 'confirmed' | 'unconfirmed';
  /** `case` or an item id. */
  subject: string;
  fired: boolean;
  reading: Reading;
  because: string;
  condition: Explained;
  /** Of a page that fired and has effects with conditions of their own: places of those effects that stand. */
  standing?: readonly number[];
};

export type OpenQuestion = { fact: string; subject: string; question: string; mayChange: readonly string[] };

/** Two answers that decide together what neither decides alone. */
export type OpenPair = {
  answers: readonly { fact: string; subject: string; is: FactValue; question: string }[];
  mayChange: readonly string[];
};

/**
 * A change of facts that would open routes or let held ones leave. `LEARN`: the officer can find it out; `ACT`: somebody
 * can do or decide it; `STATE`: only a State, a custodian or its register entry can change it.
 */
export type Change = {
  kind: 'LEARN' | 'ACT' | 'STATE';
  /** All of them together; `stands` is the value now, `null` while nobody has answered. */
  facts: readonly {
    fact: string;
    subject: string;
    is: FactValue;
    stands: FactValue;
    question: string;
    by: readonly string[];
  }[];
  opens: readonly RouteId[];
  frees: readonly RouteId[];
  closes: readonly RouteId[];
};

/** The smallest changes, by who could bring them about; `exhaustive` is false where a search was bounded. */
export type SmallestChange = {
  learn: readonly Change[];
  act: readonly Change[];
  state: readonly Change[];
  exhaustive: boolean;
};

/** What the rules return. A sealed record: recomputed on the same frame and rule set it is the same, digest included. */
export type Determination = {
  ruleSetDigest: string;
  /** HMAC-SHA-256, hex, over facts, entries, rule set and result (sets sorted, RFC 8785) with the case's own salt. */
  digest: string;
  asOf: string;
  plan: readonly RouteId[];
  steps: readonly Step[];
  lots: readonly Lot[];
  legalBasis: readonly string[];
  blockers: readonly Blocker[];
  /** Codes of questions that M pages put. */
  missingFacts: readonly string[];
  asks: readonly { code: string; rule: string; facts: readonly string[]; items: readonly string[] }[];
  openQuestions: readonly OpenQuestion[];
  /** Pairs of unknown facts that decide together. Absent in records made before they were sought. */
  openPairs?: readonly OpenPair[];
  /** Whether every unknown fact was tried; false where the search was bounded or a fact has no small domain. */
  openQuestionsExhaustive?: boolean;
  /** What would open a faster or better route. Absent in records made before it was sought. */
  smallestChange?: SmallestChange;
  alternates: readonly ShutRoute[];
  safeguards: readonly string[];
  firedRules: readonly string[];
  unconfirmedRules: readonly string[];
  explanation: readonly RuleOutcome[];
  engine: { name: string; version: string };
  /** Overrides that counted, and what the rules propose without them: both stay on file (C14). Absent where none counted. */
  overridden?: {
    overrides: readonly Override[];
    without: Pick<Determination, 'plan' | 'blockers' | 'missingFacts' | 'safeguards' | 'firedRules'>;
  };
  /** Set when the second evaluator came to another outcome: the stricter plan stands until a legal adviser has decided. */
  disputed: { differs: string; other: readonly string[] } | null;
};
