/** Two interview files to try things on. */
import { ledgerOf } from '../facts/support.ts';
import type { Course } from '../../src/interview/read.ts';

export const course: Course = {
  ledger: ledgerOf({ 'throttle-account-rate': [10_000, 'requests/s'], 'throttle-account-burst': [5000, 'requests'] }),
  lessons: ['07-authorization', '08-throttling'],
  topics: ['token-bucket', 'throttle-order', 'iv-throttling'],
};

export const PATH = 'content/interview/08-throttling.yaml';

export const text = `- id: how-throttling-works
  question: How does it throttle?
  topics: [iv-throttling, throttle-order]
  level: mid
  minutes: 3
  tests: Whether the mechanism is known.
  rubric:
    - id: bucket
      about: The bucket
      missing: A number per second.
      solid: 'A rate of {fact throttle-account-rate} and a burst.'
      strong: Burst plus rate times time.
    - id: levels
      about: The levels
      missing: One limit.
      solid: Several, in turn.
      strong: Who shares which.
    - id: reply
      about: The reply
      missing: Any 4xx.
      solid: Status 429.
      strong: Throttle or quota.
  followUps:
    - missed: bucket
      ask: 'What if {given 15,000 calls} arrive at once?'
    - missed: levels
      ask: Who shares the second one?
    - missed: reply
      ask: What does the body say?
  model:
    - 'It is a bucket: {sum sent - burst | sent=15000 burst=throttle-account-burst | requests} are refused.'
    - It answers 429.
  wrong:
    - answer: 'The burst is {given 2,000}.'
      why: 'It is {fact throttle-account-burst}.'
`;
