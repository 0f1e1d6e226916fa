/** Prints `N passed, N failed` summed over the Vitest result files that are named. A skipped test counts as failed. */
import { readFileSync } from 'node:fs';

const results = process.argv
  .slice(2)
  .map((file) => JSON.parse(readFileSync(file, 'utf8')) as { numTotalTests: number; numPassedTests: number; success: boolean });
const passed = results.reduce((sum, { numPassedTests }) => sum + numPassedTests, 0);
const failed = results.reduce((sum, { numTotalTests }) => sum + numTotalTests, 0) - passed;

if (passed === 0 || failed > 0 || results.some(({ success }) => !success)) process.exitCode = 1;
console.log(`${passed} passed, ${failed} failed`);
