import type { Measure, RouteFamily, RouteId } from '../../../contracts/codes.js';
import { covers } from '../evaluate/candidates.js';
import { listed } from '../evaluate/effects.js';
import { familyOf, type Program } from '../evaluate/program.js';
import { variantOf, type RouteEntry, type RouteRow } from '../rule-set/rule-set.js';
import { bitsOf, scopesIn, type Effects, type NumberedEffect } from './effects.js';
import type { Facts, Slot } from './facts.js';
import type { Words } from './words.js';

/** A step that some page may open, with everything about it that does not depend on the case. */
export type Candidate = {
  number: number;
  /** Effect that opens it. */
  open: number;
  family: RouteFamily;
  /** Route and measure as one word of outcomes. */
  word: number;
  bit: number;
  route: RouteId;
  /** Place of the route in the catalogue. */
  place: number;
  measure: Measure;
  row: RouteRow;
  addressee: RouteRow['addressee'];
  /** Fact that names the addressee; and fact that holds the bases. */
  toFrom: Slot | undefined;
  basisFrom: Slot | undefined;
  basisOfVariant: readonly string[];
  /** Effects that shut or remove it. */
  kills: Int32Array;
};

/** Candidates that one effect opens: the only one, or by the number of the word that a fact holds. */
export type Opening = {
  only?: Candidate;
  variant?: { slot: Slot; byCode: ReadonlyMap<number, Candidate> };
};

/** Steps that pages may open, by the number of the opening effect, and which scopes cover them. */
export class Candidates {
  readonly list: Candidate[] = [];
  readonly openings: Opening[] = [];
  /** Kills whose routes are read from a fact. */
  readonly killsRead: readonly NumberedEffect[];
  private readonly program: Program;
  private readonly effects: Effects;
  private readonly outcomeWords: Words;
  private readonly facts: Facts;

  constructor(program: Program, effects: Effects, facts: Facts, words: Words) {
    this.outcomeWords = words;
    this.facts = facts;
    this.program = program;
    this.effects = effects;
    this.killsRead = effects.list.filter(
      (one) => one.sort === 'kill' && scopesIn(one).readFrom !== undefined,
    );
    for (const effect of effects.list) if (effect.sort === 'open') this.openings.push(this.opening(effect));
  }

  /** Words of bits that all candidates take. */
  get words(): number {
    return Math.ceil(this.list.length / 32);
  }

  /** Candidates that scopes cover, cut down to some measures; no measure means every one. */
  covered(scopes: readonly string[], measures: readonly string[]): Int32Array {
    const numbers = this.list
      .filter((one) => this.touched(scopes, measures, one))
      .map(({ number }) => number);
    return bitsOf(numbers, this.words);
  }

  private touched(
    scopes: readonly string[],
    measures: readonly string[],
    step: { route: string; measure: string; bit: number },
  ): boolean {
    const measured = measures.length === 0 || measures.includes(step.measure);
    return measured && scopes.some((scope) => covers(this.program, scope, step));
  }

  private opening(planned: NumberedEffect): Opening {
    const { effect } = planned;
    if (!('open' in effect)) throw new RangeError('not an opening effect');
    const family = familyOf(effect.open);
    const entry = this.program.rules.ruleSet.catalogue.byFamily.get(family);
    if (entry === undefined) return {};
    if (effect.variant === undefined) {
      const only = this.candidate(planned, entry, effect.open.slice(family.length + 1));
      return only === undefined ? {} : { only };
    }
    const byCode = new Map<number, Candidate>();
    for (const variant of ['', ...entry.variants.map(({ id }) => id)]) {
      const candidate = this.candidate(planned, entry, variant);
      if (candidate !== undefined) byCode.set(this.facts.book.word(variant), candidate);
    }
    return { variant: { slot: this.facts.slot(effect.variant.fact), byCode } };
  }

  private candidate(
    { effect, number: open }: NumberedEffect,
    entry: RouteEntry,
    variant: string,
  ): Candidate | undefined {
    const named = variantOf(entry, variant);
    if (!('open' in effect) || (variant !== '' && named === undefined)) return undefined;
    const rows = entry.rows.filter((row) => effect.measure === undefined || row.measure === effect.measure);
    const row = rows.find((one) => one.variant === variant) ?? rows.find((one) => one.variant === undefined);
    if (row === undefined) return undefined;
    const { family } = entry;
    const route: RouteId = variant === '' ? family : `${family}:${variant}`;
    const addressee = effect.addressee ?? row.addressee;
    const step = { route, measure: row.measure, bit: this.program.familyBit(family) };
    const kills = this.effects.bits((one) => {
      const measures = 'measure' in one.effect ? listed(one.effect.measure) : [];
      return one.sort === 'kill' && this.touched(scopesIn(one).scopes, measures, step);
    });
    const made: Candidate = {
      number: this.list.length,
      open,
      word: this.outcomeWords.number(`${route} ${row.measure}`),
      family,
      bit: step.bit,
      route,
      place: this.program.places.get(route) ?? -1,
      measure: row.measure,
      row,
      addressee,
      toFrom: typeof addressee === 'string' ? undefined : this.facts.slot(addressee.fact),
      basisFrom:
        row.basis === undefined || Array.isArray(row.basis) ? undefined : this.facts.slot(row.basis.fact),
      basisOfVariant: named?.basis ?? [],
      kills,
    };
    this.list.push(made);
    return made;
  }
}
