import { endStates } from '../../contracts/codes.js';
import type { LifeCyclePage } from '../../rules/engine/schema/life-cycle.js';
import type { Arrow, Box, Diagram } from '../../rules/workbench/graph/diagram.js';

const legend: Diagram['legend'] = {
  does: 'our own work',
  rests: 'waits here; detours come back',
  asks: 'asked on the way',
  follows: 'still to be done',
  replies: 'replies lead on from blue and yellow',
};

const REPLIES = 'replies';
const AS_MEANT = 'asMeant';

/** What the page of a life cycle says, as boxes and arrows: each event once, replies from a box of their own. */
export function diagramOf({ family, title, states, replies }: LifeCyclePage): Diagram {
  const led = { ...withoutBack(replies) };
  const arrows = [
    ...Object.entries(states).flatMap(([from, { on }]) => arrowsFrom(from, withoutBack(on))),
    ...('waiting' in states ? [{ from: 'waiting', to: REPLIES, events: ['it comes'] }] : []),
    ...arrowsFrom(REPLIES, led),
  ];
  const targets = new Set(arrows.map(({ to }) => to));
  const boxes: Box[] = Object.entries(states).map(([id, state]) => ({
    id,
    title: words(id),
    lines: linesOf(state),
    kind: state.kind,
  }));
  const answers: Box = {
    id: REPLIES,
    title: 'a reply',
    lines: ['from every waiting state'],
    kind: 'replies',
  };
  const meant: Box = { id: AS_MEANT, title: 'end as decided', lines: [], kind: 'end' };
  return {
    family,
    title,
    legend,
    boxes: [
      ...boxes,
      ...(Object.keys(led).length > 0 ? [answers] : []),
      ...endStates
        .filter((end) => targets.has(end))
        .map((id): Box => ({ id, title: id, lines: [], kind: 'end' })),
      ...(targets.has(AS_MEANT) ? [meant] : []),
    ],
    arrows,
  };
}

function linesOf({ shows, on, by = [] }: LifeCyclePage['states'][string]): readonly string[] {
  const back = Object.entries(on).flatMap(([event, to]) => (to === 'back' ? [event] : []));
  return [
    ...(shows.length > 0 ? [shows.join(' > ')] : []),
    ...(by.length > 0 ? [`decides: ${by.join(', ')}`] : []),
    ...(back.length > 0 ? [`back: ${back.join(', ')}`] : []),
  ];
}

const withoutBack = (ways: Readonly<Partial<Record<string, string>>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(ways).flatMap(([event, to]) => (to === undefined || to === 'back' ? [] : [[event, to]])),
  );

/** Events that lead from one box to the same other one share an arrow. */
function arrowsFrom(from: string, ways: Readonly<Record<string, string>>): Arrow[] {
  const targets = [...new Set(Object.values(ways))];
  return targets.map((to) => ({
    from,
    to,
    events: Object.entries(ways).flatMap(([event, target]) => (target === to ? [event] : [])),
  }));
}

/** `fieldsMissing` as "fields missing". */
const words = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
