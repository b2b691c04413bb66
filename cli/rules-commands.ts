import type { Command } from 'commander';
import type { AnalyseOptions } from './analyse-rules.js';
import { addReleaseCommands } from './release-commands.js';

/** What legal advisers do with the pages; each command imports what it needs when it is called. */
export function addRulesCommands(rules: Command): void {
  rules
    .command('check')
    .description('read everything under rules/ and name every fault by file, line and column')
    .option('--dir <folder>', 'a candidate folder in the place of rules/')
    .option('--json', 'print JSON only', false)
    .option('--sarif', 'print SARIF 2.1.0 only, for editors and code hosts', false)
    .option('--strict', 'warnings end with 1 too', false)
    .action(async (options: { dir?: string; json: boolean; sarif: boolean; strict: boolean }) =>
      (await import('./check-rules.js')).checkRules(options),
    );
  rules
    .command('explain')
    .description('what a page means, which pages bear on a route, or why a file of facts got its routes')
    .argument('<what>', 'a rule such as S02, a route such as ART29, or a file of facts')
    .option('--why-not <route>', 'of a file of facts: why this route was not taken')
    .option('--lang <language>', 'en, or ru as a draft', 'en')
    .option('--json', 'print JSON only', false)
    .action(async (what: string, options: { whyNot?: string; lang: string; json: boolean }) =>
      (await import('./explain-rules.js')).explainRules(what, options),
    );
  rules
    .command('test')
    .description(
      'try the examples, the worked cases, every day on which the law changes, every branch of a condition, and pages turned wrong',
    )
    .option('--only <rule>', 'only the branches of this rule, and only this rule turned wrong')
    .option('--json', 'print JSON only', false)
    .action(async (options: { only?: string; json: boolean }) =>
      (await import('./test-rules.js')).testRules(options),
    );
  rules
    .command('analyse')
    .description('what holds of every case: pages that never fire, add nothing or contradict, and gaps')
    .option('--dir <folder>', 'a candidate folder in the place of rules/')
    .option('--on <day>', 'by the pages in force on this day, YYYY-MM-DD; without it, today')
    .option('--only <check...>', 'unreachable, implied, value-dead, opens-and-shuts, gap, values-alike')
    .option('--seconds <number>', 'for one question', '20')
    .option('--json', 'print JSON only', false)
    .option('--sarif', 'print SARIF 2.1.0 only, for editors and code hosts', false)
    .action(async (options: AnalyseOptions) => (await import('./analyse-rules.js')).analyseRules(options));
  rules
    .command('diff')
    .description('what differs between two rule sets, from when, and what that means')
    .argument('<before>', 'a folder such as rules, a file with a rule set, or a digest that the store keeps')
    .argument('<after>', 'the same')
    .option('--lang <language>', 'en, or ru as a draft', 'en')
    .option('--json', 'print JSON only', false)
    .action(async (before: string, after: string, options: { lang: string; json: boolean }) =>
      (await import('./diff-rules.js')).diffRules(before, after, options),
    );
  rules
    .command('impact')
    .description(
      'which cases of the store, and which worked cases, a candidate folder would change; nothing is written',
    )
    .requiredOption('--candidate <folder>', 'a whole folder of rules')
    .option('--on <date>', 'by the law of this day, YYYY-MM-DD; without it, today')
    .option('--as <person>', 'name the cases that this person may see; without it they are counted')
    .option('--json', 'print JSON only', false)
    .action(async (options: { candidate: string; on?: string; as?: string; json: boolean }) =>
      (await import('./impact-rules.js')).impactOfRules(options),
    );
  rules
    .command('what-if')
    .description(
      'what would change if a State joined a treaty, a policy or a period became another; nothing is written',
    )
    .argument('<sentence>', 'such as "KZ party to BUDAPEST from 2027-01-01"; rules/README.md has all forms')
    .option('--markdown', 'as Markdown, which it is without any of these', false)
    .option('--html', 'as one page of HTML', false)
    .option('--json', 'print JSON only', false)
    .action(async (sentence: string, options: { markdown: boolean; html: boolean; json: boolean }) =>
      (await import('./what-if-rules.js')).whatIfRules(sentence, options),
    );
  rules
    .command('graph')
    .description('draw pages, facts and routes, whole or around one rule')
    .argument('[rule]', 'a rule such as S02')
    .option('--svg', 'as a picture', false)
    .option('--mermaid', 'as a Mermaid flow chart', false)
    .action(async (rule: string | undefined, options: { svg: boolean; mermaid: boolean }) =>
      (await import('./graph-rules.js')).graphRules(rule, options),
    );
  rules
    .command('new')
    .description('a page to be filled in, and what comes next')
    .argument('<id>', 'such as S19, or S02.late for a second page of a rule')
    .action(async (id: string) => (await import('./write-rules.js')).newRule(id));
  rules
    .command('format')
    .description('every page in the writing of the house; no meaning changes')
    .option('--check', 'only name the pages', false)
    .action(async (options: { check: boolean }) => (await import('./write-rules.js')).formatRules(options));
  rules
    .command('schema')
    .description('write the JSON Schemas for editors to rules/schema/')
    .action(async () => (await import('./rules.js')).writeSchemas());
  rules
    .command('coverage')
    .description('write docs/rules-coverage.md from the catalogue')
    .action(async () => (await import('./rules.js')).writeCoverage());
  addReleaseCommands(rules);
}
