/** Quotation marks and apostrophes of the prose are curly where they are written: nothing makes them so later. */
import type { Finding } from '../facts/finding.ts';
import { OPAQUE } from '../facts/measures.ts';
import { textsOf, type Sources } from './texts.ts';

/** Keys whose texts are shown as they were received or are to be typed. */
const VERBATIM = new Set(['value', 'answer']);
/** Code between backticks, and what stands for a value. */
const NO_PROSE = /`[^`]*`|\{[^{}]*\}/g;
/** With what surrounds it, so that it is found on its line. */
const STRAIGHT = /[\p{L}\d]*(?:["'][\p{L}\d]*)+/gu;

export function quoteProblems(sources: Sources): Finding[] {
  const texts = textsOf(sources).filter(({ key }) => !VERBATIM.has(key ?? ''));
  return texts.flatMap(({ file, text, placeOf }) =>
    [...text.replace(NO_PROSE, (piece) => OPAQUE.repeat(piece.length)).matchAll(STRAIGHT)].map(({ 0: part, index }) => ({
      file,
      ...placeOf(part, index),
      message: `a straight quotation mark in prose: ${part}`,
      mend: 'write ’ for an apostrophe, “ and ” around words, or put code between backticks',
    })),
  );
}
