import { expect, it } from 'vitest';
import { PRESETS } from '../../src/explorables/ways-in-presets.ts';
import { certificateSentence, legs, privateSentence, reasons, verdict } from '../../src/explorables/ways-in-words.ts';
import { wayTo, type Situation } from '../../src/explorables/ways-in.ts';

const SAID = { certificate: 'us-east-1', door: 'an endpoint and a policy' };

const waysOf = (situation: Situation) => ({ edge: wayTo('edge', situation), regional: wayTo('regional', situation) });
const named = (name: string) => PRESETS.find((preset) => preset.name === name)!.situation;
const told = (situation: Situation) => reasons(situation, waysOf(situation));

it('tells one call from far away', () => {
  expect(told(named('One call from far away'))).toEqual([
    'Before a connection carries anything, TCP and TLS cost 2 round trips: 16 ms to the location nearby, 380 ms to Ireland. That is what the edge buys, once for each connection.',
    'After that each call takes the same 190 ms by either way. The more calls share the connection, the less the saving shows.',
    'By either way the Region worked on the call: an edge-optimized API is a shorter road to the same shop, and keeps no replies.',
  ]);
});

it('says where the edge buys nothing', () => {
  expect(told(named('Next door')).slice(0, 2)).toEqual([
    'Before a connection carries anything, TCP and TLS cost 2 round trips: 6 ms to the location nearby, 4 ms to Ireland. There is nothing to save here.',
    'Then the location is a detour of 4 ms on each call. A caller in the API’s own Region gains nothing by it.',
  ]);
  expect(told(named('The next city'))[1]).toBe(
    'Then the location is a detour of 4 ms on each call. From call 5 on the same connection Regional is ahead.',
  );
  expect(told(named('First guest of the day'))[1]).toContain('364 ms: the long handshake has moved, not gone.');
});

it('says where it buys more than the handshake', () => {
  expect(told(named('A crowded road'))[1]).toContain('Each call is 110 ms shorter, too');
});

it('says what a second distribution does', () => {
  const kept = named('A CloudFront of our own');
  expect(told(kept)).toEqual([
    expect.stringContaining('3 ms further on, at which you can set nothing and which adds nothing.'),
    'The first call goes all the way. The other 9 are answered by your distribution, nearby.',
    'The Region worked once. That is the cache, and it is yours: AWS’s distribution keeps no replies.',
  ]);
  expect(told({ ...kept, open: false })[0]).toContain('wants a handshake of its own');
  expect(told({ ...kept, calls: 1 })[1]).toContain('Send more than one.');
  expect(told({ ...kept, front: 'passes' }).at(-1)).toContain('the Region worked on all 10 calls');
});

it('says where certificates go', () => {
  const far = named('One call from far away');
  expect(certificateSentence(far, SAID)).toBe(
    'A certificate for a name of your own: edge-optimized us-east-1, wherever the API is. Regional eu-west-1, the API’s own Region.',
  );
  expect(certificateSentence({ ...far, region: 'us-east-1' }, SAID)).toContain('Here that is the same place');
  expect(certificateSentence({ ...far, front: 'passes' }, SAID)).toContain('since it is your distribution’s');
});

it('says who comes in to a private API', () => {
  const far = named('One call from far away');
  expect(privateSentence(far, SAID)).toContain('A caller in São Paulo has no way in over the internet: it takes an endpoint and a policy.');
  expect(privateSentence({ ...far, caller: 'same-region' }, SAID)).toContain('if it sits in a VPC');
});

it.each(PRESETS.map(({ name, situation }) => [name, situation] as const))('the legs of %s are its total', (_, situation) => {
  const ways = waysOf(situation);
  for (const endpoint of ['edge', 'regional'] as const)
    expect(legs(situation, ways).reduce((sum, { times }) => sum + times[endpoint], 0)).toBe(ways[endpoint].total);
});

it('judges a guess kindly', () => {
  const ways = waysOf(named('First guest of the day'));
  expect(verdict('equal', ways)).toBe('As good as equal: 605 ms edge-optimized, 605 ms Regional. As you said.');
  expect(verdict('regional', ways)).toContain('You said: Regional.');
  expect(verdict('edge', ways)).toContain('You said: edge-optimized.');
});
