import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Frame } from '../../contracts/determination.js';
import { frameFromScenario, loadRuleSet, ruleSetOn, type RuleSet } from '../../rules/engine/index.js';
import { loadRegisters } from '../../rules/engine/registers/index.js';

const rulesDir = fileURLToPath(new URL('../../rules', import.meta.url));

const scenarioShape = z.looseObject({
  id: z.string(),
  facts: z.looseObject({ items: z.array(z.looseObject({ id: z.string() })).min(1) }),
});
type Scenario = z.infer<typeof scenarioShape>;

export const ruleSet = loadRuleSet(rulesDir);
const registers = loadRegisters(join(rulesDir, 'registers'));

const scenarios = (): Scenario[] =>
  readdirSync(join(rulesDir, 'examples'))
    .filter((name) => /^SC\d+.*\.json$/.test(name))
    .sort()
    .map((name) => scenarioShape.parse(JSON.parse(readFileSync(join(rulesDir, 'examples', name), 'utf8'))));

const frameOf = ({ facts }: Scenario): Frame => frameFromScenario(ruleSet, registers, facts);

/** Every worked scenario, by its id. */
export const scenarioFrames = (): { id: string; frame: Frame }[] =>
  scenarios().map((scenario) => ({ id: scenario.id, frame: frameOf(scenario) }));

/** The first scenario with five items: those it has, again under other ids. */
export function fiveItems(): Frame {
  const [first] = scenarios();
  if (first === undefined) throw new Error('rules/examples has no scenario');
  const { items } = first.facts;
  const five = [0, 1, 2, 3, 4].flatMap((index) => {
    const item = items[index % items.length];
    return item === undefined ? [] : [{ ...item, id: `I${index + 1}` }];
  });
  return frameOf({ ...first, facts: { ...first.facts, items: five } });
}

/** The frame with some facts of small domain of its first item that nobody has answered. */
export function withUnknown(frame: Frame, count: number): Frame {
  const [first, ...others] = frame.items;
  if (first === undefined) return frame;
  const unknown = Object.keys(first.facts).filter(isSmall).slice(0, count);
  const facts = Object.fromEntries(Object.entries(first.facts).filter(([fact]) => !unknown.includes(fact)));
  return { ...frame, items: [{ ...first, facts }, ...others] };
}

const isSmall = (fact: string): boolean => answersOf(ruleSet, fact).length > 0;

export function answersOf({ dictionary }: RuleSet, fact: string): readonly (string | boolean)[] {
  const entry = dictionary.get(fact);
  if (entry?.origin !== 'stored') return [];
  if (entry.type === 'boolean') return [true, false];
  return entry.type === 'enum' ? (entry.values ?? []) : [];
}

export const rulesOn = (frame: Frame) => ruleSetOn(ruleSet, frame.asOf);
