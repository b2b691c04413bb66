import type { FactValue, Frame, OpenPair, OpenQuestion } from '../../../contracts/determination.js';
import { caseSubject } from '../evaluate/board.js';
import type { BoundRuleSet } from '../rule-set/bound.js';
import { budgetFor, changeOf, Counterfactuals, movesPlan, type Flip } from './counterfactual.js';
import type { FactEntry } from '../rule-set/dictionary.js';
import { evaluatedBy } from '../rule-set/evaluations.js';
import { answersOf } from '../rule-set/small-domain.js';

type Unknown = { subject: string; entry: Extract<FactEntry, { origin: 'stored' }> };

/** What is asked of an undetermined case. `exhaustive`: everything that could be asked was tried. */
export type Questions = {
  questions: OpenQuestion[];
  /** Two answers that decide together what neither decides alone. */
  pairs: OpenPair[];
  exhaustive: boolean;
};

/** Facts that are paired with one another, at most. */
const paired = 10;

/**
 * Open questions, those that move the plan first, by trying each answer of every unknown fact's domain; and pairs of answers
 * where no single answer of either moves it. Facts without a small domain (texts, numbers, dates) are asked by the pages.
 */
export function questionsOf(rules: BoundRuleSet, frame: Frame): Questions {
  const what = new Counterfactuals(rules, frame, budgetFor(frame, 2_400));
  const unknown = unknownIn(rules, frame);
  const small = unknown.filter(({ entry }) => answersOf(entry).length > 0);
  const questions: OpenQuestion[] = [];
  for (const one of small) {
    const changes = changesOf(what, one);
    if (changes.length > 0)
      questions.push({
        fact: one.entry.id,
        subject: one.subject,
        question: one.entry.question,
        mayChange: changes,
      });
  }
  const still = small.filter(({ subject, entry }) => !movers(questions).has(`${subject}/${entry.id}`));
  const pairs = pairsOf(what, still.slice(0, paired));
  return {
    questions: questions.sort((a, b) => rank(b) - rank(a) || (a.fact < b.fact ? -1 : 1)),
    pairs,
    exhaustive: !what.spent && small.length === unknown.length && still.length <= paired,
  };
}

const moving = ({ mayChange }: OpenQuestion): number =>
  mayChange.filter((change) => movesPlan(change.slice(change.indexOf(': ') + 2))).length;

/** Answers that move the plan weigh more than answers that only add a question or a safeguard. */
const rank = (question: OpenQuestion): number => moving(question) * 100 + question.mayChange.length;

const movers = (questions: readonly OpenQuestion[]): Set<string> =>
  new Set(questions.filter((one) => moving(one) > 0).map(({ subject, fact }) => `${subject}/${fact}`));

function changesOf(what: Counterfactuals, one: Unknown): string[] {
  const changes = new Set<string>();
  for (const flip of flipsOf(one)) {
    const other = what.on([flip]);
    if (other !== undefined && other !== what.base)
      changes.add(`${String(flip.is)}: ${changeOf(what.base, other)}`);
  }
  return [...changes].sort();
}

function pairsOf(what: Counterfactuals, unknown: readonly Unknown[]): OpenPair[] {
  const found: OpenPair[] = [];
  for (const [index, one] of unknown.entries())
    for (const other of unknown.slice(index + 1)) {
      if (one.subject !== other.subject && one.subject !== caseSubject && other.subject !== caseSubject)
        continue;
      const pair = pairOf(what, one, other);
      if (pair !== undefined) found.push(pair);
    }
  return found;
}

/** The first two answers that together move the plan. */
function pairOf(what: Counterfactuals, one: Unknown, other: Unknown): OpenPair | undefined {
  for (const a of flipsOf(one))
    for (const b of flipsOf(other)) {
      const after = what.on([a, b]);
      if (after === undefined) return undefined;
      const change = changeOf(what.base, after);
      if (movesPlan(change)) return { answers: [answered(one, a), answered(other, b)], mayChange: [change] };
    }
  return undefined;
}

const answered = ({ entry }: Unknown, { subject, fact, is }: Flip): OpenPair['answers'][number] => ({
  fact,
  subject,
  is,
  question: entry.question,
});

function unknownIn(rules: BoundRuleSet, frame: Frame): Unknown[] {
  const read = evaluatedBy(rules);
  const asked = [...rules.ruleSet.dictionary.values()]
    .filter((entry) => entry.origin === 'stored')
    .filter((entry) => entry.forDocuments !== true && entry.setBy !== 'system' && read.has(entry.id));
  const subjects = [{ id: caseSubject, scope: 'case', facts: frame.case }].concat(
    frame.items.map((item) => ({ ...item, scope: 'item' })),
  );
  return subjects.flatMap(({ id: subject, scope, facts }) =>
    asked
      .filter((entry) => entry.scope === scope && isUnknown(facts[entry.id], entry))
      .map((entry) => ({ subject, entry })),
  );
}

const isUnknown = (value: FactValue | undefined, { nullMeans }: Unknown['entry']): boolean =>
  value === undefined || (value === null && nullMeans === 'unknown');

/** Every answer but the one that is assumed already. */
const flipsOf = ({ subject, entry }: Unknown): Flip[] =>
  answersOf(entry)
    .filter((is) => is !== entry.whenUnknown)
    .map((is) => ({ subject, fact: entry.id, is }));
