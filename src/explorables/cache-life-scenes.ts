/** Situations of “how old may it be?” to start from, each with a question. The first is the one that is asked about first. */
import type { Front, Happening, Reading, Settings } from './cache-life.ts';

export interface Scene {
  name: string;
  text: string;
  settings: Settings;
  happenings: readonly Happening[];
  /** The happening that is asked about. */
  about: number;
  question: string;
  answers: readonly Reading[];
}

/** How long each cache keeps what it has where nobody says otherwise, or as the lesson has it. Seconds. */
export interface Times {
  /** A reply on the stage, and the most. */
  reply: number;
  most: number;
  /** An authorizer’s answer. */
  policy: number;
}

/** For how long the reader’s own distribution keeps a reply at first. */
export const NEAR = 60;

export function frontTime(front: Front, { policy }: Times): number {
  return front === 'authorizer' ? policy : NEAR;
}

export function scenes(times: Times): [Scene, ...Scene[]] {
  const { reply: ttl, policy } = times;
  const settings: Settings = { ttl, strategy: 'SUCCEED_WITH_RESPONSE_HEADER', front: 'none', frontTtl: NEAR };
  return [
    {
      name: 'A new price',
      text: `The stage keeps replies for ${ttl} seconds. At 0 s somebody asks for room 7, which costs 100. At 40 s its price becomes 120. It is asked for again at 60 s, at ${ttl - 10} s and at ${ttl + 10} s.`,
      settings,
      happenings: [
        { second: 0, kind: 'get-7' },
        { second: 40, kind: 'change' },
        { second: 60, kind: 'get-7' },
        { second: ttl - 10, kind: 'get-7' },
        { second: ttl + 10, kind: 'get-7' },
      ],
      about: 4,
      question: `What is read at ${ttl + 10} s?`,
      answers: [100, 120],
    },
    {
      name: 'Two bad seconds',
      text: 'At 0 s the backend stumbles and answers 500 for two seconds. Room 7 is asked for at 1 s and at 30 s.',
      settings,
      happenings: [
        { second: 0, kind: 'fail' },
        { second: 1, kind: 'get-7' },
        { second: 30, kind: 'get-7' },
        { second: ttl - 20, kind: 'get-7' },
        { second: ttl + 10, kind: 'get-7' },
      ],
      about: 2,
      question: 'What is read at 30 s?',
      answers: [100, '500'],
    },
    {
      name: 'A fresh one, please',
      text: 'The price becomes 120 at 40 s. At 60 s a caller sends `Cache-Control: max-age=0` and has no permission. At 80 s another sends it who has. A third just asks at 90 s.',
      settings,
      happenings: [
        { second: 0, kind: 'get-7' },
        { second: 10, kind: 'get-8' },
        { second: 40, kind: 'change' },
        { second: 60, kind: 'refresh-denied' },
        { second: 80, kind: 'refresh' },
        { second: 90, kind: 'get-7' },
        { second: 100, kind: 'get-8' },
      ],
      about: 3,
      question: 'The method’s settings are as AWS makes them. What does the caller at 60 s read?',
      answers: [100, 120, '403'],
    },
    {
      name: 'A flush',
      text: 'Rooms 7 and 8 are on the shelf. At 40 s both prices go up by 20. At 50 s somebody flushes the stage because of room 7. Both are asked for again.',
      settings,
      happenings: [
        { second: 0, kind: 'get-7' },
        { second: 10, kind: 'get-8' },
        { second: 40, kind: 'change' },
        { second: 50, kind: 'flush' },
        { second: 60, kind: 'get-8' },
        { second: 70, kind: 'get-7' },
        { second: 80, kind: 'get-7' },
      ],
      about: 4,
      question: 'What is read of room 8, at 60 s?',
      answers: [200, 220],
    },
    {
      name: 'Locked out',
      text: `An authorizer stands in front, and its answer is kept for ${policy} seconds: a cache of its own. Ann asks for room 7 at 0 s. At 100 s she is locked out. She asks for room 7 at 200 s, for room 8 at ${policy - 10} s and at ${policy + 10} s.`,
      settings: { ...settings, front: 'authorizer', frontTtl: policy },
      happenings: [
        { second: 0, kind: 'get-7' },
        { second: 100, kind: 'lock' },
        { second: 200, kind: 'get-7' },
        { second: policy - 10, kind: 'get-8' },
        { second: policy + 10, kind: 'get-8' },
      ],
      about: 3,
      question: `What does Ann read at ${policy - 10} s, of a room that nobody has asked for yet?`,
      answers: [200, '403'],
    },
    {
      name: 'CloudFront in front',
      text: `A distribution of yours keeps replies for ${NEAR} seconds, the stage for ${ttl}. The price becomes 120 at 40 s. Room 7 is asked for at 0 s, at ${ttl - 1} s and at ${ttl + NEAR - 2} s.`,
      settings: { ...settings, front: 'cloudfront' },
      happenings: [
        { second: 0, kind: 'get-7' },
        { second: 40, kind: 'change' },
        { second: ttl - 1, kind: 'get-7' },
        { second: ttl + NEAR - 2, kind: 'get-7' },
        { second: ttl + NEAR, kind: 'get-7' },
      ],
      about: 3,
      question: `What is read at ${ttl + NEAR - 2} s?`,
      answers: [100, 120],
    },
  ];
}
