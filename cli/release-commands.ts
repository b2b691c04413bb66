import type { Command } from 'commander';
import type { AsPerson } from './as-person.js';
import type { Step } from './release-rules.js';

type Shown = AsPerson & { json: boolean };
type StepOptions = Shown & { reason: string };

const steps: readonly [Exclude<Step, 'publish'>, string][] = [
  ['check', 'check a release and try its worked cases'],
  ['approve', 'approve it, as another legal adviser than who proposed it'],
  ['withdraw', 'give it up before it is published'],
  ['rollback', 'ask to take back the release that was published last'],
  ['rollback-confirm', 'take it back, as another person than who asked'],
  ['rollback-refuse', 'let it stay'],
];

/** What two persons do together to put other rules in force; each signs in as himself or herself. */
export function addReleaseCommands(rules: Command): void {
  const release = rules
    .command('release')
    .description('put other rules in force, by two legal advisers, through the API of a running system');
  const who = (command: Command): Command =>
    command
      .option('--as <person>', 'in training: who you are')
      .option('--url <address>', 'address of the API')
      .option('--token-file <file>', 'file with your token')
      .option('--json', 'print JSON only', false);
  const withReason = (command: Command): Command =>
    who(command).requiredOption('--reason <text>', 'why, in your own words');
  withReason(release.command('propose'))
    .description('propose a whole folder of rules as a draft')
    .argument('<folder>', 'a candidate folder that rogatory rules check --dir finds nothing in')
    .requiredOption('--title <text>', 'what it is about')
    .requiredOption('--from <day>', 'first day of force, YYYY-MM-DD')
    .action(async (dir: string, options: StepOptions & { title: string; from: string }) =>
      (await import('./release-rules.js')).proposeFolder(dir, options),
    );
  for (const [step, says] of steps)
    withReason(release.command(step))
      .description(says)
      .argument('<release>', 'its id')
      .action(async (id: string, options: StepOptions) =>
        (await import('./release-rules.js')).takeStep(step, id, options),
      );
  withReason(release.command('publish'))
    .description('publish an approved release')
    .argument('<release>', 'its id')
    .option('--from <day>', 'a later first day than the one that was approved')
    .action(async (id: string, options: StepOptions & { from?: string }) =>
      (await import('./release-rules.js')).takeStep('publish', id, options),
    );
  who(release.command('list'))
    .description('all releases, newest first')
    .action(async (options: Shown) => (await import('./release-rules.js')).listOfReleases(options));
  who(release.command('show'))
    .description('one release with every step of it')
    .argument('<release>', 'its id')
    .action(async (id: string, options: Shown) =>
      (await import('./release-rules.js')).showRelease(id, options),
    );
  who(release.command('fetch'))
    .description('write the folder of a release, to be compared and tried')
    .argument('<release>', 'its id')
    .argument('<folder>', 'a new folder')
    .action(async (id: string, dir: string, options: AsPerson) =>
      (await import('./release-rules.js')).fetchRelease(id, dir, options),
    );
}
