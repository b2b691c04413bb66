import { activities } from '../proxies.js';
import type { RouteRun } from '../run.js';

export type SeenLot = { codes: readonly string[]; sliceDigest: string; sliceChanged: boolean };

/** Reads the lot of the active plan and takes it over as the law this route now runs under. */
export async function takeLot(run: RouteRun): Promise<SeenLot> {
  const { carry, ref } = run;
  const { codes, planId, lot, sliceDigest } = await activities.openBlockers(ref);
  const sliceChanged = carry.sliceDigest !== null && carry.sliceDigest !== sliceDigest;
  Object.assign(carry, { planId, lot, sliceDigest });
  return { codes, sliceDigest, sliceChanged };
}
