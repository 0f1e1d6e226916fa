import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from '../../src/explorables/signature-check.ts';
import { PRESETS } from '../../src/explorables/signature-presets.ts';
import { LONGEST, readRequest } from '../../src/explorables/signature-request.ts';
import { SENT, SIGNED, START, type Situation } from '../../src/explorables/signature-situation.ts';
import { authorizationOf, guessSentence, outcomeSentences, replyOf } from '../../src/explorables/signature-words.ts';

const GOOD_FOR = 5;

function outcomeOf(part: Partial<Situation>) {
  const situation = { ...START, ...part };
  const read = readRequest(situation.arrived);
  if (read.problem) throw new Error(read.problem.message);
  return check(read.request, situation, GOOD_FOR);
}

const arriving = (piece: string, changed: string) => ({ arrived: SENT.replace(piece, changed) });

describe('what the gateway answers', () => {
  it.each([
    ['The body', 'canonical', 'hash of the body', []],
    ['Order of the query', 'in', undefined, ['query']],
    ['A header that is not signed', 'in', undefined, ['unsigned']],
    ['Case of a name', 'in', undefined, ['spelling']],
    ['Case of a value', 'canonical', 'header content-type', []],
    ['Six minutes late', 'clock', undefined, []],
    ['A fresher date', 'canonical', 'header x-amz-date', []],
    ['Another Region', 'to-sign', 'scope', []],
    ['A hand-made signer', 'canonical', 'path', []],
    ['An old secret', 'key', 'date', []],
  ])('%s: %s, first at %s', (name, answer, first, harmless) => {
    const outcome = outcomeOf(PRESETS.find((preset) => preset.name === name)!.situation);
    expect([outcome.answer, outcome.first, outcome.harmless]).toEqual([answer, first, harmless]);
  });

  it('changes one thing in each situation, and all have a name of their own', () => {
    for (const { situation } of PRESETS) expect(situation).not.toEqual(START);
    expect(new Set(PRESETS.map(({ name }) => name)).size).toBe(PRESETS.length);
  });

  it('is yes to what is sent, up to the last second for which a signature is good', () => {
    expect(outcomeOf({}).answer).toBe('in');
    expect(outcomeOf({ minutes: 5 }).answer).toBe('in');
    expect(outcomeOf({ minutes: 6 }).answer).toBe('clock');
  });

  it('names the first line only: what follows from it differs as well', () => {
    const { first, canonicalRequest, stringToSign, keys, signature } = outcomeOf(arriving('POST', 'DELETE'));
    expect(first).toBe('method');
    expect(canonicalRequest.filter(({ differs }) => differs).map(({ name }) => name)).toEqual(['method']);
    expect(stringToSign.filter(({ differs }) => differs).map(({ name }) => name)).toEqual(['hash of the canonical request']);
    expect(keys.some(({ differs }) => differs)).toBe(false);
    expect(signature.differs).toBe(true);
  });

  it('has other keys from the part on that differs', () => {
    const differing = (part: Partial<Situation>) =>
      outcomeOf(part)
        .keys.filter(({ differs }) => differs)
        .map(({ name }) => name);
    expect(differing({ region: 'eu-central-1' })).toEqual(['Region', 'service', 'fixed word']);
    expect(differing({ service: 'apigateway' })).toEqual(['service', 'fixed word']);
    expect(differing({ hasOldSecret: true })).toEqual(['date', 'Region', 'service', 'fixed word']);
  });

  it('misses a signed header that somebody took away', () => {
    const outcome = outcomeOf(arriving('content-type: application/json\n', ''));
    expect(outcome.first).toBe('header content-type');
    expect(outcome.canonicalRequest.find(({ name }) => name === outcome.first)!.gateway).toBeUndefined();
  });

  it('is yes exactly if the signatures are equal and the time stamp is fresh', () => {
    const piece = fc.constantFrom('nights', 'ann', 'guest', 'rooms', 'bookings', 'application', 'T1902', 'to=', 'POST', 'a1b2c3');
    fc.assert(
      fc.property(piece, fc.stringMatching(/^[a-zA-Z]{1,6}$/), fc.constantFrom(0, 4, 6, 15), (taken, put, minutes) => {
        const { answer, signature, late, first } = outcomeOf({ ...arriving(taken, put), minutes });
        expect(answer === 'in' || answer === 'clock').toBe(!signature.differs);
        expect(signature.differs).toBe(first !== undefined);
        expect(answer === 'in' && late).toBe(false);
      }),
    );
  });
});

describe('reading what somebody typed', () => {
  it('takes the request apart, with either line end', () => {
    const expected = {
      method: 'POST',
      path: '/a',
      query: 'b=c?d',
      headers: [
        ['Host', ' x'],
        ['empty', ''],
      ],
      body: 'one\n\ntwo',
    };
    const text = 'POST /a?b=c?d HTTP/1.1\nHost: x\nempty:\n\none\n\ntwo';
    expect(readRequest(text)).toEqual({ request: expected });
    expect(readRequest(text.replaceAll('\n', '\r\n'))).toEqual({ request: expected });
  });

  it.each([
    ['nothing', '', /first line/, { from: 0, to: 0 }],
    ['no path', 'GET rooms', /first line/, { from: 0, to: 9 }],
    ['half a header', 'GET /\nhost x', /name, a colon/, { from: 6, to: 12 }],
    ['a signature', 'GET /\nhost: x\nAuthorization: AWS4', /Leave this header out/, { from: 14, to: 33 }],
    ['a novel', `GET /${'a'.repeat(LONGEST)}`, /longer than 8,000/, undefined],
  ])('says what is wrong with %s', (_, typed, message, span) => {
    const { problem } = readRequest(typed);
    expect(problem?.message).toMatch(message);
    expect(problem?.span).toEqual(span);
  });

  it('either reads a text or says what is wrong, whatever it is', () => {
    const signatureOf = (typed: string) => {
      const read = readRequest(typed);
      return read.problem ? read.problem.message : check(read.request, START, GOOD_FOR).signature.text;
    };
    const pieces = [' ', '\n', '\r\n', ':', '%', '%zz', '%E1', '?', '&', '=', '/', '..', 'a', 'ä', '\ud800', '🛎', '\0', '<b>'];
    const text = fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.constantFrom('', 'GET /', 'GET /\nhost: x\n\n'), text, (before, typed) => {
        expect(signatureOf(before + typed)).toMatch(/^[0-9a-f]{64}$|[.]$/);
      }),
    );
  });
});

describe('the words', () => {
  it('say where the two part, and why', () => {
    expect(outcomeSentences(outcomeOf({ region: 'eu-central-1' }), GOOD_FOR)).toEqual([
      '403. The two part at “scope” in the string to sign. The scope is mixed into the key, too. A key for one Region, service and day signs nothing elsewhere.',
    ]);
  });

  it('promise no text where a request is wrong and late', () => {
    const outcome = outcomeOf({ ...arriving('ann', 'ben'), ...arriving('"nights":3', '{}'), minutes: 15 });
    expect(outcomeSentences(outcome, GOOD_FOR)[1]).toContain('is also older than 5 minutes');
    expect(replyOf(outcome)).toEqual({ status: '403', text: '' });
  });

  it('judge a guess', () => {
    const outcome = outcomeOf({ minutes: 6 });
    expect(guessSentence('clock', outcome)).toBe('As you said.');
    expect(guessSentence('in', outcome)).toBe('You said “It lets it in: both get the same signature”.');
  });

  it('write the header as it is sent', () => {
    const outcome = outcomeOf({});
    expect(authorizationOf(START, outcome)).toBe(
      `AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261121/eu-west-1/execute-api/aws4_request, SignedHeaders=${SIGNED.join(';')}, Signature=${outcome.signature.text}`,
    );
  });
});
