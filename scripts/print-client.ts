import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';
import { z } from 'zod';
import { startHarness } from '../test/api/harness.js';

const file = fileURLToPath(new URL('../client/api.ts', import.meta.url));
const head =
  '// Printed from /openapi.json by `npx tsx scripts/print-client.ts`; a test holds it against the API.\n\n';

const operation = z.looseObject({ responses: z.record(z.string(), z.unknown()) });
const described = z.looseObject({ paths: z.record(z.string(), z.record(z.string(), operation)) });
const refusal = {
  description: 'A refusal (RFC 9457).',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

/** Every refusal of an operation has one shape: to a caller it is one answer. */
function withOneRefusal({ responses, ...rest }: z.infer<typeof operation>) {
  const good = Object.entries(responses).filter(([status]) => Number(status) < 400);
  return { ...rest, responses: { ...Object.fromEntries(good), default: refusal } };
}

/** Types of the whole API as its own description (the text of /openapi.json) says it: what client/api.ts holds. */
export async function clientTypes(description: string): Promise<string> {
  const whole = described.parse(z.unknown().parse(JSON.parse(description)));
  const paths: [string, unknown][] = Object.entries(whole.paths).map(([path, item]) => [
    path,
    Object.fromEntries(Object.entries(item).map(([method, one]) => [method, withOneRefusal(one)])),
  ]);
  const simple = JSON.stringify({ ...whole, paths: Object.fromEntries(paths) });
  return `${head}${astToString(await openapiTS(simple, { alphabetize: true, defaultNonNullable: false }))}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const h = await startHarness();
  await writeFile(file, await clientTypes((await h.stranger.get('/openapi.json')).text));
  await h.stop();
}
