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

/**
 * A mutant that stops its module from loading leaves no test to fail, which Stryker takes for survival. Told as an error
 * outside of tests it counts neither as killed nor as survived.
 *
 * @returns {import('vitest/reporters').Reporter}
 */
function reportUnloadedModules() {
  /** @type {import('vitest/node').Vitest | undefined} */
  let vitest;
  return {
    onInit: (started) => {
      vitest = started;
    },
    onTestModuleEnd: (module) => {
      for (const error of module.errors()) vitest?.state.catchError(error, 'Unloaded Module');
    },
  };
}

// `MUTATE=text npm run mutate -- --mutate 'src/text/*.ts'` tests a folder by its own tests alone, `MUTATE='text/{fold,split}*'`
// by those of their names, which is faster by far.
const tests = process.env['MUTATE'] ?? '{text,anchor,mention}';

export default defineConfig({
  plugins: [joinNamesAsStryker],
  test: {
    reporters: [reportUnloadedModules()],
    include: [tests.includes('/') ? `tests/unit/${tests}.test.ts` : `tests/unit/${tests}/**/*.test.ts`],
    // The law tests draw thousands of cases each: too slow to repeat for every mutant.
    exclude: ['**/*-laws.test.ts'],
    testTimeout: 30_000,
  },
});
