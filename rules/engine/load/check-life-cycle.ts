import { dataCategories, endStates, urgencies, type Urgency } from '../../../contracts/codes.js';
import type { Period } from '../../../contracts/plan.js';
import { decisionChoices } from '../../../contracts/route-events.js';
import type { LifeCyclePage } from '../schema/life-cycle.js';
import { didYouMean } from './nearest.js';

/** What is wrong on a page, and where on it. */
export type LifeCycleFault = { at: readonly PropertyKey[]; says: string };

/** Faults of a life-cycle page that its shape alone does not show. */
export function faultsOfPage(page: LifeCyclePage, fileName: string): LifeCycleFault[] {
  return [
    ...faultsOfName(page, fileName),
    ...faultsOfStates(page),
    ...faultsOfReplies(page),
    ...faultsOfApprovals(page),
    ...faultsOfCategories(page),
    ...faultsOfClocks(page),
    ...faultsOfLadders(page),
  ];
}

const faultsOfName = (page: LifeCyclePage, fileName: string): LifeCycleFault[] =>
  fileName === `${page.family}.yaml`
    ? []
    : [{ at: ['family'], says: `the page of ${page.family} is ${page.family}.yaml` }];

function faultsOfStates(page: LifeCyclePage): LifeCycleFault[] {
  const { states } = page;
  const names = Object.keys(states);
  const reached = new Set<string>([
    'draft',
    AFTER_WITHDRAWAL,
    ...Object.values(page.replies),
    ...Object.values(states).flatMap(({ on }) => Object.values(on)),
  ]);
  const lost = names
    .filter((name) => !reached.has(name))
    .map((name) => ({ at: ['states', name], says: `nothing leads to "${name}"` }));
  const unknown = Object.entries(states).flatMap(([name, { on }]) =>
    faultsOfWays(on, names, ['states', name, 'on']),
  );
  return [...unknown, ...lost, ...faultsOfDeciders(states)];
}

/** Reached by a withdrawal, which is possible from every state and therefore stands in none. */
const AFTER_WITHDRAWAL = 'withdrawn';

/** `back`: where the route rested. `asMeant`: the end that was decided on before a letter or a review had to come first. */
const elsewhere = ['back', 'asMeant'];

function faultsOfWays(
  ways: Readonly<Partial<Record<string, string>>>,
  names: readonly string[],
  at: readonly PropertyKey[],
): LifeCycleFault[] {
  const known = [...names, ...endStates, ...elsewhere];
  return Object.entries(ways).flatMap(([event, to = '']) =>
    known.includes(to) ? [] : [{ at: [...at, event], says: `"${to}" is no state.${didYouMean(to, known)}` }],
  );
}

/** Where something is decided it stands who decides, and nowhere else. */
const faultsOfDeciders = (states: LifeCyclePage['states']): LifeCycleFault[] =>
  Object.entries(states).flatMap(([name, { on, by, kind }]) => {
    const decides = kind !== 'does' && decisionChoices.some((choice) => on[choice] !== undefined);
    return decides === (by !== undefined)
      ? []
      : [
          {
            at: ['states', name],
            says: decides ? 'says nobody who decides' : 'decides nothing, but says who',
          },
        ];
  });

const faultsOfReplies = ({ replies, states }: LifeCyclePage): LifeCycleFault[] =>
  faultsOfWays(replies, Object.keys(states), ['replies']);

function faultsOfApprovals(page: LifeCyclePage): LifeCycleFault[] {
  const signed = urgencies.filter((urgency) => page.approvals[urgency] !== undefined);
  if (signed.length === 0) return [{ at: ['approvals'], says: 'nobody signs at any urgency' }];
  const empty = signed
    .filter((urgency) => page.approvals[urgency]?.length === 0)
    .map((urgency) => ({ at: ['approvals', urgency], says: 'nobody signs' }));
  const forEver = signed
    .filter((urgency) => page.approvalValidFor[urgency] === undefined)
    .map((urgency) => ({ at: ['approvalValidFor'], says: `says nothing for ${urgency}` }));
  return [...empty, ...forEver];
}

const faultsOfCategories = ({ approvalsFor }: LifeCyclePage): LifeCycleFault[] =>
  approvalsFor.flatMap(({ categories }, index) =>
    categories.flatMap((name, place) =>
      dataCategories.some((category) => category === name)
        ? []
        : [
            {
              at: ['approvalsFor', index, 'categories', place],
              says: `"${name}" is no category.${didYouMean(name, dataCategories)}`,
            },
          ],
    ),
  );

type Clock = LifeCyclePage['clocks'][number];

function faultsOfClocks({ clocks }: LifeCyclePage): LifeCycleFault[] {
  const runsAt = (clock: Clock, urgency: Urgency) => clock.for?.includes(urgency) ?? true;
  const meet = (one: Clock, other: Clock) =>
    !one.channels || !other.channels || one.channels.some((channel) => other.channels?.includes(channel));
  return clocks.flatMap((clock, index) => {
    const twice = urgencies.find((urgency) =>
      clocks
        .slice(0, index)
        .some(
          (other) =>
            other.id === clock.id && meet(other, clock) && runsAt(other, urgency) && runsAt(clock, urgency),
        ),
    );
    return twice === undefined
      ? []
      : [{ at: ['clocks', index, 'id'], says: `a second clock "${clock.id}" at ${twice}` }];
  });
}

function faultsOfLadders({ approvals, approvalsFor, clocks }: LifeCyclePage): LifeCycleFault[] {
  const places = [
    ...urgencies.flatMap((urgency) =>
      (approvals[urgency] ?? []).map(({ ladder }, index) => ({ at: ['approvals', urgency, index], ladder })),
    ),
    ...approvalsFor.flatMap(({ add }, index) =>
      add.map(({ ladder }, place) => ({ at: ['approvalsFor', index, 'add', place], ladder })),
    ),
    ...clocks.map(({ ladder }, index) => ({ at: ['clocks', index], ladder })),
  ];
  return places.flatMap(({ at, ladder }) =>
    ladder.flatMap((rung, index) => {
      const before = ladder[index - 1];
      return before === undefined || roughHours(before.after) <= roughHours(rung.after)
        ? []
        : [{ at: [...at, 'ladder', index], says: 'comes earlier than the rung above it' }];
    }),
  );
}

/** Enough to put rungs of one ladder in order: a working day is taken as a day of eight hours among working hours. */
const roughHours = ({ amount, unit }: Period): number =>
  amount * { minute: 1 / 60, hour: 1, day: 24, 'working-hour': 1, 'working-day': 8 }[unit];
