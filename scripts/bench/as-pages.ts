import { loadRuleSetFrom, type RuleSet } from '../../rules/engine/index.js';
import type { FactMap, FactValue, Frame } from '../../contracts/determination.js';
import type { Leaf } from '../../rules/engine/rule-set/conditions.js';
import { literalOf, partsOf, type Field, type Workload } from './hundred-rules.js';

/** Day on which the hundred rules are read. */
export const asOf = '2026-01-01';

/** Numbers with decimals stand in our pages as whole hundredths. */
const scaleOf = ({ decimals = 0 }: Field): number => 10 ** decimals;

/** The hundred rules as pages of ours, read and checked as any rule set; page `R07` is rule 7. */
export function asPages({ fields, rules }: Workload): RuleSet {
  const byId = new Map(fields.map((field) => [field.id, field]));
  return loadRuleSetFrom({
    form: 1,
    dictionary: { stored: [...fields.map(storedOf), ...readByMerge], derived: [], concluded: [] },
    catalogue: {
      routes: [
        {
          family: 'OSINT',
          title: 'No rule opens it',
          rows: [],
          shutBecause: 'NOT_NEEDED',
          usableInCourt: 'depends',
          userMayBeTold: 'no',
          lifeCycle: 'OSINT',
          status: 'dormant',
        },
      ],
      scopes: {},
      headlines: ['NOT_NEEDED'],
      rules: {},
    },
    parameters: [],
    texts: {
      language: 'en',
      reasons: { NOT_NEEDED: 'No rule opens it.' },
      blockers: {},
      questions: {},
      safeguards: Object.fromEntries(rules.map((_, rule) => [`M${rule}`, `Rule ${rule} matches.`])),
      bases: {},
      measures: {},
    },
    lifeCycles: [],
    pages: rules.map((rule, at) => ({
      vocabulary: 1,
      id: `R${String(at).padStart(2, '0')}`,
      title: `Rule ${at}`,
      kind: 'policy',
      concerns: 'case',
      status: 'confirmed',
      reference: [{ instrument: 'bench', mark: 'P', says: 'Drawn by chance.' }],
      inForce: { from: '2000-01-01' },
      when: { all: partsOf(rule).map((leaf) => written(leaf, byId)) },
      then: [{ safeguard: `M${at}` }],
      because: { en: 'Drawn by chance.' },
      examples: ['fires', 'does-not-fire'].map((then) => ({ says: 'none', given: {}, then })),
    })),
  });
}

/** A case of the workload as a frame. */
export const frameOf = ({ fields, cases }: Workload, at: number): Frame => ({
  asOf,
  case: Object.fromEntries(
    fields.map((field, place) => [field.id, scaled(field, cases[at]?.[place] ?? null)]),
  ),
  items: [],
  sources: {},
});

const scaled = (field: Field, value: FactValue): FactMap[string] =>
  typeof value === 'number' ? Math.round(value * scaleOf(field)) : value;

function storedOf(field: Field) {
  const { id, values, upTo } = field;
  const type = values !== undefined ? 'enum' : upTo === undefined ? 'boolean' : 'integer';
  return {
    id,
    scope: 'case',
    type,
    ...(values && { values }),
    question: `What is ${id}?`,
    setBy: ['CASE_OFFICER'],
    whenUnknown: values?.[0] ?? (upTo === undefined ? false : 0),
  };
}

/** Facts that every merge reads. */
const readByMerge = [
  {
    id: 'dataCategory',
    scope: 'item',
    type: 'enum',
    values: ['SUBSCRIBER'],
    question: 'Which data?',
    setBy: ['CASE_OFFICER'],
    whenUnknown: 'SUBSCRIBER',
  },
  ...['provider.preservation.days', 'provider.preservation.renewals'].map((id) => ({
    id,
    scope: 'item',
    type: 'integer',
    question: 'How many?',
    setBy: 'register',
    whenUnknown: null,
  })),
];

function written(leaf: Leaf, fields: ReadonlyMap<string, Field>) {
  const field = fields.get(leaf.fact);
  const value = literalOf(leaf);
  return { fact: leaf.fact, [leaf.operator]: field === undefined ? value : scaled(field, value) };
}
