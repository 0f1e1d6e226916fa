/** Ratings as the browser keeps them: text in, text out. `ratings-store.ts` has the storage. */
import type { Step } from '../quiz/progress.ts';
import { RATINGS, type LineRatings, type Rating, type Ratings } from './ratings.ts';

export type ReadRatings =
  | { status: 'read'; ratings: Ratings }
  /** Not text that this course wrote. */
  | { status: 'unreadable' }
  /** Written by a newer version of the course: to be left alone. */
  | { status: 'newer' };

/** Each step takes the stored data of one version to the next; the first takes version 1 to version 2. */
const STEPS: Step[] = [];

export function readRatings(text: string | null, steps: Step[] = STEPS): ReadRatings {
  if (text === null) return { status: 'read', ratings: {} };
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return { status: 'unreadable' };
  }
  if (!isRecord(data) || typeof data.version !== 'number' || !Number.isInteger(data.version) || data.version < 1)
    return { status: 'unreadable' };
  if (data.version > steps.length + 1) return { status: 'newer' };
  const { ratings } = steps.slice(data.version - 1).reduce<Record<string, unknown>>((older, step) => step(older), data);
  if (!isRecord(ratings)) return { status: 'unreadable' };
  return {
    status: 'read',
    ratings: Object.fromEntries(Object.entries(ratings).flatMap(([id, lines]) => (isRecord(lines) ? [[id, ratedLines(lines)]] : []))),
  };
}

export function writeRatings(ratings: Ratings): string {
  return JSON.stringify({ version: STEPS.length + 1, ratings });
}

function ratedLines(lines: Record<string, unknown>): LineRatings {
  return Object.fromEntries(
    Object.entries(lines).filter((entry): entry is [string, Rating] => RATINGS.some((known) => known === entry[1])),
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
