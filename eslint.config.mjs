import tseslint from 'typescript-eslint';

const sandboxRefused = [
  'zod',
  'temporal-polyfill',
  'json-rules-engine',
  'yaml',
  'pino',
  'kysely',
  'pg',
  'fastify',
  '@temporalio/client',
  '@temporalio/worker',
  '@temporalio/activity',
  '@temporalio/testing',
];

const localTimeReaders =
  /^(getHours|getMinutes|getSeconds|getDate|getDay|getMonth|getFullYear|getTimezoneOffset|setHours|setMinutes|setSeconds|setDate|setMonth|setFullYear|toLocaleString|toLocaleDateString|toLocaleTimeString|toDateString|toTimeString)$/;

export default tseslint.config(
  { ignores: ['node_modules/', 'client/api.ts', 'dist/', '.data/', 'coverage/', '**/*.cjs'] },
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['*.mjs', 'scripts/*.mjs'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-deprecated': 'error',
      '@typescript-eslint/consistent-type-assertions': [
        'error',
        { assertionStyle: 'as', objectLiteralTypeAssertions: 'allow-as-parameter' },
      ],
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
    },
  },
  { files: ['cli/**', 'scripts/**', 'worker/**', 'test/load/**'], rules: { 'no-console': 'off' } },
  { files: ['test/**'], rules: { 'max-lines': 'off', '@typescript-eslint/unbound-method': 'off' } },
  {
    // What the workflow sandbox cannot do, or does differently on another machine.
    files: ['workflows/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: sandboxRefused.map((name) => ({
            name,
            message: 'Not in the workflow sandbox: call an activity.',
          })),
          patterns: [
            { group: ['node:*'], message: 'The workflow sandbox has no Node.' },
            {
              regex: '^\\.\\./(activities|store|api|worker|config|rules|authority|cli|scripts)(/|$)',
              message: 'Workflows know contracts and each other only.',
            },
          ],
        },
      ],
      'no-restricted-globals': [
        'error',
        'Temporal',
        'process',
        'Buffer',
        'crypto',
        'performance',
        'fetch',
        'setInterval',
        'setImmediate',
        'structuredClone',
        'WebAssembly',
        'SharedArrayBuffer',
        'eval',
        'Function',
      ],
      'no-restricted-syntax': [
        'error',
        { selector: "CallExpression[callee.name='Date']", message: 'Date() reads the real clock.' },
        {
          selector: "NewExpression[callee.name='Date'][arguments.length>1]",
          message: 'Local time differs between workers.',
        },
        {
          selector: `MemberExpression[property.name=${localTimeReaders}]`,
          message: 'Local time differs between workers.',
        },
        { selector: "MemberExpression[object.name='Intl']", message: 'Intl reads the machine.' },
        { selector: "MemberExpression[property.name='constructor']", message: 'Reaches the real clock.' },
        {
          selector: "Program > VariableDeclaration[kind='let']",
          message: 'No state at the top of a workflow module.',
        },
        { selector: 'ForInStatement', message: 'Order of keys is no contract.' },
      ],
    },
  },
  { files: ['**/*.mjs'], ...tseslint.configs.disableTypeChecked },
);
