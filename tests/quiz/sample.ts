/** A ledger and a quiz to try things on. */
import { readFileSync } from 'node:fs';
import { loadLedger } from '../../src/facts/ledger.ts';

export const ledger = loadLedger([
  {
    path: 'content/facts/sample.yaml',
    text: [
      fact('throttle-account-rate', 10_000, 'requests/s'),
      fact('throttle-account-burst', 5000, 'requests'),
      fact('reply-throttled', '"Too Many Requests"', 'text'),
    ].join(''),
  },
]);

/** The example that authors copy: one question of each kind. */
export const exampleText = readFileSync(new URL('../../src/quiz/example.yaml', import.meta.url), 'utf8');

/** The example, filled up to the number of questions that a quiz needs. */
export const quizText = exampleText + Array.from({ length: 5 }, (_, index) => filler(index + 1)).join('');

function fact(id: string, value: number | string, unit: string): string {
  return `- id: ${id}
  statement: A statement.
  value: ${value}
  unit: ${unit}
  source: { title: A page, url: https://example.org/ }
  asOf: 2026-11-20
  confidence: high
`;
}

function filler(number: number): string {
  return `
  - id: filler-${number}
    kind: one
    topics: [token-bucket]
    difficulty: easy
    text: Is ${number} a number?
    options:
      - text: Yes.
        correct: true
        why: It is.
      - text: No.
        why: It is.
`;
}
