/**
 * Which line gets a request. A REST API goes down its tree level by level, fixed before variable before greedy, and passes over a resource
 * that lacks the verb; at one resource a verb comes before ANY (B-RTE-01). A greedy variable wants at least one segment (B-RTE-02). An HTTP
 * API takes a full match, fixed before variable, then a greedy one, then $default; at equal paths a verb comes before ANY (B-RTE-05).
 */
import type { Api, Line, Segment, Verb } from './which-door-lines.ts';

export interface Call {
  verb: Verb;
  /** The path without its slashes. */
  path: readonly string[];
}

export type Winner = Line | '$default';

export interface Decision {
  /** Undefined: nobody, and the gateway refuses. */
  winner: Winner | undefined;
  /** AWS documents no order between the winner and this line; the winner is the one whose path is fixed first. */
  unsettled: Line | undefined;
}

/** Why a line does not get the request. Indexes count segments. */
export type Loss =
  /** The segment takes another text. */
  | { why: 'other'; at: number }
  /** The line is over, and the path goes on. */
  | { why: 'path-goes-on'; at: number }
  /** The path is over, and the line wants one more segment. */
  | { why: 'wants-more'; at: number }
  /** The path fits. */
  | { why: 'verb' }
  /** Path and verb fit, and a better line has them, too. `at` undefined: paths are alike. */
  | { why: 'outranked'; at: number | undefined };

const RANK: Record<Segment['kind'], number> = { fixed: 0, variable: 1, greedy: 2 };

export function decide(lines: readonly Line[], call: Call, api: Api, hasDefault: boolean): Decision {
  const candidates = lines
    .filter((line) => pathLoss(line.segments, call.path) === undefined && takesVerb(line, call.verb))
    .sort((one, other) => compare(one, other, api));
  const winner = candidates[0];
  if (!winner) return { winner: api === 'http' && hasDefault ? '$default' : undefined, unsettled: undefined };
  return { winner, unsettled: api === 'http' ? candidates.slice(1).find((other) => isUnsettled(winner, other)) : undefined };
}

/** Why a line of the API does not get the call; undefined for the one that does. */
export function lossOf(line: Line, call: Call, { winner }: Decision): Loss | undefined {
  if (line === winner) return undefined;
  const loss = pathLoss(line.segments, call.path);
  if (loss) return loss;
  if (!takesVerb(line, call.verb) || winner === undefined || winner === '$default') return { why: 'verb' };
  const at = line.segments.findIndex(({ kind }, index) => kind !== winner.segments[index]?.kind);
  return { why: 'outranked', at: at === -1 ? undefined : at };
}

/** Undefined: the path fits. */
export function pathLoss(segments: readonly Segment[], path: readonly string[]): Loss | undefined {
  for (const [at, { kind, text }] of segments.entries()) {
    const given = path[at];
    if (given === undefined) return { why: 'wants-more', at };
    if (kind === 'greedy') return undefined;
    if (kind === 'fixed' && text !== given) return { why: 'other', at };
  }
  return path.length > segments.length ? { why: 'path-goes-on', at: segments.length } : undefined;
}

/** The variables of a line that fits, and the part of the path that each takes, as it was sent. */
export function taken({ segments }: Line, path: readonly string[]): [variable: string, text: string][] {
  return segments.flatMap(({ kind, text }, index): [string, string][] => {
    if (kind === 'fixed') return [];
    return [[text.replace(/[{}+]/g, ''), kind === 'greedy' ? path.slice(index).join('/') : path[index]!]];
  });
}

export function takesVerb(line: Line, verb: Verb): boolean {
  return line.verb === verb || line.verb === 'ANY';
}

function compare(one: Line, other: Line, api: Api): number {
  const tier = api === 'http' ? Number(isGreedy(one)) - Number(isGreedy(other)) : 0;
  return tier || compareSegments(one.segments, other.segments) || Number(one.verb === 'ANY') - Number(other.verb === 'ANY');
}

/** Both fit one path, so at the first difference there is a segment on both sides. */
function compareSegments(one: readonly Segment[], other: readonly Segment[]): number {
  for (const [index, segment] of one.entries()) {
    const difference = RANK[segment.kind] - RANK[other[index]!.kind];
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Whether the rules for HTTP APIs leave these two open: each is better somewhere. */
function isUnsettled(winner: Line, other: Line): boolean {
  if (isGreedy(winner) !== isGreedy(other)) return false;
  const otherIsBetter = other.segments.some(({ kind }, index) => RANK[kind] < RANK[winner.segments[index]?.kind ?? 'fixed']);
  const alike = winner.segments.every(({ kind }, index) => kind === other.segments[index]?.kind);
  return otherIsBetter || (!alike && winner.verb === 'ANY' && other.verb !== 'ANY');
}

export function isGreedy({ segments }: Line): boolean {
  return segments.at(-1)?.kind === 'greedy';
}
