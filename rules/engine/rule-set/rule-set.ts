import type { RouteId } from '../../../contracts/codes.js';
import type { Literal } from '../schema/words.js';
import type { CatalogueFile } from '../schema/catalogue.js';
import type { LifeCyclePage } from '../schema/life-cycle.js';
import type { WrittenEffect, WrittenPage } from '../schema/page.js';
import type { Condition } from './conditions.js';
import type { Dictionary } from './dictionary.js';
import type { Texts, WordingFile } from '../schema/texts.js';

export type RouteEntry = CatalogueFile['routes'][number];
export type RouteRow = RouteEntry['rows'][number];

export type Parameter = {
  id: string;
  title: string;
  unit?: string | undefined;
  values: readonly { from: string; value: Literal }[];
};

/** The day to which the rules reach back: a page or a figure without a first day of its own begins on it. */
export const sinceEver = '2000-01-01';

/** A page and where it stands. */
export type Page = WrittenPage & { file: string };

/** Everything legal advisers own, read and checked. Immutable; the digest names it for ever. */
export type RuleSet = {
  dictionary: Dictionary;
  catalogue: Catalogue;
  parameters: ReadonlyMap<string, Parameter>;
  pages: ReadonlyMap<string, Page>;
  lifeCycles: ReadonlyMap<string, LifeCyclePage>;
  /** Wording of every code, in English. */
  texts: Texts;
  /** Labels and translations, one entry a file; several of one language add up. */
  wordings: readonly WordingFile[];
  /** Levels of facts and pages; pages of one level do not depend on each other. */
  strata: Strata;
  /** Canonical JSON (RFC 8785) of all that was written: pages, parameters, facts, catalogue, life cycles, wording. */
  content: string;
  /** SHA-256 of the content, hex. */
  digest: string;
};

/** A variant of a route as the catalogue writes it; `undefined` where the route has none of that name. */
export const variantOf = ({ variants }: RouteEntry, id: string): RouteEntry['variants'][number] | undefined =>
  variants.find((one) => one.id === id);

/** A family and all its variants, as routes are named. */
export const routesOf = ({ family, variants }: RouteEntry): RouteId[] => [
  family,
  ...variants.map(({ id }): RouteId => `${family}:${id}`),
];

export type Catalogue = CatalogueFile & { byFamily: ReadonlyMap<string, RouteEntry> };

/** What is worked out at each level: first facts, then pages. */
export type Strata = readonly { facts: readonly string[]; pages: readonly string[] }[];

/** A page on one day: in force, with parameters bound. `conditions[0]` is `when`; effects name theirs by index. */
export type BoundPage = {
  page: Page;
  conditions: readonly Condition[];
  effects: readonly BoundEffect[];
};
export type BoundEffect = { effect: WrittenEffect; when?: number; spares?: number };

/** Value of a parameter on a day; `undefined` before its first date. */
export function valueOn(parameter: Parameter, day: string): Literal | undefined {
  let value: Literal | undefined;
  for (const dated of parameter.values) if (dated.from <= day) value = dated.value;
  return value;
}

/** Rule of the specification that a page belongs to: `G03` for `G03.items`. */
export const ruleOf = (pageId: string): string => pageId.split('.')[0] ?? pageId;

/** Families that a scope, a family or a full route id touches as a whole. */
export function familiesOf(catalogue: Catalogue, scope: string): readonly string[] {
  const named = catalogue.scopes[scope];
  if (named === 'every-route') return [...catalogue.byFamily.keys()];
  if (named !== undefined) return named;
  return scope.includes(':') ? [] : [scope];
}

/** Whether a scope or route pattern covers a route: a family covers its variants. */
export function covers(catalogue: Catalogue, scope: string, route: string): boolean {
  const family = route.split(':')[0] ?? route;
  return scope === route || familiesOf(catalogue, scope).includes(family);
}
