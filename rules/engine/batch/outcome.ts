import type { RouteId } from '../../../contracts/codes.js';
import type { Candidate } from './candidates.js';
import { none } from './codes.js';
import type { Plan } from './plan.js';
import type { Sheets } from './sheets.js';
import type { Words } from './words.js';

/**
 * What was decided, as numbers of steps and words; used again for every case. Everything that two determinations must agree
 * on can be read from it (`decidedIn`), and its digest can be taken without making an object (`digestInto`).
 */
export class Outcome {
  readonly words: Words;
  readonly plan: Plan;
  /** Steps item by item; `stepHolds` is the end of a step's blockers in `holds`. */
  readonly stepItem: number[] = [];
  readonly stepCandidate: number[] = [];
  /** Route and measure, as one word. */
  readonly stepRoute: number[] = [];
  readonly stepOrder: number[] = [];
  readonly stepTo: number[] = [];
  readonly stepBasis: number[] = [];
  readonly stepTerms: number[] = [];
  readonly stepHolds: number[] = [];
  readonly holds: number[] = [];
  /** Words of blockers, questions of section B, questions of definitions, and safeguards; each once. */
  readonly blockers: number[] = [];
  readonly missing: number[] = [];
  readonly safeguards: number[] = [];
  ended = false;
  sheets: Sheets | undefined;
  private readonly seen: number[] = [];
  private run = 0;

  constructor(plan: Plan) {
    this.plan = plan;
    this.words = plan.words;
  }

  clear(sheets: Sheets): void {
    this.run += 1;
    this.sheets = sheets;
    this.ended = sheets.end !== none;
    for (const list of [this.stepItem, this.stepCandidate, this.stepRoute, this.stepOrder, this.stepTo])
      list.length = 0;
    for (const list of [this.stepBasis, this.stepTerms, this.stepHolds, this.holds]) list.length = 0;
    for (const list of [this.blockers, this.missing, this.safeguards]) list.length = 0;
  }

  /** Adds a step of an item; the same step opened by another page is not added again. */
  addStep(
    item: number,
    { number, word }: Candidate,
    order: number,
    to: number,
    basis: number,
    terms: number,
  ): void {
    for (let step = this.stepItem.length - 1; this.stepItem[step] === item; step--)
      if (
        this.stepRoute[step] === word &&
        this.stepOrder[step] === order &&
        this.stepTo[step] === to &&
        this.stepBasis[step] === basis &&
        this.stepTerms[step] === terms
      )
        return;
    this.stepItem.push(item);
    this.stepCandidate.push(number);
    this.stepRoute.push(word);
    this.stepOrder.push(order);
    this.stepTo.push(to);
    this.stepBasis.push(basis);
    this.stepTerms.push(terms);
  }

  hold(word: number): void {
    this.holds.push(word);
  }

  endHolds(): void {
    this.stepHolds.push(this.holds.length);
  }

  block(word: number): void {
    if (this.isNew(word, 0)) this.blockers.push(word);
  }

  ask(word: number, missing: boolean): void {
    if (missing && this.isNew(word, 1)) this.missing.push(word);
  }

  safeguard(word: number): void {
    if (this.isNew(word, 2)) this.safeguards.push(word);
  }

  /** Rules that fired and were not beaten. */
  get firedRules(): string[] {
    const { plan, sheets } = this;
    if (sheets === undefined) return [];
    if (this.ended) return [plan.effects.pages[sheets.end]?.rule ?? ''];
    const { rules } = plan.effects;
    const fired = new Uint8Array(rules.length);
    this.addFired(sheets.pagesOfCase, sheets.effectsOfCase, fired);
    for (let item = 0; item < sheets.count; item++)
      this.addFired(sheets.pages[item], sheets.effects[item], fired);
    return rules.filter((_, rule) => fired[rule] === 1);
  }

  private addFired(pages: Int32Array | undefined, effects: Int32Array | undefined, fired: Uint8Array): void {
    if (pages === undefined || effects === undefined) return;
    for (let word = 0; word < pages.length; word++)
      for (let bits: number = pages[word] ?? 0; bits !== 0; bits &= bits - 1) {
        const place = word * 32 + 31 - Math.clz32(bits & -bits);
        const settles = this.plan.effects.pages[place]?.settles === true;
        if (!settles || !this.isBeaten(effects, place)) fired[this.plan.effects.ruleOfPage[place] ?? 0] = 1;
      }
  }

  routeOf(step: number): RouteId {
    const candidate = this.plan.candidates.list[this.stepCandidate[step] ?? -1];
    if (candidate === undefined) throw new RangeError(`there is no step ${step}`);
    return candidate.route;
  }

  private isBeaten(effects: Int32Array, place: number): boolean {
    return !this.plan.ofPage(place).some((mask, word) => ((effects[word] ?? 0) & mask) !== 0);
  }

  private isNew(word: number, list: number): boolean {
    const at = word * 3 + list;
    if (this.seen[at] === this.run) return false;
    this.seen[at] = this.run;
    return true;
  }
}
