import { describe, expect, it } from 'vitest';
import { readLines, readPath, type Api, type Line, type Verb } from '../../src/explorables/which-door-lines.ts';
import { routeRows, treeRows } from '../../src/explorables/which-door-rows.ts';
import { guessSentence, headerSentence, NOBODY, reason, replyOf, winnerSentence } from '../../src/explorables/which-door-words.ts';
import { decide } from '../../src/explorables/which-door.ts';

function ask(api: Api, text: string, request: string, hasDefault = false) {
  const { lines } = readLines(text, api) as { lines: readonly Line[] };
  const [verb, path] = request.split(' ') as [Verb, string];
  const call = { verb, path: readPath(path, api) as string[] };
  const decision = decide(lines, call, api, hasDefault);
  const rows = api === 'rest' ? treeRows(lines, call, decision) : routeRows(lines, call, decision, hasDefault);
  const table = Object.fromEntries(rows.map(({ key, fate, words }) => [key, `${fate}: ${words}`.trim()]));
  return { decision, said: `${winnerSentence(decision, call)} ${reason(lines, call, decision, api)}`, table };
}

const drawing = 'GET /guests\nGET /guests/me\nGET /guests/{id}\nPATCH /guests/{id}\nGET /files/{proxy+}\nOPTIONS /{proxy+}';
const rooms = 'GET /hotels/{hotel}/rooms\nANY /hotels/grand/{proxy+}';

describe('the answer', () => {
  it('names the better resource that lacks the verb', () => {
    expect(ask('rest', drawing, 'PATCH /guests/me').said).toBe(
      'PATCH /guests/{id} takes it, with id = me. /guests/me fits better and has no PATCH, so it is passed over.',
    );
  });

  it('says at which level a REST API decides', () => {
    expect(ask('rest', rooms, 'GET /hotels/grand/rooms').said).toBe(
      'ANY /hotels/grand/{proxy+} takes it, with proxy = rooms. GET /hotels/{hotel}/rooms fits, too: its segment 2, {hotel}, is a variable; grand is fixed and comes first. The first difference decides.',
    );
  });

  it('says that at an HTTP API every full match comes first', () => {
    expect(ask('http', rooms, 'GET /hotels/grand/rooms').said).toBe(
      'GET /hotels/{hotel}/rooms takes it, with hotel = grand. ANY /hotels/grand/{proxy+} fits, too: it is greedy, and a full match comes first, whatever it begins with.',
    );
  });

  it('tells a path that nobody has from a verb that nobody has', () => {
    expect(ask('rest', drawing, 'GET /gusts').said).toBe('None of them. The path fits /{proxy+}, which has no GET.');
    expect(ask('rest', 'GET /guests', 'GET /gusts').said).toBe('None of them. No line fits the whole path, so no verb was compared.');
    expect(ask('http', 'GET /guests', 'GET /gusts', true).said).toContain('$default takes whatever is left, typos too.');
  });

  it('claims no order that AWS does not document', () => {
    expect(ask('http', 'ANY /guests/me\nGET /guests/{id}', 'GET /guests/me').said).toContain(
      'AWS documents no order between ANY /guests/me and GET /guests/{id} on an HTTP API.',
    );
  });

  it('takes the guess kindly', () => {
    const { decision } = ask('rest', drawing, 'PATCH /guests/me');
    expect(guessSentence('PATCH /guests/{id}', decision)).toBe('As you said.');
    expect(guessSentence(NOBODY, decision)).toBe('You said: none of them.');
    expect(guessSentence(NOBODY, ask('rest', drawing, 'PUT /guests').decision)).toBe('As you said.');
  });
});

describe('the tree', () => {
  it('is lit down to the winner, and says on every branch why it lost', () => {
    expect(ask('rest', drawing, 'PATCH /guests/me').table).toEqual({
      '/': 'way:',
      '/guests': 'way:',
      '/guests/me': 'lost: Fits, and has no PATCH: passed over.',
      '/guests/{id}': 'takes: Takes it.',
      '/files': 'lost: guests is not files.',
      '/files/{proxy+}': 'dead:',
      '/{proxy+}': 'lost: Fits, and has no PATCH: passed over.',
    });
  });

  it('says what a greedy variable wants, and what a bare resource lacks', () => {
    expect(ask('rest', drawing, 'GET /files/').table).toMatchObject({
      '/files': 'lost: Fits, and has no verb at all: no door.',
      '/files/{proxy+}': 'lost: The path is over, and {proxy+} wants a segment.',
    });
  });

  it('says where the path goes on', () => {
    expect(ask('rest', 'GET /guests/{id}', 'GET /guests/7/stays').table).toMatchObject({
      '/guests/{id}': 'lost: The path goes on: stays finds no place.',
    });
  });
});

it('a list of routes says it line by line', () => {
  expect(ask('http', `${rooms}\nGET /hotels\nPUT /hotels/grand/rooms`, 'GET /hotels/grand/rooms', true).table).toEqual({
    'GET /hotels/{hotel}/rooms': 'takes: Takes it.',
    'ANY /hotels/grand/{proxy+}': 'lost: Fits, too, but is greedy.',
    'GET /hotels': 'lost: The path goes on: grand finds no place.',
    'PUT /hotels/grand/rooms': 'lost: The path fits, the verb does not.',
    $default: 'lost: Another route fits.',
  });
});

describe('a caller whom nobody takes', () => {
  const refusals = { rest: { status: 403, errorType: 'A', body: 'a' }, bearer: { errorType: 'B', body: 'b' }, http: { status: 404 } };
  const situation = { lines: '', verb: 'GET', path: '/', api: 'rest', hasDefault: false, bearer: false } as const;
  const { decision } = ask('rest', 'GET /guests', 'GET /gusts');

  it('reads another complaint with a bearer header, and a 404 from an HTTP API with or without', () => {
    expect(replyOf(refusals, situation)).toEqual({ status: 403, errorType: 'A', body: 'a' });
    expect(replyOf(refusals, { ...situation, bearer: true })).toEqual({ status: 403, errorType: 'B', body: 'b' });
    expect(replyOf(refusals, { ...situation, bearer: true, api: 'http' })).toEqual({ status: 404, body: '{"message":"Not Found"}' });
  });

  it('is told that the header found no door', () => {
    expect(headerSentence(decision, situation)).toBe('No token is missing. A line is.');
    expect(headerSentence(decision, { ...situation, bearer: true })).toContain('as an AWS signature');
    expect(headerSentence(decision, { ...situation, bearer: true, api: 'http' })).toContain('changes nothing');
    expect(headerSentence(ask('rest', 'GET /guests', 'GET /guests').decision, { ...situation, bearer: true })).toContain('had no part');
  });
});
