import { setWorkflowOptions } from '@temporalio/workflow';
import type { RouteState } from '../contracts/codes.js';
import type { RouteInput } from '../contracts/workflow-inputs.js';
import type { RouteTable } from './route.js';
import { routeTables } from './routes/index.js';

/** One lot on its way: runs the table of its family until the route is over. Answers the state it ended in. */
type RouteWorkflow = (input: RouteInput) => Promise<RouteState>;

function workflowOf(table: RouteTable): RouteWorkflow {
  const run: RouteWorkflow = (input) => table.run(input);
  setWorkflowOptions({ versioningBehavior: 'PINNED' }, run);
  return run;
}

/** A workflow type of its own for every family that runs, under the name that `routeWorkflowType` gives it. */
export const osint = workflowOf(routeTables.OSINT);
export const consent = workflowOf(routeTables.CONSENT);
export const domestic = workflowOf(routeTables.DOMESTIC);
export const edr = workflowOf(routeTables.EDR);
export const p2p = workflowOf(routeTables.P2P);
export const provPres = workflowOf(routeTables.PROV_PRES);
export const art29 = workflowOf(routeTables.ART29);
export const art30 = workflowOf(routeTables.ART30);
export const provDisc = workflowOf(routeTables.PROV_DISC);
export const epoc = workflowOf(routeTables.EPOC);
export const epocPr = workflowOf(routeTables.EPOC_PR);
export const mla = workflowOf(routeTables.MLA);
