import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factById } from '../../src/facts/ledger.ts';
import {
  ALARMS,
  functionLog,
  logRows,
  METRICS,
  metricsOf,
  refusalOf,
  ringing,
  someErrors,
  statusOf,
} from '../../src/explorables/night-shift-desk.ts';
import { cured, CURES, nightsOf, playNight, wellHouse, type Cure } from '../../src/explorables/night-shift-nights.ts';
import { repliesOf } from '../../src/explorables/night-shift-replies.ts';
import {
  failed,
  FAULTS,
  isFault,
  mainFault,
  MINUTES,
  runOf,
  stopOf,
  STOPS,
  trafficOf,
  TURN,
  verdictOf,
  type House,
  type Run,
} from '../../src/explorables/night-shift.ts';
import {
  alarmRules,
  alarmSentence,
  alarmsSentence,
  functionSentence,
  guessSentence,
  logLine,
  metricSentence,
  verdictSentence,
  whySentence,
  wireLines,
} from '../../src/explorables/night-shift-words.ts';
import { randomFrom } from '../../src/explorables/storm-random.ts';
import { ledger } from '../calculators/support.ts';

const value = (id: string) => Number(factById(ledger, id).value);
const facts = {
  account: value('throttle-account-rate'),
  timeout: value('rest-timeout-default'),
  functionTimeout: value('lambda-timeout-default'),
};
const replies = repliesOf(ledger);
const share = value('recommended-4xx-alarm') / 100;
const nights = nightsOf(facts);
const well = wellHouse(facts);
const SEED = 240;
const NOT_FOUND = 404;

const played = new Map<string, Run>();
function play(name: string, cure?: Cure): Run {
  const key = `${name} ${cure}`;
  const index = nights.findIndex((night) => night.name === name);
  const run = played.get(key) ?? playNight(nights[index]!, SEED + index, facts, cure);
  played.set(key, run);
  return run;
}
const total = (values: readonly (number | undefined)[]) => values.reduce<number>((sum, one) => sum + (one ?? 0), 0);
const only = (fault: Partial<House>, rate = 2) => runOf(trafficOf(rate, randomFrom(1)), well, { ...well, ...fault });
const endings = (fault: Partial<House>, caller: string, rate?: number) =>
  new Set(
    only(fault, rate)
      .replies.filter(({ call }) => call.at >= TURN && call.caller === caller)
      .map(({ ending }) => ending),
  );

const anyHouse: fc.Arbitrary<House> = fc.record({
  knowsPath: fc.boolean(),
  authorizer: fc.constantFrom('works', 'throws', 'denies'),
  keyEnabled: fc.boolean(),
  planRate: fc.integer({ min: 1, max: 30 }),
  paced: fc.boolean(),
  accountRate: fc.integer({ min: 1, max: 20_000 }),
  others: fc.integer({ min: 0, max: 20_000 }),
  permission: fc.boolean(),
  timeout: fc.integer({ min: 1, max: 60 }),
  functionTimeout: fc.integer({ min: 1, max: 60 }),
  work: fc.double({ min: 0.01, max: 60, noNaN: true }),
  database: fc.integer({ min: 1, max: 100 }),
  wellFormed: fc.boolean(),
});
const anyRun = fc
  .tuple(anyHouse, fc.integer({ min: 0, max: 12 }), fc.integer())
  .map(([house, rate, seed]) => runOf(trafficOf(rate, randomFrom(seed)), well, house));

describe('a call', () => {
  it('is refused by the first stop on its way that refuses, whatever else is wrong', () => {
    const wrong: Partial<House> = {
      knowsPath: false,
      authorizer: 'denies',
      keyEnabled: false,
      planRate: 0.001,
      accountRate: 0,
      others: 1,
      permission: false,
      work: 50,
      wellFormed: false,
    };
    const mended: Partial<House>[] = [
      { knowsPath: true },
      { authorizer: 'works' },
      { keyEnabled: true },
      { planRate: 100 },
      { accountRate: 1 },
      { permission: true },
      { work: 0.1 },
      { wellFormed: true },
    ];
    let house = wrong;
    const met = mended.map((part) => {
      const ending = mainFault(
        runOf(
          trafficOf(8, randomFrom(1)).filter(({ caller, at }) => caller === 'partner' && at >= TURN),
          well,
          { ...well, ...house },
        ),
      );
      house = { ...house, ...part };
      return stopOf(ending!);
    });
    expect(met).toEqual(STOPS);
    expect(failed(only(house))).toEqual([]);
  });

  it('meets the partner’s own stops only if it is the partner’s', () => {
    for (const fault of [{ keyEnabled: false }, { knowsPath: false }, { authorizer: 'denies' }, { planRate: 0.01 }] as const)
      expect(endings(fault, 'guest')).toEqual(new Set(['found', 'missing']));
    for (const fault of [{ permission: false }, { authorizer: 'throws' }, { wellFormed: false }] as const)
      expect([...endings(fault, 'guest')]).toEqual([...endings(fault, 'partner')]);
  });

  it('is ended by the clock that strikes first', () => {
    expect(endings({ work: 40, timeout: 29, functionTimeout: 60 }, 'partner')).toEqual(new Set(['late']));
    expect(endings({ work: 40, timeout: 29, functionTimeout: 3 }, 'partner')).toEqual(new Set(['ended']));
    expect(endings({ work: 40, timeout: 45, functionTimeout: 60 }, 'partner')).toEqual(new Set(['found']));
  });

  it('of the scanner is refused in every house', () => {
    expect(endings({}, 'scanner')).toEqual(new Set(['path']));
  });

  it('passes the plan as often as its rate says, and the account in proportion', () => {
    const passed = only({ planRate: 5 }, 16).replies.filter(
      ({ call, ending }) => call.caller === 'partner' && call.at >= TURN && ending === 'found',
    );
    expect(passed.length / (600 - TURN)).toBeCloseTo(5, 1);
    const { replies: all } = only({ accountRate: 100, others: 400 });
    const since = all.filter(({ call }) => call.at >= TURN && call.caller !== 'scanner');
    expect(since.filter(({ ending }) => ending === 'account').length / since.length).toBeCloseTo(0.75, 2);
  });
});

describe('metrics, log and replies', () => {
  it('agree in any house: they count the same calls', () => {
    fc.assert(
      fc.property(anyRun, (run) => {
        const metrics = metricsOf(run, replies);
        const rows = logRows(run, replies);
        const logged = (from: number) =>
          total(rows.filter(({ status }) => status >= from && status < from + 100).map(({ calls }) => calls));
        expect(total(metrics.Count)).toBe(run.replies.length);
        expect(total(metrics['4XXError'])).toBe(logged(400));
        expect(total(metrics['5XXError'])).toBe(logged(500));
        for (const { ending, status, refusal } of rows) {
          expect(status).toBe(statusOf(ending, replies));
          expect(refusal).toBe(refusalOf(ending));
        }
        for (const values of METRICS.map((metric) => metrics[metric])) expect(values).toHaveLength(MINUTES);
      }),
      { numRuns: 25 },
    );
  });

  it('agree line by line: a line has the status that the caller reads, and a backend’s time only if the function was called', () => {
    fc.assert(
      fc.property(anyRun, (run) => {
        for (const reply of someErrors(run, replies)) {
          const [, status, backendLatency] = / (\d+) \S+ \d+ (\S+)$/.exec(logLine(reply, replies, 'POST /bookings'))!;
          expect(status).toBe(String(statusOf(reply.ending, replies)));
          const wire = isFault(reply.ending) ? wireLines(reply.ending, replies)[0] : `HTTP/2 ${NOT_FOUND}`;
          expect(wire).toBe(`HTTP/2 ${status}`);
          expect(/^\d+$/.test(backendLatency!)).toBe(reply.backend !== undefined);
          expect(reply.latency).toBeGreaterThanOrEqual(reply.backend ?? 0);
        }
        expect(functionLog(run).begun).toBe(run.replies.filter(({ call, backend }) => call.at >= TURN && backend !== undefined).length);
      }),
      { numRuns: 25 },
    );
  });

  it('show some of each kind of error in at most six lines', () => {
    const lines = someErrors(play('Good neighbors'), replies);
    expect(lines).toHaveLength(6);
    expect(new Set(lines.map(({ ending }) => ending))).toEqual(new Set(['account', 'path', 'missing']));
    expect(lines.map(({ call }) => call.at)).toEqual(lines.map(({ call }) => call.at).toSorted((one, other) => one - other));
  });
});

describe('the same ten minutes', () => {
  it('bring the same calls in every replay', () => {
    fc.assert(
      fc.property(fc.constantFrom(...nights), fc.integer(), fc.constantFrom(...CURES), (night, seed, cure) => {
        const [before, after] = [playNight(night, seed, facts), playNight(night, seed, facts, cure)];
        const lucks = new Set(before.replies.map(({ call }) => call.luck));
        expect(after.replies.every(({ call }) => lucks.has(call.luck))).toBe(true);
        expect(after.replies.length + after.held).toBe(before.replies.length);
      }),
      { numRuns: 10 },
    );
  });

  it('are quiet in a house where all is well, for any seed', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const run = runOf(trafficOf(4, randomFrom(seed)), well, well);
        expect(failed(run)).toEqual([]);
        expect(ringing(run, replies, share)).toEqual([]);
      }),
      { numRuns: 10 },
    );
  });
});

describe('the nights', () => {
  it.each([
    ['Twenty to three', 'key', ['key'], ['named']],
    ['A partner that grew', 'plan', ['plan', 'pace'], ['named', 'filter']],
    ['A small database', 'plan', ['pace'], ['named', 'filter']],
    ['Good neighbors', 'account', ['account'], ['named', 'filter']],
    ['A new client', 'path', ['path'], ['named']],
    ['After the cleanup', 'denied', ['policy'], ['named']],
    ['One library', 'broken', ['authorizer'], ['fail']],
    ['A new stack', 'permission', ['permission'], ['fail']],
    ['One more field', 'malformed', ['shape'], ['fail']],
    ['The first of the month', 'late', ['timeout'], ['fail', 'slow']],
    ['A slower bank', 'ended', ['functionTimeout'], ['fail']],
  ])('%s: the fault is %s, what counts is %j, and %j ring', (name, fault, cures, alarms) => {
    const run = play(name);
    expect(new Set(failed(run).map(({ ending }) => ending))).toEqual(new Set([fault]));
    expect(CURES.filter((cure) => verdictOf(run, play(name, cure)) === 'cured')).toEqual(cures);
    expect(ringing(run, replies, share)).toEqual(alarms);
  });

  it('have all faults among them, and each cure ends one', () => {
    expect(new Set(nights.map(({ name }) => mainFault(play(name))))).toEqual(new Set(FAULTS));
  });

  it('punish one raised limit: the guests wait behind a database that cannot take the calls', () => {
    const after = play('A small database', 'plan');
    expect(verdictOf(play('A small database'), after)).toBe('other');
    expect(mainFault(after)).toBe('late');
    expect(failed(after).some(({ call }) => call.caller === 'guest')).toBe(true);
  });

  it('leave everything as it was after any other cure', () => {
    for (const { name } of nights)
      for (const cure of CURES) {
        const [before, after] = [play(name), play(name, cure)];
        const verdict = verdictOf(before, after);
        expect(failed(after).length === failed(before).length, `${name}, ${cure}`).toBe(verdict === 'nothing');
      }
  });

  it('leave the alarm on Latency ringing where only the limit was moved', () => {
    expect(ringing(play('The first of the month', 'timeout'), replies, share)).toEqual(['slow']);
  });
});

it('a cure changes one setting, and leaves alone what was right', () => {
  for (const cure of CURES) {
    const changed = cured(well, cure);
    const keys = (Object.keys(well) as (keyof House)[]).filter((key) => changed[key] !== well[key]);
    expect(keys.length).toBeLessThanOrEqual(1);
  }
});

describe('what is said', () => {
  const nightly = nights.map(({ name, request }) => ({ name, request, run: play(name), fault: mainFault(play(name))! }));

  it('judges the guess by the stop, not by the fault', () => {
    expect(guessSentence('time', 'ended')).toBe('A clock that strikes too early, as you said.');
    expect(guessSentence('plan', 'key')).toBe('The API key. You said: the plan’s limit.');
    expect(alarmsSentence(['fail'], ['fail'])).toBe('One of them rings. As you said.');
    expect(alarmsSentence(['named', 'filter'], [])).toBe('2 of them ring.');
    expect(alarmRules(share).named).toBe('above 5 percent of the calls, five minutes in a row');
  });

  it('calls an alarm by a wrong name only where nothing was throttled', () => {
    expect(alarmSentence('named', 'key')).toContain('Its name is wrong.');
    expect(alarmSentence('named', 'account')).toContain('Tonight its name is true, by chance');
  });

  it('writes a line of the log, and what a minute’s numbers come to', () => {
    const reply = { call: { at: 245.2, caller: 'partner', luck: 0.5 }, ending: 'key', latency: 0.0168 } as const;
    expect(logLine(reply, replies, 'POST /bookings')).toBe('02:34:05 203.0.113.9 "POST /bookings" 403 INVALID_API_KEY 17 -');
    const metrics = metricsOf(play('The first of the month'), replies);
    expect(metricSentence('5XXError', metrics)).toBe('210 in all');
    expect(metricSentence('Latency', metrics)).toMatch(/^\d+ to \d,\d{3} ms$/);
    expect(metricSentence('IntegrationLatency', { ...metrics, IntegrationLatency: [undefined, 80.2] })).toBe('80 ms');
    expect(metricSentence('IntegrationLatency', { ...metrics, IntegrationLatency: [undefined] })).toBe('nothing measured');
  });

  it('shows a reply as the ledger has it, and what is on no record as such', () => {
    expect(wireLines('key', replies)).toEqual([
      'HTTP/2 403',
      'content-type: application/json',
      'x-amzn-errortype: ForbiddenException',
      '',
      '{"message":"Forbidden"}',
    ]);
    expect(wireLines('broken', replies).at(-1)).toBe('{"message":…}');
    expect(refusalOf('malformed')).toBe('…');
    expect(refusalOf('missing')).toBe('-');
  });

  it('tells what the function’s log holds', () => {
    expect(functionSentence(functionLog(play('A new stack')))).toBe('Not a line since 02:33.');
    expect(functionSentence({ begun: 1682, ended: 840 })).toBe('Begun since 02:33: 1,682. Ended with “Task timed out”: 840.');
    expect(functionSentence({ begun: 12, ended: 0 })).toBe('Begun since 02:33: 12. All of them came to their end.');
  });

  it('says why a wrong cure changed nothing', () => {
    const said = (name: string, cure: Cure) => {
      const [before, after] = [play(name), play(name, cure)];
      return verdictSentence(cure, verdictOf(before, after), mainFault(before)!, mainFault(after), after, replies);
    };
    expect(said('Twenty to three', 'account')).toBe('Nothing has changed. A limit refuses with 429. Here it is 403.');
    expect(said('A slower bank', 'timeout')).toBe('Nothing has changed. It is a clock, but the function’s own strikes first.');
    expect(said('After the cleanup', 'authorizer')).toBe(
      'Nothing has changed. The stop is the right one, but it did not crash: it ran and said no.',
    );
    expect(said('A new stack', 'key')).toBe('Nothing has changed. The calls came past that stop, and failed further on.');
    expect(said('A new stack', 'shape')).toBe('Nothing has changed. No call that failed came as far as that stop.');
    expect(said('Good neighbors', 'plan')).toBe('Nothing has changed. It is another limit that is full.');
    expect(said('A small database', 'plan')).toContain('The 429 are gone, and now it is 504, for the guests, too.');
    expect(said('A small database', 'pace')).toContain('calls did not come in these minutes, so the import takes longer.');
  });

  it('has no holes', () => {
    const said = nightly.flatMap(({ name, run, fault, request }) => [
      whySentence(fault, replies),
      ...someErrors(run, replies).map((reply) => logLine(reply, replies, request)),
      ...METRICS.map((metric) => metricSentence(metric, metricsOf(run, replies))),
      ...ALARMS.map((alarm) => alarmSentence(alarm, fault)),
      ...CURES.map((cure) => {
        const after = play(name, cure);
        return verdictSentence(cure, verdictOf(run, after), fault, mainFault(after), after, replies);
      }),
    ]);
    expect(said.every((line) => line.length > 0)).toBe(true);
    expect(said.join(' ')).not.toMatch(/undefined|NaN|Infinity/);
  });
});
