import { expect, it } from 'vitest';
import { doubtsOf, repliesOf } from '../../src/explorables/request-way-replies.ts';
import {
  billingSentence,
  guessSentence,
  mendName,
  readBy,
  REASONS,
  timeSentence,
  triesSentence,
  unheardSentence,
  visitSentence,
} from '../../src/explorables/request-way-words.ts';
import { CHOICES, wayOf, type Part, type Situation } from '../../src/explorables/request-way.ts';
import { ledger } from '../calculators/support.ts';

const replies = repliesOf(ledger);
const doubts = doubtsOf(ledger);

const GOOD = Object.fromEntries((Object.keys(CHOICES) as Part[]).map((part) => [part, CHOICES[part][0]])) as Situation;
const of = (change: Partial<Situation>) => ({ situation: { ...GOOD, ...change }, way: wayOf({ ...GOOD, ...change }, 29_000) });

it.each<[Partial<Situation>, number, string | undefined, string]>([
  [{ call: 'unknown', token: 'missing' }, 403, 'MissingAuthenticationTokenException', '{"message":"Missing Authentication Token"}'],
  [{ call: 'unknown' }, 403, 'IncompleteSignatureException', 'not a valid key=value pair (missing equal-sign)'],
  [{ token: 'missing' }, 401, 'UnauthorizedException', '{"message":"Unauthorized"}'],
  [{ token: 'denied' }, 403, 'AccessDeniedException', '{"Message":"User is not authorized to access this resource"}'],
  [{ token: 'unreadable' }, 500, 'AuthorizerConfigurationException', '{"message":null}'],
  [{ key: 'wrong' }, 403, 'ForbiddenException', '{"message":"Forbidden"}'],
  [{ bucket: 'empty' }, 429, 'TooManyRequestsException', '{"message":"Too Many Requests"}'],
  [{ quota: 'spent' }, 429, 'LimitExceededException', '{"message":"Limit Exceeded"}'],
  [{ parameter: 'missing' }, 400, undefined, '{"message":"Missing required request parameters: [from]"}'],
  [{ call: 'bookings', body: 'bad' }, 400, 'BadRequestException', '{"message":"Invalid request body"}'],
  [{ backend: 'throttled' }, 500, undefined, '{"message": "Internal server error"}'],
  [{ backend: 'slow' }, 504, undefined, '{"message": "Endpoint request timed out"}'],
  [{ backend: 'malformed' }, 502, 'InternalServerErrorException', '{"message": "Internal server error"}'],
  [{}, 200, undefined, '{"rooms":["single","double"]}'],
  [{ kept: 'yes', call: 'rooms' }, 200, undefined, '{"rooms":["single","double"]}'],
  [{ validator: 'off', parameter: 'missing' }, 400, undefined, 'error'],
])('%j: the caller reads %i, %s', (change, status, errorType, body) => {
  const { way, situation } = of(change);
  const read = readBy(way, situation, replies);
  expect(read.status.value).toBe(status);
  expect(read.errorType?.value).toBe(errorType);
  expect(read.body.value).toContain(body);
  expect(REASONS[status]).toBeDefined();
});

it('says how sure a value is where that is not high', () => {
  expect(replies['lambda-throttled'].status.doubt).toBe('medium confidence');
  expect(replies['bad-key'].status.doubt).toBeUndefined();
});

it.each<[Partial<Situation>, string]>([
  [{ call: 'unknown' }, 'Whether API Gateway bills the call, AWS does not say.'],
  [{ key: 'wrong' }, 'API Gateway does not bill the call, said a page that AWS has withdrawn (medium confidence).'],
  [{ parameter: 'missing' }, 'API Gateway most likely bills the call: no list of free refusals names it (low confidence).'],
  [{ kept: 'yes' }, 'API Gateway bills the call like any other (medium confidence), and the cache by the hour.'],
  [{}, 'API Gateway bills the call.'],
])('%j: who pays', (change, sentence) => {
  expect(billingSentence(of(change).way, doubts)).toBe(sentence);
});

it('says what each stop found and took', () => {
  const { way, situation } = of({ call: 'bookings', validator: 'off', body: 'bad' });
  expect(way.visits.map((visit) => visitSentence(visit, situation, way))).toEqual([
    'There is such a method.',
    'The authorizer’s policy allows the call. This costs a call of the authorizer’s function, billed by Lambda.',
    'The key is in a plan of this stage.',
    'Tokens are in the key’s bucket. This takes one.',
    'Requests are left in the key’s period. This takes one.',
    'The validator is off: nobody looks.',
    'The validator is off: nobody looks.',
    'A cached stage keeps replies to GET. For POST somebody would have to turn it on.',
    'A proxy integration has none. The request is handed on as it came.',
    'Nobody has checked before, so the function has to run to find the fault. This costs a call of the function, billed by Lambda.',
  ]);
});

it('says that a function runs on after a timeout', () => {
  const { way, situation } = of({ backend: 'slow' });
  expect(visitSentence(way.visits.at(-1)!, situation, way)).toContain('runs on. Lambda bills it until it ends.');
});

it('leaves open what AWS leaves open: whether a spent quota gives the token back', () => {
  const { way, situation } = of({ quota: 'spent' });
  expect(visitSentence(way.visits.at(-2)!, situation, way)).toBe(
    'Tokens are in the key’s bucket. This takes one, and AWS does not say whether it comes back.',
  );
});

it('says who never heard of the request, and when the reply leaves', () => {
  expect(unheardSentence(of({ quota: 'spent' }).way)).toBe('Never heard of it: parameters, body, cache, mapping, backend.');
  expect(unheardSentence(of({}).way)).toBe('Every stop heard of it.');
  expect(timeSentence(of({ backend: 'cold' }).way)).toBe('The reply leaves after 692 ms, 640 ms of them for the start of an environment.');
  expect(timeSentence(of({ backend: 'slow' }).way)).toBe('The reply leaves after 29,009 ms.');
});

it('names the mend by what is broken', () => {
  expect(mendName('token', of({ token: 'missing' }).situation)).toBe('Send a good token');
  expect(mendName('token', of({ token: 'unreadable' }).situation)).toBe('Mend the authorizer');
  expect(mendName('backend', of({ backend: 'throttled' }).situation)).toBe('Wait for an environment');
  expect(mendName('backend', of({ backend: 'malformed' }).situation)).toBe('Mend the function');
});

it('judges a guess, and lists the tries', () => {
  expect(guessSentence(403, 403)).toBe('403, as you said.');
  expect(guessSentence(400, 403)).toBe('403. You said 400.');
  expect(
    triesSentence([
      { status: 403, stop: 'key' },
      { status: 400, stop: 'body' },
    ]),
  ).toBe('Tries so far: 403 at API key, 400 at body.');
});
