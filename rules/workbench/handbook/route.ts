import { conversionReasons } from '../../../contracts/refusals.js';
import { urgencies } from '../../../contracts/codes.js';
import type { RouteEntry, RuleSet } from '../../engine/rule-set/rule-set.js';
import type { LifeCyclePage } from '../../engine/schema/life-cycle.js';
import { periodOf, startOf } from '../../engine/wording/prose-routes.js';
import type { Wording } from '../../engine/wording/wording.js';
import { explainRoute, type Bearing } from '../explain/route.js';
import type { Block } from '../report/report.js';
import type { Reach } from './typical.js';

export type About = { ruleSet: RuleSet; words: Wording; forms: ReadonlyMap<string, string> };

/** A route as an office works it: where it leads, what opens, shuts and holds it, who signs, which clocks run, step by step. */
export function routeBlocks(entry: RouteEntry, reach: Reach | undefined, about: About): Block[] {
  const { ruleSet, words } = about;
  const page = ruleSet.lifeCycles.get(entry.family);
  return [
    { head: words.route(entry.family), lines: [...standing(entry, words), ...leads(reach, words)] },
    ...rulesOf(entry, about),
    ...(page === undefined || entry.status === 'dormant' ? [] : lifeOf(page, about)),
  ].map((block, at) => (at === 0 ? block : { ...block, within: true }));
}

function standing(entry: RouteEntry, words: Wording): string[] {
  const { status, dormantBecause, expectedTime, usableInCourt, userMayBeTold } = entry;
  const why = dormantBecause === undefined ? '' : ` ${words.reason(dormantBecause)}`;
  return [
    `${words.label(`handbook.status.${status}`)}${why}`,
    words.label(`court.${usableInCourt}`),
    words.label(`told.${userMayBeTold}`),
    ...(expectedTime === undefined
      ? []
      : [
          words.label('handbook.takes', {
            from: String(expectedTime.from),
            to: String(expectedTime.to),
            unit: words.label(`unit.${expectedTime.unit}`),
            source: words.said(expectedTime.source),
          }),
        ]),
  ];
}

/** Reasons that are named; the rarer ones are among the rules below. */
const named = 5;

function leads(reach: Reach | undefined, words: Wording): string[] {
  if (reach === undefined) return [];
  const to = [...reach.leadsTo].sort();
  const shut = [...reach.shutBy].sort((a, b) => b[1] - a[1]).slice(0, named);
  return [
    to.length === 0
      ? words.label('handbook.leadsNowhere')
      : words.label('handbook.leads', { to: to.join(', ') }),
    ...shut.map(([reason]) => words.label('handbook.shutBy', { reason: words.reason(reason) })),
  ];
}

const bearings: readonly Bearing[] = ['opens', 'shuts', 'removes', 'holds', 'asks-first', 'makes-wait'];

function rulesOf({ family }: RouteEntry, { ruleSet, words }: About): Block[] {
  const pages = explainRoute(family, ruleSet, words.language)?.pages ?? [];
  return bearings.flatMap((bearing) => {
    const lines = pages
      .filter((one) => one.bearing === bearing)
      .map(({ page, because }) => `${page}: ${because}`);
    return lines.length === 0 ? [] : [{ head: words.label(`handbook.bearing.${bearing}`), lines }];
  });
}

const lifeOf = (page: LifeCyclePage, about: About): Block[] => [
  ...formsOf(page, about),
  signatures(page, about.words),
  clocks(page, about.words),
  {
    head: about.words.label('handbook.steps'),
    lines: Object.values(page.states).map(({ does }) => about.words.said(does.trim())),
  },
  ...after(page, about.words),
];

function formsOf({ forms }: LifeCyclePage, { words, forms: titles }: About): Block[] {
  const lines = forms.map((form) => `${form} ${words.said(titles.get(form) ?? '')}`.trim());
  return lines.length === 0 ? [] : [{ head: words.label('handbook.forms'), lines }];
}

type Rungs = LifeCyclePage['clocks'][number]['ladder'];
const ladder = (rungs: Rungs, words: Wording): string =>
  rungs
    .map(
      ({ after: passed, tell, what }) =>
        `${periodOf(passed, words)}: ${words.role(tell)} (${words.label(`handbook.tell.${what}`)})`,
    )
    .join('; ');

function signatures(page: LifeCyclePage, words: Wording): Block {
  const rows = urgencies.flatMap((urgency) => {
    const own = (page.approvals[urgency] ?? []).map((one) => ({ ...one, only: '' }));
    const added = page.approvalsFor
      .filter((one) => one.urgencies.includes(urgency))
      .flatMap(({ categories, add }) =>
        add.map((one) => ({ ...one, only: categories.map((category) => words.value(category)).join(', ') })),
      );
    return [...own, ...added].map((one) => [
      words.label(`handbook.urgency.${urgency}`),
      `${one.any === undefined ? '' : `${one.any} x `}${one.roles.map((role) => words.role(role)).join(words.label('or'))}`,
      one.only,
      periodOf(one.within, words),
      ladder(one.ladder, words),
    ]);
  });
  const columns = ['pace', 'signs', 'only', 'within', 'ladder'].map((one) =>
    words.label(`handbook.column.${one}`),
  );
  return { head: words.label('handbook.signatures'), columns, rows };
}

function clocks(page: LifeCyclePage, words: Wording): Block {
  const columns = ['clock', 'length', 'starts', 'source', 'ladder'].map((one) =>
    words.label(`handbook.column.${one}`),
  );
  const rows = page.clocks.map(({ title, length, starts, nature, reference, ladder: rungs }) => [
    words.said(title),
    periodOf(length, words),
    startOf(starts, words),
    `${words.label(`nature.${nature}`)}; ${words.said(reference.trim())}`,
    ladder(rungs, words),
  ]);
  return { head: words.label('handbook.clocks'), columns, rows };
}

/** What a refusal leads to (C.15). */
function after({ conversions }: LifeCyclePage, words: Wording): Block[] {
  const rows = conversionReasons.flatMap((reason) => {
    const next = conversions[reason];
    return next === undefined
      ? []
      : [[words.label(`handbook.refused.${reason}`), next.map((one) => words.route(one)).join('; ')]];
  });
  const columns = ['refused', 'next'].map((one) => words.label(`handbook.column.${one}`));
  return rows.length === 0 ? [] : [{ head: words.label('handbook.afterRefusal'), columns, rows }];
}
