// Mutation tests of the text core: `npm run mutate`, or of one file `npm run mutate -- --mutate src/anchor/diff-words.ts`.
// What was run and reached stands in docs/quality.md.

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  mutate: ['src/{anchor,text,mention}/**/*.ts'],
  // The sandbox holds these folders alone: their tests need no other file.
  ignorePatterns: [
    '/*',
    '!/.ci',
    '!/package.json',
    '!/src',
    '/src/*',
    '!/src/{anchor,text,mention,diagnostic,schema,source}',
    '!/tests',
    '/tests/*',
    '!/tests/unit',
    '/tests/unit/*',
    '!/tests/unit/{anchor,text,mention}',
    '!/tests/fixtures',
    '/tests/fixtures/*',
    '!/tests/fixtures/texts',
  ],
  plugins: ['@stryker-mutator/vitest-runner'],
  testRunner: 'vitest',
  vitest: { configFile: '.ci/vitest.mutation.config.mjs' },
  coverageAnalysis: 'perTest',
  // `a[i].key` for `a[i]?.key` is no program: tsc refuses it, and ESLint refuses a `?.` that the types do not ask for.
  mutator: { excludedMutations: ['OptionalChaining'] },
  concurrency: 2,
  // Incremental: a second run tests only what changed since the first.
  incremental: true,
  incrementalFile: '.sanad/mutation/incremental.json',
  tempDirName: '.sanad/mutation/sandbox',
  reporters: ['clear-text', 'json'],
  jsonReporter: { fileName: '.sanad/mutation/report.json' },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  timeoutMS: 10_000,
  timeoutFactor: 3,
};
