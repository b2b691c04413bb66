import type { FactValue } from '../../../contracts/determination.js';
import { valueOn, variantOf, type RuleSet } from '../rule-set/rule-set.js';
import { sourcesOf } from './sources.js';
import type { Language, WordingFile } from '../schema/texts.js';

type Kind = 'reasons' | 'blockers' | 'questions' | 'safeguards' | 'bases' | 'measures';
type Part = Exclude<keyof WordingFile, 'language' | 'status'>;
type Text = { text: string; language: Language };
/** By part and key. */
type Texts = ReadonlyMap<string, Text>;

/**
 * What a text says in one language. Each sentence falls back by itself: the language, then Russian, then English; a sentence
 * that fell back carries the language it stands in, so that a reader sees what is not translated.
 */
export class Wording {
  readonly language: Language;
  private readonly ruleSet: RuleSet;
  private readonly texts: Texts;

  constructor(ruleSet: RuleSet, language: Language) {
    this.ruleSet = ruleSet;
    this.language = language;
    this.texts = textsIn(language, ruleSet);
  }

  /** Whether a legal translator has yet to check the language. */
  get draft(): boolean {
    return this.ruleSet.wordings.some((file) => file.language === this.language && file.status === 'draft');
  }

  /** A label with its places filled: `{day}`. A label that stands nowhere shows its key. */
  label(key: string, places: Readonly<Record<string, string>> = {}): string {
    const written = this.find('labels', key)?.text ?? key;
    return written.includes('{') ? filled(written, places) : written;
  }

  /** The sentence of a code. */
  says(kind: Kind, code: string): string {
    return this.marked(this.find(kind, code) ?? english(this.ruleSet.texts[kind][code], code));
  }

  reason(code: string): string {
    const found = this.find('reasons', code) ?? this.find('blockers', code);
    const { reasons, blockers } = this.ruleSet.texts;
    return this.marked(found ?? english(reasons[code] ?? blockers[code], code));
  }

  because(page: string): string {
    const { en, ru } = this.ruleSet.pages.get(page)?.because ?? { en: page, ru: undefined };
    if (this.language === 'en' || ru === undefined) return this.marked({ text: en, language: 'en' });
    return this.marked({ text: ru, language: 'ru' });
  }

  route(route: string): string {
    const [family = route, variant] = route.split(':');
    const entry = this.ruleSet.catalogue.byFamily.get(family);
    const title = this.find('routes', family) ?? english(entry?.title, family);
    if (variant === undefined) return this.marked(title);
    const says = this.find('routes', route) ?? english(entry && variantOf(entry, variant)?.says, variant);
    return `${this.marked(title)} (${this.marked(says)})`;
  }

  /** A fact as a lawyer names it, else its question. */
  fact(id: string): string {
    const named = this.find('facts', id);
    if (named !== undefined) return this.marked(named);
    const [, family, fate] = /^route\.(\w+)\.(\w+)$/.exec(id) ?? [];
    if (family !== undefined) return this.label(`fate.${String(fate)}`, { route: this.route(family) });
    return this.asks(id);
  }

  /** The question that a fact answers; the id of a fact that nobody is asked. */
  asks(fact: string): string {
    const entry = this.ruleSet.dictionary.get(fact);
    const base = entry?.origin === 'stored' ? entry.question : undefined;
    const found = this.find('asks', fact);
    if (found !== undefined) return this.marked(found);
    return base === undefined ? fact : this.marked({ text: base, language: 'en' });
  }

  /** A sentence that stands on a page in English: a duty, a clock, where a figure comes from. */
  said(sentence: string): string {
    return this.marked(this.find('said', sentence) ?? { text: sentence, language: 'en' });
  }

  /** A label that may be missing. */
  optional(key: string): string | undefined {
    return this.find('labels', key)?.text;
  }

  /** Sources of a page as a lawyer cites them: instrument, article, mark of how sure the text is; of a State's law only where it applies. */
  citation(page: string, states: readonly string[]): string {
    const found = this.ruleSet.pages.get(page);
    const references = found === undefined ? [] : sourcesOf(found, states);
    if (found !== undefined && references.length === 0)
      return this.label('source.register', { states: states.join(', ') });
    return references
      .map(({ instrument, article, mark, source }) => {
        const named = this.instrument(instrument);
        const part = article === undefined ? '' : `, ${this.find('said', article)?.text ?? article}`;
        return `${named}${part} [${source ?? mark}]`;
      })
      .join('; ');
  }

  /** A source as a lawyer cites it. */
  instrument(name: string): string {
    return this.find('instruments', name)?.text ?? name;
  }

  /** A figure of the house on a day, for a text that names it; 0 where none is set. */
  parameter(id: string, day: string): number {
    const declared = this.ruleSet.parameters.get(id);
    return Number(declared === undefined ? 0 : (valueOn(declared, day) ?? 0));
  }

  /** The same with its unit. */
  period(id: string, day: string): string {
    const unit = this.ruleSet.parameters.get(id)?.unit ?? '';
    return `${this.parameter(id, day)} ${this.find('said', unit)?.text ?? unit}`.trim();
  }

  /** Whoever a step is addressed to: `-` is nobody abroad, `?` a custodian not known yet, of police the State of it. */
  addressee(written: string, route: string): string {
    if (written === '-') return this.label('step.nobody');
    if (written === '?') return this.label(route.startsWith('P2P') ? 'step.unknownState' : 'step.unknown');
    return written === 'HOTLINE' || written === 'FIU' ? this.label(`to.${written}`) : written;
  }

  /** Whether a route is addressed to the custodian itself. */
  asksCustodian(route: string): boolean {
    const rows = this.ruleSet.catalogue.byFamily.get(route.split(':')[0] ?? route)?.rows ?? [];
    return rows.some(({ addressee }) => typeof addressee !== 'string' && addressee.fact === 'provider.name');
  }

  /** Whoever may record a fact, as one: a label of the fact's own where two act together or a register is changed, else any of them. */
  recordedBy(fact: string, by: readonly string[]): string {
    return this.optional(`by.${fact}`) ?? by.map((one) => this.recorder(one)).join(this.label('or'));
  }

  /** Whoever may answer a question about some facts: all roles that may say one of them. */
  answeredBy(facts: readonly string[]): string {
    const said = facts.flatMap((fact) => {
      const entry = this.ruleSet.dictionary.get(fact);
      const roles = entry?.origin === 'stored' && Array.isArray(entry.setBy) ? entry.setBy : [];
      return this.optional(`by.${fact}`) ?? roles.map((role) => this.role(role));
    });
    return [...new Set(said)].join(this.label('or')) || this.label('by.register');
  }

  /** Whether the system draws a stored fact from others, so that nobody records it itself. */
  drawn(fact: string): boolean {
    const entry = this.ruleSet.dictionary.get(fact);
    return entry?.origin === 'stored' && entry.setBy === 'system';
  }

  /** Routes that a blocker takes away, in words. */
  scope(scope: string): string {
    return this.optional(`scope.${scope}`) ?? this.route(scope);
  }

  /** Whoever may record a fact: a role, or the register it comes from. */
  recorder(by: string): string {
    return by === 'register' || by === 'system' ? this.label(`by.${by}`) : this.role(by);
  }

  value(value: FactValue): string {
    if (value === null) return this.label('value.none');
    if (typeof value === 'boolean') return this.label(value ? 'value.yes' : 'value.no');
    if (typeof value === 'number') return String(value);
    if (typeof value === 'string') return this.find('values', value)?.text ?? this.named(value);
    return value.length === 0 ? this.label('value.empty') : value.map((one) => this.value(one)).join(', ');
  }

  /** A value as the value of a fact: the place of an enum, in a fact that ranks it, is told as what stands at that place. */
  valueOf(fact: string, value: FactValue): string {
    const entry = this.ruleSet.dictionary.get(fact);
    const ranked =
      entry?.origin === 'derived' && 'order' in entry.derive
        ? this.ruleSet.dictionary.get(entry.derive.order.of)?.values
        : undefined;
    return this.value(typeof value === 'number' ? (ranked?.[value] ?? value) : value);
  }

  role(role: string): string {
    return this.find('roles', role)?.text ?? role;
  }

  /** A route by its title; anything else that has no words stands as it is: a name, a State, a day. */
  private named(value: string): string {
    const [family = value] = value.split(':');
    return this.ruleSet.catalogue.byFamily.has(family) ? this.route(value) : value;
  }

  private find(part: Part, key: string): Text | undefined {
    return this.texts.get(`${part} ${key}`);
  }

  private marked({ text, language }: Text): string {
    return language === this.language ? text : `${text} [${language}]`;
  }
}

const english = (text: string | undefined, code: string): Text => ({ text: text ?? code, language: 'en' });

const known = new WeakMap<RuleSet, Map<Language, Texts>>();

/** Every text, in the first language of the chain that has it, of the first of its files that does. */
function textsIn(language: Language, ruleSet: RuleSet): Texts {
  const ofRules = known.get(ruleSet) ?? new Map<Language, Texts>();
  known.set(ruleSet, ofRules);
  const before = ofRules.get(language);
  if (before !== undefined) return before;
  const chain: Language[] = language === 'en' ? ['en'] : [language, 'ru', 'en'];
  const files = chain.flatMap((one) => ruleSet.wordings.filter((file) => file.language === one));
  const texts = new Map(files.reverse().flatMap(textsOf));
  ofRules.set(language, texts);
  return texts;
}

const textsOf = ({ language, status: _, ...parts }: WordingFile): [string, Text][] =>
  Object.entries(parts).flatMap(([part, texts]) =>
    Object.entries(texts).map(([key, text]): [string, Text] => [`${part} ${key}`, { text, language }]),
  );

const patterns = new Map<string, readonly string[]>();

/** A text with its places filled; a place that nobody fills stands as it is written. */
function filled(written: string, places: Readonly<Record<string, string>>): string {
  const pieces = patterns.get(written) ?? written.split(/\{(\w+)\}/);
  patterns.set(written, pieces);
  return pieces.map((piece, at) => (at % 2 === 0 ? piece : (places[piece] ?? `{${piece}}`))).join('');
}
