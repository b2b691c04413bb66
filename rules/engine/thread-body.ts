import { parentPort, workerData } from 'node:worker_threads';
import { RogatoryError } from '../../contracts/errors.js';
import { pack, unpack, type PackedDetermination } from '../../contracts/packed-determination.js';
import { loadRuleSetFrom } from './load/content.js';
import { determine } from './determine.js';
import type { Answered, Asked } from './thread.js';
import { prose } from './wording/prose.js';

/** Reads the rule set once, then determines or words what it is sent, in the order in which it was sent. */
const { content } = workerData as { content: string };
const ruleSet = loadRuleSetFrom(JSON.parse(content));

async function answer({ id, ...asked }: Asked): Promise<Answered> {
  const { frame } = asked;
  try {
    if ('language' in asked) {
      const given = unpack(JSON.parse(asked.determination) as PackedDetermination);
      return { id, determination: null, text: prose(given, ruleSet, asked.language, frame) };
    }
    const made = await determine({ ruleSet, frame, salt: asked.salt });
    const determination = JSON.stringify(pack(made));
    return { id, determination, text: prose(made, ruleSet, 'en', frame) };
  } catch (error) {
    if (error instanceof RogatoryError)
      return { id, refused: { code: error.code, about: error.publicText, faults: error.faults } };
    return { id, failed: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

let queue: Promise<void> = Promise.resolve();
parentPort?.on('message', (asked: Asked) => {
  queue = queue.then(async () => parentPort?.postMessage(await answer(asked)));
});
