import { Command, CommanderError } from 'commander';
import { RuleSetError } from '../rules/engine/index.js';
import { InputError } from './input.js';
import { addRulesCommands } from './rules-commands.js';

type VerifyOptions = { checkpoints?: string; key?: string[]; tsaCertificate?: string };
type DecideOptions = { json: boolean; lang?: string; lines?: string; at?: string; known?: string };

/** Exit codes: 0 fine, 1 findings, 2 usage or input, 3 environment. */
const program = new Command('rogatory')
  .description('Finds the lawful route to electronic evidence held abroad, says why, and runs it.')
  .showSuggestionAfterError()
  .exitOverride();

program
  .command('decide')
  .description('determine the routes of a file of facts (bare facts, {facts}, or a scenario)')
  .argument('[file]', 'JSON file')
  .option('--json', 'print JSON only', false)
  .option('--lang <language>', 'language of the text: en, ru, kk, ky, tg, tk, uz; translations are drafts')
  .option('--lines <file>', 'one case a line in, one answer a line out; - reads standard input')
  .option('--at <date>', 'by the law, and the pages, in force on this day, YYYY-MM-DD')
  .option(
    '--known <date>',
    'with the register entries known on this day, YYYY-MM-DD; the pages are those at hand or of --rule-set',
  )
  .option(
    '--rule-set <file>',
    'by the pages as they were kept under an earlier digest: /v1/rule-sets/{digest}',
  )
  .action(async (file: string | undefined, options: DecideOptions) => {
    const { decide, decideLines } = await import('./decide.js');
    if ((file === undefined) === (options.lines === undefined))
      throw new InputError(['USAGE  Give one file, or --lines with a file or -.']);
    if (options.lines !== undefined) await decideLines(options.lines, options);
    else if (file !== undefined) await decide(file, options);
  });

program
  .command('verify')
  .description('check a certificate offline: part by part, then computed again with the rule set of that day')
  .argument('<file>', 'certificate, as GET /v1/determinations/{id}/certificate answers it')
  .option('--rule-set <file>', 'content of the rule set, for a certificate that carries none')
  .option('--digest <hex>', 'trace digest as it stands in the audit trail or on the plan')
  .action(async (file: string, options: { ruleSet?: string; digest?: string }) =>
    (await import('./verify.js')).verify(file, options),
  );

program
  .command('scenarios')
  .description('determine scenarios and compare with what they expect')
  .argument('<files...>', 'JSON files, each with one scenario or a list')
  .action(async (files: string[]) => (await import('./scenarios.js')).scenarios(files));

program
  .command('mail')
  .description('mails that the training system caught: all, or one by its number')
  .argument('[number]', 'as the list shows it')
  .action(async (number: string | undefined) => (await import('./mail.js')).mail(number));

const audit = program.command('audit').description('the record of who did what');
audit
  .command('verify')
  .description('check the record of DATABASE_URL or of the data folder, or an export of it')
  .argument('[file]', 'export in JSON lines; - reads standard input')
  .option('--checkpoints <dir>', 'folder of signed roots kept outside the database')
  .option('--key <key...>', 'public key you trust; without one, the key of the first signed root is believed')
  .option('--tsa-certificate <file>', 'PEM: to what the certificates of time-stamps must lead')
  .action(async (file: string | undefined, options: VerifyOptions) =>
    (await import('./audit.js')).verifyRecord(file, options),
  );
audit
  .command('export')
  .description('write the record as JSON lines that can be verified, or as CSV to look at')
  .option('--out <file>', 'a new file; without it, standard output')
  .option('--csv', 'CSV', false)
  .action(async (options: { out?: string; csv: boolean }) =>
    (await import('./audit.js')).exportRecord(options),
  );
audit
  .command('checkpoint')
  .description('print the newest signed root, to keep elsewhere')
  .action(async () => (await import('./audit.js')).printCheckpoint());
audit
  .command('key')
  .description('print a new key that signs the record')
  .argument('<name>', 'name of this record for ever, for instance agency.example/rogatory')
  .action(async (name: string) => (await import('./audit.js')).printKey(name));

program
  .command('print')
  .description('print forms to be filled in by hand; needs nothing that runs')
  .command('blank')
  .argument('<form>', 'D-05')
  .option('--lang <language>', 'en or ru', 'en')
  .option('--out <file>', 'the PDF', 'D-05-blank.pdf')
  .action(async (form: string, options: { lang: string; out: string }) =>
    (await import('./print.js')).printBlank(form, options),
  );

program
  .command('handbook')
  .description(
    'the standing procedure of an office: routes, steps, signatures, clocks, forms, as the engine runs them',
  )
  .requiredOption('--state <state>', 'whose office: two capitals, such as KZ')
  .requiredOption('--out <file>', 'a .pdf or an .html')
  .option('--lang <language>', 'en, ru, kk, ky, tg, tk, uz; translations are drafts', 'en')
  .option('--on <date>', 'by the law and the registers of this day, YYYY-MM-DD; without it, of today')
  .action(async (options: { state: string; out: string; lang: string; on?: string }) =>
    (await import('./handbook.js')).handbook(options),
  );

addRulesCommands(program.command('rules').description('work on the pages under rules/'));

const registers = program.command('registers').description('work on the entries under rules/registers');
registers
  .command('confirm')
  .description('say that an entry was read again in its source; its status stays as it is')
  .argument('<entry>', 'as rogatory registers stale names it: "states / KZ / treaties / untoc"')
  .requiredOption('--source <text>', 'what was read')
  .requiredOption('--on <date>', 'the day on which it was read, YYYY-MM-DD')
  .option('--dir <folder>', 'a candidate folder in the place of rules/')
  .action(async (entry: string, options: { source: string; on: string; dir?: string }) =>
    (await import('./confirm-entry.js')).confirmEntry(entry, options),
  );
registers
  .command('stale')
  .description('entries that are no ground to act on before their source is read again')
  .option('--on <date>', 'on this day, YYYY-MM-DD; without it, today')
  .option('--json', 'print JSON only', false)
  .action(async (options: { on?: string; json: boolean }) =>
    (await import('./registers.js')).staleRegisters(options),
  );

const keyCommands = program.command('keys').description('keys under which the content of cases is sealed');
keyCommands
  .command('make')
  .description('make a key ring with one key, for a site')
  .argument('<file>', 'file that does not exist yet')
  .action(async (file: string) => {
    const { keys, makeKeys } = await import('./keys.js');
    process.exitCode = await keys(makeKeys(file));
  });
keyCommands
  .command('status')
  .description('the keys of the ring, and how many data keys each one opens')
  .action(async () => {
    const { keys, showKeys } = await import('./keys.js');
    process.exitCode = await keys(showKeys);
  });
keyCommands
  .command('rotate')
  .description('use a new key from now on and wrap the data keys anew, while everything runs')
  .option('--prepare', 'only add the key, to be given to every machine first', false)
  .action(async (options: { prepare: boolean }) => {
    const { keys, rotateKeys } = await import('./keys.js');
    process.exitCode = await keys(rotateKeys(options));
  });
keyCommands
  .command('rewrap')
  .description('go on wrapping data keys anew under the key in use, as after a rotation that was cut')
  .action(async () => {
    const { keys, rewrapNow } = await import('./keys.js');
    process.exitCode = await keys(rewrapNow);
  });
keyCommands
  .command('retire')
  .description('take an old key out of the ring that nothing is under any more')
  .argument('<id>', 'as `keys status` shows it')
  .action(async (id: string) => {
    const { keys, retireKey } = await import('./keys.js');
    process.exitCode = await keys(retireKey(id));
  });

program
  .command('start')
  .description('start everything on this machine: store, Temporal, worker, API')
  .action(async () => {
    process.exitCode = await (await import('./start.js')).start();
  });

const parts = program.command('serve').description('one part of a site, until it is asked to stop');
parts
  .command('api')
  .description('the HTTP API')
  .action(async () => {
    process.exitCode = await (await import('./serve.js')).serve('api');
  });
parts
  .command('worker')
  .description('what runs workflows and their side effects')
  .action(async () => {
    process.exitCode = await (await import('./serve.js')).serve('worker');
  });

program
  .command('migrate')
  .description('bring the schema of the store and the namespace of Temporal to what this version needs')
  .action(async () => {
    process.exitCode = await (await import('./migrate.js')).migrate();
  });

program
  .command('people')
  .description('the people of an office')
  .command('found')
  .description('enter the first people of a new office, while its store knows nobody')
  .argument('<file>', 'YAML: units, and persons with their roles and their subject at the identity provider')
  .action(async (file: string) => {
    process.exitCode = await (await import('./people.js')).foundPeople(file);
  });

program
  .command('promote')
  .description('let new cases start on the workflow code of this version')
  .action(async () => {
    process.exitCode = await (await import('./promote.js')).promote();
  });

program
  .command('doctor')
  .description('what is here, what is missing, how to get it')
  .action(async () => {
    process.exitCode = await (await import('./doctor.js')).doctor();
  });

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = endWith(error);
}

function endWith(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof InputError) return say(error.lines, 2);
  if (error instanceof RuleSetError) return say(error.message.split('\n'), 1);
  throw error;
}

function say(lines: readonly string[], code: number): number {
  for (const line of lines) console.error(line);
  return code;
}
