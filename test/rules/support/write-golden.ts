import { writeFileSync } from 'node:fs';
import { goldenLanguages, goldenOf, goldenPath, scenarioIds, textOf } from './golden.js';

/** `npx tsx test/rules/support/write-golden.ts`: writes the texts anew and names those that changed, to be read before they are kept. */
for (const id of scenarioIds)
  for (const language of goldenLanguages) {
    const text = await textOf(id, language);
    if (text === goldenOf(id, language)) continue;
    writeFileSync(goldenPath(id, language), text);
    process.stdout.write(`changed, read it: ${id}.${language}.txt\n`);
  }
