import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  urgencies,
  type DataCategory,
  type DocumentForm,
  type RouteFamily,
  type Urgency,
} from '../../../contracts/codes.js';
import type {
  ApprovalTerm,
  ClockTerm,
  DecisionTerm,
  Period,
  RouteTerms,
  Rung,
} from '../../../contracts/plan.js';
import { decisionChoices } from '../../../contracts/route-events.js';
import { faultsOfPage } from '../load/check-life-cycle.js';
import type { CatalogueFile } from '../schema/catalogue.js';
import { lifeCyclePage, type LifeCyclePage } from '../schema/life-cycle.js';
import type { WrittenCondition } from '../schema/words.js';
import { gathering, readSource, RuleSetError, type Source } from '../load/source.js';

/**
 * Reads the life-cycle pages of a folder (`rules/life-cycles`), one `FAMILY.yaml` each.
 * @throws RuleSetError with every fault of every page: shape, a state that is led to and does not exist or is never reached,
 * an urgency without approvals, two clocks of one name at one urgency, a ladder out of order.
 */
export function loadLifeCycles(dir: string): Map<RouteFamily, LifeCyclePage> {
  return new Map(readLifeCycles(dir).map(({ content: page }) => [page.family, page]));
}

/** The same pages with the places of their parts, checked one by one. */
export function readLifeCycles(dir: string): Source<LifeCyclePage>[] {
  const names = existsSync(dir) ? readdirSync(dir).filter((name) => name.endsWith('.yaml')) : [];
  return gathering(names.sort().map((name) => () => readPage(dir, name)));
}

function readPage(dir: string, name: string): Source<LifeCyclePage> {
  const source = readSource(join(dir, name), `life-cycles/${name}`, lifeCyclePage);
  const faults = faultsOfPage(source.content, name).map(({ at, says }) => source.faultAt(at, says));
  if (faults.length > 0) throw new RuleSetError(faults);
  return source;
}

/** The first urgency of the page whose condition holds, ROUTINE when none does. The caller evaluates, on the items of the lot. */
export const urgencyOf = (page: LifeCyclePage, holds: (condition: WrittenCondition) => boolean): Urgency =>
  page.urgency.find(({ when }) => holds(when))?.is ?? 'ROUTINE';

type ExpectedTime = CatalogueFile['routes'][number]['expectedTime'];

export type LotOfTerms = {
  urgency: Urgency;
  categories: readonly DataCategory[];
  /** Forms in the place of the page's own. */
  forms?: readonly DocumentForm[];
  /** Days for which the register says that this provider preserves; in the place of the page's figure. */
  providerDays?: number;
  /** How often the register says that it renews. */
  providerRenewals?: number;
  /** Variant of the route: the channel of a request between police. */
  channel?: string;
  /** How long the step takes at best that a preservation of the page is kept for (`atBest`). */
  keptFor?: Period;
};

/**
 * What a lot is approved and run under. A page without approvals for the urgency runs at the nearest calmer one it has, else
 * at the nearest more pressing one (C.3: "use EDR", or an emergency route that knows no other pace); `urgency` says which.
 */
export function termsOf(page: LifeCyclePage, lot: LotOfTerms): RouteTerms {
  const urgency = paceOf(page, lot.urgency);
  return {
    lifeCycle: page.family,
    forms: lot.forms ?? page.forms,
    urgency,
    approvals: approvalsOf(page, urgency, lot.categories),
    approvalValidFor: stated(page.approvalValidFor[urgency], page, urgency),
    clocks: page.clocks
      .filter((clock) => clock.for?.includes(urgency) ?? true)
      .filter((clock) => clock.channels?.includes(lot.channel ?? '') ?? true)
      .map((clock) => clockTerm(clock, lot.providerDays)),
    ...alwaysOf(page),
    renewals: page.renewals === 'register' ? (lot.providerRenewals ?? null) : (page.renewals ?? null),
    ...(page.keptFor && lot.keptFor && { keptFor: lot.keptFor }),
  };
}

type Always = Pick<RouteTerms, 'events' | 'decisions'>;
const always = new WeakMap<LifeCyclePage, Always>();

/** What a page says of every lot alike. */
function alwaysOf(page: LifeCyclePage): Always {
  const known = always.get(page);
  if (known !== undefined) return known;
  const events = page.events.map(({ rule, ...event }) => ({ ...event, ...(rule !== undefined && { rule }) }));
  const fresh = { events, decisions: decisionsOf(page) };
  always.set(page, fresh);
  return fresh;
}

/** What may be decided while a route shows a state, and by whom; in the order of names, for kept content has no other. */
const decisionsOf = ({ states }: LifeCyclePage): readonly DecisionTerm[] =>
  Object.entries(states)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, { shows, by, on }]) => {
      const choices = decisionChoices.filter((choice) => on[choice] !== undefined);
      return by === undefined ? [] : shows.map((state) => ({ state, choices, by }));
    });

/** How long a route usually takes at best, in whole days (a month is thirty of them). */
export function atBest(expected: ExpectedTime | undefined): Period | undefined {
  if (expected === undefined) return undefined;
  const days = { hour: 1 / 24, day: 1, month: 30 }[expected.unit] * expected.from;
  return { amount: Math.ceil(days), unit: 'day' };
}

function paceOf(page: LifeCyclePage, wanted: Urgency): Urgency {
  const at = urgencies.indexOf(wanted);
  const calmerFirst = [...urgencies.slice(0, at + 1).reverse(), ...urgencies.slice(at + 1)];
  const found = calmerFirst.find((urgency) => page.approvals[urgency] !== undefined);
  return stated(found, page, wanted);
}

function stated<T>(value: T | undefined, page: LifeCyclePage, urgency: Urgency): T {
  if (value === undefined) throw new RangeError(`The page of ${page.family} says nothing for ${urgency}.`);
  return value;
}

function approvalsOf(
  page: LifeCyclePage,
  urgency: Urgency,
  categories: readonly DataCategory[],
): readonly ApprovalTerm[] {
  const further = page.approvalsFor
    .filter(
      (one) => one.urgencies.includes(urgency) && one.categories.some((name) => isOneOf(name, categories)),
    )
    .flatMap((one) => one.add);
  const all = [...stated(page.approvals[urgency], page, urgency), ...further].map(({ of, any, ...term }) => ({
    ...term,
    ...(of && { of }),
    ...(any && { any }),
  }));
  const once = all.filter(({ step }, at) => all.findIndex((other) => other.step === step) === at);
  return once.flatMap(oneEach).sort((a, b) => a.order - b.order);
}

/** `any: 2` is two signatures with a name each; nobody's name stands under a request twice, so that two persons give them. */
const oneEach = ({ any, ...term }: WrittenApproval): ApprovalTerm[] =>
  any === undefined
    ? [term]
    : Array.from({ length: any }, (_, at) => ({ ...term, step: `${term.step}-${at + 1}` }));

const isOneOf = (name: string, categories: readonly string[]): boolean => categories.includes(name);

type WrittenApproval = ApprovalTerm & { any?: number };
type WrittenClock = LifeCyclePage['clocks'][number];

function clockTerm(written: WrittenClock, providerDays: number | undefined): ClockTerm {
  const { id, title, starts, until, offices, before, renewed, asks, nature, reference } = written;
  const preserves = starts === 'PRESERVED' && written.length.unit === 'day';
  const length: Period =
    preserves && nature === 'provider' && providerDays !== undefined
      ? { amount: providerDays, unit: 'day' }
      : written.length;
  const ladder = preserves ? ladderBackFrom(written, length) : written.ladder;
  return {
    id,
    title,
    starts,
    ...(until && { until }),
    length,
    ...(offices && { offices }),
    ...(before && { before }),
    ...(renewed && { renewed }),
    ...(asks && { asks }),
    nature,
    reference,
    ladder,
  };
}

/** Reminders of a preservation say how much is left of it. Those that a shorter period has no room for fall away. */
function ladderBackFrom(written: WrittenClock, length: Period): readonly Rung[] {
  return written.ladder.flatMap((rung) => {
    if (rung.after.unit !== 'day') return [rung];
    const left = written.length.amount - rung.after.amount;
    const after = length.amount - left;
    return after < 0 ? [] : [{ ...rung, after: days(after), left: days(left) }];
  });
}

const days = (amount: number): Period => ({ amount, unit: 'day' });
