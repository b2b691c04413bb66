import type { Counts, Met } from './impact.js';
import { kinds } from './meeting.js';

/** A case or a worked case by the name under which it may be shown, with what the candidate does to it. */
export type Shown = { reference: string; state: 'OPEN' | 'CLOSED' | 'WORKED'; met: Met };

export type Report = {
  day: string;
  live: string;
  candidate: string;
  /** Days behind this one on which more of the candidate begins. */
  laterOn: readonly string[];
  open: Counts;
  closed: Counts;
  worked: Counts;
  /** Cases that are not as they were, as far as the reader may see them; `null` where cases were counted only. */
  cases: readonly Shown[] | null;
  workedCases: readonly Shown[];
};

const order = [...kinds, 'no-baseline'] as const;
const named: Record<keyof Counts, string> = {
  'changed-plan': 'changed plan',
  'new-blocker': 'new blocker',
  'changed-deadline': 'changed deadline',
  'changed-otherwise': 'changed otherwise',
  unchanged: 'unchanged',
  'no-baseline': 'no baseline',
};

/** Counts first, then case by case. */
export function impactLines({
  day,
  live,
  candidate,
  laterOn,
  open,
  closed,
  worked,
  cases,
  workedCases,
}: Report): string[] {
  return [
    `From rule set ${live} to ${candidate}, on ${day}. Nothing was written.`,
    ...(laterOn.length === 0
      ? []
      : [`More of the candidate begins on ${laterOn.join(', ')}: ask for that day too.`]),
    '',
    countLine('open cases', open),
    countLine('closed cases', closed),
    countLine('worked cases', worked),
    ...(cases === null
      ? ['', 'Cases of the house are counted only. Name the person who may see them with --as.']
      : []),
    '',
    ...[...(cases ?? []), ...workedCases].map(caseLine),
  ];
}

const countLine = (what: string, counts: Counts): string =>
  `${what}: ${order.map((kind) => `${counts[kind]} ${named[kind]}`).join(', ')}`;

function caseLine({ reference, state, met }: Shown): string {
  const head = `${reference} (${state.toLowerCase()}): ${named[met.kind]}`;
  if (met.kind === 'unchanged') return head;
  if (met.kind === 'no-baseline') return `${head}. ${met.says}`;
  return [
    head,
    met.firstRule === null ? ' - no page: catalogue or life cycle' : ` - ${met.firstRule}`,
    ...[
      ['gains', met.gains],
      ['loses', met.loses],
      ['blocked by', met.blockers],
    ].flatMap(([word, some]) =>
      some === undefined || some.length === 0 ? [] : `; ${String(word)} ${String(some)}`,
    ),
  ].join('');
}
