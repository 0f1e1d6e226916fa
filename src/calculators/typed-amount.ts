/** An amount that a reader typed, large ones with a word: `30 million`, `1.5bn`, `200k`, `30,000,000`. */
import { typedNumber } from '../quiz/typed-number.ts';

const SCALES: Record<string, number> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mio: 1e6,
  million: 1e6,
  b: 1e9,
  bn: 1e9,
  billion: 1e9,
  trillion: 1e12,
};

/** Nobody types more for a number. */
const LONGEST = 40;

/** Undefined if there is no number, more than one, or a word behind it that is no scale. */
export function typedAmount(text: string): number | undefined {
  if (text.length > LONGEST) return undefined;
  const [, figures = '', word = ''] = /^([^a-z]*)([a-z]*?)s?$/i.exec(text.trim()) ?? [];
  const scale = word === '' ? 1 : SCALES[word.toLowerCase()];
  const number = typedNumber(figures);
  // A hair's breadth of floating point is no part of what was typed.
  return scale === undefined || number === undefined ? undefined : Number((number * scale).toPrecision(12));
}
