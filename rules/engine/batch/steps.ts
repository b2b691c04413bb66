import { dataCategories, type Urgency } from '../../../contracts/codes.js';
import { listed } from '../evaluate/effects.js';
import { atBest, termsOf, type LotOfTerms } from '../merge/terms.js';
import type { LifeCyclePage } from '../schema/life-cycle.js';
import type { Candidate } from './candidates.js';
import { none } from './codes.js';
import type { Slot } from './facts.js';
import { has, stands, valueOf } from './planned.js';
import type { Plan } from './plan.js';
import type { Sheets } from './sheets.js';

/** What is known of a candidate before any case, and the words that cases before had of it, by what they depend on. */
type Known = {
  orderWhen: { node: number; order: number } | undefined;
  citing: readonly { effect: number; cite: string }[];
  page: LifeCyclePage;
  /** What the terms take from the catalogue. */
  fixed: Pick<LotOfTerms, 'channel' | 'keptFor'>;
  paces: readonly { node: number; is: Urgency }[];
  to: number;
  bases: Map<number, number>;
  terms: Map<number, number>;
};

/** More paces, days and renewals of a preservation than there are: factors of keys. */
const manyPaces = 8;
const manyDays = 100_000;
const manyRenewals = 100;

/** What a step writes beside its route: order, addressee, bases and terms; each of the last three as the number of a word. */
export class StepTable {
  /** Conditions of the catalogue and of life cycles, by number. */
  readonly conditions: readonly number[];
  private readonly plan: Plan;
  private readonly known: readonly Known[];
  private readonly category: Slot;
  private readonly days: Slot;
  private readonly renewals: Slot;

  constructor(plan: Plan) {
    this.plan = plan;
    this.category = plan.facts.slot('dataCategory');
    this.days = plan.facts.slot('provider.preservation.days');
    this.renewals = plan.facts.slot('provider.preservation.renewals');
    this.known = plan.candidates.list.map((candidate) => this.knownOf(candidate));
    this.conditions = this.known.flatMap(({ orderWhen, paces }) =>
      [...(orderWhen === undefined ? [] : [orderWhen]), ...paces].map(({ node }) => node),
    );
  }

  order(candidate: Candidate, sheets: Sheets, item: number): number {
    const when = this.known[candidate.number]?.orderWhen;
    return when !== undefined && this.holds(when.node, sheets, item) ? when.order : candidate.row.order;
  }

  to({ toFrom, number }: Candidate, sheets: Sheets, item: number): number {
    const fixed = this.known[number]?.to ?? 0;
    if (toFrom === undefined) return fixed;
    const said = this.plan.layout.book.wordOf(valueOf(toFrom, sheets, item));
    return typeof said === 'string' && said !== '' ? this.plan.words.number(said) : fixed;
  }

  /** Bases of the row or the variant, then those that pages cite, as one word with line breaks. */
  basis(candidate: Candidate, sheets: Sheets, item: number): number {
    const known = this.known[candidate.number];
    if (known === undefined) return 0;
    const read = candidate.basisFrom === undefined ? 0 : valueOf(candidate.basisFrom, sheets, item);
    let cited = 0;
    for (let at = 0; at < known.citing.length; at++)
      if (stands(sheets, item, known.citing[at]?.effect ?? 0)) cited |= 1 << at;
    const key = read * (1 << known.citing.length) + cited;
    return this.once(known.bases, key, () => {
      const cites = known.citing.filter((_, at) => (cited & (1 << at)) !== 0).map(({ cite }) => cite);
      return [...new Set([...this.ownBasis(candidate, read), ...cites])].join('\n');
    });
  }

  /** Terms of the step's life cycle at the item's pace, as one word. */
  terms({ number }: Candidate, sheets: Sheets, item: number): number {
    const known = this.known[number];
    if (known === undefined) return 0;
    let pace = 0;
    while (pace < known.paces.length && !this.holds(known.paces[pace]?.node ?? 0, sheets, item)) pace++;
    const category = valueOf(this.category, sheets, item);
    const days = valueOf(this.days, sheets, item);
    const renewals = valueOf(this.renewals, sheets, item);
    const counted = (days === none ? -1 : days) * manyRenewals + (renewals === none ? -1 : renewals);
    const key = (category * manyPaces + pace) * manyDays * manyRenewals + counted;
    return this.once(known.terms, key, () => {
      const urgency = known.paces[pace]?.is ?? 'ROUTINE';
      const said = this.plan.layout.book.wordOf(category);
      const categories = dataCategories.filter((one) => one === said);
      return JSON.stringify(
        termsOf(known.page, {
          ...known.fixed,
          urgency,
          categories,
          ...(days !== none && { providerDays: days }),
          ...(renewals !== none && { providerRenewals: renewals }),
        }),
      );
    });
  }

  private knownOf(candidate: Candidate): Known {
    const { effects, candidates, program, words } = this.plan;
    const { family, row, addressee, number } = candidate;
    const { lifeCycles, catalogue } = program.rules.ruleSet;
    const page = lifeCycles.get(family) ?? lifeCycles.get(catalogue.byFamily.get(family)?.lifeCycle ?? '');
    if (page === undefined) throw new Error(`no life-cycle page for ${family}`);
    const node = (when: Parameters<typeof program.rules.condition>[0]): number =>
      program.nodes.numberOf(program.rules.condition(when));
    const citing = effects.list.flatMap(({ effect, number: of }) =>
      'cite' in effect && has(candidates.covered([effect.on], listed(effect.measure)), number)
        ? [{ effect: of, cite: effect.cite }]
        : [],
    );
    return {
      orderWhen: row.orderWhen && { node: node(row.orderWhen.when), order: row.orderWhen.order },
      citing,
      page,
      fixed: this.fixedOf(candidate, page),
      paces: page.urgency.map(({ is, when }) => ({ is, node: node(when) })),
      to: words.number(typeof addressee === 'string' ? addressee : addressee.else),
      bases: new Map(),
      terms: new Map(),
    };
  }

  private fixedOf({ route }: Candidate, { keptFor }: LifeCyclePage): Known['fixed'] {
    const { byFamily } = this.plan.program.rules.ruleSet.catalogue;
    const channel = route.split(':')[1];
    const best = keptFor && atBest(byFamily.get(keptFor)?.expectedTime);
    return { ...(channel !== undefined && { channel }), ...(best && { keptFor: best }) };
  }

  private ownBasis({ row, basisOfVariant }: Candidate, read: number): readonly string[] {
    if (row.basis === undefined) return basisOfVariant;
    if (Array.isArray(row.basis)) return row.basis;
    const held = this.plan.facts.membersIn(row.basis.fact, read);
    return [
      ...basisOfVariant.filter((code) => held.includes(code)),
      ...held.filter((code) => !basisOfVariant.includes(code)),
    ];
  }

  private holds(node: number, sheets: Sheets, item: number): boolean {
    const { ofItem } = this.plan.program.nodes.node(node);
    return (ofItem ? sheets.truths[item] : sheets.truthsOfCase)?.[node] === 1;
  }

  private once(known: Map<number, number>, key: number, make: () => string): number {
    const before = known.get(key);
    if (before !== undefined) return before;
    const fresh = this.plan.words.number(make());
    known.set(key, fresh);
    return fresh;
  }
}
