import { defineConfig } from 'vitest/config';

/**
 * Stryker 9 asks for a test by the names of its suites and its own, joined by a space; vitest 5 joins them by « > » and
 * would run none, so that every mutant survived. To be deleted when Stryker knows vitest 5.
 *
 * @type {import('vitest/config').Plugin}
 */
const joinNamesAsStryker = {
  name: 'join-names-as-stryker',
  configureVitest({ project }) {
    /** @type {RegExp | undefined} */
    let pattern;
    Object.defineProperty(project.config, 'testNamePattern', {
      enumerable: true,
      configurable: true,
      get: () => pattern,
      set: (/** @type {RegExp | undefined} */ wanted) => {
        pattern = wanted && new RegExp(wanted.source.replaceAll(' ', '(?: > | )'), wanted.flags);
      },
    });
  },
};

export default defineConfig({
  plugins: [joinNamesAsStryker],
  test: {
    include: ['tests/unit/{text,anchor,mention}/**/*.test.ts'],
    // The law tests draw thousands of cases each: too slow to repeat for every mutant.
    exclude: ['**/*-laws.test.ts'],
    testTimeout: 30_000,
  },
});
