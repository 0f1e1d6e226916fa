import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forEvery } from '#judge';
import { awsError, FORBIDDEN, GONE, holdingService, Service, THROTTLED } from './service.ts';
import { broadcasterOn, forbidden, part, report, reportOn, throttled, thrownBy } from './subject.ts';

const HELLO = '{"say":"hello"}';
const [ANN, BOB, EVE] = ['ann=', 'bob=', 'eve='];

/** A service that throttles the first so many posts to everybody, and then says this. */
function throttling(times: number, settings: { random?: readonly number[]; then?: typeof GONE } = {}): Service {
  const { random = [0.5], then = 'delivered' } = settings;
  return new Service({ random, answers: ({ attempt }) => (attempt <= times ? THROTTLED : then) });
}

describe('retry', () => {
  it('429: the message is posted again until it goes through', async () => {
    const service = throttling(2);
    const told = await reportOn(service, { to: [ANN], data: HELLO }, { maxAttempts: 5 });
    expect([told, service.reached]).toEqual([report({ delivered: [ANN] }), [ANN, ANN, ANN]]);
  });

  it('before the second attempt the wait is chance times the base, and what chance multiplies doubles from then on', async () => {
    const service = throttling(4, { random: [0.5] });
    await reportOn(service, { to: [ANN], data: HELLO }, { maxAttempts: 9, baseDelay: 100, maxDelay: 100_000 });
    expect({ chance: 0.5, waits: service.waits }).toEqual({ chance: 0.5, waits: [50, 100, 200, 400] });
  });

  it('what chance multiplies stops growing at the maximum', async () => {
    const service = throttling(6, { random: [0.5] });
    await reportOn(service, { to: [ANN], data: HELLO }, { maxAttempts: 9, baseDelay: 100, maxDelay: 500 });
    expect({ chance: 0.5, waits: service.waits }).toEqual({ chance: 0.5, waits: [50, 100, 200, 250, 250, 250] });
  });

  it('a maximum below the base holds from the first wait on', async () => {
    const service = throttling(2, { random: [0.5] });
    await reportOn(service, { to: [ANN], data: HELLO }, { baseDelay: 100, maxDelay: 40 });
    expect({ chance: 0.5, waits: service.waits }).toEqual({ chance: 0.5, waits: [20, 20] });
  });

  it('chance is asked anew for each wait, and spreads it from nothing to the whole', async () => {
    const service = throttling(4, { random: [0, 0.75, 0.25, 0.9375] });
    await reportOn(service, { to: [ANN], data: HELLO }, { maxAttempts: 9, baseDelay: 100, maxDelay: 100_000 });
    expect({ waits: service.waits, asked: service.drawn }).toEqual({ waits: [0, 150, 100, 750], asked: 4 });
  });

  it('nobody waits, and nobody asks chance, where nothing is throttled', async () => {
    const service = new Service({ answers: ({ connectionId }) => (connectionId === BOB ? FORBIDDEN : 'delivered') });
    await reportOn(service, { to: [ANN, BOB], data: HELLO });
    expect({ waits: service.waits, asked: service.drawn }).toEqual({ waits: [], asked: 0 });
  });

  it('after the last attempt it is a failure, without another wait', async () => {
    const service = throttling(99);
    const told = await reportOn(service, { to: [ANN], data: HELLO }, { maxAttempts: 3 });
    expect([told, service.reached, service.waits]).toEqual([report({ failed: [throttled(ANN, 3)] }), [ANN, ANN, ANN], [50, 100]]);
  });

  it('the last attempt may still succeed', async () => {
    const told = await reportOn(throttling(2), { to: [ANN], data: HELLO }, { maxAttempts: 3 });
    expect(told).toEqual(report({ delivered: [ANN] }));
  });

  it('with one attempt there is no retry', async () => {
    const service = throttling(99);
    const told = await reportOn(service, { to: [ANN], data: HELLO }, { maxAttempts: 1 });
    expect([told, service.reached, service.waits]).toEqual([report({ failed: [throttled(ANN, 1)] }), [ANN], []]);
  });

  it('a 429 of any name is tried again, and nothing else is', async () => {
    const named = new Service({ answers: ({ attempt }) => (attempt === 1 ? awsError(429, 'TooManyRequestsException') : 'delivered') });
    const unavailable = new Service({ answers: () => awsError(503, 'ServiceUnavailableException') });
    const nameless = new Service({
      answers: () => ({ throws: Object.assign(new Error('slow down'), { name: 'LimitExceededException' }) }),
    });
    const told = [named, unavailable, nameless].map((service) => reportOn(service, { to: [ANN], data: HELLO }));
    expect([await Promise.all(told), named.reached, unavailable.reached, nameless.reached]).toEqual([
      [
        report({ delivered: [ANN] }),
        report({ failed: [{ connectionId: ANN, status: 503, error: 'ServiceUnavailableException', attempts: 1 }] }),
        report({ failed: [{ connectionId: ANN, error: 'LimitExceededException', attempts: 1 }] }),
      ],
      [ANN, ANN],
      [ANN],
      [ANN],
    ]);
  });

  it('a later attempt may find the connection gone, or fail for good', async () => {
    const [gone, failing] = [throttling(1, { then: GONE }), throttling(1, { then: FORBIDDEN })];
    const told = [gone, failing].map((service) => reportOn(service, { to: [ANN], data: HELLO }));
    expect([await Promise.all(told), gone.reached, failing.reached]).toEqual([
      [report({ gone: [ANN] }), report({ failed: [forbidden(ANN, 2)] })],
      [ANN, ANN],
      [ANN, ANN],
    ]);
  });

  it('each message counts its own attempts: on other connections, and in later broadcasts', async () => {
    const service = throttling(2);
    const broadcaster = broadcasterOn(service, { maxAttempts: 3 });
    const [one, two] = [broadcaster.send({ to: [ANN, BOB], data: 'one' }), broadcaster.send({ to: [ANN], data: 'two' })];
    const told = [one.report(), two.report()];
    expect([await Promise.all(told), service.waits.toSorted((a, b) => a - b)]).toEqual([
      [report({ delivered: [ANN, BOB] }), report({ delivered: [ANN] })],
      [50, 50, 50, 100, 100, 100],
    ]);
  });

  it('who waits for the next attempt holds no slot', async () => {
    const service = holdingService({ holdsWaits: true });
    const broadcaster = broadcasterOn(service, { concurrency: 1 });
    const delivery = broadcaster.send({ to: [ANN, BOB], data: HELLO });
    await service.settled();
    service.answer(ANN, THROTTLED);
    await service.settled();
    const meanwhile = { underWay: service.inFlight, pending: await broadcaster.pending() };
    service.answer(BOB);
    service.wake();
    await service.settled();
    const after = { underWay: service.inFlight, pending: await broadcaster.pending() };
    expect([meanwhile, after]).toEqual([
      { underWay: [BOB], pending: 2 },
      { underWay: [ANN], pending: 1 },
    ]);
    await service.answerAll();
    expect(await delivery.report()).toEqual(report({ delivered: [ANN, BOB] }));
  });

  it('the next attempt needs a slot like any other post', async () => {
    const service = holdingService({ holdsWaits: true });
    const broadcaster = broadcasterOn(service, { concurrency: 1 });
    broadcaster.send({ to: [ANN, BOB], data: HELLO });
    await service.settled();
    service.answer(ANN, THROTTLED);
    await service.settled();
    service.wake();
    await service.settled();
    const full = service.inFlight;
    service.answer(BOB);
    await service.settled();
    expect({ full, free: service.inFlight }).toEqual({ full: [BOB], free: [ANN] });
  });

  it('who is ready again stands at the end of the line', async () => {
    const service = holdingService({ holdsWaits: true });
    const broadcaster = broadcasterOn(service, { concurrency: 1 });
    broadcaster.send({ to: [ANN, BOB, EVE], data: HELLO });
    await service.settled();
    service.answer(ANN, THROTTLED);
    await service.settled();
    service.wake();
    await service.settled();
    service.answer(BOB);
    await service.settled();
    const next = service.inFlight;
    service.answer(EVE);
    await service.settled();
    expect({ next, last: service.inFlight }).toEqual({ next: [EVE], last: [ANN] });
  });

  it('a number of attempts that is no whole number of one or more is refused with a RangeError', async () => {
    const { ports } = new Service();
    const numbers = [0, -1, 2.5, Number.NaN];
    const thrown = numbers.map((maxAttempts) =>
      thrownBy(part.createBroadcaster({ concurrency: 1, maxAttempts, baseDelay: 0, maxDelay: 0 }, ...ports)),
    );
    expect(await Promise.all(thrown)).toEqual(numbers.map(() => 'RangeError'));
  });

  it('however it is set and whatever chance says, the waits are those of the formula', async () => {
    const cases = fc.record({
      baseDelay: fc.integer({ min: 0, max: 500 }),
      maxDelay: fc.integer({ min: 0, max: 5000 }),
      maxAttempts: fc.integer({ min: 1, max: 9 }),
      times: fc.integer({ min: 0, max: 10 }),
      random: fc.array(
        fc.integer({ min: 0, max: 63 }).map((share) => share / 64),
        { minLength: 10, maxLength: 10 },
      ),
    });
    await forEvery(cases, async ({ baseDelay, maxDelay, maxAttempts, times, random }) => {
      const service = throttling(times, { random });
      const told = await reportOn(service, { to: [ANN], data: HELLO }, { baseDelay, maxDelay, maxAttempts });
      const retries = Math.min(times, maxAttempts - 1);
      const expected = Array.from({ length: retries }, (_, i) => random[i]! * Math.min(maxDelay, baseDelay * 2 ** i));
      const delivered = times < maxAttempts;
      expect([service.waits, told]).toEqual([
        expected,
        delivered ? report({ delivered: [ANN] }) : report({ failed: [throttled(ANN, maxAttempts)] }),
      ]);
    });
  });
});
