/** Where things stand in the drawing of a timeline. Every request has a column of the same width; the seconds between two are stretched to fit. */
import type { Line, Moment } from './authorizer-timeline.ts';

/** The requests of one key of the cache. Places run from 0 to 1. */
export interface Lane {
  key: string;
  marks: { at: number; moment: Moment }[];
  /** How long each answer was kept. */
  kept: { from: number; to: number }[];
}

/** Lanes in the order in which their keys first came. @param ttl seconds */
export function lanesOf({ moments }: Pick<Line, 'moments'>, ttl: number): Lane[] {
  const place = (index: number) => (index + 0.5) / moments.length;
  const lanes = new Map<string, Lane>();
  for (const [index, moment] of moments.entries()) {
    const lane = lanes.get(moment.key) ?? { key: moment.key, marks: [], kept: [] };
    lanes.set(moment.key, lane);
    lane.marks.push({ at: place(index), moment });
    if (moment.answeredBy === 'function' && moment.policy !== undefined && ttl > 0) {
      lane.kept.push({ from: place(index), to: placeOf(moment.second + ttl) });
    }
  }
  return [...lanes.values()];

  /** Of a second that may lie between two requests, or behind the last. */
  function placeOf(second: number): number {
    const next = moments.findIndex((moment) => moment.second >= second);
    if (next < 0) return 1;
    const [before, after] = [moments[next - 1]!.second, moments[next]!.second];
    return place(next - 1) + (place(next) - place(next - 1)) * ((second - before) / (after - before));
  }
}
