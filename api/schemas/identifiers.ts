import { z } from 'zod';
import { identifier } from '../../contracts/facts.js';
import { factVersionView } from './case-file.js';
import { proposalView } from './proposal.js';

const time = z.object({
  received: z.string().describe('As it was typed or received; never changed.'),
  utc: z.string(),
  local: z.string().describe('On the clock of the zone, with the offset that held there then.'),
  zone: z.string(),
});

const reading = z
  .object({
    identifier,
    shown: z.string().describe('Hidden characters and letters that pass for others stand as [U+....].'),
    proof: z
      .enum(['CHECKSUM', 'FORM', 'NONE', 'UNCHECKED'])
      .describe(
        'Checked by its own check digits, by its form, not at all; UNCHECKED: on file before it was checked.',
      ),
    ascii: z.string().nullable().describe('Spelling in ASCII (punycode), where it has one of its own.'),
    notes: z.array(z.string()).readonly(),
    time: time.nullable(),
  })
  .meta({ id: 'IdentifierReading' });

export const identifiersView = z
  .object({
    item: z.string(),
    identifiers: z.array(reading).readonly(),
    digest: z.string().describe('SHA-256 over the identifiers; a second reading names it as `readDigest`.'),
    /** Who recorded the identifiers: another person reads them. */
    recordedBy: z.string(),
    secondReading: z.enum(['NOT_NEEDED', 'AWAITED', 'DONE']),
  })
  .meta({ id: 'IdentifiersOfItem' });

/** A second reading: another person names what was read, or anybody of the case types it again. */
export const secondReading = z
  .union([
    z.strictObject({
      readDigest: z.string().regex(/^[0-9a-f]{64}$/, 'the digest that was read: 64 hexadecimal digits'),
    }),
    z.strictObject({ identifiers: z.array(identifier).min(1).max(100) }),
  ])
  .meta({ id: 'SecondReading' });

export const secondReadingDone = z
  .object({ caseVersion: z.int(), version: factVersionView, proposal: proposalView })
  .meta({ id: 'SecondReadingDone' });
