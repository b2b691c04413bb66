import { covers } from '../evaluate/candidates.js';
import { listed } from '../evaluate/effects.js';
import { scopesIn, type NumberedEffect } from './effects.js';
import type { Outcome } from './outcome.js';
import type { Plan } from './plan.js';
import { has, scopesReadBy, stands } from './planned.js';
import type { Sheets } from './sheets.js';
import type { Words } from './words.js';

/** One code on one scope, and the steps it covers. */
type Scope = { word: number; covers: Int32Array };

type Blocking = {
  effect: number;
  code: string;
  measures: readonly string[];
  scopes: readonly Scope[];
  isRead: boolean;
  whenPlanned: boolean;
  holds: boolean;
  spares: { node: number; ofItem: boolean; covers: Int32Array } | undefined;
};
/** `holding`: the question as a blocker, by the number of the step it holds. */
type Asking = {
  effect: number;
  codes: readonly { word: number; missing: boolean; holding: readonly number[] }[];
};

/** Blockers, questions and safeguards of an item, and which of its steps they hold back. */
export class HoldTable {
  private readonly plan: Plan;
  private readonly words: Words;
  private readonly blocking: readonly Blocking[];
  private readonly asking: readonly Asking[];
  private readonly guarding: readonly { effect: number; word: number }[];
  private readonly scopes = new Map<string, Scope>();
  /** What stands for the item at hand. */
  private readonly standing: Blocking[] = [];
  private readonly asked: Asking[] = [];

  constructor(plan: Plan) {
    this.plan = plan;
    this.words = plan.words;
    const { list } = plan.effects;
    this.blocking = list.flatMap((one) => this.blockingOf(one) ?? []);
    this.asking = list.flatMap((one) => this.askingOf(one) ?? []);
    this.guarding = list.flatMap(({ effect, number }) =>
      'safeguard' in effect ? [{ effect: number, word: plan.words.number(effect.safeguard) }] : [],
    );
  }

  /** Conditions under which a blocker spares a route. */
  get conditions(): number[] {
    return this.blocking.flatMap(({ spares }) => spares?.node ?? []);
  }

  /** Adds what stands for an item whose steps begin at `from`. */
  hold(outcome: Outcome, sheets: Sheets, item: number, from: number): void {
    const to = outcome.stepItem.length;
    const { standing, asked } = this;
    standing.length = 0;
    asked.length = 0;
    for (const one of this.guarding) if (stands(sheets, item, one.effect)) outcome.safeguard(one.word);
    for (const one of this.asking) {
      if (!stands(sheets, item, one.effect)) continue;
      asked.push(one);
      for (const code of one.codes) outcome.ask(code.word, code.missing);
    }
    for (const one of this.blocking) {
      if (!stands(sheets, item, one.effect)) continue;
      standing.push(one);
      for (const scope of this.scopesOf(one, sheets, item))
        if (!one.whenPlanned || coversAny(scope, outcome, from, to)) outcome.block(scope.word);
    }
    for (let step = from; step < to; step++)
      this.holdStep(outcome.stepCandidate[step] ?? -1, outcome, sheets, item);
  }

  private holdStep(candidate: number, outcome: Outcome, sheets: Sheets, item: number): void {
    for (const one of this.standing) this.holdBy(one, candidate, outcome, sheets, item);
    for (const { codes } of this.asked)
      for (const { holding } of codes) {
        const word = holding[candidate] ?? -1;
        if (word >= 0) outcome.hold(word);
      }
    outcome.endHolds();
  }

  private holdBy(one: Blocking, candidate: number, outcome: Outcome, sheets: Sheets, item: number): void {
    if (!one.holds) return;
    const { spares } = one;
    if (spares !== undefined && has(spares.covers, candidate)) {
      const truths = spares.ofItem ? sheets.truths[item] : sheets.truthsOfCase;
      if (truths?.[spares.node] === 1) return;
    }
    for (const { word, covers: covered } of this.scopesOf(one, sheets, item))
      if (has(covered, candidate)) outcome.hold(word);
  }

  private scopesOf(one: Blocking, sheets: Sheets, item: number): readonly Scope[] {
    if (!one.isRead) return one.scopes;
    return scopesReadBy(this.plan, one.effect, sheets, item).map((scope) =>
      this.scope(one.code, scope, one.measures),
    );
  }

  private scope(code: string, scope: string, measures: readonly string[]): Scope {
    const key = `${code}:${scope} ${measures.join()}`;
    const known = this.scopes.get(key);
    if (known !== undefined) return known;
    const fresh = {
      word: this.words.number(`${code}:${scope}`),
      covers: this.plan.candidates.covered([scope], measures),
    };
    this.scopes.set(key, fresh);
    return fresh;
  }

  private blockingOf(one: NumberedEffect): Blocking | undefined {
    const { effect, number, spares } = one;
    if (!('block' in effect)) return undefined;
    const { scopes, readFrom } = scopesIn(one);
    const measures = listed(effect.measure);
    return {
      effect: number,
      code: effect.block,
      measures,
      scopes: scopes.map((scope) => this.scope(effect.block, scope, measures)),
      isRead: readFrom !== undefined,
      whenPlanned: effect.whenPlanned === true,
      holds: effect.stage === 'dispatch',
      spares:
        spares === undefined
          ? undefined
          : {
              node: spares,
              ofItem: this.plan.program.nodes.node(spares).ofItem,
              covers: this.plan.candidates.covered(effect.spares?.routes ?? [], []),
            },
    };
  }

  private askingOf({ effect, number, page }: NumberedEffect): Asking | undefined {
    if (!('ask' in effect)) return undefined;
    const { program, candidates, effects } = this.plan;
    const rule = effects.pages[page]?.rule ?? '';
    const holds = effect.holds ?? [];
    return {
      effect: number,
      codes: listed(effect.ask).map((code) => ({
        word: this.words.number(code),
        missing: !rule.startsWith('D'),
        holding: candidates.list.map((step) =>
          holds.some((route) => covers(program, route, step))
            ? this.words.number(`${code}:${step.route}`)
            : -1,
        ),
      })),
    };
  }
}

function coversAny({ covers: covered }: Scope, outcome: Outcome, from: number, to: number): boolean {
  for (let step = from; step < to; step++) if (has(covered, outcome.stepCandidate[step] ?? -1)) return true;
  return false;
}
