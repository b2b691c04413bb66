import type { Determination, FactMap, Frame } from '../../../contracts/determination.js';
import { assumptionsOf, agedEntries } from './prose-doubts.js';
import { changesInWords, questionLine } from './prose-changes.js';
import { removedLines } from './prose-blockers.js';
import { stepLines } from './prose-routes.js';
import { shortLines } from './prose-short.js';
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
    ...section(words, 'short', shortLines(determination, routes, frame, words)),
    ...section(words, 'plan', stepLines(determination, ruleSet, routes, frame, words)),
    ...section(words, 'blocked', removedLines(removing, ruleSet, frame, words)),
    ...section(
      words,
      'missing',
      asks.flatMap((one) => askLines(one, frame, words)),
    ),
    ...section(words, 'shut', shutLines(routes, frame, words)),
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

/** Pages that fired, in words: those that decide, or those that only lay a duty on somebody. */
function reasonsOf(
  { asOf, explanation, firedRules }: Determination,
  ruleSet: RuleSet,
  words: Wording,
  duties: boolean,
): string[] {
  const told = new Map<string, { subjects: string[]; doubtful: boolean }>();
  for (const { rule, page, fired, subject, status } of explanation) {
    if (!fired || !firedRules.includes(rule) || rule.startsWith('D')) continue;
    if ((ruleSet.pages.get(page)?.then.every((effect) => 'duty' in effect) ?? false) !== duties) continue;
    const subjects = [
      ...(told.get(page)?.subjects ?? []),
      subject === 'case' ? words.label('theCase') : subject,
    ];
    told.set(page, { doubtful: status === 'unconfirmed', subjects });
  }
  return [...told].map(
    ([page, { subjects, doubtful }]) =>
      `  - ${words.label('why', { page, subjects: subjects.join(', '), unconfirmed: doubtful ? words.label('unconfirmed') : '', because: `${dutiesOn(page, asOf, ruleSet, words)}${words.because(page)}` })}`,
  );
}

/** Who has to do what by a page, before its reason; empty where it lays no duty on anybody. */
const dutiesOn = (page: string, day: string, ruleSet: RuleSet, words: Wording): string =>
  (ruleSet.pages.get(page)?.then ?? [])
    .map((effect) => {
      if (!('duty' in effect)) return '';
      const within = effect.within === undefined ? '' : ` (${words.period(effect.within, day)})`;
      const what = `${words.said(effect.duty).replace(/\.?$/, '')}${within}.`;
      return `${words.label('duty', { who: words.role(effect.who), what })} `;
    })
    .join('');

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
    ids.map((id) => `${words.fact(id)}: ${words.value(facts[id] ?? null)}`).join('; ');
  if (frame.items.length === 0) return [];
  return [
    `  ${words.label('theCase')}: ${said(frame.case, ofCase)}`,
    ...frame.items.map(({ id, facts }) => `  ${id}: ${said(facts, ofItem)}`),
  ];
}

const unseen = ({ asOf }: Determination): Frame => ({ asOf, case: {}, items: [], sources: {} });
