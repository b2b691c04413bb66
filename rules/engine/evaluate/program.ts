import type { BoundRuleSet } from '../rule-set/bound.js';
import { factsRead } from '../rule-set/conditions.js';
import { factsMade, sourcesOf } from '../rule-set/dependencies.js';
import { entryOf, type FactEntry } from '../rule-set/dictionary.js';
import { groundOf, placeOf, type Ground } from './ground.js';
import { kernelOf, type Kernel, type Place } from './kernel.js';
import { Nodes } from './nodes.js';
import { familiesOf, routesOf, ruleOf, type BoundPage } from '../rule-set/rule-set.js';
import type { WrittenEffect } from '../schema/page.js';
import type { State } from './state.js';

/** An effect with the numbers of its conditions, and the families it touches as bits. */
export type PlannedEffect = {
  effect: WrittenEffect;
  when: number | undefined;
  spares: number | undefined;
  opens: number;
  shuts: number;
};

export type PlannedPage = {
  bound: BoundPage;
  rule: string;
  ofCase: boolean;
  settles: boolean;
  /** Number of each condition of the page, in the page's own order; the first is `when`. */
  numbers: readonly number[];
  when: number;
  whenOfItem: boolean;
  effects: readonly PlannedEffect[];
  /** Whether the explanation tells it also where it did not fire: it would open a route, or conclude what that hangs on. */
  told: boolean;
  /** Facts in doubt while the page's reading is unknown. */
  makes: readonly FactEntry[];
};

/** A fact that the engine works out, with the slots it is made from. */
export type WorkedFact = { entry: FactEntry; slot: number; sources: readonly Place[]; family: number };

export type Level = {
  facts: readonly WorkedFact[];
  ofCase: readonly PlannedPage[];
  ofItem: readonly PlannedPage[];
  caseKernel: Kernel;
  itemKernel: Kernel;
};

/** A bound rule set ready to run: facts in slots, distinct conditions numbered, levels as flat lists. Made once a day. */
export type Program = {
  rules: BoundRuleSet;
  nodes: Nodes;
  ground: Ground;
  /** States of all conditions before they are worked out. */
  blankStates: readonly State[];
  levels: readonly Level[];
  /** Pages that open a family, in the order in which they are judged. */
  openers: ReadonlyMap<string, readonly PlannedPage[]>;
  /** Places of routes in the catalogue. */
  places: ReadonlyMap<string, number>;
  familyBit: (family: string) => number;
  /** Families that a scope touches as a whole. */
  bitsOf: (scope: string) => number;
};

const programs = new WeakMap<BoundRuleSet, Program>();

export function programOf(rules: BoundRuleSet): Program {
  const known = programs.get(rules);
  if (known !== undefined) return known;
  const fresh = build(rules);
  programs.set(rules, fresh);
  return fresh;
}

function build(rules: BoundRuleSet): Program {
  const { dictionary, strata } = rules.ruleSet;
  const ground = groundOf(dictionary);
  const nodes = new Nodes((fact) => entryOf(dictionary, fact).scope === 'item');
  const bits = familyBits(rules);
  const hangOn = routesHangOn(rules);
  const place = (fact: string): Place => placeOf(ground, fact);
  const done = new Set<number>();
  const levels = strata.map(({ facts, pages }, index): Level => {
    const planned = pages
      .flatMap((id) => rules.pages.get(id) ?? [])
      .map((page) => plan(rules, nodes, bits, page, hangOn));
    const fresh = new Set<number>();
    for (const page of planned) for (const number of page.numbers) nodes.within(number, fresh);
    const numbers = [...fresh].filter((number) => !done.has(number)).sort((a, b) => a - b);
    numbers.forEach((number) => done.add(number));
    const kernel = (ofItem: boolean): Kernel =>
      kernelOf(
        nodes,
        numbers.filter((number) => nodes.node(number).ofItem === ofItem),
        place,
        `${rules.asOf}/${index}/${ofItem ? 'item' : 'case'}`,
      );
    return {
      facts: facts.flatMap((id) => worked(entryOf(dictionary, id), place, bits)),
      ofCase: planned.filter(({ ofCase }) => ofCase),
      ofItem: planned.filter(({ ofCase }) => !ofCase),
      caseKernel: kernel(false),
      itemKernel: kernel(true),
    };
  });
  return {
    rules,
    nodes,
    ground,
    blankStates: nodes.list.map(() => 0),
    levels,
    openers: openersIn(levels),
    places: placesIn(rules),
    ...bits,
  };
}

type Bits = Pick<Program, 'familyBit' | 'bitsOf'>;

function familyBits({ ruleSet: { catalogue } }: BoundRuleSet): Bits {
  const ofFamily = new Map([...catalogue.byFamily.keys()].map((family, index) => [family, 1 << index]));
  if (ofFamily.size > 31) throw new RangeError('more than 31 families of routes');
  const ofScope = new Map<string, number>();
  const familyBit = (family: string): number => ofFamily.get(family) ?? 0;
  return {
    familyBit,
    bitsOf(scope) {
      const known = ofScope.get(scope);
      if (known !== undefined) return known;
      const bits = familiesOf(catalogue, scope).reduce((all, family) => all | familyBit(family), 0);
      ofScope.set(scope, bits);
      return bits;
    },
  };
}

/** Facts that the opening of a route hangs on: what pages read that open one, and what a step takes its legal basis from. */
function routesHangOn({ ruleSet: { catalogue }, pages }: BoundRuleSet): ReadonlySet<string> {
  const openers = [...pages.values()].filter(({ page }) => page.then.some((effect) => 'open' in effect));
  const bases = catalogue.routes.flatMap(({ rows }) =>
    rows.flatMap(({ basis }) => (basis !== undefined && 'fact' in basis ? [basis.fact] : [])),
  );
  return new Set([...openers.flatMap(({ page }) => factsRead(page.when)), ...bases]);
}

function plan(
  rules: BoundRuleSet,
  nodes: Nodes,
  bits: Bits,
  bound: BoundPage,
  hangOn: ReadonlySet<string>,
): PlannedPage {
  const { dictionary, catalogue } = rules.ruleSet;
  const numbers = bound.conditions.map((condition) => nodes.numberOf(condition));
  const [when = -1] = numbers;
  const number = (index: number | undefined): number | undefined =>
    index === undefined ? undefined : numbers[index];
  return {
    bound,
    rule: ruleOf(bound.page.id),
    ofCase: bound.page.concerns === 'case',
    settles: bound.effects.some(({ effect }) => 'settle' in effect),
    numbers,
    when,
    whenOfItem: nodes.node(when).ofItem,
    effects: bound.effects.map(({ effect, when: own, spares }) => ({
      effect,
      when: number(own),
      spares: number(spares),
      ...touched(effect, bits),
    })),
    told: bound.effects.some(
      ({ effect }) => 'open' in effect || ('conclude' in effect && hangOn.has(effect.conclude)),
    ),
    makes: [...new Set(factsMade(bound.page, catalogue))].map((fact) => entryOf(dictionary, fact)),
  };
}

function touched(effect: WrittenEffect, { familyBit }: Bits): Pick<PlannedEffect, 'opens' | 'shuts'> {
  const none = { opens: 0, shuts: 0 };
  if ('open' in effect) return { ...none, opens: familyBit(familyOf(effect.open)) };
  if ('shut' in effect && effect.measure === undefined)
    return { ...none, shuts: [effect.shut].flat().reduce((all, route) => all | familyBit(route), 0) };
  return none;
}

/** Family of a route: what stands before the colon. */
export const familyOf = (route: string): string => {
  const colon = route.indexOf(':');
  return colon < 0 ? route : route.slice(0, colon);
};

function worked(entry: FactEntry, place: (fact: string) => Place, { familyBit }: Bits): WorkedFact[] {
  if (entry.origin !== 'derived' && entry.origin !== 'effect') return [];
  const family = entry.origin === 'effect' ? familyBit(entry.family ?? '') : 0;
  return [{ entry, slot: place(entry.id).slot, sources: sourcesOf(entry).map(place), family }];
}

function openersIn(levels: readonly Level[]): Map<string, PlannedPage[]> {
  const openers = new Map<string, PlannedPage[]>();
  for (const page of levels.flatMap(({ ofCase, ofItem }) => [...ofCase, ...ofItem])) {
    const families = page.effects.flatMap(({ effect }) => ('open' in effect ? [familyOf(effect.open)] : []));
    for (const family of new Set(families)) openers.set(family, [...(openers.get(family) ?? []), page]);
  }
  return openers;
}

function placesIn({ ruleSet: { catalogue } }: BoundRuleSet): Map<string, number> {
  return new Map(catalogue.routes.flatMap(routesOf).map((route, place) => [route, place]));
}
