import { eventTypes, type CloudEvent } from '../../contracts/events.js';
import type { EventToTell } from '../../store/index.js';

/** What leaves of an entry of the record: that something happened, when, and to which route or case. */
export const cloudEventOf = (source: string, { sequence, verb, at, subject }: EventToTell): CloudEvent => ({
  specversion: '1.0',
  id: String(sequence),
  source,
  type: eventTypes[verb],
  subject,
  time: at,
  sequence: String(sequence).padStart(12, '0'),
});
