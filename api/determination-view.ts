import type { Determination, Frame } from '../contracts/determination.js';
import type { RouteView } from '../contracts/route-view.js';
import {
  loadRuleSetFrom,
  proseAside,
  routesSideBySide,
  type Language,
  type RuleSet,
} from '../rules/engine/index.js';
import { ruleSetByDigest } from '../store/index.js';
import type { Reading, StoredDetermination } from '../store/index.js';
import type { AppDeps } from './deps.js';

/**
 * The rule set that made a determination: the one in force, or the one kept under its digest since it was first used. A
 * determination older than the keeping of rule sets is read with the rule set in force.
 */
async function ruleSetOf({ ruleSet }: AppDeps, read: Reading, digest: string): Promise<RuleSet> {
  if (digest === ruleSet.digest) return ruleSet;
  const kept = await ruleSetByDigest(read, digest);
  return kept === null ? ruleSet : loadRuleSetFrom(JSON.parse(kept.content));
}

/** Language of the text, and items whose conditions are shown where the case has many. */
export type Asked = { lang?: Language | undefined; items?: readonly string[] | undefined };

type Shown = {
  text: string;
  routes: RouteView[];
  determination: Determination;
  explainedItems: readonly string[];
};

/** In a case of more items than this the answer explains so many at a time; the certificate holds all of it. */
const explainedAtOnce = 20;

/** The conditions of the case and of the items that were asked for, or of the first; the rest of the record stays whole. */
function explainedFor(determination: Determination, frame: Frame, asked: readonly string[]) {
  const all = frame.items.map(({ id }) => id);
  const items =
    all.length <= explainedAtOnce
      ? all
      : (asked.length === 0 ? all : all.filter((id) => asked.includes(id))).slice(0, explainedAtOnce);
  if (items.length === all.length) return { determination, explainedItems: all };
  const shown = new Set([...items, 'case']);
  const explanation = determination.explanation.filter(({ subject }) => shown.has(subject));
  return { determination: { ...determination, explanation }, explainedItems: items };
}

/**
 * What a reader is shown beside the record: the text as it was stored, or in the language that was asked for, and all routes
 * side by side. Worked out by the rule set of that day; nothing is stored.
 */
export async function shownOf(
  deps: AppDeps,
  read: Reading,
  made: { determination: Determination; frame: Frame; prose: string },
  { lang: language, items = [] }: Asked,
): Promise<Shown> {
  const { determination, frame } = made;
  const ruleSet = await ruleSetOf(deps, read, determination.ruleSetDigest);
  return {
    text: language === undefined ? made.prose : await proseAside(determination, ruleSet, language, frame),
    routes: routesSideBySide(determination, ruleSet, frame),
    ...explainedFor(determination, frame, items),
  };
}

/** A stored determination as it is answered. */
export async function viewOf(
  deps: AppDeps,
  read: Reading,
  { prose: text, result, ...row }: StoredDetermination,
  asked: Asked = {},
) {
  const shown = await shownOf(deps, read, { determination: result, frame: row.frame, prose: text }, asked);
  return { ...row, ...shown };
}
