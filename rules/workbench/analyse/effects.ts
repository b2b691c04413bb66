import type { FactValue } from '../../../contracts/determination.js';
import type { FactEntry } from '../../engine/rule-set/dictionary.js';
import { familiesOf, type BoundPage } from '../../engine/rule-set/rule-set.js';
import { candidatesOf, covering, type Candidate } from './candidates.js';
import type { Truth } from './solver.js';
import { nameOf, type Place, type Terms } from './terms.js';

/** Effects of pages as truths: which stand, what they conclude, and what they make of the routes. */
export class Effects {
  readonly all: readonly Place[];
  private readonly of: Terms;
  private readonly standing = new Map<string, Truth>();

  constructor(of: Terms) {
    this.of = of;
    this.all = [...of.rules.pages.values()].flatMap((page) =>
      page.effects.map(({ effect }, index) => ({ page, index, effect })),
    );
  }

  /** Whether a page fires and the effect's own condition holds. */
  says(place: Place): Truth {
    const { page, index } = place;
    const name = nameOf(place);
    const own = page.effects[index]?.when;
    const before =
      this.standing.get(name) ??
      this.of.z.And(this.condition(page, 0), ...(own === undefined ? [] : [this.condition(page, own)]));
    this.standing.set(name, before);
    return before;
  }

  /** Whether an effect stands: its page says it, and no settling page of lower rank takes the item away from that page. */
  stands(place: Place): Truth {
    const ranks = this.settling.filter(({ page }) => page === place.page).map(rankOf);
    if (ranks.length === 0) return this.says(place);
    return this.of.z.And(this.says(place), this.of.z.Not(this.settledBelow(Math.min(...ranks))));
  }

  /** Whether a concluded list holds a word. */
  adds(fact: string, word: string): Truth {
    return this.some(
      ({ effect }) =>
        'conclude' in effect && effect.conclude === fact && [effect.add ?? []].flat().includes(word),
      (place) => this.says(place),
    );
  }

  /** Values that pages conclude for a fact, in the order of pages. */
  concludes(fact: string): { stands: Truth; is: FactValue }[] {
    return this.all.flatMap((place) =>
      'conclude' in place.effect && place.effect.conclude === fact && place.effect.is !== undefined
        ? [{ stands: this.says(place), is: place.effect.is }]
        : [],
    );
  }

  /** A fact that is read from effects. */
  reads({ of, family = '' }: Extract<FactEntry, { origin: 'effect' }>): Truth {
    const { z } = this.of;
    if (of === 'ended') return this.some(({ effect }) => 'end' in effect);
    if (of === 'settled') return this.settledBelow(Infinity);
    if (of === 'settledButSecuring')
      return z.Or(
        ...this.settling
          .filter(({ effect }) => 'settle' in effect && effect.except === 'securing')
          .map((place) => this.stands(place)),
      );
    if (of === 'planned') return z.Or(...this.candidates(family).map((one) => this.isPlanned(one)));
    if (of === 'opened')
      return this.some(({ effect }) => 'open' in effect && effect.open.split(':')[0] === family);
    if (of === 'shut')
      return z.Or(
        ...this.all.filter(({ effect }) => 'shut' in effect).map((place) => this.barsFamily(place, family)),
      );
    return z.Or(...this.all.map((place) => this.removes(place, family)));
  }

  /** Steps that pages open for a family, each with what it takes to stand. */
  candidates(family: string): Candidate[] {
    return this.all.flatMap((place) => candidatesOf(this.of, place, family, () => this.stands(place)));
  }

  isPlanned(candidate: Candidate): Truth {
    const { z } = this.of;
    return z.And(candidate.opens, z.Not(z.Or(...this.barring(candidate).map(({ bars }) => bars))));
  }

  /** Effects that may shut or remove a step, each with what it takes to do so. */
  barring(candidate: Candidate): { place: Place; bars: Truth }[] {
    return this.all.flatMap((place) => {
      const covers = covering(this.of, place.effect, candidate);
      return covers === undefined ? [] : [{ place, bars: this.of.z.And(this.stands(place), covers) }];
    });
  }

  /** Whether an effect shuts a family or takes it out, whatever the measure. */
  barsFamily(place: Place, family: string): Truth {
    const { effect } = place;
    if (!('shut' in effect)) return this.removes(place, family);
    const bars = effect.measure === undefined && [effect.shut].flat().includes(family);
    return bars ? this.stands(place) : this.of.z.Bool.val(false);
  }

  private removes(place: Place, family: string): Truth {
    const { effect } = place;
    const { z, rules } = this.of;
    if (!('block' in effect) || effect.stage !== 'remove' || effect.measure !== undefined)
      return z.Bool.val(false);
    const touches = (scope: string): boolean => familiesOf(rules.ruleSet.catalogue, scope).includes(family);
    if (typeof effect.scope === 'string' || Array.isArray(effect.scope))
      return [effect.scope].flat().some(touches) ? this.stands(place) : z.Bool.val(false);
    const { fact } = effect.scope;
    const scopes = this.of.wordsOf(this.of.entry(fact)).filter(touches);
    return z.And(this.stands(place), z.Or(...scopes.map((scope) => this.of.member(fact, scope))));
  }

  private get settling(): Place[] {
    return this.all.filter(({ effect }) => 'settle' in effect);
  }

  /** Whether a settling effect of a lower rank is said. */
  private settledBelow(rank: number): Truth {
    return this.some(
      (place) => rankOf(place) < rank,
      (place) => this.says(place),
    );
  }

  private some(test: (place: Place) => boolean, how = (place: Place): Truth => this.stands(place)): Truth {
    return this.of.z.Or(...this.all.filter(test).map(how));
  }

  private condition({ conditions, page }: BoundPage, number: number): Truth {
    const condition = conditions[number];
    if (condition === undefined) throw new Error(`${page.id} has no condition ${number}`);
    return this.of.truth(condition);
  }
}

const rankOf = ({ effect }: Place): number => ('settle' in effect ? effect.settle : Infinity);
