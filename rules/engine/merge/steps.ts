import type { Step } from '../../../contracts/determination.js';
import type { Board } from '../evaluate/board.js';
import type { BoundRuleSet } from '../rule-set/bound.js';
import { candidatesOf, fate, touches, type Candidate } from '../evaluate/candidates.js';
import { listed } from '../evaluate/effects.js';
import { stateOf } from '../evaluate/interpret.js';
import { programOf, type Program } from '../evaluate/program.js';
import type { Outcome } from '../evaluate/run.js';
import { Touching } from '../evaluate/standing.js';
import { holds } from '../evaluate/state.js';
import { variantOf } from '../rule-set/rule-set.js';
import type { WrittenCondition } from '../schema/words.js';
import { isList } from '../rule-set/value-types.js';

/** A planned step of one item, with everything the merge groups by. */
export type ItemStep = Candidate & { order: number; to: string; basis: readonly string[] };

/** Steps that neither a blocker removes nor a reason shuts, item by item. A case that has ended has none. */
export function itemSteps({ program, board, touching, ended }: Outcome): ItemStep[] {
  if (ended) return [];
  return board.items.flatMap((item, index) => {
    const ofItem = touching[index + 1] ?? new Touching();
    return candidatesOf(item, ofItem, board, program)
      .filter((candidate) => fate(candidate, ofItem, program) === 'planned')
      .map((candidate) => stepOf(program, board, ofItem, candidate));
  });
}

function stepOf(program: Program, board: Board, touching: Touching, candidate: Candidate): ItemStep {
  const { addressee, item } = candidate;
  return {
    ...candidate,
    to: typeof addressee === 'string' ? addressee : said(board, item, addressee),
    order: orderOf(program.rules, board, candidate),
    basis: basisOf(program, board, touching, candidate),
  };
}

const said = (
  board: Board,
  item: string,
  { fact, else: otherwise }: { fact: string; else: string },
): string => {
  const value = board.value(item, fact);
  return typeof value === 'string' && value !== '' ? value : otherwise;
};

/** Whether a condition of the catalogue or of a life cycle holds on a subject. */
export const holdsOn = (
  rules: BoundRuleSet,
  board: Board,
  subject: string,
  written: WrittenCondition,
): boolean => holds(stateOf(rules.condition(written), board, board.sheet(subject)));

const orderOf = (rules: BoundRuleSet, board: Board, { item, row }: Candidate): number =>
  row.orderWhen !== undefined && holdsOn(rules, board, item, row.orderWhen.when)
    ? row.orderWhen.order
    : row.order;

/** Bases of the row or of the variant, and those that pages cite; where a fact holds them all, the variant's stand first. */
function basisOf(program: Program, board: Board, { telling }: Touching, candidate: Candidate): string[] {
  const { item, row, entry, route } = candidate;
  const ofVariant = variantOf(entry, route.split(':')[1] ?? '')?.basis ?? [];
  const cited = telling.flatMap(({ effect }) =>
    'cite' in effect && touches([effect.on], listed(effect.measure), candidate, program) ? [effect.cite] : [],
  );
  return [...new Set([...ownBasis(board, item, row.basis, ofVariant), ...cited])];
}

function ownBasis(
  board: Board,
  item: string,
  written: Candidate['row']['basis'],
  ofVariant: readonly string[],
): readonly string[] {
  if (written === undefined) return ofVariant;
  if (Array.isArray(written)) return written;
  const all = board.value(item, written.fact);
  const held = isList(all) ? all : [];
  return [
    ...ofVariant.filter((code) => held.includes(code)),
    ...held.filter((code) => !ofVariant.includes(code)),
  ];
}

/** Steps of one route, measure and addressee become one step of the case. */
export function mergeSteps(steps: readonly ItemStep[]): Step[] {
  const merged = new Map<string, Step>();
  for (const { order, route, measure, to, item, basis } of steps) {
    const key = [order, route, measure, to].join('|');
    const known = merged.get(key);
    merged.set(key, {
      order,
      route,
      measure,
      addressee: to,
      items: [...new Set([...(known?.items ?? []), item])],
      basis: [...new Set([...(known?.basis ?? []), ...basis])],
    });
  }
  return [...merged.values()];
}

/** Which of two codes stands first. */
export const before = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

/** Smaller order first; the same order stands as the catalogue stands, then by addressee, then as the items do. */
export function inOrder(steps: readonly Step[], rules: BoundRuleSet): Step[] {
  if (steps.length < 2) return [...steps];
  const { places } = programOf(rules);
  const place = (step: Step): number => places.get(step.route) ?? -1;
  return [...steps].sort(
    (a, b) => a.order - b.order || place(a) - place(b) || before(a.addressee, b.addressee),
  );
}
