import { providerFile } from '../../engine/registers/schema-providers.js';
import type { TreatyRow } from '../../engine/registers/schema.js';
import type { Rules } from '../impact/impact.js';
import { NotSupposed, type Supposed } from './sentence.js';

/** Rules and registers as they would be; those at hand are left alone. Throws NotSupposed for a policy that no register could say. */
export function supposing(supposed: Supposed, rules: Rules): Rules {
  if (supposed.kind === 'figure') return withFigure(supposed, rules);
  const asIf = supposed.kind === 'policy' ? withPolicy(supposed, rules) : withTreaty(supposed, rules);
  return { ...asIf, registers: { ...asIf.registers, digest: 'what if' } };
}

type Of<Kind extends Supposed['kind']> = Extract<Supposed, { kind: Kind }>;

/** The row that stands ends on the day, and another one begins. */
function withTreaty({ kind, state, treaty, from }: Of<'joins' | 'leaves'>, rules: Rules): Rules {
  const { registers } = rules;
  const file = registers.states.get(state);
  if (file === undefined) return rules;
  const status = kind === 'joins' ? 'party' : 'none';
  const begins: TreatyRow = {
    status,
    since: from,
    lastChecked: from,
    confidence: 'high',
    source: 'what if',
  };
  const before = (file.treaties[treaty] ?? [])
    .filter(({ since }) => since === undefined || since < from)
    .map((row) => ({ ...row, until: row.until !== undefined && row.until < from ? row.until : from }));
  const treaties = { ...file.treaties, [treaty]: [...before, begins] };
  return {
    ...rules,
    registers: { ...registers, states: new Map(registers.states).set(state, { ...file, treaties }) },
  };
}

function withPolicy({ provider, field, value, from }: Of<'policy'>, rules: Rules): Rules {
  const { registers } = rules;
  const entry = registers.providers.get(provider);
  if (entry === undefined) return rules;
  const read = [value, Number(value)]
    .map((one) => providerFile.safeParse({ ...entry, terms: withField(entry.terms, field.split('.'), one) }))
    .find(({ success }) => success);
  if (read?.data === undefined) {
    const { error } = providerFile.safeParse({
      ...entry,
      terms: withField(entry.terms, field.split('.'), value),
    });
    const says = error?.issues.map(({ message }) => message).join('; ') ?? '';
    throw new NotSupposed(`The policy of a provider has no "${field}" that could be "${value}": ${says}.`);
  }
  const changed = { ...read.data, lastChecked: from };
  return {
    ...rules,
    registers: { ...registers, providers: new Map(registers.providers).set(provider, changed) },
  };
}

function withField(terms: object, [name = '', ...rest]: readonly string[], value: string | number): object {
  const inner: unknown = Object.entries(terms).find(([key]) => key === name)?.[1];
  if (rest.length === 0) return { ...terms, [name]: value };
  return {
    ...terms,
    [name]: withField(typeof inner === 'object' && inner !== null ? inner : {}, rest, value),
  };
}

function withFigure({ parameter: id, value, from }: Of<'figure'>, rules: Rules): Rules {
  const { ruleSet } = rules;
  const parameter = ruleSet.parameters.get(id);
  if (parameter === undefined) return rules;
  if (typeof parameter.values.at(-1)?.value !== 'number')
    throw new NotSupposed(`"${id}" is no number: ${parameter.title}.`);
  const values = [...parameter.values.filter((one) => one.from < from), { from, value }];
  const parameters = new Map(ruleSet.parameters).set(id, { ...parameter, values });
  return { ...rules, ruleSet: { ...ruleSet, parameters } };
}
