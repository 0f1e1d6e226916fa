/**
 * Prints `N passed, N failed` summed over the Vitest result files that are named. A skipped test counts as failed. Before that
 * it names every test that passed only at its second try: on a busy machine a clock may have run out, and whoever reads this
 * decides whether it was the machine.
 */
import { readFileSync } from 'node:fs';

interface Results {
  numTotalTests: number;
  numPassedTests: number;
  success: boolean;
  testResults: { name: string; assertionResults: { fullName: string; status: string; failureMessages?: string[] }[] }[];
}

const results = process.argv.slice(2).map((file) => JSON.parse(readFileSync(file, 'utf8')) as Results);
const passed = results.reduce((sum, { numPassedTests }) => sum + numPassedTests, 0);
const failed = results.reduce((sum, { numTotalTests }) => sum + numTotalTests, 0) - passed;

for (const { name, assertionResults } of results.flatMap(({ testResults }) => testResults)) {
  for (const { fullName, status, failureMessages = [] } of assertionResults) {
    if (status === 'passed' && failureMessages.length > 0) {
      console.log(`Passed at its second try: ${name}: ${fullName}\n  ${failureMessages.join('\n').split('\n')[0]}`);
    }
  }
}
if (passed === 0 || failed > 0 || results.some(({ success }) => !success)) process.exitCode = 1;
console.log(`${passed} passed, ${failed} failed`);
