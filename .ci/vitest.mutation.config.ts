import { defineConfig } from 'vitest/config';

// The law tests draw thousands of cases each; per mutant that is too slow, and the examples kill nearly all they kill.
export default defineConfig({
  test: {
    include: ['tests/unit/{text,anchor,mention}/**/*.test.ts'],
    exclude: ['**/*-laws.test.ts'],
    testTimeout: 30_000,
  },
});
