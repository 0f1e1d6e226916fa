import { describe, expect, it } from 'vitest';
import { readRatings, writeRatings } from '../../src/interview/stored-ratings.ts';

const ratings = { throttle: { bucket: 'strong', levels: 'missing' } } as const;

it('reads what it wrote', () => {
  expect(readRatings(writeRatings(ratings))).toEqual({ status: 'read', ratings });
  expect(readRatings(null)).toEqual({ status: 'read', ratings: {} });
});

it('keeps the format of version 1, which browsers hold', () => {
  expect(writeRatings(ratings)).toBe('{"version":1,"ratings":{"throttle":{"bucket":"strong","levels":"missing"}}}');
});

it('leaves out what is no rating', () => {
  const text = '{"version":1,"ratings":{"throttle":{"bucket":"fair","levels":"solid"},"tiers":"strong","plans":null}}';
  expect(readRatings(text)).toEqual({ status: 'read', ratings: { throttle: { levels: 'solid' } } });
});

it.each(['broken', 'null', '[]', '{"ratings":{}}', '{"version":0,"ratings":{}}', '{"version":1}', '{"version":1,"ratings":[]}'])(
  'does not take %s for ratings',
  (text) => {
    expect(readRatings(text)).toEqual({ status: 'unreadable' });
  },
);

describe('versions', () => {
  it('brings an older version up, step by step', () => {
    const steps = [
      (data: Record<string, unknown>) => ({ scores: data.marks }),
      (data: Record<string, unknown>) => ({ ratings: data.scores }),
    ];
    expect(readRatings(JSON.stringify({ version: 1, marks: ratings }), steps)).toEqual({ status: 'read', ratings });
    expect(readRatings(JSON.stringify({ version: 2, scores: ratings }), steps)).toEqual({ status: 'read', ratings });
  });

  it('knows a newer one', () => {
    expect(readRatings('{"version":2,"ratings":{}}')).toEqual({ status: 'newer' });
  });
});
