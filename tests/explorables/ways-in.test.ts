import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PRESETS } from '../../src/explorables/ways-in-presets.ts';
import { CALLERS, overtakenAt, REGIONS, timesBetween, wayTo, winnerOf, type Situation } from '../../src/explorables/ways-in.ts';

const FAR: Situation = {
  caller: 'sao-paulo',
  region: 'eu-west-1',
  calls: 1,
  front: 'none',
  open: true,
  tls: 1,
  near: 10,
  backbone: 180,
  internet: 200,
  dns: 15,
  work: 20,
};
const ways = (change: Partial<Situation>) => {
  const situation = { ...FAR, ...change };
  return { edge: wayTo('edge', situation), regional: wayTo('regional', situation) };
};

describe('one call over a new connection', () => {
  it('shakes hands nearby at the edge, and in the Region without it', () => {
    const { edge, regional } = ways({});
    expect(edge).toMatchObject({ dns: 15, handshake: 20, further: 0, travel: 190, work: 20, total: 245 });
    expect(regional).toMatchObject({ dns: 15, handshake: 400, further: 0, travel: 200, work: 20, total: 635 });
  });

  it('costs one round trip more with TLS 1.2, a long one without the edge', () => {
    const { edge, regional } = ways({ tls: 2 });
    expect([edge.handshake, regional.handshake]).toEqual([30, 600]);
  });

  it('pays the long handshake at the edge, too, if the location has no connection open', () => {
    expect(ways({ open: false }).edge).toMatchObject({ handshake: 20, further: 360, total: 605 });
  });
});

describe('many calls over one connection', () => {
  it('shake hands once', () => {
    const { edge } = ways({ calls: 50 });
    expect(edge).toMatchObject({ handshake: 20, travel: 50 * 190, work: 50 * 20, worked: 50 });
  });

  it('let Regional catch up when the location is a detour', () => {
    const detour = { near: 10, backbone: 15, internet: 20 };
    const { edge, regional } = ways(detour);
    // 20 ms saved once, 5 ms lost each time: even after the fourth.
    expect(overtakenAt(edge, regional)).toBe(5);
    const [fourth, fifth] = [4, 5].map((calls) => ways({ ...detour, calls }));
    expect(fourth!.edge.total).toBe(fourth!.regional.total);
    expect(fifth!.edge.total).toBeGreaterThan(fifth!.regional.total);
  });

  it('never let it catch up when nothing is lost on a call', () => {
    const { edge, regional } = ways({});
    expect(overtakenAt(edge, regional)).toBeUndefined();
  });
});

describe('a CloudFront of your own', () => {
  it('before a Regional API is the way that the edge was', () => {
    expect(ways({ front: 'passes' }).regional).toEqual(ways({}).edge);
  });

  it('before an edge-optimized API is one distribution more', () => {
    const { edge, regional } = ways({ front: 'passes' });
    expect(edge.perCall).toBeGreaterThan(regional.perCall);
  });

  it('that keeps the reply lets the Region work once, and answers the others nearby', () => {
    expect(ways({ front: 'keeps', calls: 10 }).regional).toMatchObject({ worked: 1, work: 20, travel: 190 + 9 * 10 });
  });
});

describe('whatever the times', () => {
  const time = fc.integer({ min: 0, max: 10_000 });
  const situations = fc.record({
    caller: fc.constantFrom(...CALLERS),
    region: fc.constantFrom(...REGIONS),
    calls: fc.integer({ min: 1, max: 10_000 }),
    front: fc.constant('none' as const),
    open: fc.boolean(),
    tls: fc.constantFrom(1 as const, 2 as const),
    near: time,
    backbone: time,
    internet: time,
    dns: time,
    work: time,
  });

  it('AWS’s own distribution never spares the Region a call', () => {
    fc.assert(
      fc.property(situations, (situation) => {
        expect(wayTo('edge', situation).worked).toBe(situation.calls);
      }),
    );
  });

  it('Regional is ahead from the call on which it overtakes, and not before', () => {
    fc.assert(
      fc.property(situations, (situation) => {
        const total = (calls: number) => ({
          edge: wayTo('edge', { ...situation, calls }),
          regional: wayTo('regional', { ...situation, calls }),
        });
        const { edge, regional } = total(1);
        const at = overtakenAt(edge, regional);
        if (at === undefined) return;
        const then = total(at);
        expect(then.regional.total).toBeLessThan(then.edge.total);
        if (at === 1) return;
        const before = total(at - 1);
        expect(before.regional.total).toBeGreaterThanOrEqual(before.edge.total);
      }),
    );
  });
});

it('takes two totals within five percent for equal', () => {
  const way = (total: number) => ({ ...wayTo('edge', FAR), total });
  expect(winnerOf(way(100), way(95))).toBe('equal');
  expect(winnerOf(way(100), way(94))).toBe('regional');
  expect(winnerOf(way(94), way(100))).toBe('edge');
  expect(winnerOf(way(0), way(0))).toBe('equal');
});

it('as given, gains nothing on a call by AWS’s network', () => {
  for (const caller of CALLERS)
    for (const region of REGIONS) {
      const { near, backbone, internet } = timesBetween(caller, region);
      expect(near + backbone).toBeGreaterThanOrEqual(internet);
    }
});

it.each(PRESETS.map(({ name, situation }) => [name, situation] as const))('%s ends as its story says', (name, situation) => {
  expect(winnerOf(wayTo('edge', situation), wayTo('regional', situation))).toBe(
    {
      'One call from far away': 'edge',
      'The same phone, all evening': 'equal',
      'Next door': 'regional',
      'The next city': 'regional',
      'First guest of the day': 'equal',
      'A crowded road': 'edge',
      'A CloudFront of our own': 'equal',
    }[name],
  );
});
