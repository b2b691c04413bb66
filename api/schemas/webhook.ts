import { z } from 'zod';

const reason = z.string().trim().min(3).max(2000);
const sequence = z.int().min(1).max(999_999_999_999);

export const webhookParams = z.strictObject({ webhookId: z.string().max(40) });

export const webhookToRegister = z
  .strictObject({
    url: z.string().max(500).describe('https://...; it is posted to, and no redirect is followed.'),
    reason,
  })
  .meta({ id: 'WebhookToRegister' });
export const webhookToEnd = z.strictObject({ reason }).meta({ id: 'WebhookToEnd' });
export const webhookToReplay = z
  .strictObject({ from: sequence.describe('`sequence` of the first event to send again.'), reason })
  .meta({ id: 'WebhookToReplay' });

export const webhookRegistered = z
  .object({
    webhookId: z.string(),
    secret: z.string().describe('Checks the signatures (Standard Webhooks). It is not shown again.'),
    toldUpTo: z.int().describe('Events after this one are sent.'),
  })
  .meta({ id: 'WebhookRegistered' });
export const webhookEnded = z
  .object({ webhookId: z.string(), endedAt: z.string() })
  .meta({ id: 'WebhookEnded' });
export const webhookReplayed = z
  .object({ webhookId: z.string(), from: z.int() })
  .meta({ id: 'WebhookReplayed' });

export const webhookView = z
  .object({
    id: z.string(),
    unitId: z.string(),
    url: z.string(),
    registeredBy: z.string(),
    registeredAt: z.string(),
    state: z
      .enum(['DELIVERING', 'RETRYING', 'FAILING'])
      .describe('`FAILING`: nothing was taken for a day; it is tried once an hour until somebody ends it.'),
    toldUpTo: z.int().describe('Sequence of the last event that was taken, or passed over.'),
    failingSince: z.string().nullable(),
    lastFailure: z.string().nullable(),
    tryAt: z.string().describe('Not tried before.'),
  })
  .meta({ id: 'Webhook' });
