import { z } from 'zod';
import { roles } from '../../contracts/codes.js';
import { releaseStates, releaseSteps } from '../../contracts/release.js';
import { packedRules } from '../../rules/workbench/release/packed.js';
import { reason } from './people.js';

const day = z.iso.date();
const count = z.int().min(0);
export const releaseToPropose = z
  .strictObject({
    title: z.string().trim().min(3).max(200),
    reason,
    effectFrom: day.describe('First day of force.'),
    files: packedRules.shape.files.describe('Every file of the folder of rules, by its path.'),
  })
  .meta({ id: 'ReleaseToPropose' });
export const releaseStepBody = z.strictObject({ reason }).meta({ id: 'ReleaseStepToTake' });
export const releaseToPublish = z
  .strictObject({
    reason,
    effectFrom: day.optional().describe('A later first day than the one that was approved.'),
  })
  .meta({ id: 'ReleaseToPublish' });

const figures = z
  .object({
    pages: count,
    states: count,
    providers: count,
    errors: count,
    warnings: count,
    casesPassed: count,
    casesFailed: count,
  })
  .meta({ id: 'ReleaseFigures' });
const byWhom = {
  byPerson: z.string(),
  role: z.enum(roles),
  onBehalfOf: z.string().nullable(),
  at: z.string(),
};
export const releaseView = z
  .object({
    id: z.string(),
    title: z.string(),
    reason: z.string(),
    effectFrom: day.describe('First day of force as proposed; a publication may name a later one.'),
    contentDigest: z.string().describe('SHA-256 of the packed folder.'),
    ruleSetDigest: z.string(),
    registersDigest: z.string(),
    baseId: z
      .string()
      .nullable()
      .describe('The release in whose place it was proposed; `null`: the files of the installation.'),
    state: z.enum(releaseStates),
    steps: z
      .array(
        z.object({
          step: z.enum(releaseSteps),
          reason: z.string(),
          effectFrom: day.nullable(),
          figures: figures.nullable(),
          note: z.string().nullable().describe('Signed note of the publication (C2SP signed-note).'),
          ...byWhom,
        }),
      )
      .readonly(),
    ...byWhom,
  })
  .meta({ id: 'Release' });
export const releaseFolder = z
  .object({ digest: z.string(), ...packedRules.shape })
  .meta({ id: 'ReleaseFolder' });
