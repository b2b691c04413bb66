import type { FactValue, Frame, Reading } from '../../contracts/determination.js';
import { Board, caseSubject } from './board.js';
import type { BoundRuleSet } from './bound.js';
import { candidatesOf, fate } from './candidates.js';
import type { Truth } from './conditions.js';
import { factsMade, sourcesOf } from './dependencies.js';
import { derive } from './derive.js';
import { entryOf, type EffectFact, type FactEntry } from './dictionary.js';
import { concerns, isOpening, isRemoving, isShutting, listed, scopesRead, type Active } from './effects.js';
import type { Evaluator } from './evaluator.js';
import { readingOf } from './reading.js';
import { familiesOf, type BoundPage } from './rule-set.js';
import { isList } from './value-types.js';

/** What became of one page for one subject. */
export type Judged = {
  bound: BoundPage;
  subject: string;
  truths: readonly Truth[];
  fired: boolean;
  reading: Reading;
};

/** Everything a run leaves: facts worked out, pages judged, effects that stand. Merging starts from here. */
export type Outcome = { board: Board; judged: readonly Judged[]; actives: readonly Active[] };

/** Runs the strata of a bound rule set over a frame. The evaluator answers conditions; all else is here and in what it calls. */
export async function run(rules: BoundRuleSet, frame: Frame, evaluator: Evaluator): Promise<Outcome> {
  const running = new Running(rules, frame);
  for (const level of rules.ruleSet.strata) {
    for (const fact of level.facts) running.workOut(fact);
    for (const subject of running.board.subjects) {
      const pages = level.pages
        .flatMap((id) => rules.pages.get(id) ?? [])
        .filter(({ page }) => (page.concerns === 'case') === (subject === caseSubject));
      const questions = pages.flatMap(({ page, conditions }) =>
        conditions.map((condition, index) => ({ name: `${page.id}#${index}`, condition })),
      );
      const answers = await evaluator.evaluate(questions, running.board.reader(subject));
      running.judge(pages, subject, answers);
    }
  }
  return running.outcome();
}

class Running {
  readonly board: Board;
  private readonly rules: BoundRuleSet;
  private readonly judged: Judged[] = [];
  private actives: Active[] = [];

  constructor(rules: BoundRuleSet, frame: Frame) {
    this.rules = rules;
    this.board = new Board(frame, rules.ruleSet.dictionary);
  }

  outcome(): Outcome {
    const ending = winner(this.actives.filter(({ effect }) => 'end' in effect));
    const actives =
      ending === undefined ? this.actives : this.actives.filter(({ page }) => page === ending.page);
    return { board: this.board, judged: this.judged, actives };
  }

  /** Works a derived fact, or a fact made of effects, out for every subject it belongs to. */
  workOut(id: string): void {
    const entry = entryOf(this.rules.ruleSet.dictionary, id);
    if (entry.origin !== 'derived' && entry.origin !== 'effect') return;
    for (const subject of entry.scope === 'case' ? [caseSubject] : this.board.items) {
      const value =
        entry.origin === 'effect'
          ? this.ofEffects(entry, subject)
          : derive(entry, this.rules.ruleSet.dictionary, this.derivationReader(subject));
      this.board.set(subject, id, value, this.isCertain(entry, subject));
    }
  }

  judge(pages: readonly BoundPage[], subject: string, answers: readonly Truth[]): void {
    let next = 0;
    for (const bound of pages) {
      const truths = answers.slice(next, next + bound.conditions.length);
      next += bound.conditions.length;
      const [when] = bound.conditions;
      const [truth] = truths;
      if (when === undefined || truth === undefined) throw new Error(`${bound.page.id} was left unanswered`);
      const reading = readingOf(when, truth, this.board, subject);
      this.judged.push({ bound, subject, truths, fired: truth.holds, reading });
      if (reading === 'unknown') this.doubt(bound, subject);
      if (truth.holds) this.fire(bound, subject, truths);
    }
  }

  private fire(bound: BoundPage, subject: string, truths: readonly Truth[]): void {
    for (const { effect, when, spares } of bound.effects) {
      if (when !== undefined && truths[when]?.holds !== true) continue;
      if ('conclude' in effect) this.conclude(subject, effect.conclude, effect.is, listed(effect.add), bound);
      else {
        const scopes = scopesRead(effect, (fact) => this.board.value(subject, fact));
        this.actives.push({
          effect,
          page: bound.page,
          subject,
          scopes,
          spares: spares !== undefined && truths[spares]?.holds === true,
        });
      }
    }
  }

  private conclude(
    subject: string,
    fact: string,
    is: FactValue | undefined,
    add: readonly string[],
    { page }: BoundPage,
  ): void {
    const before = this.board.value(subject, fact);
    const certain = this.board.certain(subject, fact);
    if (is === undefined) {
      this.board.set(
        subject,
        fact,
        [...new Set([...(isList(before) ? before : []), ...add])].sort(),
        certain,
      );
      return;
    }
    const entry = entryOf(this.rules.ruleSet.dictionary, fact);
    const untouched = entry.origin === 'concluded' && before === entry.else;
    if (!untouched && before !== is)
      throw new Error(`${page.file}: ${fact} is concluded both ${String(before)} and ${String(is)}`);
    this.board.set(subject, fact, is, certain);
  }

  /** What a page that cannot be told makes is in doubt, whether it fired on assumptions or not. */
  private doubt({ page }: BoundPage, subject: string): void {
    for (const fact of factsMade(page, this.rules.ruleSet.catalogue)) {
      const entry = entryOf(this.rules.ruleSet.dictionary, fact);
      const subjects =
        entry.scope === 'case' || subject !== caseSubject
          ? [this.board.homeOf(subject, entry)]
          : this.board.items;
      for (const one of subjects) this.board.set(one, fact, this.board.value(one, fact), false);
    }
  }

  private isCertain(entry: FactEntry, subject: string): boolean {
    if (!this.board.certain(subject, entry.id)) return false;
    const sources = sourcesOf(entry);
    const subjects = entry.origin === 'derived' && 'over' in entry.derive ? this.board.items : [subject];
    return sources.every((source) => subjects.every((one) => this.board.certain(one, source)));
  }

  private derivationReader(subject: string): Parameters<typeof derive>[2] {
    return {
      value: (fact) => this.board.value(subject, fact),
      ofEveryItem: (fact) => this.board.items.map((item) => this.board.value(item, fact)),
      parameter: (id) => this.rules.parameter(id),
    };
  }

  private ofEffects({ of, family = '' }: EffectFact, subject: string): boolean {
    const { catalogue } = this.rules.ruleSet;
    const touching = this.actives.filter((active) => concerns(active, subject));
    switch (of) {
      case 'ended':
        return this.actives.some(({ effect }) => 'end' in effect);
      case 'settled':
        return this.settleBest(subject) !== undefined;
      case 'settledButSecuring': {
        const best = this.settleBest(subject);
        return best !== undefined && 'settle' in best.effect && best.effect.except === 'securing';
      }
      case 'opened':
        return touching.filter(isOpening).some(({ effect }) => effect.open.split(':')[0] === family);
      case 'shut':
        return touching
          .filter(isShutting)
          .some(({ effect }) => effect.measure === undefined && listed(effect.shut).includes(family));
      case 'removed':
        return touching
          .filter(isRemoving)
          .some(
            ({ effect, scopes }) =>
              effect.measure === undefined &&
              scopes.some((scope) => familiesOf(catalogue, scope).includes(family)),
          );
      case 'planned':
        return candidatesOf(subject, this.actives, this.board, catalogue).some(
          (candidate) =>
            candidate.family === family && fate(candidate, this.actives, catalogue) === 'planned',
        );
    }
  }

  /** The settling page of the lowest rank; the others are not looked at, so their effects go. */
  private settleBest(item: string): Active | undefined {
    const settling = this.actives.filter((active) => active.subject === item && 'settle' in active.effect);
    const best = winner(settling);
    const beaten = new Set(settling.filter((active) => active !== best).map(({ page }) => page));
    if (beaten.size > 0)
      this.actives = this.actives.filter((active) => active.subject !== item || !beaten.has(active.page));
    return best;
  }
}

const rankOf = ({ effect }: Active): number =>
  'end' in effect ? effect.end : 'settle' in effect ? effect.settle : Number.POSITIVE_INFINITY;

const winner = (actives: readonly Active[]): Active | undefined =>
  actives.reduce<Active | undefined>(
    (best, next) => (best === undefined || rankOf(next) < rankOf(best) ? next : best),
    undefined,
  );
