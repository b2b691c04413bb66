import { HoldTable } from './holds.js';
import { Outcome } from './outcome.js';
import { candidateOf, isKilled, stands } from './planned.js';
import type { Plan } from './plan.js';
import type { Sheets } from './sheets.js';
import { StepTable } from './steps.js';

/** Merges effects that stand into steps, what holds them, blockers and questions, as whole numbers. */
export class Merge {
  /** Conditions whose truth the merge reads. */
  readonly conditions: readonly number[];
  private readonly plan: Plan;
  private readonly outcome: Outcome;
  private readonly steps: StepTable;
  private readonly holds: HoldTable;

  constructor(plan: Plan) {
    this.plan = plan;
    this.outcome = new Outcome(plan);
    this.steps = new StepTable(plan);
    this.holds = new HoldTable(plan);
    this.conditions = [...this.steps.conditions, ...this.holds.conditions];
  }

  merge(sheets: Sheets): Outcome {
    this.begin(sheets);
    for (let item = 0; item < sheets.count; item++) this.add(sheets, item);
    return this.outcome;
  }

  /** One item as if it were the only one. */
  mergeItem(sheets: Sheets, item: number): Outcome {
    this.begin(sheets);
    this.add(sheets, item);
    return this.outcome;
  }

  private begin(sheets: Sheets): void {
    this.outcome.clear(sheets);
    if (this.outcome.ended) this.leaveOnly(sheets);
  }

  private add(sheets: Sheets, item: number): void {
    const from = this.outcome.stepItem.length;
    if (!this.outcome.ended) this.planItem(sheets, item);
    this.holds.hold(this.outcome, sheets, item, from);
  }

  /** Only the page that ends the case speaks. */
  private leaveOnly(sheets: Sheets): void {
    const left = this.plan.ofPage(sheets.end);
    for (const words of [sheets.effectsOfCase, ...sheets.effects.slice(0, sheets.count)])
      for (const [word, bits] of left.entries()) words[word] = (words[word] ?? 0) & bits;
  }

  private planItem(sheets: Sheets, item: number): void {
    const { plan, steps, outcome } = this;
    const { from, to } = plan.opens;
    for (let open = from; open < to; open++) {
      if (!stands(sheets, item, open)) continue;
      const candidate = candidateOf(plan, open, sheets, item);
      if (candidate === undefined || isKilled(plan, candidate, sheets, item)) continue;
      const order = steps.order(candidate, sheets, item);
      const to = steps.to(candidate, sheets, item);
      outcome.addStep(
        item,
        candidate,
        order,
        to,
        steps.basis(candidate, sheets, item),
        steps.terms(candidate, sheets, item),
      );
    }
  }
}
