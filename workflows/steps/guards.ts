import type { RouteRun } from '../run.js';

/** A review by persons not involved follows every emergency request that left (rule E09). */
export async function recorded({ carry }: RouteRun): Promise<'REVIEW_DUE' | 'RECORDED'> {
  return carry.lot.measure === 'EMERGENCY_DISCLOSE' && carry.sentDigest !== null ? 'REVIEW_DUE' : 'RECORDED';
}

/** Of an emergency request nothing but one that never left ends without its review. */
export async function emergencyRecorded({ carry }: RouteRun): Promise<'REVIEW_DUE' | 'RECORDED'> {
  return carry.sentDigest === null ? 'RECORDED' : 'REVIEW_DUE';
}

/** An order that was issued in an emergency is validated afterwards. */
export async function orderRecorded({ carry }: RouteRun): Promise<'REVIEW_DUE' | 'RECORDED'> {
  return carry.lot.terms.urgency === 'EMERGENCY' && carry.sentDigest !== null ? 'REVIEW_DUE' : 'RECORDED';
}

/** A supervisor may renew while the provider grants renewals. */
export async function renewal({ carry }: RouteRun): Promise<'RENEW' | 'NOT_RENEWABLE'> {
  const { renewals } = carry.lot.terms;
  return renewals === null || carry.renewals < renewals ? 'RENEW' : 'NOT_RENEWABLE';
}

/** The path is followed from State to State; after the hops that the page allows, a person looks at the whole of it first. */
export async function hop({ carry }: RouteRun): Promise<'RECORDED' | 'LAST_HOP'> {
  return (carry.lot.terms.hopsLeft ?? 1) > 0 ? 'RECORDED' : 'LAST_HOP';
}
