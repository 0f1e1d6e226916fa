import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forEvery } from '#judge';
import type { ConnectionId } from '../../../exercises/websocket-broadcast/contract.ts';
import { FORBIDDEN, GONE, holdingService, type Answer, type Service } from './service.ts';
import { broadcasterOn, part, report, thrownBy } from './subject.ts';

const HELLO = '{"say":"hello"}';

/** Who has a post under way at first, and after each of these answers. */
async function underWay(service: Service, answers: readonly (readonly [ConnectionId, Answer?])[]): Promise<{ underWay: ConnectionId[][] }> {
  await service.settled();
  const seen = [service.inFlight];
  for (const [id, answer] of answers) {
    service.answer(id, answer);
    await service.settled();
    seen.push(service.inFlight);
  }
  return { underWay: seen };
}

/** A broadcast to these on a service that holds every post. */
function sent(concurrency: number, ...ids: ConnectionId[]) {
  const service = holdingService();
  const broadcaster = broadcasterOn(service, { concurrency });
  const delivery = broadcaster.send({ to: ids, data: HELLO });
  return { service, broadcaster, delivery };
}

describe('concurrency', () => {
  it('no more posts are under way than there are slots, and they go in the order of the list', async () => {
    const { service } = sent(3, 'a', 'b', 'c', 'd', 'e');
    expect(await underWay(service, [])).toEqual({ underWay: [['a', 'b', 'c']] });
  });

  it('a slot that becomes free is taken at once', async () => {
    const { service } = sent(3, 'a', 'b', 'c', 'd', 'e');
    expect(await underWay(service, [['b'], ['a'], ['c']])).toEqual({
      underWay: [
        ['a', 'b', 'c'],
        ['a', 'c', 'd'],
        ['c', 'd', 'e'],
        ['d', 'e'],
      ],
    });
  });

  it('a slow connection holds one slot and nobody else', async () => {
    const { service, delivery } = sent(2, 'slow', 'b', 'c', 'd', 'e');
    const seen = await underWay(service, [['b'], ['c'], ['d'], ['e'], ['slow']]);
    expect(seen).toEqual({ underWay: [['slow', 'b'], ['slow', 'c'], ['slow', 'd'], ['slow', 'e'], ['slow'], []] });
    expect(await delivery.report()).toEqual(report({ delivered: ['slow', 'b', 'c', 'd', 'e'] }));
  });

  it('with one slot posts go one by one', async () => {
    const { service } = sent(1, 'a', 'b', 'c');
    expect(await underWay(service, [['a'], ['b'], ['c']])).toEqual({ underWay: [['a'], ['b'], ['c'], []] });
  });

  it('with more slots than connections all posts are under way together', async () => {
    const { service } = sent(100, 'a', 'b', 'c');
    expect(await underWay(service, [])).toEqual({ underWay: [['a', 'b', 'c']] });
  });

  it('all broadcasts together share the slots', async () => {
    const { service, broadcaster } = sent(3, 'a', 'b');
    broadcaster.send({ to: ['c', 'd'], data: HELLO });
    broadcaster.send({ to: ['e'], data: HELLO });
    expect(await underWay(service, [['a'], ['c']])).toEqual({
      underWay: [
        ['a', 'b', 'c'],
        ['b', 'c', 'd'],
        ['b', 'd', 'e'],
      ],
    });
  });

  it('two broadcasters share nothing', async () => {
    const [one, other] = [sent(1, 'a', 'b'), sent(1, 'c', 'd')];
    const seen = [underWay(one.service, []), underWay(other.service, [])];
    expect(await Promise.all(seen)).toEqual([{ underWay: [['a']] }, { underWay: [['c']] }]);
  });

  it('a post that fails gives its slot back like any other', async () => {
    const { service, delivery } = sent(1, 'a', 'b', 'c', 'd');
    const seen = await underWay(service, [['a', GONE], ['b', FORBIDDEN], ['c', { throws: undefined }], ['d']]);
    expect(seen).toEqual({ underWay: [['a'], ['b'], ['c'], ['d'], []] });
    expect((await delivery.report()).delivered).toEqual(['d']);
  });

  it('when everything is sent, all slots are free for the next broadcast', async () => {
    const { service, broadcaster } = sent(2, 'a', 'b', 'c');
    await underWay(service, [['a'], ['b', GONE], ['c']]);
    broadcaster.send({ to: ['d', 'e', 'f'], data: HELLO });
    expect(await underWay(service, [['e']])).toEqual({
      underWay: [
        ['d', 'e'],
        ['d', 'f'],
      ],
    });
  });

  it('a number of slots that is no whole number of one or more is refused with a RangeError', async () => {
    const { ports } = holdingService();
    const options = { maxAttempts: 1, baseDelay: 0, maxDelay: 0 };
    const numbers = [0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY];
    const thrown = numbers.map((concurrency) => thrownBy(part.createBroadcaster({ concurrency, ...options }, ...ports)));
    expect(await Promise.all(thrown)).toEqual(numbers.map(() => 'RangeError'));
  });

  it('however many slots and whoever answers when: no slot is empty while somebody waits, and none is there twice', async () => {
    const cases = fc.record({
      concurrency: fc.integer({ min: 1, max: 5 }),
      count: fc.integer({ min: 1, max: 10 }),
      picks: fc.array(fc.nat({ max: 99 }), { minLength: 10, maxLength: 10 }),
    });
    await forEvery(cases, async ({ concurrency, count, picks }) => {
      const ids = Array.from({ length: count }, (_, i) => `id-${i}`);
      const { service } = sent(concurrency, ...ids);
      const waiting = [...ids];
      const expected: ConnectionId[][] = [waiting.splice(0, concurrency)];
      const answers = ids.map((_, i): [ConnectionId] => {
        const now = expected.at(-1)!;
        const answered = now[picks[i]! % now.length]!;
        expected.push([...now.filter((id) => id !== answered), ...waiting.splice(0, 1)]);
        return [answered];
      });
      expect(await underWay(service, answers)).toEqual({ underWay: expected });
    });
  });
});
