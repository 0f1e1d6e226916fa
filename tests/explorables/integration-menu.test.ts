import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PRESETS } from '../../src/explorables/integration-menu-presets.ts';
import {
  APIS,
  BACKENDS,
  KINDS,
  menuOf,
  NEEDS,
  type Api,
  type Backend,
  type Kind,
  type Need,
} from '../../src/explorables/integration-menu.ts';

const menu = (backend: Backend, api: Api, ...needs: Need[]) =>
  menuOf({
    backend,
    api,
    needs: { reshape: needs.includes('reshape'), keep: needs.includes('keep'), 'no-code': needs.includes('no-code') },
  });
const first = (...of: Parameters<typeof menu>) => menu(...of).first;
const why = (kind: Kind, ...of: Parameters<typeof menu>) => menu(...of).verdicts[kind];

it.each<[string, Kind | undefined]>([
  ['The menu’s web server', 'http-proxy'],
  ['The server of 2009', 'http-custom'],
  ['Bookings with rules', 'lambda-proxy'],
  ['A function nobody may touch', 'lambda-custom'],
  ['Feedback into a queue', 'service'],
  ['The night audit', 'action'],
  ['Notes in a table', undefined],
  ['Rooms without a street door', 'link'],
  ['The same rooms, other words', 'lambda-proxy'],
  ['Closed until Monday', 'mock'],
])('for “%s” takes %s', (name, kind) => {
  const preset = PRESETS.find((each) => each.name === name)!;
  expect(menuOf(preset.situation).first).toBe(kind);
});

it('has no situation that is not tried here', () => {
  expect(PRESETS).toHaveLength(10);
});

describe('an HTTP API', () => {
  it('has no mock and no types without a proxy', () => {
    for (const backend of BACKENDS) {
      for (const kind of ['mock', 'http-custom', 'service', 'lambda-custom'] as const) {
        expect(why(kind, backend, 'http')).toEqual({ fit: 'out', why: 'not-http' });
      }
    }
  });

  it('calls a queue and a state machine by ready-made actions, and not a table', () => {
    expect(first('sqs', 'http', 'no-code')).toBe('action');
    expect(first('step-functions', 'http', 'no-code')).toBe('action');
    expect(why('action', 'dynamodb', 'http')).toEqual({ fit: 'out', why: 'not-listed' });
    expect(first('dynamodb', 'http')).toBe('lambda-proxy');
  });

  it('changes no body, neither a service’s nor that of a private backend', () => {
    expect(why('action', 'sqs', 'http', 'reshape')).toEqual({ fit: 'out', why: 'reply-fixed' });
    expect(why('link', 'private', 'http', 'reshape')).toEqual({ fit: 'out', why: 'body-untouched' });
  });

  it('needs a function to say the same to everybody', () => {
    expect(first('fixed', 'http')).toBe('lambda-proxy');
    expect(first('fixed', 'http', 'no-code')).toBeUndefined();
  });
});

describe('a REST API', () => {
  it('reaches any service by a template', () => {
    for (const backend of ['sqs', 'step-functions', 'dynamodb'] as const)
      expect(first(backend, 'rest', 'no-code', 'reshape')).toBe('service');
  });

  it('changes the body of a private backend, but not while keeping its statuses', () => {
    expect(first('private', 'rest', 'no-code', 'reshape')).toBe('link');
    expect(why('link', 'private', 'rest', 'reshape', 'keep')).toEqual({ fit: 'out', why: 'status-lost' });
  });

  it('cannot both hand through and rewrite without a function', () => {
    expect(first('web', 'rest', 'reshape', 'keep', 'no-code')).toBeUndefined();
    expect(first('web', 'rest', 'reshape', 'keep')).toBe('lambda-proxy');
  });

  it('puts templates before a function of one’s own only as a second choice', () => {
    expect(why('lambda-custom', 'function', 'rest', 'reshape')).toEqual({ fit: 'works', why: 'templates' });
    expect(first('function', 'rest', 'reshape')).toBe('lambda-proxy');
  });
});

const situations = fc.record({
  backend: fc.constantFrom(...BACKENDS),
  api: fc.constantFrom(...APIS),
  needs: fc.record(Object.fromEntries(NEEDS.map((need) => [need, fc.boolean()])) as Record<Need, fc.Arbitrary<boolean>>),
});

it('takes the one that is not ruled out, and none only where all are', () => {
  fc.assert(
    fc.property(situations, (situation) => {
      const { verdicts, first: taken } = menuOf(situation);
      const fits = KINDS.map((kind) => verdicts[kind].fit);
      expect(fits.filter((fit) => fit === 'first')).toHaveLength(taken ? 1 : 0);
      expect(fits.every((fit) => fit === 'out')).toBe(taken === undefined);
    }),
  );
});

it('never fits more by needing more', () => {
  fc.assert(
    fc.property(situations, fc.constantFrom(...NEEDS), (situation, need) => {
      const more = menuOf({ ...situation, needs: { ...situation.needs, [need]: true } }).verdicts;
      const less = menuOf({ ...situation, needs: { ...situation.needs, [need]: false } }).verdicts;
      const outOf = (verdicts: typeof more) => KINDS.filter((kind) => verdicts[kind].fit === 'out');
      expect(outOf(more)).toEqual(expect.arrayContaining(outOf(less)));
    }),
  );
});
