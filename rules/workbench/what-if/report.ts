import type { Counts } from '../impact/impact.js';
import type { Report } from '../report/report.js';
import type { Study } from './study.js';

/** Cases that were compared beside the generated ones, by what they are. */
export type Others = Readonly<Record<string, Counts>>;

/** A study as a ministry reads it. */
export function reportOf(
  { sentence, day, remarks, generated, turns, brings }: Study,
  others: Others,
): Report {
  const counted = Object.entries({ ...others, 'generated typical cases': generated });
  return {
    language: 'en',
    title: `What if: ${sentence}`,
    blocks: [
      { head: 'How to read this', lines: [`Law and registers of ${day}. Nothing was written.`, ...remarks] },
      {
        head: 'Cases',
        columns: [
          'Cases',
          'other plan',
          'new blocker',
          'other deadline',
          'otherwise',
          'unchanged',
          'no baseline',
        ],
        rows: counted.map(([what, counts]) => [
          what,
          ...(
            [
              'changed-plan',
              'new-blocker',
              'changed-deadline',
              'changed-otherwise',
              'unchanged',
              'no-baseline',
            ] as const
          ).map((kind) => String(counts[kind])),
        ]),
      },
      {
        head: 'Routes gained and lost, by kind of case',
        columns: ['Kind of case', 'Route', 'Turn', 'Between'],
        rows: turns.map(({ what, route, turn, between }) => [
          what,
          route,
          turn,
          `${between.length}: ${between.join(', ')}`,
        ]),
      },
      {
        head: 'What a gained route brings',
        columns: ['Route', 'Clocks', 'Duties'],
        rows: brings.map(({ route, clocks, duties }) => [
          route,
          clocks.join('; ') || '-',
          duties.join('; ') || '-',
        ]),
      },
    ],
  };
}
