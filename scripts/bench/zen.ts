import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { FactValue } from '../../contracts/determination.js';
import type { Leaf } from '../../rules/engine/rule-set/conditions.js';
import type { Make } from './contenders.js';
import { literalOf, partsOf, type Workload } from './hundred-rules.js';

const home = fileURLToPath(new URL('./zen/', import.meta.url));
const installMs = 120_000;

const matched = z.object({ result: z.array(z.object({ rule: z.number() })) });

/** GoRules Zen on the hundred rules as one decision table, or the sentence that says why not. Installs it on first use. */
export function zen(): Make | string {
  const engine = zenEngine();
  return typeof engine === 'string' ? engine : (workload, count) => matchesBy(engine, workload, count);
}

type Decision = { evaluate(facts: Record<string, FactValue>): Promise<unknown> };
type CreateDecision = (content: Buffer) => Decision;

function zenEngine(): CreateDecision | string {
  try {
    return created(required());
  } catch {
    const install = ['install', '--no-package-lock', '--no-audit', '--no-fund', '--prefix', home];
    const { status } = spawnSync('npm', install, { timeout: installMs, stdio: 'ignore' });
    if (status !== 0) return 'GoRules Zen is left out: it could not be installed here.';
    try {
      return created(required());
    } catch {
      return 'GoRules Zen is left out: it has no build for this machine.';
    }
  }
}

const required = (): unknown => createRequire(home)('@gorules/zen-engine');

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

function created(library: unknown): CreateDecision {
  const { ZenEngine } = isRecord(library) ? library : {};
  if (typeof ZenEngine !== 'function') throw new TypeError('no ZenEngine');
  const engine: unknown = Reflect.construct(ZenEngine, []);
  return (content) => {
    const made: unknown = call(engine, 'createDecision', content);
    return { evaluate: async (facts) => call(made, 'evaluate', facts) };
  };
}

function call(target: unknown, method: string, argument: unknown): unknown {
  const found = isRecord(target) ? target[method] : undefined;
  if (typeof found !== 'function') throw new TypeError(`no ${method}`);
  return Reflect.apply(found, target, [argument]);
}

function matchesBy(create: CreateDecision, { fields, rules, cases }: Workload, count: number) {
  const facts = cases
    .slice(0, count)
    .map((one) => Object.fromEntries(fields.map(({ id }, at) => [id, one[at] ?? null])));
  const table = create(Buffer.from(JSON.stringify(modelOf(fields, rules))));
  return async (at: number) => {
    const { result } = matched.parse(await table.evaluate(facts[at] ?? {}));
    return result.map(({ rule }) => rule).sort((a, b) => a - b);
  };
}

function modelOf(fields: Workload['fields'], rules: Workload['rules']) {
  const inputs = fields.map(({ id }) => ({ id, name: id, field: id }));
  const rows = rules.map((rule, at) => ({
    _id: `r${at}`,
    ...Object.fromEntries(fields.map(({ id }) => [id, ''])),
    ...Object.fromEntries(partsOf(rule).map((leaf) => [leaf.fact, cellOf(leaf)])),
    out: String(at),
  }));
  const outputs = [{ id: 'out', name: 'rule', field: 'rule' }];
  return {
    nodes: [
      { id: 'in', type: 'inputNode', name: 'in', position: { x: 0, y: 0 } },
      {
        id: 'table',
        type: 'decisionTableNode',
        name: 'table',
        position: { x: 1, y: 0 },
        content: { hitPolicy: 'collect', inputs, outputs, rules: rows },
      },
      { id: 'end', type: 'outputNode', name: 'end', position: { x: 2, y: 0 } },
    ],
    edges: [
      { id: 'a', type: 'edge', sourceId: 'in', targetId: 'table' },
      { id: 'b', type: 'edge', sourceId: 'table', targetId: 'end' },
    ],
  };
}

function cellOf(leaf: Leaf): string {
  const value = literalOf(leaf);
  if (leaf.operator === 'atLeast') return `>= ${String(value)}`;
  if (leaf.operator === 'atMost') return `<= ${String(value)}`;
  return [value]
    .flat()
    .map((one) => JSON.stringify(one))
    .join(', ');
}
