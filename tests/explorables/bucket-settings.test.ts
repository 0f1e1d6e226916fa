import { describe, expect, it } from 'vitest';
import { presets } from '../../src/explorables/bucket-presets.ts';
import {
  BOUNDS,
  hashOf,
  isWithin,
  nearestStop,
  settingsIn,
  stopsOf,
  type NumberName,
  type Settings,
} from '../../src/explorables/bucket-settings.ts';

const settings: Settings = { rate: 1000, burst: 2000, sent: 1500, pattern: 'even', seconds: 5 };

describe('a setting travels in an address', () => {
  it('and comes back as it was', () => {
    expect(hashOf(settings)).toBe('#bucket?rate=1000&burst=2000&sent=1500&pattern=even&seconds=5');
    expect(settingsIn(hashOf(settings))).toEqual(settings);
  });

  it.each([
    ['another fragment', '#quotas'],
    ['nothing', ''],
    ['a part is missing', '#bucket?rate=1000&burst=2000&sent=1500&pattern=even'],
    ['a number is empty', '#bucket?rate=&burst=2000&sent=1500&pattern=even&seconds=5'.replace('burst=2000', 'burst=')],
    ['a number is none', '#bucket?rate=many&burst=2000&sent=1500&pattern=even&seconds=5'],
    ['a number is a fraction', '#bucket?rate=1.5&burst=2000&sent=1500&pattern=even&seconds=5'],
    ['a number is too large', '#bucket?rate=1000&burst=2000&sent=1e9&pattern=even&seconds=5'],
    ['the bucket holds nothing', '#bucket?rate=1000&burst=0&sent=1500&pattern=even&seconds=5'],
    ['the pattern is unknown', '#bucket?rate=1000&burst=2000&sent=1500&pattern=chaos&seconds=5'],
  ])('but not when it is broken: %s', (_, hash) => {
    expect(settingsIn(hash)).toBeUndefined();
  });
});

it('every preset is within bounds', () => {
  for (const { settings: preset } of presets({ rate: 10_000, burst: 5000 })) expect(settingsIn(hashOf(preset))).toEqual(preset);
});

describe.each(Object.keys(BOUNDS) as NumberName[])('the slider for %s', (name) => {
  it('offers values within bounds, from the least to the most', () => {
    const stops = stopsOf(name);
    expect(stops).toEqual(stops.toSorted((a, b) => a - b));
    expect([stops[0], stops.at(-1)]).toEqual([BOUNDS[name].min, BOUNDS[name].max]);
    expect(stops.every((stop) => isWithin(name, stop))).toBe(true);
  });

  it('stands nearest to a value between its stops', () => {
    const stops = stopsOf(name);
    expect(stops.map((stop) => nearestStop(name, stop))).toEqual(stops.map((_, index) => index));
    expect(stops[nearestStop('rate', 1100)]).toBe(stops[nearestStop('rate', 1000)]);
  });
});
