import { isDeepStrictEqual } from 'node:util';
import type { Page, RuleSet } from '../../engine/rule-set/rule-set.js';
import type { WrittenEffect } from '../../engine/schema/page.js';
import type { Language } from '../../engine/schema/texts.js';
import { Wording } from '../../engine/wording/wording.js';
import { Reading } from '../explain/condition.js';
import { effectInWords } from '../explain/effect.js';
import { explainPage } from '../explain/page.js';
import { reachOf } from './reach.js';

/** A page that one of two rule sets lacks, or that they write differently; `words`: nothing that decides differs. */
export type PageDiffers = {
  page: string;
  title: string;
  change: 'new' | 'gone' | 'changed' | 'words';
  /** First day on which it makes a difference, YYYY-MM-DD; `null` where it does so for every day on which the page is in force. */
  from: string | null;
  before: string | null;
  after: string | null;
  /** What it means, one sentence each. */
  means: readonly string[];
};

export type Two = { before: RuleSet; after: RuleSet; language: Language; day: string };

/** Pages in which two rule sets differ, by id; sentences are worded by the rule set that each stands in. */
export function pagesDiffer(two: Two): PageDiffers[] {
  const ids = new Set([...two.before.pages.keys(), ...two.after.pages.keys()]);
  return [...ids].sort().flatMap((id) => {
    const [was, is] = [two.before.pages.get(id), two.after.pages.get(id)];
    if (was === undefined) return is === undefined ? [] : [come(is, two)];
    if (is === undefined) return [gone(was, two)];
    return isDeepStrictEqual(written(was), written(is)) ? [] : [changed(was, is, two)];
  });
}

const written = ({ file: _, ...page }: Page): object => page;

const sentence = (page: Page, { language, day }: Two, ruleSet: RuleSet): string =>
  explainPage(page, ruleSet, language, day).means;

const come = (page: Page, two: Two): PageDiffers => ({
  page: page.id,
  title: page.title,
  change: 'new',
  from: page.inForce.from,
  before: null,
  after: sentence(page, two, two.after),
  means: effectsIn(page, two.after, two.language).map((what) => label(two, 'diff.gains', { what })),
});

const gone = (page: Page, two: Two): PageDiffers => ({
  page: page.id,
  title: page.title,
  change: 'gone',
  from: null,
  before: sentence(page, two, two.before),
  after: null,
  means: effectsIn(page, two.before, two.language).map((what) => label(two, 'diff.loses', { what })),
});

function changed(was: Page, is: Page, two: Two): PageDiffers {
  const decides = !isDeepStrictEqual(deciding(was), deciding(is));
  const moved = was.inForce.from !== is.inForce.from;
  return {
    page: is.id,
    title: is.title,
    change: decides ? 'changed' : 'words',
    from: moved ? (was.inForce.from < is.inForce.from ? was.inForce.from : is.inForce.from) : null,
    before: sentence(was, two, two.before),
    after: sentence(is, two, two.after),
    means: decides ? meaning(was, is, two) : [],
  };
}

const deciding = ({ kind, concerns, inForce, when, then }: Page): object => ({
  kind,
  concerns,
  inForce,
  when,
  then,
});

function meaning(was: Page, is: Page, two: Two): string[] {
  const reach = reachOf(was.when, is.when);
  const lost = was.then.filter((one) => !has(is.then, one));
  const gained = is.then.filter((one) => !has(was.then, one));
  return [
    ...(reach === 'same' ? [] : [label(two, `diff.${reach}`)]),
    ...clauses(gained, two.after, two.language).map((what) => label(two, 'diff.gains', { what })),
    ...clauses(lost, two.before, two.language).map((what) => label(two, 'diff.loses', { what })),
    ...(isDeepStrictEqual(was.inForce, is.inForce)
      ? []
      : [label(two, 'diff.inForce', { before: force(was), after: force(is) })]),
    ...(was.kind === is.kind ? [] : [label(two, 'diff.kind', { before: was.kind, after: is.kind })]),
    ...(was.concerns === is.concerns ? [] : [label(two, 'diff.concerns', { after: is.concerns })]),
  ];
}

const has = (effects: readonly WrittenEffect[], effect: WrittenEffect): boolean =>
  effects.some((one) => isDeepStrictEqual(one, effect));

const force = ({ inForce: { from, until } }: Page): string => `${from} - ${until ?? '...'}`;

const effectsIn = (page: Page, ruleSet: RuleSet, language: Language): string[] =>
  clauses(page.then, ruleSet, language);

function clauses(effects: readonly WrittenEffect[], ruleSet: RuleSet, language: Language): string[] {
  const reading = new Reading(ruleSet, new Wording(ruleSet, language), '9999-12-31');
  return effects.map((effect) => effectInWords(effect, reading).replace(/\.$/, ''));
}

const label = ({ after, language }: Two, key: string, places: Readonly<Record<string, string>> = {}) =>
  new Wording(after, language).label(key, places);
