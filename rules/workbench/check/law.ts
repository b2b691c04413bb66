import { didYouMean } from '../../engine/load/nearest.js';
import type { Source } from '../../engine/load/source.js';
import { sinceEver, valueOn } from '../../engine/rule-set/rule-set.js';
import type { WrittenPage } from '../../engine/schema/page.js';
import type { Registers } from '../../engine/registers/index.js';
import { findingOf, type CheckId, type Finding } from '../finding.js';
import type { Checking } from './checking.js';

/** What pages cite is named in the register of cited law, was in force with the page, and was read not too long ago. */
export const checkLaw = (checking: Checking): Finding[] =>
  checking.written.pages.flatMap((page) => [
    ...page.content.reference.flatMap((_, index) => checkReference(page, index, checking)),
    ...checkBeginning(page, checking.registers),
  ]);

type Cited = Registers['citedLaw'][string];
type Period = { from?: string | undefined; until?: string | undefined };

function checkReference(
  { content: page, faultAt }: Source<WrittenPage>,
  index: number,
  { registers: { citedLaw }, ruleSet, today }: Checking,
): Finding[] {
  const reference = page.reference[index];
  if (reference === undefined) return [];
  const { instrument, article, verifiedOn } = reference;
  const found = (id: CheckId, part: string, says: string): Finding[] => [
    findingOf(id, faultAt(['reference', index, part], says)),
  ];
  const law = citedLaw[instrument];
  if (law === undefined) {
    const nearest = didYouMean(instrument, Object.keys(citedLaw));
    return found(
      'law-unknown',
      'instrument',
      `"${instrument}" is no instrument of registers/cited-law.yaml.${nearest}`,
    );
  }
  const ended = periodsOf(law, article).find(({ until }) => until !== undefined && outlives(page, until));
  if (ended?.until !== undefined)
    return found(
      'law-ended',
      article === undefined ? 'instrument' : 'article',
      `${ended.what} ended on ${ended.until}${ended.says === undefined ? '' : ` (${ended.says})`}, and the page goes on: end it with inForce.until, or cite what took its place`,
    );
  const limit = ruleSet.parameters.get('law.readAgain');
  const days = limit === undefined ? undefined : valueOn(limit, today);
  if (verifiedOn === undefined || typeof days !== 'number' || daysBetween(verifiedOn, today) <= days)
    return [];
  return found(
    'reading-stale',
    'verifiedOn',
    `the text was read ${daysBetween(verifiedOn, today)} days ago: read it again within ${days}`,
  );
}

/** A page of law that has a first day of its own does not stand before all the law it cites: it would rest on nothing. */
function checkBeginning({ content: page, faultAt }: Source<WrittenPage>, { citedLaw }: Registers): Finding[] {
  const beginnings = page.reference.map(({ instrument, article }) => {
    const law = citedLaw[instrument];
    return law === undefined ? undefined : latestFrom(periodsOf(law, article));
  });
  const [first, ...others] = beginnings;
  if (page.kind !== 'law' || page.inForce.from === sinceEver || first === undefined) return [];
  const known = [first, ...others].flatMap((from) => from ?? []);
  const earliest = known.reduce((least, from) => (from < least ? from : least));
  if (known.length < beginnings.length || page.inForce.from >= earliest) return [];
  return [
    findingOf(
      'law-not-yet',
      faultAt(
        ['inForce', 'from'],
        `the page is in force from ${page.inForce.from}, the law that it cites from ${earliest}`,
      ),
    ),
  ];
}

const periodsOf = (
  law: Cited,
  article: string | undefined,
): (Period & { what: string; says?: string | undefined })[] => [
  { ...law, what: law.name },
  ...law.articles
    .filter((one) => article !== undefined && articlesIn(article).includes(one.article))
    .map((one) => ({ ...one, what: `${law.name}, article ${one.article}` })),
];

/** "29(1)-(3), 30" cites 29 and 30, and 29(1). */
const articlesIn = (cited: string): string[] =>
  cited.split(/[,;-]\s*/).flatMap((one) => [one.trim(), /^[^(]+/.exec(one.trim())?.[0] ?? '']);

const outlives = ({ inForce: { until } }: WrittenPage, end: string): boolean =>
  until === undefined || until > end;

const latestFrom = (periods: readonly Period[]): string | undefined =>
  periods
    .flatMap(({ from }) => from ?? [])
    .sort()
    .at(-1);

const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
