import { bitsOf, scopesIn } from './effects.js';
import type { Candidate } from './candidates.js';
import { listed } from '../evaluate/effects.js';
import type { Slot } from './facts.js';
import type { Plan } from './plan.js';
import type { Sheets } from './sheets.js';

const nothing = new Int32Array(0);

/** The step that an opening effect opens for an item as its facts stand; `undefined` for a variant that does not exist. */
export function candidateOf(plan: Plan, open: number, sheets: Sheets, item: number): Candidate | undefined {
  const opening = plan.candidates.openings[open];
  if (opening?.variant === undefined) return opening?.only;
  return opening.variant.byCode.get(valueOf(opening.variant.slot, sheets, item));
}

/** Value of a fact of the item or of the case, as a whole number. */
export const valueOf = ({ slot, ofItem }: Slot, sheets: Sheets, item: number): number =>
  (ofItem ? sheets.items[item] : sheets.ofCase)?.[slot] ?? 0;

/** Whether an effect that stands shuts or removes the step: remove beats shut beats open. */
export function isKilled(plan: Plan, { kills, number }: Candidate, sheets: Sheets, item: number): boolean {
  const own = sheets.effects[item] ?? nothing;
  const ofCase = sheets.effectsOfCase;
  for (let word = 0; word < kills.length; word++)
    if ((((own[word] ?? 0) | (ofCase[word] ?? 0)) & (kills[word] ?? 0)) !== 0) return true;
  for (const kill of plan.candidates.killsRead) {
    const word = kill.number >> 5;
    const stands = (((own[word] ?? 0) | (ofCase[word] ?? 0)) >>> (kill.number & 31)) & 1;
    if (stands === 1 && has(coverRead(plan, kill.number, sheets, item), number)) return true;
  }
  return false;
}

export const has = (bits: Int32Array, number: number): boolean =>
  (((bits[number >> 5] ?? 0) >>> (number & 31)) & 1) === 1;

/** Candidates covered by the scopes that an effect reads from a fact. */
function coverRead(plan: Plan, effect: number, sheets: Sheets, item: number): Int32Array {
  const planned = plan.effects.list[effect];
  if (planned === undefined) return bitsOf([], 1);
  const { effect: written } = planned;
  const measures = 'measure' in written ? listed(written.measure) : [];
  return plan.candidates.covered(scopesReadBy(plan, effect, sheets, item), measures);
}

/** Routes that a blocking effect reads from a fact, as they stand. */
export function scopesReadBy(plan: Plan, effect: number, sheets: Sheets, item: number): readonly string[] {
  const planned = plan.effects.list[effect];
  const fact = planned === undefined ? undefined : scopesIn(planned).readFrom;
  return fact === undefined ? [] : plan.facts.membersIn(fact, valueOf(plan.facts.slot(fact), sheets, item));
}

/** Whether a step of a family stands planned for an item; for the case there is none. */
export function plannedIn(plan: Plan, family: number, sheets: Sheets, item: number): boolean {
  for (const open of plan.opensOf(family)) {
    if (!stands(sheets, item, open)) continue;
    const candidate = candidateOf(plan, open, sheets, item);
    if (candidate !== undefined && !isKilled(plan, candidate, sheets, item)) return true;
  }
  return false;
}

/** Whether an effect of the case or of the item stands. */
export function stands(sheets: Sheets, item: number, effect: number): boolean {
  const word = effect >> 5;
  const bits = (sheets.effects[item]?.[word] ?? 0) | (sheets.effectsOfCase[word] ?? 0);
  return ((bits >>> (effect & 31)) & 1) === 1;
}
