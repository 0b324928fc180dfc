import { defineConfig } from 'vitest/config';

/**
 * `unit`: pure code, beside its source. `medium`: with a real database. `e2e`: the built workbench in real Chromium.
 * `npm test` runs all of them, on both PostgreSQL versions where both are there.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'tests/{properties,corpus,hostile}/**/*.test.ts'],
          exclude: ['src/**/*.medium.test.ts'],
          testTimeout: 30_000,
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'medium',
          include: ['src/**/*.medium.test.ts', 'tests/medium/**/*.test.ts'],
          globalSetup: ['tests/medium/setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/{e2e,a11y}/**/*.test.ts'],
          globalSetup: ['tests/e2e/setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});
