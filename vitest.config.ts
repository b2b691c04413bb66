import { defineConfig } from 'vitest/config';

const project = (name: string, more: object) => ({
  test: { name, include: [`test/${name}/**/*.test.ts`], hookTimeout: 120_000, ...more },
});

/** Reads the rules and the schema once for all files of a process, and keeps every core busy. */
const together = (name: string) => project(name, { isolate: false, testTimeout: 60_000 });

/** Starts processes and servers of its own: one file at a time, after all others. */
const alone = (name: string, testTimeout: number) =>
  project(name, { fileParallelism: false, testTimeout, hookTimeout: 600_000, sequence: { groupOrder: 1 } });

/** One project per folder of test/. */
export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: '100%',
    projects: [
      together('rules'),
      together('documents'),
      together('store'),
      together('api'),
      project('client', { testTimeout: 60_000 }),
      project('hostile', { testTimeout: 60_000 }),
      together('access'),
      together('workflows'),
      together('replay'),
      alone('server', 120_000),
      alone('e2e', 180_000),
    ],
  },
});
