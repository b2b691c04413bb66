import { isDone } from '../mailbox.js';
import type { RouteRun } from '../run.js';

/** Waits for what is obtained without a request abroad: a capture, what a person hands over, the domestic procedure. */
export async function collect(run: RouteRun): Promise<'RECEIVED' | 'SILENT'> {
  const mail = await run.stand({
    state: 'IN_EXECUTION',
    waitsFor: 'receipt by custodian and witness',
    reason: 'signed',
    wants: isDone('evidence-received'),
    patience: ['IN_EXECUTION'],
  });
  run.carry.reason = mail === null ? 'nothing received' : 'evidence received';
  return mail === null ? 'SILENT' : 'RECEIVED';
}
