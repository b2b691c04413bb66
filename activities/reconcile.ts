import type { SweepActivities } from '../contracts/activities.js';
import type { EngineStanding } from '../contracts/codes.js';
import { noteNotRun, openRoutes, systemAct, type Store } from '../store/index.js';

export type ReconcileDeps = {
  store: Store;
  clock: () => Date;
  /** What the engine says of some workflows, in their order. */
  standing: (workflowIds: readonly string[]) => Promise<EngineStanding[]>;
};

const pageSize = 200;

/** A route that moved just now may be on its way between engine and store. */
const restingForMs = 5 * 60_000;

/** Compares what the store has open with what the engine runs. A difference is told, never mended: a person looks. */
export const createReconciliation = ({
  store,
  clock,
  standing,
}: ReconcileDeps): Pick<SweepActivities, 'reconcile'> => ({
  async reconcile({ after }) {
    const now = clock();
    const restingSince = new Date(now.getTime() - restingForMs).toISOString();
    const of = { limit: pageSize, restingSince, ...(after !== null && { after }) };
    const routes = await openRoutes(store.read, of);
    const standings = await standing(routes.map(({ workflowId }) => workflowId));
    const act = systemAct('reconciliation', now.toISOString());
    let differing = 0;
    for (const [index, route] of routes.entries()) {
      const engine = standings[index];
      if (engine === undefined || engine === 'RUNNING') continue;
      differing += 1;
      await store.transaction((tx) => noteNotRun(tx, act, route, engine));
    }
    const next = routes.length < pageSize ? null : (routes.at(-1)?.routeId ?? null);
    return { compared: routes.length, differing, next };
  },
});
