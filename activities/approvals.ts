import type { RouteActivities } from '../contracts/activities.js';
import type { Notary } from './audit/notary.js';
import {
  closeApprovalSteps,
  openApprovalSteps,
  redeemTicket,
  systemAct,
  type Store,
} from '../store/index.js';
import { routeOf } from './routes.js';

export type ApprovalDeps = {
  store: Store;
  clock: () => Date;
  notary: Pick<Notary, 'afterSignOff'>;
  /** Counts how long signatures hold, by the calendar now known. */
  computeInstants: RouteActivities['computeInstants'];
};
type Names = 'openApprovals' | 'closeApprovals' | 'redeemTicket';

/** Signatures: asking for them, ending a round, and the redemption that alone makes one count (design, idea 7). */
export function createApprovals(deps: ApprovalDeps): Pick<RouteActivities, Names> {
  const { store, clock, notary, computeInstants } = deps;
  const act = () => systemAct('approvals', clock().toISOString());
  return {
    async openApprovals({ routeId, digest, steps }) {
      await store.transaction((tx) => openApprovalSteps(tx, act(), { routeId, digest, steps }));
    },

    async closeApprovals({ routeId, digest, why }) {
      await store.transaction((tx) => closeApprovalSteps(tx, act(), { routeId, digest, why }));
    },

    async redeemTicket({ caseId, workflowId, routeId, ticketId, step, digest }) {
      const { lot } = await routeOf(store, routeId);
      const now = act();
      const within = lot.terms.approvalValidFor;
      const ref = { caseId, workflowId, routeId };
      const { dueAt } = await computeInstants({ ...ref, from: now.at, within, ladder: [] });
      const redemption = { routeId, ticketId, step, digest, validUntil: dueAt };
      const redeemed = await store.transaction((tx) => redeemTicket(tx, now, redemption));
      if (redeemed.valid) await notary.afterSignOff();
      return redeemed;
    },
  };
}
