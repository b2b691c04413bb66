import type { Determination, Frame } from '../../../contracts/determination.js';
import type { RouteView } from '../../../contracts/route-view.js';
import { needed, notice, periodOf, plannedSteps, usefulness, type Planned } from './prose-routes.js';
import type { Wording } from './wording.js';

type Numbered = Planned & { number: number };

/**
 * The case in a few lines, before everything else: what may leave today and to whom, what waits for what, what is held and who
 * cures it, which items no route asks for, which clock runs first, what the answers are good for and whether the user is told.
 */
export function shortLines(
  determination: Determination,
  routes: readonly RouteView[],
  frame: Frame,
  words: Wording,
): string[] {
  const steps = plannedSteps(determination, routes).map((one, index) => ({ ...one, number: index + 1 }));
  const open = steps.filter(({ step }) => step.state === 'open');
  const [now, later] = [
    open.filter(({ lot }) => lot.after.length === 0),
    open.filter(({ lot }) => lot.after.length > 0),
  ];
  return [
    ...(open.length === 0 ? [words.label('short.nothing')] : []),
    ...named('now', now, words),
    ...named('later', later, words),
    ...steps.filter(({ step }) => step.state === 'blocked').map((one) => heldLine(one, words)),
    ...unasked(determination, frame, words),
    ...clockLines(steps, frame, words.parameter('mla.margin', frame.asOf), words),
    ...useLines(steps, frame, words),
  ].map((line) => `  - ${line}`);
}

function named(name: 'now' | 'later', steps: readonly Numbered[], words: Wording): string[] {
  if (steps.length === 0) return [];
  const said = steps.map(({ number, step, lot }) => {
    const first = lot.after.map(({ route, waitsFor, atMostDays }) =>
      words.label(atMostDays === null ? 'short.after' : 'short.afterAtMost', {
        route: words.route(route),
        state: words.label(`reached.${waitsFor}`),
        days: String(atMostDays),
      }),
    );
    const lacks = step.needs.length === 0 ? [] : [words.label('short.lacks', { needs: needed(step, words) })];
    const conditions = [...new Set([...first, ...lacks])];
    return `${called({ number, step }, words)}${conditions.length === 0 ? '' : ` (${conditions.join('; ')})`}`;
  });
  return [words.label(`short.${name}`, { steps: said.join('; ') })];
}

const called = ({ number, step }: Pick<Numbered, 'number' | 'step'>, words: Wording): string =>
  words.label('short.step', {
    number: String(number),
    route: words.route(step.route),
    measure: words.says('measures', step.measure),
    to: words.addressee(step.addressee),
    items: step.items.join(', '),
  });

function heldLine(one: Numbered, words: Wording): string {
  const held = one.step.blockedBy.map(({ code, cure }) => {
    if (cure.by.length > 0) return blockedBy(code, cure.by, words);
    return words.label('short.ask', { says: words.says('questions', code), code });
  });
  return words.label('short.held', { step: called(one, words), held: held.join('; ') });
}

/** What stands in the way, its code, and who can cure it. */
const blockedBy = (code: string, by: readonly string[], words: Wording): string =>
  words.label('short.cure', {
    says: words.says('blockers', code),
    code,
    by: by.map((role) => words.role(role)).join(words.label('or')),
  });

/** Items that no step asks for, each with what took it away: a blocker, else the headline of the route that would ask for it. */
function unasked({ steps, blockers, alternates }: Determination, { items }: Frame, words: Wording): string[] {
  return items
    .filter(({ id }) => !steps.some((step) => step.items.includes(id)))
    .map(({ id }) => {
      const removed = blockers.filter((one) => one.stage === 'remove' && one.items.includes(id));
      const shut = alternates.filter((one) => one.items.includes(id) && asksForData.includes(one.route));
      const why =
        removed.length > 0
          ? removed.map(({ code, cure }) => blockedBy(code, cure.by, words))
          : shut.map(({ route, reason }) => `${words.route(route)}: ${words.reason(reason)} (${reason})`);
      return words.label('short.unasked', { item: id, why: [...new Set(why)].join(' ') });
    });
}

const asksForData = ['PROV_DISC', 'MLA'];

/** Clocks that run already, the earliest first; then the first signature and the first clock after dispatch. */
function clockLines(steps: readonly Numbered[], frame: Frame, margin: number, words: Wording): string[] {
  const running = [...ofCase(frame, words), ...lastDispatch(steps, frame, margin, words)]
    .sort((a, b) => (a.day < b.day ? -1 : 1))
    .map(({ says }) => says);
  const starting = firstClocks(steps, words);
  return [
    ...(running.length === 0 ? [] : [words.label('short.running', { clocks: running.join('; ') })]),
    ...(starting.length === 0 ? [] : [words.label('short.starting', { clocks: starting.join('; ') })]),
  ];
}

type Running = { day: string; says: string };

function ofCase({ asOf, case: facts, items }: Frame, words: Wording): Running[] {
  const deadline = facts['proceedings.nextStatutoryDeadline'];
  const hours = facts['threat.hoursToHarm'];
  return [
    ...(typeof hours === 'number'
      ? [{ day: asOf, says: words.label('short.harm', { hours: String(hours) }) }]
      : []),
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

function firstClocks([first]: readonly Numbered[], words: Wording): string[] {
  if (first === undefined) return [];
  const number = String(first.number);
  const [signature] = first.step.approvals;
  const { firstClock } = first.step;
  return [
    ...(signature === undefined
      ? []
      : [words.label('short.signature', { number, within: periodOf(signature.within, words) })]),
    ...(firstClock === null
      ? []
      : [
          words.label('short.reply', {
            number,
            title: words.said(firstClock.title),
            within: periodOf(firstClock.length, words),
          }),
        ]),
  ];
}

/** The day on which a request for assistance has to be sent, so that it finds the data still preserved (T02). */
function lastDispatch(
  steps: readonly Numbered[],
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

/** What the steps are good for before a court, and whether the user learns of them: steps of one kind together. */
function useLines(steps: readonly Numbered[], frame: Frame, words: Wording): string[] {
  if (steps.length === 0) return [];
  const grouped = (of: (one: Numbered) => string): string => {
    const groups = new Map<string, number[]>();
    for (const one of steps) groups.set(of(one), [...(groups.get(of(one)) ?? []), one.number]);
    return [...groups]
      .map(([what, numbers]) => words.label('short.group', { steps: numbers.join(', '), what }))
      .join('; ');
  };
  return [
    words.label('short.court', { uses: grouped(({ view, step }) => words.label(usefulness(view, step))) }),
    words.label('short.told', { told: grouped(({ view, step }) => notice(view, step, frame, words)) }),
  ];
}
