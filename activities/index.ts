import type { AllActivities, SweepActivities } from '../contracts/activities.js';
import { sweepAlerts, sweepWaits, systemAct } from '../store/index.js';
import type { Notary } from './audit/notary.js';
import { createApprovals } from './approvals.js';
import { createCaseActivities } from './cases.js';
import { createClocks, type ClockDeps } from './clocks/index.js';
import { createDocuments, type DocumentDeps } from './documents/index.js';
import { createDigests } from './mail/digest.js';
import { createMail, type MailDeps } from './mail/index.js';
import { createEvents, type EventDeps } from './events/index.js';
import { createOutbox, type OutboxDeps } from './outbox.js';
import { createReconciliation, type ReconcileDeps } from './reconcile.js';
import { createRelay, type RelayDeps } from './relay.js';
import { createRouteActivities, type RouteDeps } from './routes.js';

export type ActivityDeps = DocumentDeps &
  ClockDeps &
  MailDeps &
  OutboxDeps &
  EventDeps &
  RouteDeps &
  Pick<SweepActivities, 'redetermine'> & {
    engine: Pick<RelayDeps, 'deliver'> & Pick<ReconcileDeps, 'standing'>;
    notary: Notary;
  };

/** Everything a worker does beside running workflows, over one store and one clock. */
export function createActivities(deps: ActivityDeps): AllActivities & SweepActivities {
  const { store, clock, engine, notary, notices } = deps;
  const clocks = createClocks(deps);
  return {
    ...createCaseActivities({ store, clock }),
    ...createRouteActivities({ store, clock, notices }),
    ...createDocuments(deps),
    ...clocks,
    ...createApprovals({ store, clock, notary, computeInstants: (input) => clocks.computeInstants(input) }),
    ...createOutbox(deps),
    ...createMail(deps),
    ...createDigests(deps),
    checkpointAudit: () => notary.checkpointAudit(),
    stampAudit: () => notary.stampAudit(),
    sweepAlerts: () =>
      store.transaction((tx) => sweepAlerts(tx, systemAct('alert-sweep', clock().toISOString()))),
    sweepWaits: () =>
      store.transaction((tx) => sweepWaits(tx, systemAct('wait-sweep', clock().toISOString()))),
    redetermine: () => deps.redetermine(),
    ...createReconciliation({ store, clock, standing: (ids) => engine.standing(ids) }),
    ...createEvents(deps),
    ...createRelay({ store, clock, deliver: (row) => engine.deliver(row) }),
  };
}
