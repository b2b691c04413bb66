import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  approve,
  dispatch,
  officer,
  receive,
  reply,
  report,
  stands,
  supervisor,
} from '../../scripts/demo/acts.js';
import { RunningSystem } from '../support/running-system.js';
import { startSc01 } from './support/cases.js';
import { routeFile } from './support/record.js';

const system = new RunningSystem();
beforeAll(() => system.start());
afterAll(() => system.stop());

it('an answer to a withdrawn request lies sealed until a supervisor opens the route again, which then ends once more', async () => {
  const { office } = system;
  const { preservation: routeId } = await startSc01(office);
  await approve(office, routeId, [supervisor]);
  await dispatch(office, routeId);
  await office(supervisor).post(`/v1/routes/${routeId}/withdrawal`, { reason: 'The need is gone.' });
  await stands(office, routeId, 'WITHDRAWING');
  await report(office, routeId, officer, 'letter-sent', 'The provider was told.');
  await stands(office, routeId, 'WITHDRAWN');

  await reply(office, routeId, 'ANSWERED');
  const late = await routeFile(system, officer, routeId);
  expect([late.state, late.replies.length, late.setAside.length]).toEqual(['WITHDRAWN', 0, 1]);

  const replyId = late.setAside[0]?.replyId ?? '';
  const decision = { choice: 'REOPEN', reason: 'The data still matter for the case.' };
  await office(supervisor).post(`/v1/replies/${replyId}/decision`, decision);
  await stands(office, routeId, 'INTAKE');
  await receive(office, routeId, 'late.bin');
  await stands(office, routeId, 'CLOSED');
  const opened = await routeFile(system, officer, routeId);
  expect(opened.replies).toMatchObject([{ id: replyId, ledTo: 'INTAKE' }]);
});
