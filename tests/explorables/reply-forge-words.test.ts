import { describe, expect, it } from 'vitest';
import { PRESETS } from '../../src/explorables/reply-forge-presets.ts';
import { LONGEST_REPLY, readReply } from '../../src/explorables/reply-forge-read.ts';
import { betOf, betSentence, noteSentence, onTheWire, reason, verdict } from '../../src/explorables/reply-forge-words.ts';
import { answerTo, DOORS, type Answered, type Door, type RestFacts } from '../../src/explorables/reply-forge.ts';

const rest: RestFacts = {
  keys: ['statusCode', 'headers', 'multiValueHeaders', 'body', 'isBase64Encoded'],
  status: 502,
  body: '{}',
  remapped: 'x-',
};
const at = (door: Door, value: unknown) => answerTo(value, door, rest, { binary: '*/*', accept: 'image/png' });

it('says why a reply failed, where, and what stays done', () => {
  const outcome = at('rest', { statusCode: 201, orderId: 8812 });
  expect(verdict(outcome)).toBe('502.');
  expect(reason(outcome)).toBe(
    '“orderId” is none of the keys that a reply may have here. One key too many spoils the whole reply. The function has run all the same: what it did stays done. (Recorded on AWS.)',
  );
});

it('does not claim what nobody has said', () => {
  const outcome = at('rest', { statusCode: 200, body: {} });
  expect(verdict(outcome)).toBe('AWS leaves this open.');
  expect(reason(outcome)).toContain('“body”: AWS shows text here, and its advice is plain: send text, so call JSON.stringify.');
});

it('judges the bet', () => {
  const created = at('rest', { statusCode: 201 });
  expect(betOf(created)).toBe('201');
  expect(betSentence('201', created)).toBe('As you said.');
  expect(betSentence('502', created)).toBe('You said: 502.');
  expect(betOf(at('rest', { statusCode: 404 }))).toBe('other');
  expect(betOf(at('rest', {}))).toBe('open');
});

describe('the reply on the wire', () => {
  const wire = (body: Answered['body']) =>
    onTheWire({
      kind: 'reply',
      status: 200,
      headers: [['a', 'b']],
      ...(body !== undefined && { body }),
      cause: 'said',
      evidence: 'B-LPX-01',
      notes: [],
    });

  it('is a status, headers and a body', () => {
    expect(wire('ok')).toBe('HTTP/1.1 200\na: b\n\nok');
    expect(wire('')).toContain('(no body)');
    expect(wire(undefined)).toContain('nobody has recorded');
  });

  it('shows bytes as text where they are text', () => {
    expect(wire(new TextEncoder().encode('über'))).toContain('über');
    expect(wire(Uint8Array.of(0x89, 0x50))).toContain('(2 bytes: 89 50)');
    expect(wire(new Uint8Array(17))).toContain('00 …)');
  });

  it('is cut where it is long', () => {
    expect(wire('x'.repeat(9000)).length).toBeLessThan(2100);
  });
});

it('has a sentence for whatever the situations bring', () => {
  const sentences = PRESETS.flatMap(({ draft }) =>
    DOORS.flatMap((door) => {
      const outcome = answerTo(JSON.parse(draft.typed), door, rest, draft.media);
      const notes = outcome.kind === 'reply' ? outcome.notes : [];
      return [reason(outcome), ...notes.map((note) => noteSentence(note, door))];
    }),
  );
  expect(sentences.filter((sentence) => !/^.+[.)]$/.test(sentence) || sentence.includes('undefined'))).toEqual([]);
});

describe('what was typed', () => {
  it('is read as JSON, or its mistake is named with its place', () => {
    expect(readReply('{"body": "ok"}')).toMatchObject({ value: { body: 'ok' } });
    expect(readReply('{body: 1}')).toMatchObject({ problem: { span: { from: 1, to: 2 } } });
  });

  it('is refused when it is long', () => {
    expect(readReply('"'.padEnd(LONGEST_REPLY + 1, 'x'))).toEqual({
      problem: { message: 'At most 10,000 characters are read here. These are 10,001.' },
    });
  });

  it('is refused where it is nested deeper than any reply', () => {
    const deep = '['.repeat(LONGEST_REPLY / 2) + ']'.repeat(LONGEST_REPLY / 2);
    expect(readReply(deep)).toEqual({ problem: { message: 'This is nested more than 16 deep.', span: { from: 17, to: 18 } } });
  });

  it('knows where each key stands, with its value', () => {
    const typed = '{"headers": {"x.y": 7}}';
    const reading = readReply(typed);
    const { from, to } = 'places' in reading ? reading.places.get('headers.x.y')! : { from: 0, to: 0 };
    expect(typed.slice(from, to)).toBe('"x.y": 7');
  });
});
