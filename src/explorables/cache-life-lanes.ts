/** Where things stand in the drawing of “how old may it be?”. Every happening has a column of the same width; seconds are stretched to fit. */
import { PLACES, roomOf, type Life, type Moment, type Place } from './cache-life.ts';

/** What one place keeps, and the requests for it. Places in the drawing run from 0 to 1. */
export interface Lane {
  place: Place;
  kept: { from: number; to: number }[];
  marks: { at: number; moment: Moment }[];
}

export interface Drawing {
  /** One for each column. */
  columns: { at: number; moment: Moment }[];
  lanes: Lane[];
}

export function drawingOf({ moments, kept }: Life): Drawing {
  const columns = moments.map((moment, index) => ({ at: centerOf(index), moment }));
  const lanes = PLACES.map((place): Lane => ({
    place,
    kept: kept[place].map(({ since, until }) => ({ from: startOf(since), to: endOf(until) })),
    marks: columns.filter(({ moment }) => place === `stage-${roomOf(moment.kind)}`),
  }));
  return { columns, lanes: lanes.filter((lane) => lane.kept.length + lane.marks.length > 0) };

  function centerOf(index: number): number {
    return (index + 0.5) / moments.length;
  }

  /** Of a second in which something happened. */
  function startOf(second: number): number {
    return centerOf(moments.findIndex((moment) => moment.second === second));
  }

  /** Of a second that may lie between two columns, or behind the last. */
  function endOf(second: number): number {
    const next = moments.findIndex((moment) => moment.second >= second);
    if (next < 0) return 1;
    if (next === 0) return centerOf(0);
    const [before, after] = [moments[next - 1]!.second, moments[next]!.second];
    return centerOf(next - 1) + (centerOf(next) - centerOf(next - 1)) * ((second - before) / (after - before));
  }
}
