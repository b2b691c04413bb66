import { z } from 'zod';
import { routeFamilies } from '../contracts/codes.js';
import type { ShutRoute } from '../contracts/determination.js';
import { RogatoryError } from '../contracts/errors.js';
import { conversionReasons } from '../contracts/refusals.js';
import {
  caseById,
  conversionReasonOf,
  currentFacts,
  itemsStillWanted,
  proposeConversion,
  recordFacts,
  systemAct,
} from '../store/index.js';
import type { PersonAct, RelayRow, RouteRecord, Tx } from '../store/index.js';
import type { AppDeps } from './deps.js';
import { determineCase, orRefusal } from './determining.js';
import { keepDetermination } from './keeping.js';
import { proposalOf, proposalView } from './schemas/proposal.js';

const families = z.array(z.enum(routeFamilies)).readonly();

/** What comes after a route that is converted: which routes may follow by its page, and the plan that has them. */
export const conversionView = z
  .object({
    reason: z.enum(conversionReasons).describe('Why the route did not give what was asked.'),
    may: families.describe('Routes that may follow, by the page of its life cycle.'),
    planned: families.describe('Those that the running plan has already.'),
    shut: z
      .array(z.object({ route: z.string(), reason: z.string() }))
      .readonly()
      .describe('Those that the rules keep shut for these items, and why.'),
    proposal: proposalView,
  })
  .meta({ id: 'Conversion' });

export type Next = { conversion: z.input<typeof conversionView>; relays: readonly RelayRow[] };

/**
 * After a person decided to convert a route: a new determination, and the next lawful route as a proposal that names its
 * ancestor. Nothing of it runs before a person adopts it (C.15).
 */
export async function proposeNext(deps: AppDeps, tx: Tx, act: PersonAct, route: RouteRecord): Promise<Next> {
  const reason = await conversionReasonOf(tx, route.id);
  const may = deps.ruleSet.lifeCycles.get(route.family)?.conversions[reason] ?? [];
  const nothing = { reason, may, planned: [], shut: [] };
  if (may.length === 0)
    return { conversion: { ...nothing, proposal: { state: 'NOTHING_CHANGES' } }, relays: [] };
  const rules = systemAct('rules', act.at);
  const { caseId } = route;
  const items = await itemsStillWanted(tx, route);
  const { relays } = await tellFacts(deps, tx, act, route, { reason, items });
  const file = await caseById(tx, caseId);
  const determined = await orRefusal(determineCase(deps, tx, file));
  if (determined instanceof RogatoryError)
    return {
      conversion: { ...nothing, proposal: { state: 'NOT_DETERMINED', says: determined.publicText } },
      relays,
    };
  const about = { caseId, caseVersion: file.version, cause: 'REPLY' } as const;
  const determination = await keepDetermination(deps, tx, rules, { ...about, ...determined });
  const { plan, planned } = await proposeConversion(tx, rules, {
    route,
    determination,
    families: may,
    items,
    reason,
  });
  const shut = determination.result.alternates.filter((one) => concerns(one, may, items));
  const conversion = {
    ...{ reason, may, planned },
    shut: shut.map(({ route: name, reason: why }) => ({ route: name, reason: why })),
    proposal: proposalOf(plan ? { state: 'PROPOSED', plan } : { state: 'NOTHING_CHANGES' }),
  };
  return { conversion, relays };
}

/** What the page says that a conversion means is recorded of each item still wanted, with the route as its source. */
async function tellFacts(
  { ruleSet }: AppDeps,
  tx: Tx,
  act: PersonAct,
  { id, caseId, family }: RouteRecord,
  { reason, items }: { reason: string; items: readonly string[] },
): Promise<{ relays: readonly RelayRow[] }> {
  const means = ruleSet.lifeCycles.get(family)?.convertedMeans ?? [];
  if (means.length === 0) return { relays: [] };
  const facts = await currentFacts(tx, caseId);
  const standing = items.flatMap((item) => {
    const said = facts.find((one) => one.fact === 'dataCategory' && one.item === item)?.value;
    const category = typeof said === 'string' ? said : '';
    return means.map(({ fact, is: value }) => ({
      ...{ fact: fact.replace('{dataCategory}', category), item, known: true, value },
      source: `route ${id}: ${reason}`,
    }));
  });
  return recordFacts(tx, act, { caseId, answers: [], standing });
}

const concerns = (one: ShutRoute, may: readonly string[], items: readonly string[]): boolean =>
  may.some((family) => one.route.split(/[:(]/)[0] === family) &&
  one.items.some((item) => items.includes(item));
