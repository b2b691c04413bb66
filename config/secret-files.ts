import { readFileSync } from 'node:fs';
import type { Given } from './group.js';

/**
 * Puts the content of NAME_FILE in the place of NAME for every secret: an orchestrator mounts secrets as files, and a file
 * does not show in a list of processes. A line end at its end is cut off.
 * @returns the variables, and one sentence for each file that cannot be used
 */
export function withSecretsFromFiles(
  given: Given,
  secrets: readonly string[],
): { given: Given; faults: string[] } {
  const read: Record<string, string> = { ...given };
  const faults: string[] = [];
  for (const name of secrets) {
    const path = given[`${name}_FILE`];
    if (path === undefined) continue;
    const found = given[name] === undefined ? contentOf(path) : { fault: `is set, and so is ${name}` };
    if ('fault' in found) faults.push(`${name}_FILE ${found.fault}`);
    else read[name] = found.content;
  }
  return { given: read, faults };
}

function contentOf(path: string): { content: string } | { fault: string } {
  try {
    const content = readFileSync(path, 'utf8').trimEnd();
    return content === '' ? { fault: 'names an empty file' } : { content };
  } catch {
    return { fault: 'names a file that cannot be read' };
  }
}
