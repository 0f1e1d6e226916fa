import { defineConfig } from 'vitest/config';

/** The hidden suites against a submission in the same process: what grading would cost if nothing were protected. */
export default defineConfig({
  test: { include: ['tests/hidden/**/*.test.ts'], setupFiles: ['bench/in-process.setup.ts'] },
});
