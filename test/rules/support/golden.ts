import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { determine, frameFromScenario, loadRuleSet, prose, scenarioOf } from '../../../rules/engine/index.js';
import type { Language } from '../../../rules/engine/index.js';
import { loadRegisters } from '../../../rules/engine/registers/index.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const folder = join(root, 'test/rules/golden');
export const ruleSet = loadRuleSet(join(root, 'rules'));
const registers = loadRegisters(join(root, 'rules/registers'));

export const goldenLanguages = ['en', 'ru'] as const satisfies readonly Language[];

/** Worked scenarios of the specification: `SC01`, `SC03`, ... */
export const scenarioIds: readonly string[] = readdirSync(join(root, 'rules/examples'))
  .flatMap((name) => /^(SC\d+)\.json$/.exec(name)?.[1] ?? [])
  .sort();

/** Frame and determination of a worked scenario. */
export async function determined(id: string) {
  const json: unknown = JSON.parse(readFileSync(join(root, `rules/examples/${id}.json`), 'utf8'));
  const frame = frameFromScenario(ruleSet, registers, scenarioOf(json).facts);
  return { frame, determination: await determine({ ruleSet, frame, salt: 'golden' }) };
}

/** The text without the digest of the rule set, which changes with every page. */
export async function textOf(id: string, language: Language): Promise<string> {
  const { frame, determination } = await determined(id);
  const told = prose(determination, ruleSet, language, frame);
  return `${told.replace(determination.ruleSetDigest.slice(0, 12), '<rule set>')}\n`;
}

export const goldenPath = (id: string, language: Language): string => join(folder, `${id}.${language}.txt`);

/** The reviewed text; empty where nobody has written one. */
export const goldenOf = (id: string, language: Language): string =>
  existsSync(goldenPath(id, language)) ? readFileSync(goldenPath(id, language), 'utf8') : '';
