/** What is told of a reference, wherever it is told. */
import type { Span } from './text-place.ts';

/**
 * `text`: looks like a reference or a directive and is none, so it is printed as it stands. `read`: in a condition, an argument or on the
 * right side of a `#set`.
 */
export type Role = 'printed' | 'read' | 'set' | 'text';

export type Shape = 'text' | 'whole number' | 'number with a point' | 'truth' | 'map' | 'list' | 'template list' | 'helper' | 'block';

/**
 * `nothing`: missing or null somewhere on the way. `no-variable`: nothing has the name at its front. `kept`: a `#set` whose right side is
 * null, so that the old value stays; `old` of a plain variable. `lost`: a `#set` on something that is not there.
 */
export type Became =
  | { kind: 'value'; shape: Shape; printed: string; length: number }
  | { kind: 'nothing' | 'no-variable' | 'lost' }
  | { kind: 'kept'; old?: Became };

export interface Occurrence {
  role: Role;
  written: string;
  span?: Span;
  /** How often the run came by. */
  times: number;
  /** What it was then, the first few times that it was something else than before. Empty for a text. */
  became: Became[];
}

/** Kept of one occurrence. */
export const MOST_VALUES = 3;
