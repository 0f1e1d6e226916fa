/** The formatter: it is large, and takes longer than a key may wait. */
import { format } from './format.ts';
import type { FormatAsked, FormatAnswered } from './formatter.ts';

self.onmessage = async ({ data: { id, text, cursor } }: MessageEvent<FormatAsked>) => {
  const answer = await format(text, cursor).catch((error: unknown) => ({ failed: String(error) }));
  self.postMessage({ id, answer } satisfies FormatAnswered);
};
