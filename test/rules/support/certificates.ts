import { readFileSync } from 'node:fs';
import { z } from 'zod';
import {
  determine,
  frameFromScenario,
  issueCertificate,
  loadRuleSet,
  prose,
  scenarioOf,
  type Certificate,
} from '../../../rules/engine/index.js';
import { loadRegisters } from '../../../rules/engine/registers/index.js';

export const root = new URL('../../../rules/', import.meta.url).pathname;
export const ruleSet = loadRuleSet(root);
export const registers = loadRegisters(`${root}registers`);
export const version = '1.0.0';

const variant = z.looseObject({ id: z.string() });
const content = z.looseObject({
  catalogue: z.looseObject({ routes: z.array(z.looseObject({ variants: z.array(variant) })) }),
  pages: z.array(z.looseObject({ id: z.string(), title: z.string(), then: z.array(z.unknown()) })),
  wordings: z.unknown(),
});
/** Content of the rule set in force, to be changed by a test. */
export const contentInForce = (): z.infer<typeof content> => content.parse(JSON.parse(ruleSet.content));

/** The certificate of a scenario, with two of the sources that a live case would have. */
export async function certified(
  name: string,
  change: { byReference?: boolean; version?: string } = {},
): Promise<Certificate> {
  const { version: program = version, ...rest } = change;
  const scenario = scenarioOf(JSON.parse(readFileSync(`${root}examples/${name}.json`, 'utf8')));
  const bare = frameFromScenario(ruleSet, registers, scenario.facts);
  const [item = { id: '', facts: {} }] = bare.items;
  const frame = {
    ...bare,
    sources: {
      case: {
        'proceedings.stage': { kind: 'person' as const, ref: 'case file', at: '2026-11-20T09:00:00.000Z' },
      },
      [item.id]: {
        'relation.bothParty': { kind: 'register' as const, ref: 'treaties/KZ treaties/IE', at: '2026-04-25' },
      },
    },
  };
  const result = await determine({ ruleSet, frame, salt: 'salt of the case' });
  return issueCertificate({
    determination: { id: 'D1', caseId: 'C1', caseVersion: 3, cause: 'ASKED', at: '2026-11-23T09:00:00.000Z' },
    frame,
    result,
    text: prose(result, ruleSet),
    salt: 'salt of the case',
    ruleSetContent: ruleSet.content,
    program: { name: 'rogatory', version: program },
    issuedAt: '2026-11-24T09:00:00.000Z',
    mark: 'TRAINING - NOT A REQUEST',
    ...rest,
  });
}
