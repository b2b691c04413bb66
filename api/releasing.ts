import { RogatoryError } from '../contracts/errors.js';
import { dictionaryFrom, type Dictionary } from '../rules/engine/index.js';
import type { Rules } from '../rules/workbench/impact/impact.js';
import { misfits } from '../rules/workbench/impact/fit.js';
import { examineAside } from '../rules/workbench/release/examine-aside.js';
import type { Examined } from '../rules/workbench/release/examined.js';
import { packedRules, type PackedRules } from '../rules/workbench/release/packed.js';
import { answeredFacts, releaseById, releaseContent, ruleSetByDigest } from '../store/index.js';
import type { Bare, Reading, ReleaseRecord } from '../store/index.js';

/** The files of this installation, as `rules` of the API has them. */
type WithInstalled = { rules: { readonly installed: Rules } };

const shown = 50;

/** The folder of a release as it was proposed. */
export const folderOf = async (read: Bare, { contentDigest }: ReleaseRecord): Promise<PackedRules> =>
  packedRules.parse(JSON.parse(await releaseContent(read, contentDigest)));

/** What is proposed, read. Throws RELEASE_NOT_WHOLE naming the faults of a folder that does not hold together. */
export async function readFolder(packed: PackedRules, today: string) {
  const { digests, faults } = await examineAside({ packed, today, cases: false });
  if (digests === null) throw notWhole(faults);
  return digests;
}

/** The figures of a release, all of whose files and worked cases are as they should be. Throws RELEASE_NOT_WHOLE. */
export async function figuresOf(packed: PackedRules, today: string): Promise<Examined['figures']> {
  const { figures, faults } = await examineAside({ packed, today, cases: true });
  if (faults.length > 0) throw notWhole(faults);
  return figures;
}

const notWhole = (faults: readonly string[]): RogatoryError =>
  new RogatoryError('RELEASE_NOT_WHOLE', {
    about: String(faults.length),
    faults: faults.slice(0, shown).map((detail) => ({ pointer: '/files', detail })),
  });

/**
 * Throws RELEASE_MISFIT where the rules that are to come cannot read what people have answered under those that go; `null`
 * stands for the files of the installation.
 */
export async function refuseMisfit(
  deps: WithInstalled,
  read: Reading,
  { from, to }: { from: ReleaseRecord | null; to: ReleaseRecord | null },
): Promise<void> {
  const [before, after] = await Promise.all([from, to].map((one) => dictionaryOf(deps, read, one)));
  if (before === undefined || after === undefined) return;
  const unfit = misfits(before, after, await answeredFacts(read));
  if (unfit.length > 0) throw new RogatoryError('RELEASE_MISFIT', { about: unfit.join('; ') });
}

async function dictionaryOf(
  { rules }: WithInstalled,
  read: Reading,
  release: ReleaseRecord | null,
): Promise<{ dictionary: Dictionary }> {
  if (release === null) return rules.installed.ruleSet;
  const kept = await ruleSetByDigest(read, release.ruleSetDigest);
  if (kept === null) throw new Error(`rule set ${release.ruleSetDigest} is not kept`);
  return { dictionary: dictionaryFrom(JSON.parse(kept.content)) };
}

/** The release in whose place another was proposed. */
export const baseOf = async (read: Bare, { baseId }: ReleaseRecord): Promise<ReleaseRecord | null> =>
  baseId === null ? null : releaseById(read, baseId);
