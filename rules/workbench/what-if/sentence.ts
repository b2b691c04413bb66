import { isDay } from '../../engine/index.js';
import { didYouMean } from '../../engine/load/nearest.js';
import type { Literal } from '../../engine/schema/words.js';
import type { Rules } from '../impact/impact.js';

/** A supposed change of the registers or of a figure. Days are YYYY-MM-DD; treaties and parameters by their keys. */
export type Supposed =
  | { kind: 'joins' | 'leaves'; state: string; treaty: string; from: string }
  | { kind: 'policy'; provider: string; field: string; value: string; from: string }
  | { kind: 'figure'; parameter: string; value: Literal; from: string };

/** The whole grammar, as it is shown to whoever writes something else. */
export const grammar = [
  'STATE party to TREATY from YYYY-MM-DD',
  'STATE leaves TREATY from YYYY-MM-DD',
  'provider NAME FIELD becomes VALUE from YYYY-MM-DD',
  'parameter ID becomes NUMBER from YYYY-MM-DD',
] as const;

/** A sentence that is not in the grammar, or names what no register knows. */
export class NotSupposed extends Error {
  override readonly name = 'NotSupposed';
}

const form =
  /^(?:(?<state>\S+) (?<verb>party to|leaves) (?<treaty>\S+)|provider (?<provider>\S+) (?<field>\S+) becomes (?<policy>\S+)|parameter (?<parameter>\S+) becomes (?<figure>\d+)(?: \S+)?) from (?<from>\S+)$/;

/** Reads a sentence of the grammar. Throws NotSupposed, with the nearest word that is known. */
export function supposedIn(sentence: string, { ruleSet, registers }: Rules): Supposed {
  const words = form.exec(sentence.trim().replaceAll(/\s+/g, ' '))?.groups;
  if (words === undefined) throw new NotSupposed(`"${sentence}" is none of: ${grammar.join('; ')}.`);
  const { from = '', state, verb, treaty, provider, field, policy, parameter, figure } = words;
  if (!isDay(from)) throw new NotSupposed(`"${from}" is no date that exists, YYYY-MM-DD.`);
  if (state !== undefined && treaty !== undefined)
    return {
      kind: verb === 'leaves' ? 'leaves' : 'joins',
      state: known('State of the registers', state, registers.states.keys()),
      treaty: treatyNamed(treaty, registers.instruments),
      from,
    };
  if (provider !== undefined && field !== undefined && policy !== undefined) {
    const id = registers.providerByName.get(provider.toLowerCase());
    const names = registers.providers.keys();
    return { kind: 'policy', provider: id ?? known('provider', provider, names), field, value: policy, from };
  }
  const id = known('parameter', parameter ?? '', ruleSet.parameters.keys());
  return { kind: 'figure', parameter: id, value: Number(figure), from };
}

function known(what: string, word: string, allowed: Iterable<string>): string {
  const all = [...allowed];
  if (all.includes(word)) return word;
  throw new NotSupposed(`"${word}" is no ${what}.${didYouMean(word, all)}`);
}

/** By its code for rules, or by its key in instruments.yaml. */
function treatyNamed(word: string, instruments: Rules['registers']['instruments']): string {
  const found = Object.entries(instruments).find(([key, { code }]) => key === word || code === word);
  if (found !== undefined) return found[0];
  const words = Object.entries(instruments).flatMap(([key, { code }]) => [key, code ?? []].flat());
  throw new NotSupposed(`"${word}" is no treaty of the registers.${didYouMean(word, words)}`);
}
