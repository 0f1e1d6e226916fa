import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forEvery } from '#judge';
import type { Failure } from '../../../exercises/websocket-broadcast/contract.ts';
import { awsError, FORBIDDEN, GONE, Service, serviceThatSays, type Answer } from './service.ts';
import { broadcasterOn, forbidden, report, reportOn, tooLarge } from './subject.ts';

const HELLO = '{"say":"hello"}';
const [ANN, BOB, EVE] = ['ann=', 'bob=', 'eve='];
const LARGEST = 131_072;

/** What one post that throws this comes to. */
async function failureOf(thrown: unknown): Promise<Failure | undefined> {
  const { failed } = await reportOn(serviceThatSays({ [ANN]: { throws: thrown } }), { to: [ANN], data: HELLO });
  return failed[0];
}

/** Whether a message is posted, and what is reported otherwise. */
async function fateOf(data: string): Promise<unknown> {
  const service = new Service();
  const told = await reportOn(service, { to: [ANN], data });
  return service.posts.length > 0 ? (service.posts[0]!.data === data ? 'posted' : 'posted as something else') : told;
}

const refused = report({ failed: [tooLarge(ANN)] });

describe('failures', () => {
  it('410: the connection is gone, is reported so, and is not tried again', async () => {
    const service = serviceThatSays({ [BOB]: GONE });
    const told = await reportOn(service, { to: [ANN, BOB, EVE], data: HELLO });
    expect([told, service.reached.toSorted()]).toEqual([report({ delivered: [ANN, EVE], gone: [BOB] }), [ANN, BOB, EVE]]);
  });

  it('403: a failure with its status and its name, and no second try', async () => {
    const service = serviceThatSays({ [BOB]: FORBIDDEN });
    const told = await reportOn(service, { to: [ANN, BOB, EVE], data: HELLO });
    expect([told, service.reached.toSorted()]).toEqual([report({ delivered: [ANN, EVE], failed: [forbidden(BOB)] }), [ANN, BOB, EVE]]);
  });

  it('an error without an answer of the service has no status', async () => {
    const timeout = Object.assign(new Error('socket hang up'), { name: 'TimeoutError' });
    expect(await failureOf(timeout)).toEqual({ connectionId: ANN, error: 'TimeoutError', attempts: 1 });
  });

  it('an error of the service itself is a failure like any other: no second try', async () => {
    const service = serviceThatSays({ [ANN]: awsError(500, 'InternalServerException') });
    const told = await reportOn(service, { to: [ANN], data: HELLO });
    const failure = { connectionId: ANN, status: 500, error: 'InternalServerException', attempts: 1 };
    expect([told, service.reached]).toEqual([report({ failed: [failure] }), [ANN]]);
  });

  it('the status decides, not the name', async () => {
    const service = serviceThatSays({
      [ANN]: awsError(410, 'UnknownError'),
      [BOB]: { throws: Object.assign(new Error('Gone'), { name: 'GoneException' }) },
      [EVE]: awsError(400, 'GoneException'),
    });
    const failed = [
      { connectionId: BOB, error: 'GoneException', attempts: 1 },
      { connectionId: EVE, status: 400, error: 'GoneException', attempts: 1 },
    ];
    expect(await reportOn(service, { to: [ANN, BOB, EVE], data: HELLO })).toEqual(report({ gone: [ANN], failed }));
  });

  it('what is thrown need not be an Error', async () => {
    const thrown = ['no', undefined, null, 0, {}, { $metadata: null }, { name: 'GoneException' }, ['x']];
    const unknown = thrown.map(() => ({ connectionId: ANN, error: 'Unknown', attempts: 1 }));
    expect(await Promise.all(thrown.map(failureOf))).toEqual(unknown);
  });

  it('one bad connection never stops the rest', async () => {
    const service = serviceThatSays({ a: GONE, b: FORBIDDEN, c: { throws: undefined }, e: { throws: new Error('no route to host') } });
    const told = await reportOn(service, { to: ['a', 'b', 'c', 'd', 'e', 'f'], data: HELLO });
    const failed = [
      forbidden('b'),
      { connectionId: 'c', error: 'Unknown', attempts: 1 },
      { connectionId: 'e', error: 'Error', attempts: 1 },
    ];
    expect(told).toEqual(report({ delivered: ['d', 'f'], gone: ['a'], failed }));
  });

  it('where everybody fails there is still a report', async () => {
    const service = serviceThatSays({ [ANN]: GONE, [BOB]: FORBIDDEN, [EVE]: GONE });
    expect(await reportOn(service, { to: [EVE, BOB, ANN], data: HELLO })).toEqual(report({ gone: [EVE, ANN], failed: [forbidden(BOB)] }));
  });

  it('who was left out has no place in the report, and who is listed twice has one', async () => {
    const service = serviceThatSays({ [ANN]: GONE, [BOB]: FORBIDDEN, [EVE]: GONE });
    const told = await reportOn(service, { to: [ANN, BOB, EVE, BOB, ANN], except: EVE, data: HELLO });
    expect([told, service.reached.toSorted()]).toEqual([report({ gone: [ANN], failed: [forbidden(BOB)] }), [ANN, BOB]]);
  });

  it('a message of 131,072 bytes is posted, one byte more is posted to nobody', async () => {
    const service = new Service();
    const broadcaster = broadcasterOn(service);
    const fits = broadcaster.send({ to: [ANN], data: 'x'.repeat(LARGEST) }).report();
    const over = broadcaster.send({ to: [BOB, ANN, BOB, EVE], except: EVE, data: 'x'.repeat(LARGEST + 1) }).report();
    expect([await fits, await over, service.reached]).toEqual([
      report({ delivered: [ANN] }),
      report({ failed: [tooLarge(BOB), tooLarge(ANN)] }),
      [ANN],
    ]);
  });

  it('bytes count, not characters: two for é, three for €, four for 🛎', async () => {
    const fates = [
      fateOf('é'.repeat(LARGEST / 2)),
      fateOf(`é${'x'.repeat(LARGEST - 1)}`),
      fateOf('€'.repeat(43_690)),
      fateOf('€'.repeat(43_691)),
      fateOf('🛎'.repeat(LARGEST / 4)),
      fateOf(`${'🛎'.repeat(LARGEST / 4)}x`),
    ];
    expect(await Promise.all(fates)).toEqual(['posted', refused, 'posted', refused, 'posted', refused]);
  });

  it('each character counts by its own size, from the first of a size to the last', async () => {
    const sizes = { '\0': 1, '\u007F': 1, '\u0080': 2, '\u07FF': 2, '\u0800': 3, '\uFFFF': 3, '\u{10000}': 4, '\u{10FFFF}': 4 };
    const fates = Object.entries(sizes).flatMap(([character, bytes]) => [
      fateOf(character + 'x'.repeat(LARGEST - bytes)),
      fateOf(character + 'x'.repeat(LARGEST - bytes + 1)),
    ]);
    expect(await Promise.all(fates)).toEqual(Object.keys(sizes).flatMap(() => ['posted', refused]));
  });

  it('half a surrogate pair counts three bytes', async () => {
    const fates = ['\uD83D', '\uDECE', '\uDECE\uD83D'].flatMap((halves) => [
      fateOf(halves + 'x'.repeat(LARGEST - 3 * halves.length)),
      fateOf(halves + 'x'.repeat(LARGEST - 3 * halves.length + 1)),
    ]);
    expect(await Promise.all(fates)).toEqual(['posted', refused, 'posted', refused, 'posted', refused]);
  });

  it('where the service says 413 all the same, that is a failure of one attempt', async () => {
    const failure = { connectionId: ANN, status: 413, error: 'PayloadTooLargeException', attempts: 1 };
    expect(await failureOf(awsError(413, 'PayloadTooLargeException').throws)).toEqual(failure);
  });

  it('whatever the service says to whom, everybody stands in the one list that is right', async () => {
    const said = fc.constantFrom<Answer>('delivered', 'delivered', GONE, FORBIDDEN, { throws: 'no' });
    await forEvery(fc.array(said, { minLength: 1, maxLength: 10 }), async (answers) => {
      const ids = answers.map((_, i) => `id-${i}`);
      const service = serviceThatSays(Object.fromEntries(ids.map((id, i) => [id, answers[i]!])));
      const told = await reportOn(service, { to: ids, data: HELLO });
      const failed = ids.flatMap((connectionId, i) => {
        if (answers[i] === FORBIDDEN) return [forbidden(connectionId)];
        return answers[i] === GONE || answers[i] === 'delivered' ? [] : [{ connectionId, error: 'Unknown', attempts: 1 }];
      });
      const expected = report({
        delivered: ids.filter((_, i) => answers[i] === 'delivered'),
        gone: ids.filter((_, i) => answers[i] === GONE),
        failed,
      });
      expect([told, service.reached.toSorted()]).toEqual([expected, ids.toSorted()]);
    });
  });
});
