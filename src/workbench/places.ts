/** Places in the files of a submission that a message names. */

export interface Place {
  path: string;
  /** From 1. */
  line: number;
  /** From 1, in UTF-16 code units. */
  column?: number;
}

export interface Message {
  /** Without the excerpt. */
  sentence: string;
  place?: Place;
  /** The line of the source, if the message brings it. */
  excerpt?: string;
}

/** A sentence, `vtl.ts:12`, the line, and below it a caret. */
const WITH_EXCERPT = /^(.+)\n([\w./-]+\.ts):(\d+)\n(.*)\n( *)\^$/s;
/** `vtl.ts:12 imports …` */
const IN_FRONT = /^([\w./-]+\.ts):(\d+) /;
/** `… (vtl.ts, line 12)`, which the judge puts behind what was thrown. What was thrown may say the like. */
const BEHIND = /^.*\(([\w./-]+\.ts), line (\d+)\)/s;

export function readMessage(message: string): Message {
  const [, sentence, path, line, excerpt, indent] = WITH_EXCERPT.exec(message) ?? [];
  if (sentence !== undefined) {
    return { sentence, place: { path: path!, line: Number(line), column: indent!.length + 1 }, excerpt: excerpt! };
  }
  const [, file, number] = IN_FRONT.exec(message) ?? BEHIND.exec(message) ?? [];
  return { sentence: message, ...(file !== undefined && { place: { path: file, line: Number(number) } }) };
}
