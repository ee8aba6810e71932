import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/fixtures/**', 'tests/.output/**'],
    testTimeout: 20_000,
    hookTimeout: 240_000,
  },
});
