/** Whatever a client sends and however a post fails: a route or none, and a report that has everybody once. No other exception. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BroadcasterOptions } from '../../exercises/websocket-broadcast/contract.ts';
import { createBroadcaster, selectRoute } from '../../solutions/websocket-broadcast/websocket-broadcast.ts';

const SEED = 20_261_121;

const name = fc.constantFrom('action', 'a', '__proto__', 'constructor', 'length', '0', '');
const body = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom('join', '$connect', '$default', '__proto__', 7, true, null),
    fc.string({ unit: 'binary', maxLength: 8 }),
    fc.dictionary(name, tie('value'), { maxKeys: 3 }),
    fc.array(tie('value'), { maxLength: 2 }),
  ),
})).value;
const message = fc.oneof(
  { weight: 6, arbitrary: body.map((value) => JSON.stringify(value)) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
  { weight: 1, arbitrary: fc.nat(20_000).map((depth) => '['.repeat(depth)) },
  { weight: 1, arbitrary: fc.nat(2_000).map((depth) => '{"a":'.repeat(depth) + '"join"' + '}'.repeat(depth)) },
);
const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((names) => `request.body.${names.join('.')}`);
const expression = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: path.map((reference) => `$${reference}`) },
      { weight: 4, arbitrary: path.map((reference) => `\${${reference}}`) },
      fc.constantFrom('\\$', '$', '${', '}', '-', '$request', '$context.stage', '${}'),
      fc.string({ unit: 'binary', maxLength: 5 }),
    ),
    { maxLength: 4 },
  )
  .map((parts) => parts.join(''));
const routeKeys = fc.uniqueArray(fc.constantFrom('join', '$connect', '$disconnect', '$default', '7', '', 'true'), { maxLength: 7 });

describe('the reference', { timeout: 120_000 }, () => {
  it('finds one of the routes, or none, for 100,000 messages', () => {
    const found = new Map<string | undefined, number>();
    fc.assert(
      fc.property(expression, message, routeKeys, (selection, sent, keys) => {
        const key = selectRoute(selection, sent, keys);
        found.set(key, (found.get(key) ?? 0) + 1);
        expect([undefined, ...keys]).toContain(key);
      }),
      { seed: SEED, numRuns: 100_000 },
    );
    expect([...found.keys()].sort()).toEqual(['', '$default', '7', 'join', 'true', undefined]);
  });

  it('reports everybody once, whatever 5,000 networks throw', async () => {
    const thrown = fc.oneof(
      fc.constant('delivered'),
      fc
        .constantFrom(410, 429, 403, 413, 500, NaN)
        .map((httpStatusCode) => Object.assign(new Error('refused'), { $metadata: { httpStatusCode } })),
      fc.anything({ maxDepth: 2, withNullPrototype: true }),
    );
    const options = fc.record<BroadcasterOptions>({
      concurrency: fc.integer({ min: 1, max: 4 }),
      maxAttempts: fc.integer({ min: 1, max: 3 }),
      baseDelay: fc.nat(1000),
      maxDelay: fc.nat(1000),
    });
    await fc.assert(
      fc.asyncProperty(
        options,
        fc.array(fc.array(name, { maxLength: 6 }), { maxLength: 3 }),
        fc.array(thrown),
        async (set, lists, answers) => {
          let posts = 0;
          const post = async () => {
            const answer = answers[posts++ % (answers.length || 1)];
            if (answer !== 'delivered') throw answer;
          };
          const broadcaster = createBroadcaster(
            set,
            post,
            async () => {},
            async () => 0.5,
          );
          const deliveries = lists.map((to) => broadcaster.send({ to, data: 'hello' }));
          const reports = await Promise.all(deliveries.map((delivery) => delivery.report()));
          const reported = reports.map(({ delivered, gone, failed }) =>
            [...delivered, ...gone, ...failed.map((failure) => failure.connectionId)].sort(),
          );
          expect(reported).toEqual(lists.map((to) => [...new Set(to)].sort()));
          expect(broadcaster.pending()).toBe(0);
        },
      ),
      { seed: SEED, numRuns: 5_000 },
    );
  });
});
