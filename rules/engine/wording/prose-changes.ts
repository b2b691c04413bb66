import type { Change, Determination } from '../../../contracts/determination.js';

/** Name of a heading in the labels, and its lines. */
type Section = { name: string; lines: string[] };

const shown = 6;

/** "What would change it", in the codes of facts and routes: what can be learnt, what somebody can do, what only a State can change, pairs of answers. */
export function changesInWords({
  smallestChange,
  openPairs = [],
  openQuestionsExhaustive,
  overridden,
}: Determination): Section[] {
  const pairs = openPairs.slice(0, shown).map(({ answers, mayChange }) => {
    const both = answers.map(({ question, subject, is }) => `${question} (${subject}: ${String(is)})`);
    return `  - ${both.join(' and ')} ${mayChange.join('; ')}`;
  });
  const set = overridden?.overrides.map(
    ({ page, expiresOn, by, second, reason }) =>
      `  - ${page} until ${expiresOn}, by ${by} with ${second}: ${reason}`,
  );
  const without = overridden?.without.plan.join(', ');
  return [
    { name: 'pairs', lines: pairs },
    ...(openQuestionsExhaustive === false
      ? [
          {
            name: 'untried',
            lines: [
              '  - Further unknown facts may change it: texts, numbers and dates, or more than are tried at once.',
            ],
          },
        ]
      : []),
    ...(smallestChange === undefined
      ? []
      : [
          { name: 'learn', lines: said(smallestChange.learn) },
          { name: 'act', lines: said(smallestChange.act) },
          {
            name: 'state',
            lines: said(smallestChange.state),
          },
        ]),
    ...(set === undefined
      ? []
      : [
          {
            name: 'overridden',
            lines: [...set, `  - The rules propose without that: ${without || 'no route'}.`],
          },
        ]),
  ].filter(({ lines }) => lines.length > 0);
}

const said = (changes: readonly Change[]): string[] => changes.slice(0, shown).map(inWords);

function inWords({ facts, opens, frees, closes }: Change): string {
  const what = facts.map(
    ({ fact, subject, is, by }) =>
      `${fact}${subject === 'case' ? '' : ` (${subject})`} is ${String(is)} [${by.join(' or ')}]`,
  );
  const effects = [
    opens.length > 0 ? `opens ${opens.join(', ')}` : '',
    frees.length > 0 ? `lets ${frees.join(', ')} leave` : '',
    closes.length > 0 ? `takes ${closes.join(', ')} away` : '',
  ].filter((one) => one !== '');
  return `  - ${what.join(' and ')}: ${effects.join('; ')}`;
}
