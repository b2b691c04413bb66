import type { FactValue, Frame } from '../../../contracts/determination.js';
import { Board } from './board.js';
import type { BoundRuleSet } from '../rule-set/bound.js';
import { candidatesOf, fate } from './candidates.js';
import { derive } from './derive.js';
import type { EffectRead, FactEntry } from '../rule-set/dictionary.js';
import { listed, scopesRead, type Active } from './effects.js';
import type { Evaluator, Fired } from './evaluator.js';
import type { Sheet } from './kernel.js';
import { programOf, type Level, type PlannedEffect, type Program, type WorkedFact } from './program.js';
import { Standing, type Touching } from './standing.js';
import { holds, isUnsure } from './state.js';
import { isList } from '../rule-set/value-types.js';

/** Everything a run leaves: facts worked out and states of conditions, pages that fired, effects that stand. */
export type Outcome = {
  program: Program;
  board: Board;
  fired: readonly Fired[];
  actives: readonly Active[];
  /** Whether a page ends the case: then only that page speaks. */
  ended: boolean;
  /** Effects that concern an item, by kind; in the order of the subjects, the case first. */
  touching: readonly Touching[];
};

/** Runs the levels of a bound rule set over a frame. The evaluator answers conditions; all else is here and in what it calls. */
export async function run(rules: BoundRuleSet, frame: Frame, evaluator: Evaluator): Promise<Outcome> {
  const program = programOf(rules);
  const running = new Running(program, frame);
  for (const level of program.levels) {
    for (const fact of level.facts) running.workOut(fact);
    const answering = evaluator.whens(level, running.board, program.nodes);
    if (answering !== undefined) await answering;
    const fired = running.judge(level);
    const more = evaluator.ofEffects(level, fired, running.board, program.nodes);
    if (more !== undefined) await more;
    for (const one of fired) running.fire(one);
  }
  return running.outcome();
}

class Running {
  readonly board: Board;
  private readonly program: Program;
  private readonly fired: Fired[] = [];
  private readonly standing: Standing;

  constructor(program: Program, frame: Frame) {
    this.program = program;
    this.board = new Board(frame, program.ground, program.blankStates);
    this.standing = new Standing(this.board.subjects);
  }

  outcome(): Outcome {
    const { program, board, fired, standing } = this;
    const { ending } = standing;
    if (ending !== undefined) standing.leaveOnly(ending);
    const { actives, touching } = standing;
    return { program, board, fired, actives, ended: ending !== undefined, touching };
  }

  /** Works a derived fact, or a fact made of effects, out for every subject it belongs to. */
  workOut(fact: WorkedFact): void {
    const { sheets, ofCase } = this.board;
    if (fact.entry.scope === 'case') return this.workOutFor(fact, ofCase, 0);
    for (let subject = 1; subject < sheets.length; subject++)
      this.workOutFor(fact, sheets[subject] ?? ofCase, subject);
  }

  private workOutFor(fact: WorkedFact, sheet: Sheet, subject: number): void {
    sheet.values[fact.slot] = this.valueOf(fact, subject);
    if (sheet.unsure[fact.slot] === 0 && this.isUnsure(fact, sheet)) sheet.unsure[fact.slot] = 1;
  }

  private isUnsure({ entry, sources }: WorkedFact, sheet: Sheet): boolean {
    const { board } = this;
    const overItems = entry.origin === 'derived' && 'over' in entry.derive;
    return sources.some(({ slot, ofItem }) =>
      ofItem && overItems
        ? board.sheets.some(({ unsure }, subject) => subject > 0 && unsure[slot] === 1)
        : (ofItem ? sheet : board.ofCase).unsure[slot] === 1,
    );
  }

  private valueOf({ entry, family }: WorkedFact, subject: number): FactValue {
    if (entry.origin === 'effect') return this.ofEffects(entry.of, family, subject);
    if (entry.origin !== 'derived') return null;
    const { board, program } = this;
    const of = board.subjects[subject] ?? '';
    return derive(entry, board.dictionary, {
      value: (id) => board.value(of, id),
      ofEveryItem: (id) => board.items.map((item) => board.value(item, id)),
      parameter: (id) => program.rules.parameter(id),
    });
  }

  /** Pages of a level that hold, subject by subject. What a page that cannot be told makes is in doubt, fired or not. */
  judge(level: Level): Fired[] {
    const fired: Fired[] = [];
    const { sheets, subjects, ofCase } = this.board;
    for (const [subject, sheet] of sheets.entries()) {
      const of = subjects[subject] ?? '';
      for (const page of subject === 0 ? level.ofCase : level.ofItem) {
        const state = (page.whenOfItem ? sheet : ofCase).states[page.when];
        if (isUnsure(state)) page.makes.forEach((fact) => this.doubt(fact, sheet, subject));
        if (holds(state)) fired.push({ page, subject, of, sheet });
      }
    }
    return fired;
  }

  private doubt(fact: FactEntry, sheet: Sheet, subject: number): void {
    const slot = this.board.slot(fact.id);
    if (fact.scope === 'case') this.board.ofCase.unsure[slot] = 1;
    else if (subject !== 0) sheet.unsure[slot] = 1;
    else for (const { unsure } of this.board.sheets.slice(1)) unsure[slot] = 1;
  }

  fire(one: Fired): void {
    this.fired.push(one);
    const { page, sheet } = one;
    for (const planned of page.effects) {
      const { effect, when } = planned;
      if (when !== undefined && !this.holds(when, sheet)) continue;
      if ('conclude' in effect)
        this.conclude(sheet, effect.conclude, effect.is, listed(effect.add), page.bound.page.file);
      else this.add(planned, one);
    }
  }

  private holds(number: number, sheet: Sheet): boolean {
    const { ofCase } = this.board;
    return holds((this.program.nodes.node(number).ofItem ? sheet : ofCase).states[number]);
  }

  private add({ effect, spares, opens, shuts }: PlannedEffect, { page, subject, of, sheet }: Fired): void {
    const { board, program, standing } = this;
    const scopes = scopesRead(effect, (fact) => board.value(of, fact));
    const read = 'block' in effect && effect.stage === 'remove' && effect.measure === undefined ? scopes : [];
    const active: Active = {
      effect,
      page: page.bound.page,
      subject: of,
      scopes,
      spares: spares !== undefined && this.holds(spares, sheet),
      opens,
      shuts,
      removes: read.reduce((all, scope) => all | program.bitsOf(scope), 0),
    };
    standing.add(active, subject);
  }

  private ofEffects(of: EffectRead, family: number, subject: number): boolean {
    const { standing } = this;
    const touching = standing.touching[subject];
    switch (of) {
      case 'ended':
        return standing.ending !== undefined;
      case 'settled':
        return standing.settleBest(subject) !== undefined;
      case 'settledButSecuring': {
        const best = standing.settleBest(subject);
        return best !== undefined && 'settle' in best.effect && best.effect.except === 'securing';
      }
      case 'opened':
        return touching !== undefined && (touching.opens & family) !== 0;
      case 'shut':
        return touching !== undefined && (touching.shuts & family) !== 0;
      case 'removed':
        return touching !== undefined && (touching.removes & family) !== 0;
      case 'planned':
        return (
          touching !== undefined &&
          (touching.opens & family) !== 0 &&
          this.isPlanned(family, touching, subject)
        );
    }
  }

  private isPlanned(family: number, touching: Touching, subject: number): boolean {
    const { board, program } = this;
    return candidatesOf(board.subjects[subject] ?? '', touching, board, program).some(
      (candidate) => candidate.bit === family && fate(candidate, touching, program) === 'planned',
    );
  }

  private conclude(
    sheet: Sheet,
    fact: string,
    is: FactValue | undefined,
    add: readonly string[],
    file: string,
  ): void {
    const slot = this.board.slot(fact);
    const before = sheet.values[slot] ?? null;
    if (is === undefined) {
      sheet.values[slot] = [...new Set([...(isList(before) ? before : []), ...add])].sort();
      return;
    }
    const entry = this.program.ground.entries[slot];
    const untouched = entry?.origin === 'concluded' && before === entry.else;
    if (!untouched && before !== is)
      throw new Error(`${file}: ${fact} is concluded both ${String(before)} and ${String(is)}`);
    sheet.values[slot] = is;
  }
}
