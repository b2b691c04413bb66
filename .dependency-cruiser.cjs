/** One rule per sentence of the house: who may import whom. */
const folders = [
  'contracts',
  'rules',
  'workflows',
  'activities',
  'store',
  'authority',
  'config',
  'api',
  'client',
  'worker',
  'cli',
  'scripts',
  'test',
];
const others = (...may) => `^(${folders.filter((folder) => !may.includes(folder)).join('|')})/`;
const rule = (name, from, to, comment) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    rule(
      'contracts-know-nobody',
      { path: '^contracts/' },
      { path: others('contracts') },
      'The shared words depend on nothing of ours.',
    ),
    rule(
      'rules-know-contracts-only',
      { path: '^rules/' },
      { path: others('contracts', 'rules') },
      'The engine reads pages and frames, no store, no server.',
    ),
    rule(
      'workflows-stay-pure',
      { path: '^workflows/' },
      { path: others('contracts', 'workflows') },
      'Workflow code runs in a sandbox and knows contracts only.',
    ),
    rule(
      'workflows-touch-no-node',
      { path: '^workflows/' },
      { dependencyTypes: ['core'] },
      'The sandbox has no Node.',
    ),
    rule(
      'workflows-use-one-library',
      { path: '^workflows/' },
      { path: '^node_modules/', pathNot: '^node_modules/@temporalio/(workflow|common)/' },
      'Only the workflow SDK enters the sandbox.',
    ),
    rule(
      'store-knows-contracts-and-the-matrix',
      { path: '^store/' },
      { path: others('contracts', 'authority', 'store') },
      'The store holds what it is given; what a reader sees it asks the matrix itself, so that no caller can widen it.',
    ),
    rule(
      'only-store-knows-sql',
      { pathNot: '^(store|test|worker/postgres)/' },
      { path: '^node_modules/(kysely|pg|@electric-sql)/' },
      'SQL lives in store/.',
    ),
    rule(
      'authority-knows-contracts-only',
      { path: '^authority/' },
      { path: others('contracts', 'authority') },
      'Who may do what is one printable matrix.',
    ),
    rule(
      'config-knows-nobody',
      { path: '^config/' },
      { path: others('config') },
      'Configuration is read once, by the mains.',
    ),
    rule(
      'activities-know-no-door',
      { path: '^activities/' },
      { path: others('contracts', 'rules', 'store', 'activities') },
      'Side effects know neither workflows nor the API.',
    ),
    rule(
      'api-calls-no-activity',
      { path: '^api/' },
      { path: others('contracts', 'rules', 'store', 'authority', 'config', 'api') },
      'The API writes to the store and tells the workflow.',
    ),
    rule(
      'client-knows-nobody',
      { path: '^client/' },
      { path: others('client') },
      'The client is copied into other programs as it is.',
    ),
    rule(
      'worker-knows-no-api',
      { path: '^worker/' },
      { path: others('contracts', 'rules', 'store', 'activities', 'config', 'workflows', 'worker') },
      'The worker runs without the API.',
    ),
    rule(
      'nobody-imports-tests-or-scripts',
      { pathNot: '^(test|scripts)/' },
      { path: '^(test|scripts)/' },
      'Tests and scripts are leaves.',
    ),
    rule('no-circle', {}, { circular: true }, 'A circle hides a missing idea.'),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.js', '.mjs'] },
  },
};
