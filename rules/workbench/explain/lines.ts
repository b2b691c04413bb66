import type { Wording } from '../../engine/wording/wording.js';
import type { PageExplained } from './page.js';
import { bearings, type RouteExplained } from './route.js';

/** A page read out, line by line. */
export function pageLines(page: PageExplained, words: Wording, day: string): string[] {
  const { from, until } = page.inForce;
  const force =
    until === undefined
      ? words.label('page.inForce', { from })
      : words.label('page.inForceUntil', { from, until });
  return [
    `${page.id}  ${page.title} (${page.kind}, ${page.status})`,
    force,
    '',
    page.means,
    page.because,
    ...section(
      words.label('page.reads'),
      page.reads.map(
        ({ named, fact, from: by, madeBy }) =>
          `${named} [${fact}]: ${by}${madeBy.length === 0 ? '' : ` (${madeBy.join(', ')})`}`,
      ),
    ),
    ...section(words.label('page.figures', { day }), page.parameters),
    ...section(
      words.label('page.law'),
      page.law.map(({ cited, says, verifiedOn }) => {
        const read =
          verifiedOn === null ? words.label('page.notRead') : words.label('page.read', { day: verifiedOn });
        return `${cited}${says === null ? '' : `: ${says}`} (${read})`;
      }),
    ),
    ...section(words.label('page.readBy'), page.readBy.length === 0 ? [] : [page.readBy.join(', ')]),
  ];
}

/** The pages that bear on a route, by what they do to it. */
export const routeLines = (route: RouteExplained, words: Wording): string[] => [
  `${route.named} [${route.route}] (${route.status})`,
  ...bearings.flatMap((bearing) =>
    section(
      words.label(`page.${bearing}`),
      route.pages.filter((one) => one.bearing === bearing).map(({ page, because }) => `${page}: ${because}`),
    ),
  ),
  ...section(words.label('page.otherwise'), [route.otherwise]),
];

const section = (name: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ['', `${name}:`, ...lines.map((line) => `  - ${line}`)];
