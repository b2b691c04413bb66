import { join } from 'node:path';
import { loadRuleSetFrom } from '../rules/engine/index.js';
import { loadRegisters } from '../rules/engine/registers/index.js';
import type { Rules } from '../rules/workbench/impact/impact.js';
import { unpacked } from '../rules/workbench/release/packed.js';
import {
  keepRuleSet,
  noteFault,
  releaseOn,
  ruleSetByDigest,
  signersOfRecord,
  systemAct,
} from '../store/index.js';
import type { ReleaseRecord, Store } from '../store/index.js';
import { folderOf } from './releasing.js';

type InForce = Rules & { releaseId: string | null };
type Given = {
  store: Store;
  clock: () => Date;
  /** The files of this installation: in force where no release is. */
  installed: Rules;
  /** Public keys that publications may be signed with, beside those that have signed the record. */
  keys: readonly string[];
};

/** How long an answer about what is in force holds for one process. */
const freshMs = 1_000;

/**
 * The rules and registers in force today: the release published last whose first day has come, else the files of this
 * installation. `ruleSet` and `registers` change under whoever holds this; nobody keeps them beyond one request.
 */
export class RulesInForce {
  readonly installed: Rules;
  private readonly given: Given;
  private now: InForce;
  private askedAt = Number.NEGATIVE_INFINITY;
  private asking: Promise<void> = Promise.resolve();

  constructor(given: Given) {
    this.given = given;
    this.installed = given.installed;
    this.now = { ...given.installed, releaseId: null };
  }

  get ruleSet(): Rules['ruleSet'] {
    return this.now.ruleSet;
  }

  get registers(): Rules['registers'] {
    return this.now.registers;
  }

  get releaseId(): string | null {
    return this.now.releaseId;
  }

  /**
   * Looks at the store, at most once a second, and takes up what is in force since. Throws where a release in force cannot be
   * read, or is not signed with a key that is known here: no other rules are put in its place.
   */
  async refresh({ atOnce = false } = {}): Promise<void> {
    const at = this.given.clock().getTime();
    if (!atOnce && Math.abs(at - this.askedAt) < freshMs) return this.asking;
    this.askedAt = at;
    this.asking = this.asking.catch(() => undefined).then(() => this.look());
    return this.asking;
  }

  /** Rules of a release; `null`: of the files of this installation. */
  async rulesOf(release: ReleaseRecord | null): Promise<Rules> {
    if (release === null) return this.installed;
    if (release.id === this.now.releaseId) return this.now;
    const { read } = this.given.store;
    const kept = await ruleSetByDigest(read, release.ruleSetDigest);
    if (kept === null)
      throw new Error(`rule set ${release.ruleSetDigest} of release ${release.id} is not kept`);
    const registers = await unpacked(await folderOf(read, release), (dir) =>
      loadRegisters(join(dir, 'registers')),
    );
    if (registers.digest !== release.registersDigest)
      throw new Error(`the registers of release ${release.id} are not those that were proposed`);
    return { ruleSet: loadRuleSetFrom(JSON.parse(kept.content)), registers };
  }

  private async look(): Promise<void> {
    const { store, clock, keys } = this.given;
    const at = clock().toISOString();
    const release = await releaseOn(store.read, at.slice(0, 10));
    if ((release?.id ?? null) === this.now.releaseId) return;
    if (release !== null) {
      const fault = noteFault(release, [...keys, ...(await signersOfRecord(store.read))]);
      if (fault !== null) throw new Error(`release ${release.id} is not put in force: ${fault}`);
    }
    const { ruleSet, registers } = await this.rulesOf(release);
    // What was determined a moment ago by the rules that go must be found in the store.
    await store.transaction((tx) => keepRuleSet(tx, systemAct('rules', at), this.now.ruleSet));
    this.now = { ruleSet, registers, releaseId: release?.id ?? null };
  }
}
