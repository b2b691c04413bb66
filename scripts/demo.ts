import { readRunFile } from '../cli/embedded/run-file.js';
import { office } from './demo/office.js';
import { stories } from './demo/stories.js';

/** `npm run demo`: plays real cases against the running system, over HTTP only. Status 1 when a story does not end as it should. */
const dataDir = process.env['DATA_DIR'] ?? '.data';
const run = readRunFile(dataDir);

if (run === undefined) {
  console.error(
    `DEMO_NO_SERVER  Nothing runs here: there is no ${dataDir}/run.json. Start the system first: npm start`,
  );
  process.exitCode = 3;
} else {
  const rows: string[][] = [['case', 'routes', 'outcome', 'seconds']];
  for (const [name, story] of Object.entries(stories)) {
    const began = Date.now();
    console.log(`\n${name}`);
    try {
      const told = await story(office(run), (line) => console.log(`  ${line}`));
      rows.push([
        name,
        told.routes.map(({ route, state }) => `${route} ${state}`).join(', '),
        told.outcome,
        seconds(began),
      ]);
    } catch (error) {
      console.error(`  ${error instanceof Error ? error.message : String(error)}`);
      rows.push([name, '-', 'FAILED', seconds(began)]);
      process.exitCode = 1;
    }
  }
  console.log(`\n${table(rows)}`);
}

function seconds(began: number): string {
  return ((Date.now() - began) / 1000).toFixed(1);
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
