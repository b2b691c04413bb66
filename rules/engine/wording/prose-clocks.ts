import type { Frame } from '../../../contracts/determination.js';
import type { Period } from '../../../contracts/terms.js';
import type { Planned } from './planned-steps.js';
import { periodOf, startOf } from './prose-routes.js';
import type { Wording } from './wording.js';

/**
 * Clocks that run already, the earliest first; then the signatures on the first step that may leave, and its first clock.
 * @param margin days by which a request has to be ahead of the end of a preservation (T02)
 */
export function clockLines(
  steps: readonly Planned[],
  frame: Frame,
  margin: number,
  words: Wording,
): string[] {
  const running = [...ofCase(frame, words), ...lastDispatch(steps, frame, margin, words)]
    .sort((a, b) => (a.day < b.day ? -1 : 1))
    .map(({ says }) => says);
  const starting = firstClocks(steps, words);
  const inWorkingTime =
    frame.case['requestingState'] !== undefined &&
    steps.some((one) => one.step.state === 'open' && runsInWorkingTime(one));
  return [
    ...(running.length === 0 ? [] : [words.label('short.running', { clocks: running.join('; ') })]),
    ...(starting.length === 0 ? [] : [words.label('short.starting', { clocks: starting.join('; ') })]),
    ...(inWorkingTime ? [workingTime(frame, words)] : []),
  ];
}

const runsInWorkingTime = ({ step: { approvals, firstClock } }: Planned): boolean =>
  [...approvals.map(({ within }) => within), ...(firstClock === null ? [] : [firstClock.length])].some(
    ({ unit }) => unit.startsWith('working'),
  );

/** The day of the week, and when working time begins by the calendar of the requesting State, as far as there is one. */
function workingTime({ asOf, case: facts }: Frame, words: Wording): string {
  const day = asOf.slice(0, 10);
  const opens = facts['requestingState.officeOpensOn'];
  const key = typeof opens !== 'string' ? 'workingTime' : opens === day ? 'workingDay' : 'dayOfRest';
  return words.label(`short.${key}`, {
    day,
    weekday: words.label(`weekday.${new Date(Date.parse(day)).getUTCDay()}`),
    state: words.value(facts['requestingState'] ?? null),
    opens: words.value(opens ?? null),
  });
}

type Running = { day: string; says: string };

function ofCase(frame: Frame, words: Wording): Running[] {
  const { asOf, case: facts, items } = frame;
  const deadline = facts['proceedings.nextStatutoryDeadline'];
  return [
    ...harm(frame, words),
    ...items.flatMap(({ id, facts: of }) => {
      const left = of['preservation.daysLeft'];
      if (of['preservation.active'] !== true || typeof left !== 'number') return [];
      const day = dayAfter(asOf, left);
      return [{ day, says: words.label('short.preserved', { item: id, day, days: String(left) }) }];
    }),
    ...(typeof deadline === 'string'
      ? [{ day: deadline, says: words.label('short.deadline', { day: deadline }) }]
      : []),
  ];
}

/** The hour of the harm, counted from the instant at which somebody recorded it; where none is on file, who knows it. */
function harm({ asOf, case: facts, sources }: Frame, words: Wording): Running[] {
  const hours = facts['threat.hoursToHarm'];
  if (typeof hours !== 'number') return [];
  const at = sources['case']?.['threat.hoursToHarm']?.at;
  if (at === undefined || !at.includes('T'))
    return [{ day: asOf, says: words.label('short.harmFloating', { hours: String(hours) }) }];
  const due = new Date(Date.parse(at) + hours * 3_600_000).toISOString();
  const places = { hours: String(hours), at: minuteOf(new Date(at).toISOString()), due: minuteOf(due) };
  return [{ day: due.slice(0, 10), says: words.label('short.harm', places) }];
}

const minuteOf = (instant: string): string => instant.slice(0, 16).replace('T', ' ');

/** Signatures on the steps that may leave and wait for no other, then the first clock of each; the shortest before the longer. */
function firstClocks(steps: readonly Planned[], words: Wording): string[] {
  const open = steps.filter(({ step }) => step.state === 'open');
  const free = open.filter(({ lot }) => lot.after.length === 0);
  const first = free.length > 0 ? free : open;
  if (first.length === 0) return [words.label('short.noClock')];
  return [
    ...shortestFirst(first.flatMap((one) => signing(one, words))),
    ...shortestFirst(first.flatMap((one) => reply(one, words))),
  ];
}

/** What starts, and how long it runs at most. */
type Starting = { length: Period; says: string };

/** By length alone: on a day on which the office is closed, working time begins later than any other. */
const shortestFirst = (clocks: readonly Starting[]): string[] =>
  [...clocks].sort((a, b) => minutesOf(a.length) - minutesOf(b.length)).map(({ says }) => says);

/** Minutes that a period lasts at least; a working day ends on a later day. */
const minutesOf = ({ amount, unit }: Period): number => amount * minutes[unit];

const minutes: Record<Period['unit'], number> = {
  minute: 1,
  hour: 60,
  'working-hour': 60,
  'working-day': 1440,
  day: 1440,
};

const reply = ({ number, step: { firstClock } }: Planned, words: Wording): Starting[] =>
  firstClock === null
    ? []
    : [
        {
          length: firstClock.length,
          says: words.label('short.reply', {
            number: String(number),
            title: words.said(firstClock.title),
            starts: startOf(firstClock.starts, words),
            within: periodOf(firstClock.length, words),
          }),
        },
      ];

/** One signature; several side by side, each with its time; or the first of several in turn, with the time of all. */
function signing({ number, step: { approvals } }: Planned, words: Wording): Starting[] {
  const turns = [...new Set(approvals.map(({ order }) => order))].map((order) =>
    longest(approvals.filter((one) => one.order === order).map(({ within }) => within)),
  );
  const [first] = turns;
  if (first === undefined) return [];
  const key = approvals.length === 1 ? 'signature' : turns.length === 1 ? 'signatures' : 'inTurn';
  const says = words.label(`short.${key}`, {
    number: String(number),
    count: String(approvals.length),
    within: periodOf(first, words),
    total: summed(turns, words),
  });
  return [{ length: first, says }];
}

/** Of periods that run side by side; those of one step share their unit. */
const longest = (periods: readonly Period[]): Period =>
  periods.reduce((a, b) => (b.unit === a.unit && b.amount > a.amount ? b : a));

/** Periods one after another: the sum of each unit. */
function summed(periods: readonly Period[], words: Wording): string {
  const amounts = new Map<Period['unit'], number>();
  for (const { unit, amount } of periods) amounts.set(unit, (amounts.get(unit) ?? 0) + amount);
  return [...amounts].map(([unit, amount]) => periodOf({ unit, amount }, words)).join(' + ');
}

/** The day on which a request for assistance has to be sent, so that it finds the data still preserved (T02). */
function lastDispatch(
  steps: readonly Planned[],
  { asOf, items }: Frame,
  margin: number,
  words: Wording,
): Running[] {
  const request = steps.find(({ step }) => step.route.startsWith('MLA:'));
  const left = items.flatMap(({ id, facts }) => {
    const days = facts['preservation.daysLeft'];
    const counts = request?.step.items.includes(id) === true && facts['preservation.active'] === true;
    return counts && typeof days === 'number' ? [days] : [];
  });
  if (request === undefined || left.length === 0) return [];
  const day = dayAfter(asOf, Math.min(...left) - margin);
  const places = { number: String(request.number), day, margin: String(margin) };
  return [{ day, says: words.label(day < asOf ? 'short.late' : 'short.sendBy', places) }];
}

const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
