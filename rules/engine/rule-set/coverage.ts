import { ruleOf, type Catalogue, type Page } from './rule-set.js';

const statuses = ['complete', 'partial', 'dormant', 'event'] as const;

/** The coverage page: every rule of the specification and every route, with its state, as the catalogue says. */
export function coverage(catalogue: Catalogue, pages: readonly Page[]): string {
  const rules = Object.entries(catalogue.rules);
  const counts = statuses.map(
    (status) => `${rules.filter(([, rule]) => rule.status === status).length} ${status}`,
  );
  const pagesOf = (rule: string): string =>
    pages
      .filter((page) => ruleOf(page.id) === rule)
      .map(({ file }) => `[${file.split('/')[1] ?? file}](../rules/${file})`)
      .join('<br>');
  return [
    '# Rules and routes: what is covered',
    '',
    'Made from `rules/catalogue.yaml` by `npm run -s rogatory -- rules coverage`. An *event* rule fires on what happens to a route and stands on its life-cycle page; a *dormant* one waits for law that is not in force.',
    '',
    `Rules: ${counts.join(', ')}.`,
    '',
    '| Rule | State | Pages | Note |',
    '| --- | --- | --- | --- |',
    ...rules.map(([rule, { status, note }]) => `| ${rule} | ${status} | ${pagesOf(rule)} | ${note ?? ''} |`),
    '',
    '| Route | State | Usable in court | User may be told |',
    '| --- | --- | --- | --- |',
    ...catalogue.routes.map(
      ({ family, title, status, usableInCourt, userMayBeTold }) =>
        `| ${family}: ${title} | ${status} | ${usableInCourt} | ${userMayBeTold} |`,
    ),
    '',
  ].join('\n');
}
