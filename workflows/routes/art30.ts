import { asks, does, follows, rests } from '../row.js';
import { route } from '../route.js';
import { hop } from '../steps/guards.js';
import { afterwards, onReply } from './after-dispatch.js';
import { untilSent } from './before-dispatch.js';

/** Partial disclosure of traffic data that goes with a preservation: who carried the message, and where its path ends (C.8). */
export const partialDisclosure = route('ART30', {
  replies: { ...onReply, NOTHING_FURTHER: 'CLOSED', WITHHELD: 'decision' },
  rows: {
    ...untilSent,
    waiting: rests(['DISPATCHED', 'ACKNOWLEDGED'], 'reply', { SILENT: 'decision' }),
    ...afterwards,
    intake: follows(['INTAKE'], 'receipt by custodian and witness', { RECEIVED: 'hopCount' }),
    hopCount: does([], hop, { RECORDED: 'hop', LAST_HOP: 'pathReview' }),
    hop: asks(['HOP_FOUND'], 'new item for the next provider', { CONVERT: 'CONVERTED', CLOSE: 'CLOSED' }),
    pathReview: asks(['HOP_FOUND'], 'review of the path before the next hop', {
      CONVERT: 'CONVERTED',
      CLOSE: 'CLOSED',
    }),
  },
});
