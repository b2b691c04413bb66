import type { FactMap, FactValue } from '../../../contracts/determination.js';
import type { FactEntry } from '../../engine/rule-set/dictionary.js';
import { none, rangeOf, type Codes } from './codes.js';
import type { Figure, ReadModel, Truth, Z } from './solver.js';

type StoredEntry = Extract<FactEntry, { origin: 'stored' }>;
/** A stated fact as the solver sees it: a number, or for a list its members; `known` where somebody has answered. */
export type Stated = { entry: StoredEntry; value: Figure; known: Truth; members: ReadonlyMap<string, Truth> };

export const isListType = ({ type }: FactEntry): boolean => type === 'set' || type === 'states';

/** What people and registers state of a case with one item, with the domain of each fact and what is assumed while it is unknown. */
export class StatedFacts {
  private readonly z: Z;
  private readonly codes: Codes;
  private readonly asOf: string;
  private readonly wordsOf: (entry: FactEntry) => readonly string[];
  private readonly facts = new Map<string, Stated>();
  private fresh: Truth[] = [];

  constructor(z: Z, codes: Codes, asOf: string, wordsOf: (entry: FactEntry) => readonly string[]) {
    this.z = z;
    this.codes = codes;
    this.asOf = asOf;
    this.wordsOf = wordsOf;
  }

  /** Axioms of facts that were met since the last call. */
  newAxioms(): readonly Truth[] {
    const { fresh } = this;
    this.fresh = [];
    return fresh;
  }

  of(entry: StoredEntry): Stated {
    const before = this.facts.get(entry.id);
    if (before !== undefined) return before;
    const { z } = this;
    const words = isListType(entry) ? this.wordsOf(entry) : [];
    const stated: Stated = {
      entry,
      value: z.Int.const(entry.id),
      known: z.Bool.const(`${entry.id} is known`),
      members: new Map(words.map((word) => [word, z.Bool.const(`${entry.id} has ${word}`)])),
    };
    this.facts.set(entry.id, stated);
    this.fresh.push(...this.axiomsOf(stated));
    return stated;
  }

  /** The facts of a case that the solver found, by scope; what it leaves unknown is not there. */
  in(model: ReadModel): { case: FactMap; item: FactMap } {
    const of = (scope: 'case' | 'item'): FactMap =>
      Object.fromEntries(
        [...this.facts.values()]
          .filter(({ entry, known }) => entry.scope === scope && model.truth(known))
          .map((stated): [string, FactValue] => [stated.entry.id, this.valueIn(stated, model)]),
      );
    return { case: of('case'), item: of('item') };
  }

  private valueIn({ entry, value, members }: Stated, model: ReadModel): FactValue {
    return isListType(entry)
      ? [...members].filter(([, member]) => model.truth(member)).map(([word]) => word)
      : this.codes.value(entry.type, model.figure(value));
  }

  private axiomsOf({ entry, value, known, members }: Stated): Truth[] {
    const { z, codes } = this;
    if (entry.id === 'asOf') return [known, value.eq(codes.of(this.asOf))];
    const assumed = assumedOf(entry);
    if (assumed === undefined) return [known, this.domain(entry, value)];
    if (!isListType(entry)) return [z.If(known, this.domain(entry, value), value.eq(codes.of(assumed)))];
    const held = Array.isArray(assumed) ? assumed : [];
    return [...members].map(([word, member]) => z.Or(known, member.eq(z.Bool.val(held.includes(word)))));
  }

  private domain({ id, type, values, nullMeans }: StoredEntry, value: Figure): Truth {
    const { z } = this;
    const listed = type === 'boolean' ? [false, true] : values;
    const may = nullMeans === 'none' ? [value.eq(none)] : [];
    if (listed !== undefined) return z.Or(...listed.map((one) => value.eq(this.codes.of(one))), ...may);
    const range = rangeOf(type);
    if (range === undefined) throw new Error(`${id}: facts of type ${type} are not put to the solver`);
    return z.Or(z.And(value.ge(range[0]), value.le(range[1])), ...may);
  }
}

const assumedOf = ({ whenUnknown }: StoredEntry): FactValue | undefined =>
  typeof whenUnknown === 'object' && whenUnknown !== null && 'refuse' in whenUnknown
    ? undefined
    : whenUnknown;
