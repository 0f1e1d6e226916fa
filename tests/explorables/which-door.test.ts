import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS, readLines, readPath, VERBS, type Api, type Line, type Verb } from '../../src/explorables/which-door-lines.ts';
import { PRESETS } from '../../src/explorables/which-door-presets.ts';
import { decide, lossOf, taken } from '../../src/explorables/which-door.ts';

function linesOf(text: string, api: Api): readonly Line[] {
  const reading = readLines(text, api);
  if ('problem' in reading) throw new Error(reading.problem.message);
  return reading.lines;
}

function winnerOf(api: Api, lines: string, call: string, hasDefault = false): string | undefined {
  const { winner } = decisionOf(api, lines, call, hasDefault);
  return typeof winner === 'object' ? winner.text : winner;
}

function decisionOf(api: Api, lines: string, call: string, hasDefault = false) {
  const [verb, path] = call.split(' ') as [Verb, string];
  return decide(linesOf(lines, api), { verb, path: readPath(path, api) as string[] }, api, hasDefault);
}

const drawing = `GET /guests
POST /guests
GET /guests/me
GET /guests/{id}
PATCH /guests/{id}
GET /files/{proxy+}
OPTIONS /{proxy+}`;

describe('a REST API', () => {
  it.each([
    ['GET /guests/me', 'GET /guests/me'],
    ['PATCH /guests/me', 'PATCH /guests/{id}'],
    ['OPTIONS /guests', 'OPTIONS /{proxy+}'],
    ['GET /files', undefined],
    ['GET /files/2026/nov.pdf', 'GET /files/{proxy+}'],
    ['OPTIONS /', undefined],
    ['GET /guests/7/', 'GET /guests/{id}'],
    ['DELETE /guests/7', undefined],
  ])('gives %s of the lesson to %s', (call, winner) => {
    expect(winnerOf('rest', drawing, call)).toBe(winner);
  });

  // Published measurements on the service: the search goes on over any resource that lacks the verb.
  it.each([
    ['GET /jobs/reboot', 'GET /jobs/{type}'],
    ['GET /jobs', 'ANY /{proxy+}'],
    ['POST /jobs', 'ANY /{proxy+}'],
    ['POST /jobs/reboot', 'ANY /{proxy+}'],
    ['GET /cors', 'ANY /{proxy+}'],
  ])('gives %s, as measured, to %s', (call, winner) => {
    expect(winnerOf('rest', 'ANY /{proxy+}\nGET /jobs/{type}\nOPTIONS /cors', call)).toBe(winner);
  });

  it('takes ANY on a better resource before the verb on a greedy one', () => {
    expect(winnerOf('rest', 'OPTIONS /{proxy+}\nANY /guests', 'OPTIONS /guests')).toBe('ANY /guests');
  });

  it('takes the verb before ANY on the same resource', () => {
    expect(winnerOf('rest', 'ANY /guests\nGET /guests', 'GET /guests')).toBe('GET /guests');
  });

  it('has no $default', () => {
    expect(winnerOf('rest', 'GET /guests', 'GET /gusets', true)).toBeUndefined();
  });
});

describe('an HTTP API', () => {
  const documented = 'GET /pets/dog/1\nGET /pets/dog/{id}\nGET /pets/{proxy+}\nANY /{proxy+}';

  it.each([
    ['GET /pets/dog/1', 'GET /pets/dog/1'],
    ['GET /pets/dog/2', 'GET /pets/dog/{id}'],
    ['GET /pets/cat/1', 'GET /pets/{proxy+}'],
    ['POST /test/5', 'ANY /{proxy+}'],
    ['GET /', '$default'],
  ])('gives %s of AWS’s own list to %s', (call, winner) => {
    expect(winnerOf('http', documented, call, true)).toBe(winner);
  });

  it('takes a full match before a greedy one, where a REST API goes level by level', () => {
    const rooms = 'GET /hotels/{hotel}/rooms\nANY /hotels/grand/{proxy+}';
    expect(winnerOf('http', rooms, 'GET /hotels/grand/rooms')).toBe('GET /hotels/{hotel}/rooms');
    expect(winnerOf('rest', rooms, 'GET /hotels/grand/rooms')).toBe('ANY /hotels/grand/{proxy+}');
  });

  it('refuses what no route takes, unless there is $default', () => {
    expect(winnerOf('http', 'GET /guests', 'PUT /guests')).toBeUndefined();
    expect(winnerOf('http', 'GET /guests', 'PUT /guests', true)).toBe('$default');
  });

  it.each([
    ['ANY /guests/me\nGET /guests/{id}', 'GET /guests/me', 'GET /guests/{id}'],
    ['GET /{a}/rooms\nGET /grand/{b}', 'GET /grand/rooms', 'GET /{a}/rooms'],
    ['GET /guests/me\nGET /guests/{id}', 'GET /guests/me', undefined],
    ['ANY /guests\nGET /guests', 'GET /guests', undefined],
    ['GET /guests/{id}\nANY /guests/{proxy+}', 'GET /guests/7', undefined],
    ['ANY /guests/{id}\nGET /guests/{proxy+}', 'GET /guests/7', undefined],
  ])('says of %j what its rules leave open for %s', (lines, call, open) => {
    expect(decisionOf('http', lines, call).unsettled?.text).toBe(open);
  });
});

describe('what a variable takes', () => {
  it('is its segment as it was sent; greedy, all the rest with its slashes', () => {
    const [line] = linesOf('GET /guests/{id}/{rest+}', 'rest');
    expect(taken(line!, ['guests', 'ana%20b', '2026', 'nov.pdf'])).toEqual([
      ['id', 'ana%20b'],
      ['rest', '2026/nov.pdf'],
    ]);
  });
});

describe('a text of lines', () => {
  const problemOf = (text: string, api: Api = 'rest') => {
    const reading = readLines(text, api);
    return 'problem' in reading ? reading.problem : undefined;
  };

  it.each([
    ['', 'Type a line'],
    ['get /guests', 'verb in capitals'],
    ['FETCH /guests', 'verb in capitals'],
    ['GET guests', 'begins with a slash'],
    ['GET /guests /me', 'begins with a slash'],
    ['GET /guests//me', 'empty'],
    ['GET /guest-{id}', 'whole segment'],
    ['GET /{proxy+}/rooms', 'nothing can follow it'],
    ['GET /guests?id=1', 'no ?, # or $'],
    ['$default', 'box of its own'],
    ['GET /a/b/c/d/e/f/g/h/i', 'room for 8 segments'],
    ['GET /guests\nGET /guests', 'very same requests'],
    [Array.from({ length: LIMITS.lines + 1 }, (_, index) => `GET /r${index}`).join('\n'), 'room for 20 lines'],
    ['GET /guests\n'.repeat(30_000), '2,000 characters'],
  ])('is refused: %.40j', (text, message) => {
    expect(problemOf(text)?.message).toContain(message);
  });

  it('may have blank lines and blanks around a line', () => {
    expect(linesOf('\n  GET   /guests  \r\n\n POST /guests', 'rest').map(({ text }) => text)).toEqual(['GET /guests', 'POST /guests']);
  });

  it('blames the line', () => {
    const text = 'GET /guests\n  GET /guest-{id} ';
    const { from, to } = problemOf(text)!.span;
    expect(text.slice(from, to)).toBe('GET /guest-{id}');
  });

  it.each(['GET /guests/{id}\nGET /guests/{email}', 'GET /hotels/{hotel}/rooms\nANY /hotels/{proxy+}'])(
    'holds at most one variable sibling on REST, and as many as you like on HTTP: %j',
    (text) => {
      expect(problemOf(text)?.message).toContain('sibling');
      const http = problemOf(text, 'http');
      expect(http?.message ?? '').not.toContain('sibling');
    },
  );

  it('lets variables stand on different levels and on different branches', () => {
    expect(problemOf('GET /{a}/{b}\nGET /{a}/x/{c+}\nGET /y/{d}\nPATCH /{a}/{b}')).toBeUndefined();
  });
});

describe('a path', () => {
  it.each([
    ['guests', 'begins with a slash'],
    ['/guests?x=1', 'Query'],
    ['/a b', 'blanks'],
    ['/a//b', 'Two slashes'],
    [`/${'a'.repeat(300)}`, '200 characters'],
  ])('is refused: %.20j', (path, complaint) => {
    expect(readPath(path, 'rest')).toContain(complaint);
  });

  it('may end with a slash on REST, where that is ignored; of HTTP nothing is known', () => {
    expect(readPath('/guests/', 'rest')).toEqual(['guests']);
    expect(readPath('/guests/', 'http')).toContain('AWS does not say');
  });

  it('keeps its codes on REST, as a function behind a proxy does; of HTTP nothing is claimed', () => {
    expect(readPath('/guests/ana%20b', 'rest')).toEqual(['guests', 'ana%20b']);
    expect(readPath('/guests/ana%20b', 'http')).toContain('plain letters');
  });
});

const part = fc.constantFrom('a', 'b', '{x}', '{y+}');
const line = fc
  .tuple(fc.constantFrom(...VERBS, 'ANY'), fc.array(part, { maxLength: 3 }))
  .map(([verb, parts]) => `${verb} /${parts.join('/')}`);
const request = fc.record({ verb: fc.constantFrom(...VERBS), path: fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 4 }) });

describe('for any lines and any request', () => {
  /** As many of the lines as can stand together. */
  function together(texts: string[], api: Api): string[] {
    return texts.reduce<string[]>((kept, text) => ('lines' in readLines([...kept, text].join('\n'), api) ? [...kept, text] : kept), []);
  }

  it.each(['rest', 'http'] as const)('%s: the order of the lines decides nothing that the rules decide', (api) => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), request, (texts, call) => {
        const kept = together(texts, api);
        fc.pre(kept.length > 0);
        const forward = decide(linesOf(kept.join('\n'), api), call, api, false);
        const backward = decide(linesOf(kept.toReversed().join('\n'), api), call, api, false);
        expect(backward.winner).toEqual(forward.winner);
      }),
    );
  });

  it.each(['rest', 'http'] as const)('%s: one line gets it or none, and every other has a reason', (api) => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), request, (texts, call) => {
        const kept = together(texts, api);
        fc.pre(kept.length > 0);
        const lines = linesOf(kept.join('\n'), api);
        const decision = decide(lines, call, api, false);
        const losses = lines.map((each) => lossOf(each, call, decision));
        expect(losses.filter((loss) => loss === undefined)).toHaveLength(decision.winner ? 1 : 0);
        expect(losses.some((loss) => loss?.why === 'outranked' && !decision.winner)).toBe(false);
      }),
    );
  });
});

it.each(PRESETS)('“$name” can be asked', ({ situation: { lines, path, api } }) => {
  expect(readLines(lines, api)).toHaveProperty('lines');
  expect(readPath(path, api)).toBeInstanceOf(Array);
});
