import { z } from 'zod';
import type { roles } from './codes.js';
import { instant } from './instants.js';
import type { FactValue } from './determination.js';

/** Kinds of identifiers of an account, device or payment (specification A.5). Typed once; every document copies. */
export const identifierTypes = [
  'ACCOUNT_ID',
  'USERNAME',
  'EMAIL',
  'PHONE',
  'IP',
  'URL',
  'DOMAIN',
  'SERVER',
  'DEVICE',
  'PAYMENT',
  'WALLET',
  'MESSAGE_ID',
  'GROUP_ID',
  'HOST',
] as const;

export const identifier = z
  .strictObject({
    type: z.enum(identifierTypes),
    value: z.string().min(1).max(500),
    port: z.int().min(1).max(65535).optional(),
    /** As received; with `timezone` it names an instant. */
    timestamp: z.string().max(40).optional(),
    timezone: z.string().max(40).optional(),
    destination: z.string().max(200).optional(),
    chain: z.string().max(40).optional(),
    txid: z.string().max(200).optional(),
    /** Typed by hand from paper or a screen: nothing leaves before somebody has read it a second time. */
    typed: z.boolean().optional(),
  })
  .meta({ id: 'Identifier' });
export type Identifier = z.infer<typeof identifier>;

export const timeWindow = z
  .strictObject({
    from: instant,
    to: instant,
    zone: z.string().min(1).max(60),
  })
  .refine((window) => Date.parse(window.from) < Date.parse(window.to), {
    path: ['to'],
    error: 'ends before it begins',
  })
  .meta({ id: 'TimeWindow' });
export type TimeWindow = z.infer<typeof timeWindow>;

/** A value as it is stored: rules read `FactValue`; identifiers and windows are read by documents, and by intake derivations. */
export type StoredValue = FactValue | readonly Identifier[] | TimeWindow;

/** One answer to one question. `known: false` records that the person was asked and does not know. */
export const factAnswer = z
  .strictObject({
    fact: z.string().min(1).max(120),
    /** Item id; absent for facts of the case. */
    item: z.string().min(1).max(40).optional(),
    known: z.boolean().default(true),
    value: z.unknown().optional(),
    /** Document, person or register the answer rests on. */
    source: z.string().min(1).max(500),
  })
  .meta({ id: 'FactAnswer' });
export type FactAnswer = z.infer<typeof factAnswer>;

/** A stored version of an answer: never overwritten, superseded by a later one. */
export type FactVersion = {
  id: string;
  fact: string;
  item: string | null;
  known: boolean;
  value: StoredValue;
  source: string;
  by: string;
  role: (typeof roles)[number] | 'SYSTEM';
  decisionId: string | null;
  at: string;
};
