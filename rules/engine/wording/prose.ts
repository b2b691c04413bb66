import type { Determination, FactMap, FactValue, Frame } from '../../../contracts/determination.js';
import { assumptionsOf, agedEntries } from './prose-doubts.js';
import { changesInWords, questionLine } from './prose-changes.js';
import { conclusionLines } from './prose-conclusions.js';
import { removedLines } from './prose-blockers.js';
import { stepLines } from './prose-routes.js';
import { shortLines } from './prose-short.js';
import { reasonsOf } from './prose-why.js';
import { shutLines } from './prose-shut.js';
import { routesSideBySide } from './routes-side-by-side.js';
import type { RuleSet } from '../rule-set/rule-set.js';
import type { Language } from '../schema/texts.js';
import { Wording } from './wording.js';

/**
 * The determination in words for a person; the text that is stored with it and that the officer reads.
 * @param language a translation falls back sentence by sentence, first to Russian, then to English, and says that it is a draft
 * @param frame the frame it was made on; without it what the documents still need and the dormant routes' facts stay unsaid
 */
export function prose(
  determination: Determination,
  ruleSet: RuleSet,
  language: Language = 'en',
  frame: Frame = unseen(determination),
): string {
  const words = new Wording(ruleSet, language);
  const routes = routesSideBySide(determination, ruleSet, frame);
  const { asOf, ruleSetDigest, blockers, disputed, asks, safeguards, openQuestions } = determination;
  const removing = blockers.filter(({ stage }) => stage === 'remove');
  return [
    ...(words.draft ? [words.label('draft'), ''] : []),
    words.label('title', { day: asOf, rules: ruleSetDigest.slice(0, 12) }),
    ...(disputed === null ? [] : [words.label('disputed', { part: disputed.differs })]),
    ...section(words, 'case', caseLines(frame, words)),
    ...section(words, 'short', shortLines(determination, ruleSet, routes, frame, words)),
    ...section(words, 'plan', stepLines(determination, ruleSet, routes, frame, words)),
    ...section(words, 'blocked', removedLines(removing, ruleSet, frame, words)),
    ...section(
      words,
      'missing',
      asks.flatMap((one) => askLines(one, frame, words)),
    ),
    ...section(words, 'shut', shutLines(determination, ruleSet, routes, frame, words)),
    ...section(words, 'concluded', conclusionLines(determination, ruleSet, routes, words)),
    ...section(
      words,
      'safeguards',
      safeguards.map((code) => `  - ${words.says('safeguards', code)} (${code})`),
    ),
    ...section(
      words,
      'questions',
      openQuestions.slice(0, 8).map((one) => questionLine(one, words)),
    ),
    ...changesInWords(determination, words).flatMap(({ name, lines }) => section(words, name, lines)),
    ...doubts(determination, ruleSet, words),
    ...section(words, 'why', reasonsOf(determination, ruleSet, words, false)),
    ...section(words, 'duties', reasonsOf(determination, ruleSet, words, true)),
    ...section(
      words,
      'key',
      ['names', 'marks', 'times'].map((name) => `  - ${words.label(`key.${name}`)}`),
    ),
  ].join('\n');
}

/** A question that a page puts; of entries of the registers, which of them wait for a confirmation. */
function askLines({ code, items, rule, facts }: Determination['asks'][number], frame: Frame, words: Wording) {
  const says = words.says('questions', code);
  const by = words.answeredBy(facts);
  const line = `  - ${words.label('missing', { says, code, items: items.join(', '), rule, by })}`;
  if (!facts.includes('clearance.entryConfirmed')) return [line];
  const waiting = frame.items
    .filter(({ id }) => items.includes(id))
    .flatMap(({ facts: of }) => [of['relation.toConfirm'] ?? [], of['provider.toConfirm'] ?? []].flat());
  const entries = [...new Set(waiting.map(String))].sort();
  return entries.length === 0
    ? [line]
    : [line, `      ${words.label('toConfirm', { entries: entries.join(', ') })}`];
}

/** What the text rests on that nobody has said, that is old, or that no legal adviser has confirmed. */
function doubts(determination: Determination, ruleSet: RuleSet, words: Wording): string[] {
  const aged = agedEntries(determination, ruleSet);
  const rules = determination.unconfirmedRules;
  return [
    ...section(
      words,
      'assumed',
      assumptionsOf(determination).map(
        ({ fact, value, rules: readBy, subjects }) =>
          `  - ${words.label('assumedLine', { fact: `${words.fact(fact)} (${subjects.join(', ')})`, value: words.value(value), rules: readBy.join(', ') })}`,
      ),
    ),
    ...section(
      words,
      'aged',
      aged.entries.map(
        ({ fact, subject, ref, at }) =>
          `  - ${words.label('agedLine', { fact: words.fact(fact), subject, ref, at })}`,
      ),
      { days: String(aged.limit) },
    ),
    ...section(
      words,
      'unconfirmed',
      rules.length === 0 ? [] : [`  ${words.label('unconfirmedLine', { rules: rules.join(', ') })}`],
    ),
  ];
}

const section = (
  words: Wording,
  name: string,
  lines: readonly string[],
  places: Readonly<Record<string, string>> = {},
): string[] => (lines.length === 0 ? [] : ['', `${words.label(`section.${name}`, places)}:`, ...lines]);

const ofCase = [
  'requestingState',
  'proceedings.stage',
  'proceedings.purpose',
  'offence.category',
  'authorisation.obtained',
  'threat.toLife',
];
const ofItem = ['dataCategory', 'provider.name', 'controllerState', 'volatility'];

/** What is asked for, so that the text stands by itself: the case in a line, each item in a line. */
function caseLines(frame: Frame, words: Wording): string[] {
  const said = (facts: FactMap, ids: readonly string[]): string =>
    ids.map((id) => `${words.fact(id)}: ${coded(facts[id] ?? null, words)}`).join('; ');
  if (frame.items.length === 0) return [];
  return [
    `  ${words.label('theCase')}: ${said(frame.case, ofCase)}`,
    ...frame.items.map(({ id, facts }) => `  ${id}: ${said(facts, ofItem)}`),
  ];
}

/** A value in words, and behind it the code under which records and requests bear it. */
const coded = (value: FactValue, words: Wording): string => {
  const says = words.value(value);
  return typeof value !== 'string' || says === value ? says : `${says} [${value}]`;
};

const unseen = ({ asOf }: Determination): Frame => ({ asOf, case: {}, items: [], sources: {} });
