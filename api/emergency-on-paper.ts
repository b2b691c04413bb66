import { RogatoryError } from '../contracts/errors.js';
import { alertManyAccounts, enterInFlight } from '../store/index.js';
import type { PersonAct, PlanBegun, StoredDetermination, Tx } from '../store/index.js';
import type { AppDeps } from './deps.js';
import { toldApproval, type Told } from './in-flight.js';
import { accountsOf } from './naming-accounts.js';

/** When and how an emergency request really left, why it is entered only now, and who approved it by phone. */
export type HappenedAt = {
  sentAt: string;
  means: string;
  reference: string;
  scanSha256: string;
  reason: string;
  approval: Told;
};

/**
 * Starts the plan of an emergency whose request left on paper while the system was down: that request runs from its true time,
 * all the others are drafted now. Throws DISPATCH_IN_FUTURE, and BODY_INVALID where the rules plan several such requests.
 */
export async function beginAsSent(
  deps: AppDeps,
  tx: Tx,
  act: PersonAct,
  determination: StoredDetermination,
  { approval, reason, ...sent }: HappenedAt,
): Promise<PlanBegun> {
  const sentAt = new Date(sent.sentAt).toISOString();
  if ([sentAt, approval.at].some((at) => Date.parse(at) > Date.parse(act.at)))
    throw new RogatoryError('DISPATCH_IN_FUTURE');
  const { lots } = determination.result;
  const ofTheLane = lots.filter(({ family }) => deps.intake.emergency.opens.includes(family));
  const [lot, ...more] = ofTheLane;
  if (lot === undefined || more.length > 0) throw severalSent(ofTheLane.length);
  const about = { act, sentAt, pointer: '/happenedAt/approval' };
  const begun = await enterInFlight(
    tx,
    { ...act, reason },
    {
      ...{ ...sent, sentAt, lot, caseId: determination.caseId, determinationId: determination.id },
      alongside: lots.filter((one) => one !== lot),
      approval: await toldApproval(tx, approval, about),
    },
  );
  await alertManyAccounts(tx, act, accountsOf(deps, begun.plan, act.at));
  return begun;
}

const severalSent = (count: number): RogatoryError =>
  new RogatoryError('BODY_INVALID', {
    faults: [
      {
        pointer: '/happenedAt',
        detail: `The rules plan ${count} such requests. Leave this out and enter each by POST /v1/cases/{caseId}/routes/in-flight.`,
      },
    ],
  });
