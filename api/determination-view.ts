import type { Determination, Frame } from '../contracts/determination.js';
import type { RouteView } from '../contracts/route-view.js';
import {
  loadRuleSetFrom,
  prose,
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

type Shown = { text: string; routes: RouteView[] };

/**
 * What a reader is shown beside the record: the text as it was stored, or in the language that was asked for, and all routes
 * side by side. Worked out by the rule set of that day; nothing is stored.
 */
export async function shownOf(
  deps: AppDeps,
  read: Reading,
  made: { determination: Determination; frame: Frame; prose: string },
  language: Language | undefined,
): Promise<Shown> {
  const { determination, frame } = made;
  const ruleSet = await ruleSetOf(deps, read, determination.ruleSetDigest);
  return {
    text: language === undefined ? made.prose : prose(determination, ruleSet, language, frame),
    routes: routesSideBySide(determination, ruleSet, frame),
  };
}

/** A stored determination as it is answered. */
export async function viewOf(
  deps: AppDeps,
  read: Reading,
  { prose: text, result, ...row }: StoredDetermination,
  language?: Language,
) {
  const shown = await shownOf(deps, read, { determination: result, frame: row.frame, prose: text }, language);
  return { ...row, determination: result, ...shown };
}
