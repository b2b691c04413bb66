import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { settingsOfProcess } from '../config/env.js';
import { loadRegisters } from '../rules/engine/registers/index.js';
import { loadRuleSet, loadRuleSetFrom, RuleSetError } from '../rules/engine/index.js';
import type { Side } from '../rules/workbench/diff/difference.js';
import { ruleSetByDigest } from '../store/index.js';
import { InputError, readJson } from './input.js';
import { withStore } from './with-store.js';

/**
 * Rules that a person names: a folder such as `rules`, a file with the content of a rule set, or the digest of one that the
 * store keeps. Only a folder has registers beside it. Throws InputError, and RuleSetError naming every fault of a folder.
 */
export async function ruleSetNamed(name: string): Promise<Side> {
  if (/^[0-9a-f]{64}$/.test(name)) return { ruleSet: loadRuleSetFrom(await keptUnder(name)) };
  if (!existsSync(name))
    throw new InputError([`NOTHING_SUCH  "${name}" is no folder, no file and no digest of 64 hex digits.`]);
  if (statSync(name).isDirectory()) return ruleFolder(name);
  try {
    return { ruleSet: loadRuleSetFrom(readJson(name)) };
  } catch (error) {
    if (error instanceof RuleSetError) throw new InputError([`RULE_SET_INVALID  ${name}: ${error.message}`]);
    throw error;
  }
}

/** A folder of rules with its registers. Throws RuleSetError naming every fault with its folder. */
export function ruleFolder(dir: string): Required<Side> {
  try {
    return { ruleSet: loadRuleSet(dir), registers: loadRegisters(join(dir, 'registers')) };
  } catch (error) {
    if (!(error instanceof RuleSetError)) throw error;
    throw new RuleSetError(error.faults.map((fault) => ({ ...fault, file: join(dir, fault.file) })));
  }
}

async function keptUnder(digest: string): Promise<unknown> {
  const settings = settingsOfProcess();
  const kept = await withStore(settings, (store) => ruleSetByDigest(store.read, digest));
  if (kept === undefined)
    throw new InputError([
      'IN_USE  A running system holds the data folder. Stop it, or fetch /v1/rule-sets/{digest} into a file and name that.',
    ]);
  if (kept === null) throw new InputError([`NOTHING_SUCH  The store keeps no rule set under ${digest}.`]);
  return JSON.parse(kept.content);
}
