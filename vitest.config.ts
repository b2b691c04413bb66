import { defineConfig } from 'vitest/config';

const project = (name: string, more: object = {}) => ({
  test: { name, include: [`test/${name}/**/*.test.ts`], testTimeout: 30_000, hookTimeout: 120_000, ...more },
});

/** One project per folder of test/. Projects that talk to a server run their files in series. */
export default defineConfig({
  test: {
    pool: 'forks',
    projects: [
      project('rules'),
      project('documents'),
      project('store', { fileParallelism: false }),
      project('api', { fileParallelism: false }),
      project('access', { fileParallelism: false }),
      project('hostile', { fileParallelism: false }),
      project('workflows', { fileParallelism: false }),
      project('replay'),
      project('server', { fileParallelism: false, testTimeout: 120_000, hookTimeout: 600_000 }),
      project('e2e', { fileParallelism: false, testTimeout: 180_000, hookTimeout: 600_000 }),
    ],
  },
});
