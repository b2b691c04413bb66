import { z } from 'zod';
import { roles } from '../../contracts/codes.js';
import { instant } from '../../contracts/instants.js';
import { mark } from './mark.js';

const words = (most: number) => z.string().trim().min(3).max(most);
/** An approval by phone, as it is told. */
export const told = z.strictObject({
  by: z.string().max(60).describe('Id of the person who approved it.'),
  at: instant,
  number: words(60).describe('Number that was called, or of the recorded line.'),
});
/** When and how a request really left, and why it is entered only now. */
export const sentOutside = {
  sentAt: instant,
  means: words(200),
  reference: words(200).describe('Number under which it left.'),
  scanSha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/, '64 hexadecimal digits: the SHA-256 of the scan')
    .describe('Upload the scan to the route afterwards: POST /v1/routes/{routeId}/evidence.'),
  reason: words(2000).describe('Why it was sent outside, and is entered only now.'),
};
/** A clock of a request that was sent before it was entered. */
const clockFromThen = z.object({
  title: z.string(),
  endsAt: z.string(),
  provisional: z.boolean(),
  past: z.boolean().describe('It had ended already when the request was entered.'),
});

/** What entering a request that was sent outside did. */
export const inFlightView = z
  .object({
    mark,
    caseId: z.string(),
    routeId: z.string(),
    workflowId: z.string(),
    planId: z.string(),
    sentAt: z.string(),
    determined: z.boolean().describe('Whether the rules plan the same request.'),
    clocks: z.array(clockFromThen).readonly(),
    next: z.string(),
  })
  .meta({ id: 'InFlightEntered' });

const who = { byPerson: z.string(), role: z.enum(roles) };
/** What a route shows of having been entered later. */
export const enteredLaterView = z
  .object({
    ...who,
    at: z.string(),
    sentAt: z.string(),
    reason: z.string(),
    scanSha256: z.string(),
    approval: z
      .object({ byPerson: z.string(), at: z.string(), number: z.string() })
      .nullable()
      .describe('As it was told; no signature of this system.'),
    confirmed: z.object({ ...who, at: z.string() }).nullable(),
  })
  .meta({ id: 'EnteredLater' });
