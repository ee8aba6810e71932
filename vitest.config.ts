import { defineConfig } from 'vitest/config';

const shared = { exclude: ['tests/fixtures/**', 'tests/.output/**'], testTimeout: 20_000, hookTimeout: 240_000 };

export default defineConfig({
  test: {
    // Two cores are what small machines have; more browsers at once only make each of them slow.
    maxWorkers: 2,
    projects: [
      { test: { ...shared, name: 'unit', include: ['tests/unit/**/*.test.ts', 'tests/*.test.ts'] } },
      {
        test: {
          ...shared,
          // A browser on a busy machine is slow, not wrong.
          testTimeout: 90_000,
          expect: { poll: { timeout: 15_000 } },
          name: 'site',
          include: ['tests/site/**/*.test.ts', 'tests/search/**/*.test.ts', 'tests/e2e/**/*.test.ts'],
          globalSetup: 'tests/support/build-sites.ts',
        },
      },
    ],
  },
});
