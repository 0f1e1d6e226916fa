import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BEATS,
  counts,
  endOf,
  guessesFor,
  INCIDENTS,
  isMinutes,
  LEAST,
  MOST,
  noticedBy,
  silenceLine,
  type Life,
} from '../../src/explorables/connection-life.ts';
import { PRESETS } from '../../src/explorables/connection-life-presets.ts';
import {
  adviceSentence,
  clientSentence,
  drawingSentence,
  endingSentence,
  guessName,
  guessSentence,
  serverSentence,
  whySentence,
} from '../../src/explorables/connection-life-words.ts';
import { createConnections } from '../../solutions/websocket-broadcast/websocket-broadcast.ts';

const clocks = { silence: 10, life: 120 };
const said = { silence: 1001, delete: 1000, large: 1009, binary: 1003, frame: 32, message: 128 };
const KEPT: Life = { beat: 'client', every: 8, incident: 'none', at: 30 };
const ends = (part: Partial<Life>) => {
  const { cause, at } = endOf({ ...KEPT, ...part }, clocks);
  return [cause, at];
};

const anyMinutes = fc.oneof(fc.constantFrom(5, 8, 10, 12, 120), fc.double({ min: LEAST, max: MOST, noNaN: true }));
const anyLife: fc.Arbitrary<Life> = fc.record({
  beat: fc.constantFrom(...BEATS),
  every: anyMinutes,
  incident: fc.constantFrom(...INCIDENTS),
  at: anyMinutes,
});

describe('the clock of silence', () => {
  it('strikes when nobody speaks, and when only ping frames move', () => {
    expect(ends({ beat: 'none' })).toEqual(['silence', 10]);
    expect(ends({ beat: 'frames', every: 1 })).toEqual(['silence', 10]);
  });

  it('begins anew with a message of either side', () => {
    expect(ends({})).toEqual(['life', 120]);
    expect(ends({ beat: 'backend', every: 9.9 })).toEqual(['life', 120]);
  });

  it('does not wait for a message that comes with it or after it', () => {
    expect(ends({ every: 10 })).toEqual(['silence', 10]);
    expect(ends({ every: 12 })).toEqual(['silence', 10]);
  });
});

describe('an incident', () => {
  it('ends the connection if no clock was faster', () => {
    expect(ends({ incident: 'delete' })).toEqual(['delete', 30]);
    expect(ends({ incident: 'delete', beat: 'frames' })).toEqual(['silence', 10]);
    expect(ends({ incident: 'close', at: 120 })).toEqual(['life', 120]);
    expect(ends({ incident: 'lid', at: 9, beat: 'none' })).toEqual(['lid', 9]);
  });

  it('that nobody tells the gateway of is noticed by a clock at the latest', () => {
    const noticed = (part: Partial<Life>) => {
      const life: Life = { ...KEPT, incident: 'lid', ...part };
      return noticedBy(life, endOf(life, clocks), clocks);
    };
    // The last message at 24, ten minutes on.
    expect(noticed({})).toBe(34);
    expect(noticed({ beat: 'frames', at: 4 })).toBe(10);
    expect(noticed({ beat: 'backend' })).toBe(120);
    expect(noticed({ at: 119 })).toBe(120);
  });
});

describe('every life', () => {
  it('ends by what could be guessed, at a clock or before, with the beats inside it', () => {
    fc.assert(
      fc.property(anyLife, (life) => {
        const end = endOf(life, clocks);
        expect(guessesFor(life)).toContain(end.cause);
        expect(end.at).toBeLessThanOrEqual(clocks.life);
        expect(end.beats.every((beat) => beat > 0 && beat < end.at)).toBe(true);
        const line = silenceLine(life, end, clocks);
        expect(line.every(([, part]) => part >= 0 && part <= 1 + 1e-9)).toBe(true);
        expect(line.at(-1)![0]).toBe(end.at);
      }),
    );
  });

  it('is over when the exercise’s table says so', () => {
    fc.assert(
      fc.property(anyLife, (drawn) => {
        const life: Life = { ...drawn, incident: 'none' };
        const end = endOf(life, clocks);
        const table = createConnections();
        table.connect({ requestContext: { connectionId: 'c', connectedAt: 0 } });
        if (counts(life.beat)) for (const beat of end.beats) table.touch('c', beat * 60_000);
        expect(table.expired(end.at * 60_000 + 1e-3)).toEqual(['c']);
        expect(table.expired(end.at * 60_000 - 1)).toEqual([]);
      }),
    );
  });

  it('has sentences without holes', () => {
    fc.assert(
      fc.property(anyLife, (life) => {
        const end = endOf(life, clocks);
        const text = [
          endingSentence(end),
          ...guessesFor(life).map((guess) => `${guessName(guess, life, clocks)} ${guessSentence(guess, end, life, clocks)}`),
          whySentence(life, end, clocks),
          clientSentence(end, said),
          serverSentence(life, end, clocks, said),
          adviceSentence(life, end, clocks, said),
          drawingSentence(life, end, clocks),
        ].join(' ');
        expect(text).not.toMatch(/undefined|NaN|Infinity|\b0 messages/);
      }),
    );
  });
});

describe('what is said', () => {
  const say = (part: Partial<Life>) => {
    const life = { ...KEPT, ...part };
    const end = endOf(life, clocks);
    return {
      ending: endingSentence(end),
      why: whySentence(life, end, clocks),
      client: clientSentence(end, said),
      server: serverSentence(life, end, clocks, said),
    };
  };

  it('of pings is that they do not count', () => {
    const { ending, why, client, server } = say({ beat: 'frames', every: 5 });
    expect(ending).toBe('It ends after 10 min: silence.');
    expect(why).toBe('Frames of ping and pong are no messages: as users report, they do not count.');
    expect(client).toContain('Code 1001');
    expect(server).toContain('disconnectStatusCode 1001. The call may come late, or never.');
  });

  it('of the end of a life claims no code', () => {
    expect(say({}).client).toBe('A close. With which code, AWS does not say, so do not decide by it.');
    expect(say({}).server).not.toMatch(/\d{4}/);
  });

  it('of a shut lid gives the latest moment, and no more', () => {
    expect(say({ incident: 'lid' }).server).toContain('AWS does not say; by its clocks after 34 min at the latest.');
  });

  it('of an incident that comes too late says so', () => {
    expect(say({ incident: 'large', beat: 'none' }).why).toContain('What was to come after 30 min meets no connection.');
  });
});

it('starts from lives that are within bounds and end in many ways', () => {
  expect(PRESETS.every(({ life }) => isMinutes(life.every) && isMinutes(life.at))).toBe(true);
  const causes = PRESETS.map(({ life }) => endOf(life, clocks).cause);
  expect(new Set(causes)).toEqual(new Set(['silence', 'life', 'delete', 'large', 'lid', 'close']));
});
