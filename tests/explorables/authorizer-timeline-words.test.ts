import { expect, it } from 'vitest';
import { createAuthorizer } from '../../solutions/authorizer-policy/authorizer-policy.ts';
import { presets } from '../../src/explorables/authorizer-timeline-presets.ts';
import {
  askedAbout,
  guessSentence,
  keyName,
  momentSentence,
  outcomeSentence,
  question,
} from '../../src/explorables/authorizer-timeline-words.ts';
import { runTimeline } from '../../src/explorables/authorizer-timeline.ts';

async function told(name: string): Promise<string[]> {
  const { settings, arrivals } = presets(300).find((preset) => preset.name === name)!;
  const line = await runTimeline(createAuthorizer, settings, arrivals);
  return [outcomeSentence(line), ...line.moments.map((moment) => momentSentence(moment, settings))];
}

it('profile, then orders', async () => {
  expect(await told('Profile, then orders')).toEqual([
    '2 calls of the function for 5 requests. Wrong: 2 requests refused that the caller may send.',
    'The function is called. The policy says Allow prod/GET/profile.',
    'The policy kept at 0 s answers. The function is not called. The policy says Allow prod/GET/profile.',
    'The policy kept at 0 s answers. The function is not called. The policy says Allow prod/GET/profile, and nothing of GET /orders. Yet Ann may send this.',
    'What was kept at 0 s has run out. The function is called. The policy says Allow prod/GET/orders.',
    'The policy kept at 310 s answers. The function is not called. The policy says Allow prod/GET/orders, and nothing of GET /profile. Yet Ann may send this.',
  ]);
});

it('the whole stage', async () => {
  expect(await told('The whole stage')).toEqual([
    '3 calls of the function for 5 requests. Wrong: 1 request let through that the caller may not send.',
    'The function is called. The policy says Allow prod/*.',
    'The function is called. The policy says Allow prod/*.',
    'The policy kept at 30 s answers. The function is not called. The policy says Allow prod/*. Yet Ben may not send this.',
    'The function is called. It says Unauthorized, which is never kept.',
    'No caller is found, so the function is not called.',
  ]);
});

it('says where nothing is kept, and that nothing is wrong', async () => {
  const settings = { ttl: 0, named: 'method', sources: 'verb-path' } as const;
  const line = await runTimeline(createAuthorizer, settings, [{ second: 0, token: 'ben', call: 'POST /orders' }]);
  expect(outcomeSentence(line)).toBe('1 call of the function for 1 request. Every caller got what they may have.');
  expect(momentSentence(line.moments[0]!, settings)).toBe('The function is called. The policy says Deny prod/POST/orders. It is not kept.');
  expect(keyName(line.moments[0]!)).toBe('Ben’s token · POST · /orders');
});

it('asks about the third request, or the last of fewer', () => {
  expect(askedAbout([1, 2, 3, 4])).toEqual({ index: 2, ordinal: 'third' });
  expect(askedAbout([1])).toEqual({ index: 0, ordinal: 'first' });
  expect(question('third', { second: 1200, token: 'none', call: 'GET /orders' })).toBe(
    'What does the third request get: GET /orders with no token, at 1,200 s?',
  );
});

it('compares a guess', () => {
  expect(guessSentence(403, { status: 403 })).toBe('403, as you said.');
  expect(guessSentence(200, { status: 403 })).toBe('403. You said 200.');
});
