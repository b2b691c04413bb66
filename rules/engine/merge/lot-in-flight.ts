import type { DataCategory, Measure, RouteFamily, RouteId } from '../../../contracts/codes.js';
import type { Determination, Lot } from '../../../contracts/determination.js';
import { variantOf, type RuleSet } from '../rule-set/rule-set.js';
import { termsOf } from './terms.js';

/** A request as it was sent outside: which route, for what, to whom. */
export type SentOutside = {
  route: string;
  measure: Measure;
  addressee: string;
  items: readonly string[];
  categories: readonly DataCategory[];
};

/** Why no route of the catalogue is meant: the part of the request, and what is allowed there. */
export type NoSuchRoute = { part: 'route' | 'measure'; says: string };

/**
 * The lot of a request that was sent outside. Where the determination has the same request, it is that lot with its basis and
 * blockers; else it has what its life-cycle page says, and no basis: nothing can be asked for anew on it before a plan has it.
 */
export function lotInFlight(
  { catalogue, lifeCycles }: RuleSet,
  { lots }: Pick<Determination, 'lots'>,
  sent: SentOutside,
): Lot | NoSuchRoute {
  const [name = '', variant] = sent.route.split(':');
  const entry = catalogue.byFamily.get(name);
  const page = entry && lifeCycles.get(entry.family);
  const known = entry && (variant === undefined || variantOf(entry, variant) !== undefined);
  if (!entry || !page || !known)
    return { part: 'route', says: `"${sent.route}" is no route that runs. GET /v1/catalogue lists them.` };
  const { family } = entry;
  const measures = [...new Set(entry.rows.map(({ measure }) => measure))];
  if (!measures.includes(sent.measure))
    return { part: 'measure', says: `A request by ${family} asks for ${measures.join(', ')}.` };
  const planned = lots.find((lot) => isSame(lot, family, sent));
  if (planned) return { ...planned, items: sent.items };
  const terms = termsOf(page, {
    urgency: 'ROUTINE',
    categories: sent.categories,
    ...(variant === undefined ? {} : { channel: variant }),
  });
  const route: RouteId = variant === undefined ? family : `${family}:${variant}`;
  const { measure, addressee, items, categories } = sent;
  const order = entry.rows.find((row) => row.measure === measure)?.order ?? 0;
  const nothing = { basis: [], dispatchBlockers: [], after: [], safeguards: [], duties: [] };
  return { ...nothing, key: '', order, route, family, measure, addressee, items, categories, terms };
}

const isSame = (lot: Lot, family: RouteFamily, sent: SentOutside): boolean =>
  lot.family === family &&
  lot.measure === sent.measure &&
  lot.addressee === sent.addressee &&
  sent.items.every((item) => lot.items.includes(item));
