import { RulesInForce } from '../api/rules-in-force.js';
import type { Settings } from '../config/env.js';
import type { Store } from '../store/index.js';
import { releaseNotary } from './embedded/notary.js';
import type { rulesAtHand } from './rules-at-hand.js';

/** The rules in force as this process begins. Throws where a release in force cannot be read, or is not rightly signed. */
export async function rulesInForce(
  settings: Settings,
  store: Store,
  installed: ReturnType<typeof rulesAtHand>,
): Promise<RulesInForce> {
  const { keys } = releaseNotary(settings);
  const rules = new RulesInForce({ store, clock: () => new Date(), installed, keys });
  await rules.refresh();
  return rules;
}
