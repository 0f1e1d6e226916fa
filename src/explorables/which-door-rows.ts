/** What is drawn: the tree of a REST API resource by resource, the list of an HTTP API route by route. */
import type { Line, Segment } from './which-door-lines.ts';
import { lossWords } from './which-door-words.ts';
import { lossOf, pathLoss, type Call, type Decision } from './which-door.ts';

export interface Row {
  /** Unlike in every other row. */
  key: string;
  depth: number;
  /** A path part, `/` for the root, or a route’s path. */
  part: string;
  /** Joined by blanks. The route $default has none to show. */
  verbs: string;
  /** `way`: fits so far, and a branch below may go on. `dead`: below a branch that lost. */
  fate: 'takes' | 'way' | 'lost' | 'dead';
  words: string;
}

interface Resource {
  path: string;
  segments: readonly Segment[];
  lines: Line[];
  children: Resource[];
}

/** A resource for every segment, also those that only carry others. Depth first, in the order of the lines. */
export function treeRows(lines: readonly Line[], call: Call, decision: Decision): Row[] {
  return rowsBelow(treeOf(lines), call, decision, true);
}

function treeOf(lines: readonly Line[]): Resource {
  const root: Resource = { path: '/', segments: [], lines: [], children: [] };
  for (const line of lines) {
    let at = root;
    for (const [index, { text }] of line.segments.entries()) {
      const path = `${at === root ? '' : at.path}/${text}`;
      let child = at.children.find((other) => other.path === path);
      if (!child) {
        child = { path, segments: line.segments.slice(0, index + 1), lines: [], children: [] };
        at.children.push(child);
      }
      at = child;
    }
    at.lines.push(line);
  }
  return root;
}

function rowsBelow(resource: Resource, call: Call, decision: Decision, reached: boolean): Row[] {
  const { path, segments, lines, children } = resource;
  const fate = reached ? fateOf(resource, call, decision) : ({ fate: 'dead', words: '' } as const);
  const loss = pathLoss(segments, call.path);
  // Where the path ends, only a greedy child has to say why it does not take it.
  const asks = (child: Resource) => fate.fate === 'way' || (reached && !loss && child.segments.at(-1)!.kind === 'greedy');
  return [
    {
      key: path,
      depth: segments.length,
      part: segments.at(-1)?.text ?? '/',
      verbs: lines.map(({ verb }) => verb).join(' ') || 'no verb',
      ...fate,
    },
    ...children.flatMap((child) => rowsBelow(child, call, decision, asks(child))),
  ];
}

function fateOf({ segments, lines, children }: Resource, call: Call, decision: Decision): Pick<Row, 'fate' | 'words'> {
  const loss = pathLoss(segments, call.path);
  const asLine: Line = { verb: call.verb, segments, text: '' };
  if (loss?.why === 'path-goes-on' && children.length > 0) return { fate: 'way', words: '' };
  if (loss) return { fate: 'lost', words: lossWords(asLine, decision.winner, loss, call, 'rest') };
  const taker = lines.find((line) => line === decision.winner);
  if (taker) return { fate: 'takes', words: 'Takes it.' };
  const rival = lines.find((line) => lossOf(line, call, decision)?.why === 'outranked');
  const words = rival
    ? lossWords(rival, decision.winner, lossOf(rival, call, decision)!, call, 'rest')
    : lines.length > 0
      ? `Fits, and has no ${call.verb}: passed over.`
      : 'Fits, and has no verb at all: no door.';
  return { fate: 'lost', words };
}

export function routeRows(lines: readonly Line[], call: Call, decision: Decision, hasDefault: boolean): Row[] {
  const routes = lines.map((line): Row => {
    const loss = lossOf(line, call, decision);
    return {
      key: line.text,
      depth: 0,
      part: line.text.slice(line.verb.length + 1),
      verbs: line.verb,
      fate: loss ? 'lost' : 'takes',
      words: loss ? lossWords(line, decision.winner, loss, call, 'http') : 'Takes it.',
    };
  });
  if (!hasDefault) return routes;
  const takes = decision.winner === '$default';
  return [
    ...routes,
    {
      key: '$default',
      depth: 0,
      part: '$default',
      verbs: '',
      fate: takes ? 'takes' : 'lost',
      words: takes ? 'Takes it.' : 'Another route fits.',
    },
  ];
}
