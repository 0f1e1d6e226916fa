import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CALLS,
  deliver,
  DOORS,
  isSimple,
  NAMES,
  ORIGINS,
  OUTCOMES,
  REPLIES,
  withHeaders,
  type Situation,
} from '../../src/explorables/sealed-envelope.ts';
import { PRESETS } from '../../src/explorables/sealed-envelope-presets.ts';
import {
  aheadLines,
  aheadSentence,
  answerLines,
  callLines,
  endingSentence,
  guessSentence,
  lessonSentence,
  scriptLines,
  verdict,
} from '../../src/explorables/sealed-envelope-words.ts';

const statuses = { guarded: 401, missing: 403, throttled: 429, crashed: 502 };
const types = { throttled: 'TooManyRequestsException', crashed: 'InternalServerErrorException' };
const REPLY = { origin: 'page', credentials: false, expose: false } as const;
const WELL: Situation = {
  call: 'token',
  cookies: false,
  door: 'mock',
  reply: 'backend',
  mock: { origin: 'page', credentials: false, methods: 'named', headers: 'named' },
  backend: REPLY,
  gateway: REPLY,
};
const get = (part: Partial<Situation> = {}) => deliver({ ...WELL, ...part }, statuses);
const fault = (part: Partial<Situation>) => {
  const { preflight, call } = get(part);
  return preflight?.fault ? `preflight ${preflight.fault}` : call?.fault ? `reply ${call.fault}` : undefined;
};
const mock = (part: Partial<Situation['mock']>) => ({ mock: { ...WELL.mock, ...part } });

const flag = fc.boolean();
const origin = fc.constantFrom(...ORIGINS);
const names = fc.constantFrom(...NAMES);
const anySituation: fc.Arbitrary<Situation> = fc.record({
  call: fc.constantFrom(...CALLS),
  cookies: flag,
  door: fc.constantFrom(...DOORS),
  reply: fc.constantFrom(...REPLIES),
  mock: fc.record({ origin, credentials: flag, methods: names, headers: names }),
  backend: fc.record({ origin, credentials: flag, expose: flag }),
  gateway: fc.record({ origin, credentials: flag, expose: flag }),
});

describe('a preflight', () => {
  it('is sent for all but what a form could send', () => {
    expect(CALLS.filter((call) => get({ call }).preflight === undefined)).toEqual(['get', 'form']);
    expect(aheadLines('delete')).toEqual(['OPTIONS /bookings/7', 'origin: https://grand.test', 'access-control-request-method: DELETE']);
    expect(aheadLines('token')).toContain('access-control-request-headers: authorization');
  });

  it('needs the origin first, then a good status: a guarded OPTIONS fails with every header in place', () => {
    expect(fault({ door: 'guarded' })).toBe('preflight status');
    expect(fault({ door: 'guarded', gateway: { ...REPLY, origin: 'none' } })).toBe('preflight no-origin');
    expect(fault({ door: 'missing' })).toBe('preflight status');
    expect(get({ door: 'missing' }).preflight).toMatchObject({ status: 403, author: 'gateway' });
  });

  it('has to name the header of a token; a star does not cover it', () => {
    expect(fault(mock({ headers: 'none' }))).toBe('preflight header');
    expect(fault(mock({ headers: 'star' }))).toBe('preflight header');
    expect(fault({ call: 'json', ...mock({ headers: 'star' }) })).toBeUndefined();
    expect(fault({ call: 'json', cookies: true, ...mock({ headers: 'star', credentials: true }) })).toBe('preflight header');
  });

  it('has to name DELETE, but neither GET nor POST', () => {
    expect(fault({ call: 'delete', ...mock({ methods: 'none' }) })).toBe('preflight method');
    expect(fault({ call: 'json', ...mock({ methods: 'none' }) })).toBeUndefined();
    expect(fault(mock({ methods: 'none' }))).toBeUndefined();
  });
});

describe('the reply to the call', () => {
  it('is the backend’s, or the gateway’s own, and each needs its own header', () => {
    expect(fault({ reply: 'throttled', gateway: { ...REPLY, origin: 'none' } })).toBe('reply no-origin');
    expect(fault({ reply: 'throttled', backend: { ...REPLY, origin: 'none' } })).toBeUndefined();
    expect(get({ reply: 'crashed' }).call).toMatchObject({ status: 502, author: 'gateway' });
  });

  it('with cookies needs the exact origin and a permission', () => {
    const cookie = { call: 'get', cookies: true } as const;
    expect(fault({ ...cookie, backend: { ...REPLY, origin: 'star', credentials: true } })).toBe('reply star-with-cookies');
    expect(fault(cookie)).toBe('reply no-credentials');
    expect(fault({ ...cookie, backend: { ...REPLY, credentials: true } })).toBeUndefined();
  });

  it('with two origins in one value fits nobody', () => {
    expect(fault({ backend: { ...REPLY, origin: 'two' } })).toBe('reply two-origins');
  });

  it('that was never allowed was made all the same if it was simple', () => {
    const order = get({ call: 'form', backend: { ...REPLY, origin: 'none' } });
    expect(order).toMatchObject({ outcome: 'sealed', ran: true });
  });
});

describe('every situation', () => {
  it('is judged by those replies alone that come: what another author writes changes nothing', () => {
    fc.assert(
      fc.property(anySituation, origin, (situation, other) => {
        const delivery = deliver(situation, statuses);
        const authors = [delivery.preflight?.author, delivery.call?.author];
        for (const author of ['mock', 'backend', 'gateway'] as const) {
          const changed = deliver(withHeaders(situation, author, { origin: other }), statuses);
          expect(authors.includes(author) || changed.outcome === delivery.outcome).toBe(true);
        }
      }),
    );
  });

  it('shows a script something only if every reply on the way names its origin', () => {
    fc.assert(
      fc.property(anySituation, (situation) => {
        const { outcome, preflight, call, reads } = deliver(situation, statuses);
        const all = [preflight, call].every((answer) => !answer || answer.allows.origin === 'page' || answer.allows.origin === 'star');
        expect(outcome !== 'opened' || all).toBe(true);
        expect(!reads || outcome === 'opened').toBe(true);
        expect(outcome === 'unsent').toBe(call === undefined);
        expect(isSimple(situation.call) && outcome === 'unsent').toBe(false);
      }),
    );
  });

  it('has lines and sentences without holes', () => {
    fc.assert(
      fc.property(anySituation, (situation) => {
        const delivery = deliver(situation, statuses);
        const answers = [delivery.preflight, delivery.call].filter((answer) => answer !== undefined);
        const said = [
          aheadSentence(situation.call),
          ...aheadLines(situation.call),
          ...callLines(situation),
          ...answers.flatMap((answer) => [...answerLines(answer, situation, types), verdict(answer)]),
          ...scriptLines(delivery),
          endingSentence(delivery),
          ...OUTCOMES.map((guess) => guessSentence(guess, delivery)),
          lessonSentence(situation, delivery),
        ];
        expect(said.every((line) => line.length > 0)).toBe(true);
        expect(said.join(' ')).not.toMatch(/undefined|NaN/);
      }),
    );
  });
});

describe('the situations to start from', () => {
  it('end as the lesson tells', () => {
    expect(PRESETS.map(({ name, situation }) => [name, deliver(situation, statuses).outcome])).toEqual([
      ['Friday', 'sealed'],
      ['An order', 'sealed'],
      ['A guard on OPTIONS', 'unsent'],
      ['After the button', 'sealed'],
      ['Stars and a cookie', 'sealed'],
      ['A star for headers', 'unsent'],
      ['All three', 'opened'],
    ]);
  });

  it('say why', () => {
    const said = (index: number) => lessonSentence(PRESETS[index]!.situation, deliver(PRESETS[index]!.situation, statuses));
    expect(said(0)).toContain('This 429 is the gateway’s own reply, and no gateway response gave it the header.');
    expect(said(1)).toContain('The backend has run, and what it did is done.');
    expect(said(2)).toContain('a preflight needs a good status');
    expect(said(5)).toContain('a star does not cover authorization');
    expect(said(6)).toContain('the header that was exposed');
  });
});
