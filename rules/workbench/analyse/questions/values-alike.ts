import type { FactValue } from '../../../../contracts/determination.js';
import type { Condition, Leaf } from '../../../engine/rule-set/conditions.js';
import type { FactEntry } from '../../../engine/rule-set/dictionary.js';
import { sourcesOf } from '../../../engine/rule-set/dependencies.js';
import { comparisons } from '../../../engine/rule-set/operators.js';
import { answersOf } from '../../../engine/rule-set/small-domain.js';
import { seen, type Facts } from '../case.js';
import type { Encoding } from '../encoding.js';
import type { Question } from '../question.js';
import type { Truth } from '../solver.js';

type Stored = Extract<FactEntry, { origin: 'stored' }>;

/** Answers of a stated fact that no page tells apart: the person is asked to choose where nothing hangs on it. */
export function valuesAlike(of: Encoding): Question[] {
  const leaves = leavesOf(of);
  const sources = new Set([...of.rules.ruleSet.dictionary.values()].flatMap(sourcesOf));
  const apart = new Apart(of);
  return [...of.rules.ruleSet.dictionary.values()].flatMap((entry) => {
    const read = leaves.filter((leaf) => factsOf(leaf).includes(entry.id));
    const isSource = sources.has(entry.id);
    if (entry.origin !== 'stored' || (read.length === 0 && !isSource)) return [];
    const answers = answersOf(entry);
    const groups = isSource ? answers.map((one) => [one]) : groupsOf(answers, read);
    const first = groups.flatMap(([one]) => (one === undefined ? [] : [one]));
    const pairs = first.flatMap((one, index) => first.slice(index + 1).map((two) => [one, two]));
    return [...groups.filter(({ length }) => length > 1), ...pairs].map((values) =>
      apart.question(entry, values),
    );
  });
}

/** Values of which every leaf says the same. */
function groupsOf(values: readonly FactValue[], leaves: readonly Leaf[]): FactValue[][] {
  const groups = new Map<string, FactValue[]>();
  for (const value of values) {
    const key = JSON.stringify(leaves.map((leaf) => whatItSays(leaf, value)));
    groups.set(key, [...(groups.get(key) ?? []), value]);
  }
  return [...groups.values()];
}

/** Truth of a leaf where the fact is known to have this value; compared with another fact each value is one of its own. */
function whatItSays({ operator, expected }: Leaf, value: FactValue): FactValue {
  if (operator === 'isKnown' || operator === 'isUnknown') return operator;
  return expected.kind === 'fact' ? value : comparisons[operator](value, expected.value);
}

const factsOf = ({ fact, expected }: Leaf): string[] =>
  expected.kind === 'fact' ? [fact, expected.fact] : [fact];

class Apart {
  private readonly of: Encoding;
  private whole: Truth | undefined;
  /** Of the fact in hand, so that each value is put in once. */
  private put: { fact: string; byValue: Map<FactValue, Truth[]> } = { fact: '', byValue: new Map() };

  constructor(of: Encoding) {
    this.of = of;
  }

  question(entry: Stored, values: readonly FactValue[]): Question {
    return {
      check: 'values-alike',
      about: `${entry.id} ${values.map(String).join(' ')}`,
      at: { fact: entry.id },
      says: `no page tells ${values.map(String).join(', ')} apart`,
      wrongIf: 'no-case',
      triesFound: false,
      asks: () => [this.of.isKnown(entry.id), this.differ(entry, values)],
      agrees: async ({ facts }) => {
        const said = await Promise.all(values.map((value) => this.said(facts, entry, value)));
        return new Set(said).size > 1;
      },
    };
  }

  private async said(facts: Facts, { id, scope }: Stored, value: FactValue): Promise<string> {
    const { says } = await seen(this.of.rules, { ...facts, [scope]: { ...facts[scope], [id]: value } });
    return [...says].sort().join();
  }

  /** Some effect is said with one of the values and not with another. */
  private differ(entry: Stored, values: readonly FactValue[]): Truth {
    const { z } = this.of;
    const [first = [], ...others] = values.map((value) => this.with(entry, value));
    return z.Or(
      ...others.flatMap((other) =>
        other.flatMap((truth, index) => {
          const one = first[index];
          return one === undefined || one.eqIdentity(truth) ? [] : [z.Xor(one, truth)];
        }),
      ),
    );
  }

  private with(entry: Stored, value: FactValue): Truth[] {
    if (this.put.fact !== entry.id) this.put = { fact: entry.id, byValue: new Map() };
    const before = this.put.byValue.get(value) ?? this.everyEffect(entry, value);
    this.put.byValue.set(value, before);
    return before;
  }

  /** Every effect, where the fact has this value: all in one term, so that it is gone through once. */
  private everyEffect(entry: Stored, value: FactValue): Truth[] {
    const { z, stated, effects } = this.of;
    this.whole ??= z.And(...effects.all.map((place) => effects.says(place)));
    const put = z.substitute(this.whole, [stated.of(entry).value, this.of.figureOf(value)]);
    return put.children().filter((one): one is Truth => z.isBool(one));
  }
}

function leavesOf({ rules }: Encoding): Leaf[] {
  const within = (condition: Condition): Leaf[] =>
    condition.kind === 'leaf' ? [condition] : condition.parts.flatMap(within);
  return [...rules.pages.values()].flatMap(({ conditions }) => conditions.flatMap(within));
}
