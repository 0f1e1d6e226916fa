import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forEvery } from '#judge';
import { holdingService, Service, turn } from './service.ts';
import { broadcasterOn, report, reportOn } from './subject.ts';

const HELLO = '{"say":"hello"}';
const [ANN, BOB, EVE] = ['ann=', 'bob=', 'eve='];
const ALL = [ANN, BOB, EVE];

describe('fan-out', () => {
  it('everybody who is listed gets the message, once and as it is', async () => {
    const service = new Service();
    const told = await reportOn(service, { to: ALL, data: HELLO });
    expect([service.posted.toSorted(), told]).toEqual([ALL.map((id) => [id, HELLO]), report({ delivered: ALL })]);
  });

  it('any text is a message: an empty one, and one beyond ASCII', async () => {
    const service = new Service();
    const broadcaster = broadcasterOn(service);
    const told = ['', 'Zoë says “¡hola!” 🛎️', ' \n'].map((data) => broadcaster.send({ to: [ANN], data }).report());
    await Promise.all(told);
    expect(service.posted.map(([, data]) => data)).toEqual(['', 'Zoë says “¡hola!” 🛎️', ' \n']);
  });

  it('the sender is left out, and is in no list of the report', async () => {
    const service = new Service();
    const told = await reportOn(service, { to: ALL, except: BOB, data: HELLO });
    expect([service.reached.toSorted(), told]).toEqual([[ANN, EVE], report({ delivered: [ANN, EVE] })]);
  });

  it('somebody who is left out need not be listed', async () => {
    const service = new Service();
    const told = await reportOn(service, { to: [ANN, BOB], except: EVE, data: HELLO });
    expect([service.reached.toSorted(), told]).toEqual([[ANN, BOB], report({ delivered: [ANN, BOB] })]);
  });

  it('who is listed several times gets the message once, and is reported once', async () => {
    const service = new Service();
    const told = await reportOn(service, { to: [ANN, BOB, ANN, EVE, ANN, BOB, EVE], except: EVE, data: HELLO });
    expect([service.reached.toSorted(), told]).toEqual([[ANN, BOB], report({ delivered: [ANN, BOB] })]);
  });

  it('a broadcast to nobody is over at once', async () => {
    const service = new Service();
    const told = [reportOn(service, { to: [], data: HELLO }), reportOn(service, { to: [ANN], except: ANN, data: HELLO })];
    expect([await Promise.all(told), service.posted]).toEqual([[report({}), report({})], []]);
  });

  it('send does not wait for the posts: it takes the message over and returns', async () => {
    const service = holdingService();
    const broadcaster = broadcasterOn(service);
    broadcaster.send({ to: ALL, data: HELLO });
    broadcaster.send({ to: ['zoe='], data: HELLO });
    const pending = await broadcaster.pending();
    await service.settled();
    expect({ pending, underWay: service.inFlight.toSorted() }).toEqual({ pending: 4, underWay: [...ALL, 'zoe='] });
  });

  it('posts are under way side by side, not one after the other', async () => {
    const service = holdingService();
    const broadcaster = broadcasterOn(service);
    broadcaster.send({ to: ALL, data: HELLO });
    await service.settled();
    expect(service.inFlight.toSorted()).toEqual(ALL);
  });

  it('the report is there when the last post has settled, not before', async () => {
    const service = holdingService();
    const broadcaster = broadcasterOn(service);
    const delivery = broadcaster.send({ to: ALL, data: HELLO });
    await service.settled();
    service.answer(ANN);
    service.answer(EVE);
    await service.settled();
    expect({ underWay: service.inFlight, pending: await broadcaster.pending() }).toEqual({ underWay: [BOB], pending: 1 });
    const told = delivery.report();
    await turn();
    service.answer(BOB);
    expect(await told).toEqual(report({ delivered: ALL }));
  });

  it('the report keeps the order of the list, whoever answered first', async () => {
    const service = holdingService();
    const broadcaster = broadcasterOn(service);
    const delivery = broadcaster.send({ to: [EVE, ANN, BOB], data: HELLO });
    for (const id of [BOB, EVE, ANN]) {
      await service.settled();
      service.answer(id);
    }
    await service.answerAll();
    expect(await delivery.report()).toEqual(report({ delivered: [EVE, ANN, BOB] }));
  });

  it('the report may be asked for again', async () => {
    const service = new Service();
    const delivery = broadcasterOn(service).send({ to: [ANN, BOB], data: HELLO });
    const told = [delivery.report(), delivery.report()];
    expect([await Promise.all(told), service.reached.toSorted()]).toEqual([
      [report({ delivered: [ANN, BOB] }), report({ delivered: [ANN, BOB] })],
      [ANN, BOB],
    ]);
  });

  it('each broadcast has a report of its own', async () => {
    const broadcaster = broadcasterOn(new Service());
    const one = broadcaster.send({ to: [ANN, BOB], data: HELLO });
    const other = broadcaster.send({ to: [EVE], data: HELLO });
    expect([await other.report(), await one.report()]).toEqual([report({ delivered: [EVE] }), report({ delivered: [ANN, BOB] })]);
  });

  it('what is pending goes down as posts settle, to zero', async () => {
    const service = holdingService();
    const broadcaster = broadcasterOn(service);
    broadcaster.send({ to: [ANN, BOB, ANN], data: HELLO });
    const pending = [await broadcaster.pending()];
    for (const id of [BOB, ANN]) {
      await service.settled();
      service.answer(id);
      await service.settled();
      pending.push(await broadcaster.pending());
    }
    expect(pending).toEqual([2, 1, 0]);
  });

  it('whoever is listed, and however often: all but the sender get one message each', async () => {
    const ids = fc.constantFrom('a', 'b', 'c', 'd', '__proto__', 'constructor', '1', '0');
    const cases = fc.record({ to: fc.array(ids, { maxLength: 12 }), except: fc.option(ids, { nil: undefined }), data: fc.string() });
    await forEvery(cases, async ({ to, except, data }) => {
      const service = new Service();
      const told = await reportOn(service, except === undefined ? { to, data } : { to, except, data });
      const expected = [...new Set(to)].filter((id) => id !== except);
      expect([service.posted.toSorted(), told]).toEqual([expected.toSorted().map((id) => [id, data]), report({ delivered: expected })]);
    });
  });
});
