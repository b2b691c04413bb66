import { parentPort, workerData } from 'node:worker_threads';
import { loadRuleSetFrom } from '../load/content.js';
import { ruleSetOn, type BoundRuleSet } from '../rule-set/bound.js';
import { Impact } from './impact.js';
import type { Asked, Compared } from './impact-threads.js';
import { Translation } from './translation.js';

/** Reads two rule sets once, then answers which cases of each chunk it is sent they decide differently. */
const { live, candidate, asOf } = workerData as Compared;
const bound = (content: string): BoundRuleSet => ruleSetOn(loadRuleSetFrom(JSON.parse(content)), asOf);
const impact = new Impact(bound(live), bound(candidate));
const translation = new Translation(impact.layout);

parentPort?.on('message', ({ cells, items, news }: Asked) => {
  translation.learn(news);
  translation.apply(cells, items);
  parentPort?.postMessage(impact.on({ cells, items }));
});
