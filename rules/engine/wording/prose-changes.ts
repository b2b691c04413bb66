import type { Change, Determination, FactValue, OpenQuestion } from '../../../contracts/determination.js';
import { readChange } from '../counterfactual/counterfactual.js';
import type { Wording } from './wording.js';

/** Name of a heading in the labels, and its lines. */
type Section = { name: string; lines: string[] };

const shown = 6;

/** "What would change it": what can be learnt, what somebody can do, what only a State can change, pairs of answers, what people set aside. */
export function changesInWords(determination: Determination, words: Wording): Section[] {
  const { smallestChange: change, openPairs = [], openQuestionsExhaustive: all, overridden } = determination;
  const pairs = openPairs.slice(0, shown).map(({ answers, mayChange }) => {
    const both = answers.map((one) => answered(one, words)).join(words.label('and'));
    return `  - ${both}: ${mayChange.map((codes) => effectsOf(codes, words)).join('; ')}`;
  });
  const set = overridden?.overrides.map(
    ({ page, expiresOn, by, second, reason }) =>
      `  - ${words.label('overridden', { page, until: expiresOn, by, second, reason })}`,
  );
  const without = overridden?.without.plan.join(', ') ?? '';
  return [
    { name: 'pairs', lines: pairs },
    { name: 'untried', lines: all === false ? [`  - ${words.label('untried')}`] : [] },
    { name: 'learn', lines: told(change?.learn, words) },
    { name: 'act', lines: [...answersThatCure(determination, words), ...told(change?.act, words)] },
    { name: 'state', lines: told(change?.state, words) },
    {
      name: 'overridden',
      lines:
        set === undefined
          ? []
          : [...set, `  - ${words.label('without', { plan: without || words.label('plan.empty') })}`],
    },
  ].filter(({ lines }) => lines.length > 0);
}

/** Where what stands in the way is a fact the system draws from answers: the questions that are missing, and what they free. */
const answersThatCure = ({ blockers, asks }: Determination, words: Wording): string[] =>
  blockers.flatMap(({ stage, code, scope, items, cure }) => {
    const missing = asks.filter((one) => one.items.some((item) => items.includes(item)));
    if (stage !== 'remove' || !words.drawn(cure.fact) || missing.length === 0) return [];
    return [
      `  - ${words.label('change.answers', {
        questions: missing.map((one) => words.says('questions', one.code)).join(' '),
        items: items.join(', '),
        by: words.recordedBy(cure.fact, cure.by),
        says: words.says('blockers', code),
        routes: words.scope(scope),
      })}`,
    ];
  });

/** A question that nobody has answered, with what each answer would change. */
export function questionLine({ fact, subject, mayChange }: OpenQuestion, words: Wording): string {
  const changes = mayChange.map((one) => {
    const at = one.indexOf(': ');
    const is = words.value(answerOf(one.slice(0, at)));
    return words.label('answer', { is, changes: effectsOf(one.slice(at + 2), words) });
  });
  const about = subject === 'case' ? words.label('theCase') : subject;
  return `  - ${words.label('question', { question: words.asks(fact), subject: about, changes: changes.join('; ') })}`;
}

const answerOf = (written: string): FactValue =>
  written === 'true' ? true : written === 'false' ? false : written;

const answered = (
  { fact, subject, is }: { fact: string; subject: string; is: FactValue },
  words: Wording,
): string =>
  words.label('answered', {
    question: words.asks(fact),
    subject: subject === 'case' ? words.label('theCase') : subject,
    is: words.value(is),
  });

/** The same change on several items is told once, with all of them; so is one that several answers to the last question bring. */
function told(changes: readonly Change[] = [], words: Wording): string[] {
  const merged = new Map<string, { change: Change; items: string[] }>();
  for (const change of changes) {
    const items = change.facts.map(({ subject }) => subject).filter((subject) => subject !== 'case');
    const key = new Set(items).size > 1 ? JSON.stringify(change) : keyOf(change);
    const before = merged.get(key);
    merged.set(key, { change, items: [...new Set([...(before?.items ?? []), ...items])] });
  }
  const answers = new Map<string, { change: Change; items: string[]; last: FactValue[] }>();
  for (const { change, items } of merged.values()) {
    const last = change.facts.at(-1)?.is ?? null;
    const key = JSON.stringify([
      items,
      keyOf({ ...change, facts: withoutLast(change.facts) }),
      lastOf(change),
    ]);
    const before = answers.get(key);
    answers.set(key, { change, items, last: [...(before?.last ?? []), last] });
  }
  return [...answers.values()]
    .slice(0, shown)
    .map(({ change, items, last }) => inWords(change, items, last, words));
}

const withoutLast = (facts: Change['facts']): Change['facts'] => facts.slice(0, -1);

const lastOf = ({ facts }: Change): readonly unknown[] => {
  const last = facts.at(-1);
  return [last?.fact, last?.subject];
};

const keyOf = ({ facts, opens, frees, closes }: Change): string =>
  JSON.stringify([
    facts.map(({ fact, subject, is }) => [fact, subject === 'case', is]),
    opens,
    frees,
    closes,
  ]);

function inWords(
  { facts, opens, frees, closes }: Change,
  items: readonly string[],
  last: readonly FactValue[],
  words: Wording,
): string {
  const about = items.length === 0 ? '' : ` (${items.join(', ')})`;
  const what = facts.map(({ fact, subject, is, by }, index) =>
    words.label('change', {
      fact: words.fact(fact),
      about: subject === 'case' ? '' : about,
      is: (index === facts.length - 1 ? last : [is]).map((one) => words.value(one)).join(words.label('or')),
      by: words.recordedBy(fact, by),
    }),
  );
  const changes = effects({ opens, frees, closes, lifts: [], adds: [] }, words);
  return `  - ${what.join(words.label('and'))}: ${changes}`;
}

const effectsOf = (codes: string, words: Wording): string =>
  effects({ frees: [], ...readChange(codes) }, words);

type Effects = Readonly<Record<'opens' | 'closes' | 'frees' | 'lifts' | 'adds', readonly string[]>>;

function effects(change: Effects, words: Wording): string {
  const routes = (some: readonly string[]): string =>
    some.map((route) => `${words.route(route)} [${route}]`).join(', ');
  const blockers = (some: readonly string[]): string =>
    some.map((one) => `"${words.says('blockers', one.split(':')[0] ?? one)}" (${one})`).join(', ');
  const said = [
    ['opens', routes(change.opens)],
    ['frees', routes(change.frees)],
    ['closes', routes(change.closes)],
    ['lifts', blockers(change.lifts)],
    ['adds', blockers(change.adds)],
  ].flatMap(([name, what]) =>
    what === '' ? [] : [words.label(`change.${name ?? ''}`, { what: what ?? '' })],
  );
  return said.length > 0 ? said.join('; ') : words.label('change.elsewhere');
}
