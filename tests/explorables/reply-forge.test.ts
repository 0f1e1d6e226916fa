import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PRESETS } from '../../src/explorables/reply-forge-presets.ts';
import { answerTo, DOORS, type Answered, type Door, type Media, type RestFacts } from '../../src/explorables/reply-forge.ts';

const rest: RestFacts = {
  keys: ['statusCode', 'headers', 'multiValueHeaders', 'body', 'isBase64Encoded'],
  status: 502,
  body: '{"message": "Internal server error"}',
  remapped: 'x-amzn-Remapped-',
};
const NO_MEDIA: Media = { binary: '', accept: 'image/png' };

const at = (door: Door, value: unknown, media = NO_MEDIA) => answerTo(value, door, rest, media);
const reply = (door: Door, value: unknown, media = NO_MEDIA) => {
  const outcome = at(door, value, media);
  if (outcome.kind === 'open') throw new Error(`left open: ${outcome.what} at ${outcome.at}`);
  return outcome;
};
const statuses = (value: unknown) =>
  DOORS.map((door) => {
    const outcome = at(door, value);
    return outcome.kind === 'open' ? 'open' : outcome.status;
  });
const kinds = ({ notes }: Answered) => notes.map(({ kind }) => kind);

describe('the status at REST, HTTP 1.0, HTTP 2.0', () => {
  it.each([
    ['one key too many (B-LPX-01)', { statusCode: 201, orderId: 8812, body: '' }, [502, 201, 201]],
    ['headers alone (B-LPX-01)', { headers: { 'x-room': '7' } }, [200, 500, 200]],
    ['data without an envelope (B-LPX-01, B-LPX-08)', { rooms: 7 }, [502, 500, 200]],
    ['an empty object', {}, ['open', 500, 200]],
    ['plain text (B-LPX-02, B-LPX-08)', 'ok', [502, 500, 200]],
    ['a list', [1, 2], [502, 500, 200]],
    ['a number', 42, [502, 500, 200]],
    ['nothing', null, ['open', 500, 'open']],
    ['a function that threw (B-LPX-02)', { errorMessage: 'no', errorType: 'Error', trace: [] }, [502, 500, 500]],
    ['an error and a status', { errorMessage: 'no', statusCode: 200 }, [502, 200, 'open']],
    ['digits as text (B-LPX-03)', { statusCode: '201' }, [201, 201, 201]],
    ['a word as status (B-LPX-02)', { statusCode: 'test' }, [502, 500, 500]],
    ['zero as status', { statusCode: 0 }, [502, 500, 500]],
    ['half a status', { statusCode: 200.5 }, ['open', 'open', 500]],
    ['null as status', { statusCode: null }, ['open', 'open', 'open']],
    ['a status beyond any', { statusCode: 999 }, ['open', 'open', 'open']],
    ['null for headers (B-LPX-03)', { statusCode: 200, headers: null }, [200, 'open', 'open']],
    ['a boolean in headers (B-LPX-03)', { statusCode: 200, headers: { cached: true } }, [200, 200, 200]],
    ['a number in headers', { statusCode: 200, headers: { rooms: 7 } }, ['open', 'open', 'open']],
    ['a line break in a header', { statusCode: 200, headers: { a: 'x\nset-cookie: b' } }, ['open', 'open', 'open']],
    ['a header without a name', { statusCode: 200, headers: { '': 'x' } }, ['open', 'open', 'open']],
    ['no list where lists belong (B-LPX-02)', { statusCode: 200, multiValueHeaders: { 'set-cookie': 'a=1' } }, [502, 500, 200]],
    ['cookies in a list (B-LPX-08)', { statusCode: 200, cookies: ['a=1'] }, [502, 200, 200]],
    ['cookies in an object', { statusCode: 200, cookies: { a: '1' } }, [502, 200, 500]],
    ['a body that is an object', { statusCode: 200, body: { rooms: 7 } }, ['open', 'open', 'open']],
    ['a flag that is text', { statusCode: 200, isBase64Encoded: 'true' }, ['open', 'open', 'open']],
  ])('of %s', (_, value, expected) => {
    expect(statuses(value)).toEqual(expected);
  });

  it('is a known failure also where another part is left open', () => {
    expect(reply('rest', { statusCode: 200, body: {}, orderId: 1 })).toMatchObject({ status: 502, at: 'orderId', evidence: 'B-LPX-01' });
  });
});

describe('what the caller reads', () => {
  it('of a malformed reply is the gateway’s own body, spelled as each kind of API spells it (B-LPX-02, B-LPX-08)', () => {
    expect(reply('rest', 'ok').body).toBe('{"message": "Internal server error"}');
    expect(reply('http-1.0', 'ok').body).toBe('{"message":"Internal Server Error"}');
  });

  it('in format 2.0 without a status is the whole value, text as it stands (B-LPX-08)', () => {
    expect(reply('http-2.0', { statuscode: 404, body: 'no' })).toMatchObject({
      status: 200,
      headers: [['content-type', 'application/json']],
      body: '{"statuscode":404,"body":"no"}',
      cause: 'inferred',
    });
    expect(reply('http-2.0', 'ok').body).toBe('ok');
  });

  it('has the type JSON behind a REST API unless one is named, in whatever case (B-LPX-03)', () => {
    expect(reply('rest', { body: '<p>' }).headers).toEqual([['content-type', 'application/json']]);
    expect(reply('rest', { headers: { 'CONTENT-type': 'text/html' }, body: '<p>' }).headers).toEqual([['CONTENT-type', 'text/html']]);
    expect(reply('http-2.0', { statusCode: 200, body: '{}' }).headers).toEqual([['content-type', 'text/plain; charset=utf-8']]);
  });

  it('has the values of the list first, under its spelling (B-LPX-04)', () => {
    const value = { statusCode: 200, headers: { 'test-multi': 'solo', cached: true }, multiValueHeaders: { 'tesT-Multi': ['a', 'b'] } };
    const { headers, notes } = reply('rest', value);
    expect(headers.slice(0, 4)).toEqual([
      ['tesT-Multi', 'a'],
      ['tesT-Multi', 'b'],
      ['tesT-Multi', 'solo'],
      ['cached', 'true'],
    ]);
    expect(notes.map(({ kind }) => kind)).toEqual(['boolean', 'joined']);
  });

  it('has a line for each cookie in format 2.0, and none for lists of headers (B-LPX-08)', () => {
    const value = { statusCode: 200, cookies: ['a=1', 'b=2'], multiValueHeaders: { 'x-tag': ['spa'] } };
    const answered = reply('http-2.0', value);
    expect(answered.headers).toEqual([
      ['set-cookie', 'a=1'],
      ['set-cookie', 'b=2'],
    ]);
    expect(kinds(answered)).toEqual(['ignored']);
  });

  it('behind a REST API has some headers under another name, and one not at all (B-INT-02)', () => {
    const headers = { Date: 'now', 'Transfer-Encoding': 'chunked', 'x-room': '7' };
    const answered = reply('rest', { headers });
    expect(answered.headers.map(([name]) => name)).toEqual(['x-amzn-Remapped-Date', 'x-room', 'content-type']);
    expect(kinds(answered)).toEqual(['remapped', 'dropped']);
    expect(at('http-2.0', { statusCode: 200, headers })).toMatchObject({ kind: 'open', what: 'header-name' });
  });
});

describe('Base64', () => {
  const OK = { statusCode: 200, body: 'b2s=', isBase64Encoded: true };
  const bytes = new TextEncoder().encode('ok');

  it.each([
    ['', 'image/png', 'b2s='],
    ['image/png', 'image/png', bytes],
    ['image/png', 'image/png;q=0.9, */*', bytes],
    ['image/png', 'image/avif,image/png', 'b2s='],
    ['image/*', 'image/avif,image/png', bytes],
    ['image/*', 'application/json', 'b2s='],
    ['*/*', 'application/json', bytes],
    ['image/png', '*/*', 'b2s='],
  ])('behind a REST API with the list %j and Accept: %s is %j (B-LPX-05)', (binary, accept, body) => {
    expect(reply('rest', OK, { binary, accept }).body).toEqual(body);
  });

  it('that is none is 500 where it would be decoded, and text where not (B-LPX-05)', () => {
    const broken = { ...OK, body: 'b2s#' };
    expect(reply('rest', broken, { binary: '*/*', accept: 'image/png' })).toMatchObject({ status: 500, cause: 'base64-broken' });
    expect(reply('rest', broken).body).toBe('b2s#');
  });

  it('without padding is left open where it would be decoded', () => {
    expect(at('rest', { ...OK, body: 'b2s' }, { binary: '*/*', accept: 'image/png' })).toMatchObject({ what: 'base64' });
  });

  it('behind an HTTP API needs the flag alone', () => {
    for (const door of ['http-1.0', 'http-2.0'] as const) {
      expect(reply(door, OK).body).toEqual(bytes);
      expect(reply(door, { ...OK, isBase64Encoded: false }).body).toBe('b2s=');
    }
  });
});

it('has an outcome for anything that JSON can say', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(...DOORS), (value, door) => {
      const outcome = at(door, value);
      expect(outcome.kind === 'open' || (outcome.status >= 200 && outcome.status < 600)).toBe(true);
    }),
  );
});

it('behind a REST API never passes a key that it does not know, whatever stands beside it', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...rest.keys), fc.jsonValue()), fc.string(), fc.jsonValue(), (value, key, extra) => {
      fc.pre(!rest.keys.includes(key) && key !== '__proto__');
      expect(at('rest', { ...value, [key]: extra })).toMatchObject({ status: 502 });
    }),
  );
});

it('starts from replies of every kind', () => {
  const outcomes = PRESETS.flatMap(({ draft }) => DOORS.map((door) => at(door, JSON.parse(draft.typed), draft.media)));
  const causes = new Set(outcomes.map((outcome) => (outcome.kind === 'open' ? 'open' : outcome.cause)));
  expect([...causes].toSorted()).toEqual([
    'function-failed',
    'inferred',
    'list-wanted',
    'no-object',
    'open',
    'said',
    'status-assumed',
    'status-missing',
    'unknown-key',
  ]);
});
