import { readFileSync } from 'node:fs';
import { parseWorkflowCode } from '@temporalio/worker/lib/worker.js';
import { ReusableVMWorkflowCreator } from '@temporalio/worker/lib/workflow/reusable-vm.js';
import type { Workflow } from '@temporalio/worker/lib/workflow/interface.js';
import type { WorkflowInfo } from '@temporalio/workflow';
import { workflowBundlePath } from './bundle.js';

export type Sandbox = {
  create(info: WorkflowInfo, now: number): Promise<Workflow>;
  dispose(workflow: Workflow): Promise<void>;
  close(): Promise<void>;
};

/** The SDK's own sandbox with the real workflow code; no server. Internal classes of the SDK: its version is pinned. */
export async function openSandbox(): Promise<Sandbox> {
  const code = parseWorkflowCode(readFileSync(await workflowBundlePath(), 'utf8'));
  const creator = await ReusableVMWorkflowCreator.create(code, 5_000, new Set());
  const live = new Set<Workflow>();
  const dispose = async (workflow: Workflow): Promise<void> => {
    if (live.delete(workflow)) await workflow.dispose();
  };
  return {
    create: async (info, now) => {
      const workflow = await creator.createWorkflow({
        info,
        randomnessSeed: [1, 2],
        now,
        showStackTraceSources: false,
      });
      live.add(workflow);
      return workflow;
    },
    dispose,
    close: async () => {
      for (const workflow of live) await dispose(workflow);
      await creator.destroy();
    },
  };
}
