import type { FactValue, Frame, OpenQuestion } from '../../contracts/determination.js';
import { caseSubject } from './board.js';
import type { BoundRuleSet } from './bound.js';
import { differenceBetween, resultBy, type Result } from './result.js';
import type { FactEntry } from './dictionary.js';
import { evaluatedBy } from './evaluations.js';
import { compiledEvaluator } from './evaluator-compiled.js';

type Unknown = { subject: string; entry: Extract<FactEntry, { origin: 'stored' }> };

/** At most so many unknown facts are tried; the rest are not claimed to be without effect. */
const tried = 60;

/**
 * Unknown facts some answer to which would change the outcome, by trying each answer of the fact's domain on the compiled
 * pages. Facts without a small domain (texts, numbers, dates) are asked by the pages, not here.
 */
export async function openQuestions(
  rules: BoundRuleSet,
  frame: Frame,
  result: Result,
): Promise<OpenQuestion[]> {
  const questions: OpenQuestion[] = [];
  for (const { subject, entry } of unknownIn(rules, frame).slice(0, tried)) {
    const changes = new Set<string>();
    for (const answer of answersOf(entry)) {
      const other = await resultBy(rules, withAnswer(frame, subject, entry.id, answer), compiledEvaluator);
      if (differenceBetween(result, other) !== null)
        changes.add(`${String(answer)}: ${changeOf(result, other)}`);
    }
    if (changes.size > 0)
      questions.push({ fact: entry.id, subject, question: entry.question, mayChange: [...changes].sort() });
  }
  return questions.sort((a, b) => b.mayChange.length - a.mayChange.length || (a.fact < b.fact ? -1 : 1));
}

function unknownIn(rules: BoundRuleSet, frame: Frame): Unknown[] {
  const read = evaluatedBy(rules);
  const facts = [...rules.ruleSet.dictionary.values()]
    .filter((entry) => entry.origin === 'stored')
    .filter((entry) => entry.forDocuments !== true && read.has(entry.id));
  const subjects = [
    { id: caseSubject, scope: 'case', facts: frame.case },
    ...frame.items.map((item) => ({ ...item, scope: 'item' })),
  ];
  return subjects.flatMap(({ id, scope, facts: given }) =>
    facts
      .filter(
        (entry) =>
          entry.scope === scope &&
          entry.setBy !== 'system' &&
          (given[entry.id] === undefined || (given[entry.id] === null && entry.nullMeans === 'unknown')),
      )
      .map((entry) => ({ subject: id, entry })),
  );
}

const answersOf = ({ type, values, whenUnknown }: Unknown['entry']): FactValue[] => {
  const domain: FactValue[] = type === 'boolean' ? [true, false] : type === 'enum' ? [...(values ?? [])] : [];
  return domain.filter((answer) => answer !== whenUnknown);
};

const withAnswer = (frame: Frame, subject: string, fact: string, value: FactValue): Frame =>
  subject === caseSubject
    ? { ...frame, case: { ...frame.case, [fact]: value } }
    : {
        ...frame,
        items: frame.items.map((item) =>
          item.id === subject ? { ...item, facts: { ...item.facts, [fact]: value } } : item,
        ),
      };

/** What an answer would change, in the codes of the plan. */
function changeOf(before: Result, after: Result): string {
  const gained = after.plan.filter((route) => !before.plan.includes(route)).map((route) => `+${route}`);
  const lost = before.plan.filter((route) => !after.plan.includes(route)).map((route) => `-${route}`);
  const codes = ({ blockers }: Result): string[] => blockers.map(({ code, scope }) => `${code}:${scope}`);
  const freed = codes(before)
    .filter((one) => !codes(after).includes(one))
    .map((one) => `without ${one}`);
  const held = codes(after)
    .filter((one) => !codes(before).includes(one))
    .map((one) => `with ${one}`);
  const said = [...gained, ...lost, ...freed, ...held];
  return said.length > 0 ? said.join(' ') : 'steps, questions or safeguards';
}
