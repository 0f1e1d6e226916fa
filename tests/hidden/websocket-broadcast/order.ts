import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forEvery } from '#judge';
import type { ConnectionId } from '../../../exercises/websocket-broadcast/contract.ts';
import { FORBIDDEN, GONE, holdingService, Service, THROTTLED, type Answer } from './service.ts';
import { broadcasterOn, forbidden, report, tooLarge } from './subject.ts';

const [ANN, BOB, EVE] = ['ann=', 'bob=', 'eve='];

describe('order', () => {
  it('the next message to a connection waits until the one before has been delivered', async () => {
    const service = holdingService();
    const broadcaster = broadcasterOn(service);
    for (const data of ['one', 'two', 'three']) broadcaster.send({ to: [ANN], data });
    const seen: unknown[] = [];
    for (let i = 0; i < 3; i++) {
      await service.settled();
      seen.push(service.posted);
      service.answer(ANN);
    }
    const all = ['one', 'two', 'three'].map((data) => [ANN, data]);
    expect(seen).toEqual([all.slice(0, 1), all.slice(0, 2), all]);
  });

  it('connections do not wait for each other', async () => {
    const service = holdingService();
    const broadcaster = broadcasterOn(service);
    broadcaster.send({ to: [ANN, BOB], data: 'one' });
    const second = broadcaster.send({ to: [BOB, EVE], data: 'two' });
    await service.settled();
    const first = service.posted;
    service.answer(BOB);
    await service.settled();
    service.answer(BOB);
    await service.settled();
    service.answer(EVE);
    await service.settled();
    expect({ first, underWay: service.inFlight, pending: await broadcaster.pending() }).toEqual({
      first: [
        [ANN, 'one'],
        [BOB, 'one'],
        [EVE, 'two'],
      ],
      underWay: [ANN],
      pending: 1,
    });
    expect(await second.report()).toEqual(report({ delivered: [BOB, EVE] }));
  });

  it('who waits for an earlier message holds no slot', async () => {
    const service = holdingService();
    const broadcaster = broadcasterOn(service, { concurrency: 2 });
    broadcaster.send({ to: [ANN], data: 'one' });
    broadcaster.send({ to: [ANN], data: 'two' });
    broadcaster.send({ to: [ANN, BOB], data: 'three' });
    await service.settled();
    expect(service.posted).toEqual([
      [ANN, 'one'],
      [BOB, 'three'],
    ]);
  });

  it('a message that becomes ready stands behind those that were ready before', async () => {
    const service = holdingService();
    const broadcaster = broadcasterOn(service, { concurrency: 1 });
    broadcaster.send({ to: [ANN], data: 'one' });
    broadcaster.send({ to: [ANN, BOB, EVE], data: 'two' });
    const seen: ConnectionId[][] = [];
    for (let i = 0; i < 4; i++) {
      await service.settled();
      seen.push(service.inFlight);
      service.answer(service.inFlight[0] ?? '');
    }
    expect(seen).toEqual([[ANN], [BOB], [EVE], [ANN]]);
  });

  it('while a message waits for its next attempt, later ones stay behind it', async () => {
    const service = holdingService({ holdsWaits: true });
    const broadcaster = broadcasterOn(service);
    for (const data of ['one', 'two']) broadcaster.send({ to: [ANN], data });
    await service.settled();
    service.answer(ANN, THROTTLED);
    await service.settled();
    const asleep = service.posted.length;
    service.wake();
    await service.settled();
    service.answer(ANN);
    await service.settled();
    expect({ asleep, posted: service.posted }).toEqual({
      asleep: 1,
      posted: [
        [ANN, 'one'],
        [ANN, 'one'],
        [ANN, 'two'],
      ],
    });
  });

  it('a message that fails makes room for the next', async () => {
    const service = holdingService();
    const broadcaster = broadcasterOn(service);
    const deliveries = ['one', 'two', 'three'].map((data) => broadcaster.send({ to: [ANN], data }));
    for (const answer of [FORBIDDEN, { throws: 'no' }, 'delivered'] satisfies Answer[]) {
      await service.settled();
      service.answer(ANN, answer);
    }
    await service.answerAll();
    expect(await Promise.all(deliveries.map((delivery) => delivery.report()))).toEqual([
      report({ failed: [forbidden(ANN)] }),
      report({ failed: [{ connectionId: ANN, error: 'Unknown', attempts: 1 }] }),
      report({ delivered: [ANN] }),
    ]);
  });

  it('a connection that is gone is gone for all that waits for it, and nothing more is posted there', async () => {
    const service = holdingService();
    const broadcaster = broadcasterOn(service);
    const deliveries = [[ANN], [ANN, BOB], [ANN]].map((to, i) => broadcaster.send({ to, data: `${i}` }));
    await service.settled();
    service.answer(ANN, GONE);
    service.answer(BOB);
    await service.settled();
    expect({ posted: service.posted, pending: await broadcaster.pending() }).toEqual({
      posted: [
        [ANN, '0'],
        [BOB, '1'],
      ],
      pending: 0,
    });
    const told = await Promise.all(deliveries.map((delivery) => delivery.report()));
    expect(told).toEqual([report({ gone: [ANN] }), report({ delivered: [BOB], gone: [ANN] }), report({ gone: [ANN] })]);
  });

  it('who was gone is tried again by a later broadcast', async () => {
    const service = new Service({ answers: ({ data }) => (data === 'one' ? GONE : 'delivered') });
    const broadcaster = broadcasterOn(service);
    const first = await broadcaster.send({ to: [ANN], data: 'one' }).report();
    const second = await broadcaster.send({ to: [ANN], data: 'two' }).report();
    expect([first, second]).toEqual([report({ gone: [ANN] }), report({ delivered: [ANN] })]);
  });

  it('who has everything waits for nothing: the next message goes at once', async () => {
    const service = holdingService();
    const broadcaster = broadcasterOn(service);
    for (const data of ['one', 'two']) {
      broadcaster.send({ to: [ANN], data });
      await service.settled();
      service.answer(ANN);
      await service.settled();
    }
    expect([service.posts.map(({ data }) => data), await broadcaster.pending()]).toEqual([['one', 'two'], 0]);
  });

  it('the same text sent twice is two messages', async () => {
    const service = new Service();
    const broadcaster = broadcasterOn(service);
    const deliveries = [1, 2].map(() => broadcaster.send({ to: [ANN], data: 'hello' }));
    const told = deliveries.map((delivery) => delivery.report());
    expect([await Promise.all(told), service.reached]).toEqual([
      [report({ delivered: [ANN] }), report({ delivered: [ANN] })],
      [ANN, ANN],
    ]);
  });

  it('a message that is too large does not wait, and keeps nobody waiting', async () => {
    const service = holdingService();
    const broadcaster = broadcasterOn(service);
    broadcaster.send({ to: [ANN], data: 'one' });
    const large = broadcaster.send({ to: [ANN], data: 'x'.repeat(131_073) });
    broadcaster.send({ to: [ANN], data: 'two' });
    await service.settled();
    expect(await broadcaster.pending()).toBe(2);
    expect(await large.report()).toEqual(report({ failed: [tooLarge(ANN)] }));
    await service.answerAll();
    expect(service.posts.map(({ data }) => data)).toEqual(['one', 'two']);
  });

  it('whoever answers when and how, each connection gets its messages one by one in the order of sending', async () => {
    const ids = ['a', 'b', 'c'];
    const cases = fc.record({
      concurrency: fc.integer({ min: 1, max: 4 }),
      broadcasts: fc.array(fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1 }), { minLength: 2, maxLength: 4 }),
      answers: fc.array(fc.record({ pick: fc.nat({ max: 99 }), answer: fc.constantFrom<Answer>('delivered', THROTTLED, FORBIDDEN) }), {
        minLength: 24,
        maxLength: 24,
      }),
    });
    await forEvery(cases, async ({ concurrency, broadcasts, answers }) => {
      const service = holdingService();
      const broadcaster = broadcasterOn(service, { concurrency, maxAttempts: 2 });
      broadcasts.forEach((to, i) => broadcaster.send({ to, data: `${i}` }));
      const overlapping: ConnectionId[][] = [];
      for (const { pick, answer } of answers) {
        await service.settled();
        const now = service.inFlight;
        if (now.length === 0) break;
        if (new Set(now).size < now.length || now.length > concurrency) overlapping.push(now);
        service.answer(now[pick % now.length]!, answer);
      }
      const order = ids.map((id) => withoutRepeats(service.posts.filter((post) => post.connectionId === id).map(({ data }) => data)));
      const sent = ids.map((id) => broadcasts.flatMap((to, i) => (to.includes(id) ? [`${i}`] : [])));
      expect({ overlapping, order, pending: await broadcaster.pending() }).toEqual({ overlapping: [], order: sent, pending: 0 });
    });
  });
});

/** Each text once where it stands several times in a row: a message and its further attempts. */
function withoutRepeats(texts: readonly string[]): string[] {
  return texts.filter((text, i) => text !== texts[i - 1]);
}
