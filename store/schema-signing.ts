import type { PhoneTables } from './schema-phone.js';
import type { ReturnCommentsTable } from './schema-return-comments.js';

/** Tables about how a signature came, and what was said instead of one. */
export type SigningTables = PhoneTables & { returnComments: ReturnCommentsTable };
