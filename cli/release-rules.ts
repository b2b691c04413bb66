import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { releaseFolder, releaseView } from '../api/schemas/releases.js';
import { packFolder } from '../rules/workbench/release/packed.js';
import { askAs, type AsPerson } from './as-person.js';
import { placeOf } from './input.js';
import { intakeDir } from './intake.js';

type Release = z.infer<typeof releaseView>;
type Shown = AsPerson & { json: boolean };
type StepOptions = Shown & { reason: string };

/** Where each step of a release is taken. */
const steps = {
  check: 'check',
  approve: 'approve',
  publish: 'publish',
  withdraw: 'withdraw',
  rollback: 'rollback',
  'rollback-confirm': 'rollback/confirm',
  'rollback-refuse': 'rollback/refuse',
} as const;
export type Step = keyof typeof steps;

/** `rogatory rules release propose DIR --title --reason --from DAY`: the whole folder, as a draft. */
export async function proposeFolder(
  dir: string,
  { title, from, reason, ...options }: StepOptions & { title: string; from: string },
): Promise<void> {
  const { files } = packFolder(placeOf(dir));
  const body = { title, reason, effectFrom: from, files };
  tell(await askAs(options, { path: '/releases', body }, releaseView), options);
}

/** `rogatory rules release check|approve|publish|... ID --reason [--from DAY]`: the next step of a release. */
export async function takeStep(
  step: Step,
  id: string,
  { reason, from, ...options }: StepOptions & { from?: string },
): Promise<void> {
  const body = { reason, ...(from !== undefined && { effectFrom: from }) };
  const path = `/releases/${encodeURIComponent(id)}/${steps[step]}`;
  tell(await askAs(options, { path, body }, releaseView), options);
}

/** `rogatory rules release list`, the newest first. */
export async function listOfReleases({ json, ...who }: Shown): Promise<void> {
  const { rows } = await askAs(
    who,
    { path: '/releases?limit=100' },
    z.object({ rows: z.array(releaseView) }),
  );
  if (json) return console.log(JSON.stringify(rows, null, 2));
  for (const release of rows) console.log(lineOf(release));
  if (rows.length === 0)
    console.log('No release was ever proposed: the rules are the files of the installation.');
}

/** `rogatory rules release show ID`: every step of it. */
export async function showRelease(id: string, options: Shown): Promise<void> {
  tell(await askAs(options, { path: `/releases/${encodeURIComponent(id)}` }, releaseView), options);
}

/**
 * `rogatory rules release fetch ID DIR`: writes the folder, for `rules diff` and `rules impact`, never over anything; beside it the
 * questions of the emergency lane, which are in no release.
 */
export async function fetchRelease(id: string, dir: string, who: AsPerson): Promise<void> {
  const path = `/releases/${encodeURIComponent(id)}/folder`;
  const { files } = await askAs(who, { path }, releaseFolder);
  const target = placeOf(dir);
  mkdirSync(target);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(target, file)), { recursive: true });
    writeFileSync(join(target, file), text, { flag: 'wx' });
  }
  cpSync(intakeDir, join(target, 'intake'), { recursive: true });
  console.log(`${Object.keys(files).length} files in ${dir}.`);
}

function tell(release: Release, { json }: { json: boolean }): void {
  if (json) return console.log(JSON.stringify(release, null, 2));
  console.log(lineOf(release));
  console.log(`  proposed by ${release.byPerson} on ${release.at}: ${release.reason}`);
  for (const { step, byPerson, at, reason, figures } of release.steps)
    console.log(
      `  ${step} by ${byPerson} on ${at}: ${reason}${figures ? ` (${figures.pages} pages, ${figures.casesPassed} worked cases passed, ${figures.warnings} warnings)` : ''}`,
    );
}

const lineOf = ({ id, state, title, effectFrom, steps }: Release): string =>
  `${id}  ${state}  from ${steps.find(({ step }) => step === 'PUBLISHED')?.effectFrom ?? effectFrom}  ${title}`;
