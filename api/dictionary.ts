import type { Role } from '../contracts/codes.js';
import { RogatoryError } from '../contracts/errors.js';
import type { FactAnswer, StoredValue } from '../contracts/facts.js';
import { checkAnswer } from '../rules/engine/index.js';
import type { AnswerFault, RuleSet } from '../rules/engine/index.js';
import { isState } from '../contracts/states.js';

type Entry = RuleSet['dictionary'] extends ReadonlyMap<string, infer One> ? One : never;
/** A fact that somebody says: an answer, a decision, a register's entry. */
export type StoredFact = Extract<Entry, { origin: 'stored' }>;

/** What the dictionary says of a fact id that was sent. */
export function entryOf(
  { dictionary }: RuleSet,
  id: string,
): { asked: StoredFact } | { computed: string } | { unknown: string } {
  const entry = dictionary.get(id);
  if (entry === undefined) return { unknown: `"${id}" is no fact. GET /v1/facts lists them.` };
  if (entry.origin === 'stored') return { asked: entry };
  return { computed: `"${id}" is computed from other facts; answer those.` };
}

/** Every fact that somebody says, in the order of the dictionary. */
export const askedIn = ({ dictionary }: RuleSet): StoredFact[] =>
  [...dictionary.values()].filter((entry) => entry.origin === 'stored');

/** The value of an answer as it is stored, or why it does not fit. "Does not know" stores none. */
export function valueOf({ dictionary }: RuleSet, answer: FactAnswer): { value: StoredValue } | AnswerFault {
  const checked = checkAnswer(dictionary, answer);
  const stranger = statesIn(dictionary.get(answer.fact), answer.value).find((code) => !isState(code));
  if (stranger !== undefined) return { fault: `"${stranger}" is no State of ISO 3166-1.` };
  return checked;
}

/** States that an answer names, for facts whose values are States. */
function statesIn(entry: Entry | undefined, value: unknown): string[] {
  if (entry?.type !== 'state' && entry?.type !== 'states') return [];
  return [value].flat().filter((one) => typeof one === 'string');
}

type DecisionTerms = { fact: StoredFact; by: readonly Role[]; second: readonly Role[] | undefined };

/** The fact that a kind of decision brings into being, who records it, and who must be the second. Throws DECISION_KIND_UNKNOWN. */
export function decisionOf({ dictionary }: RuleSet, kind: string, factId: string | undefined): DecisionTerms {
  const ofKind = decided(dictionary).filter(({ fact }) => fact.decision?.kind === kind);
  const [found, another] = ofKind.filter(({ fact }) => factId === undefined || fact.id === factId);
  if (found && !another) return found;
  const about =
    ofKind.length === 0
      ? `"${kind}" is no kind of decision. There are: ${kindsOf(dictionary).join(', ')}.`
      : `Name the fact that is decided: ${ofKind.map(({ fact }) => fact.id).join(', ')}.`;
  throw new RogatoryError('DECISION_KIND_UNKNOWN', { about });
}

const decided = (dictionary: RuleSet['dictionary']): DecisionTerms[] =>
  [...dictionary.values()].flatMap((entry) =>
    entry.origin === 'stored' && entry.decision
      ? [{ fact: entry, by: entry.decision.by, second: entry.decision.second }]
      : [],
  );

const kindsOf = (dictionary: RuleSet['dictionary']): string[] =>
  [...new Set(decided(dictionary).map(({ fact }) => fact.decision?.kind ?? ''))].sort();
