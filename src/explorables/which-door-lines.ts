/** Lines such as `GET /hotels/{hotel}/rooms`, as somebody typed them, read as the methods of a REST API or the routes of an HTTP API. */
import type { Span } from './text-place.ts';

export type Api = 'rest' | 'http';

export const VERBS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'] as const;
export type Verb = (typeof VERBS)[number];

/** A fixed segment takes its own text, a variable any one segment, a greedy variable the rest of the path, at least one segment. */
export interface Segment {
  kind: 'fixed' | 'variable' | 'greedy';
  /** As it was typed, with its braces. */
  text: string;
}

export interface Line {
  verb: Verb | 'ANY';
  segments: readonly Segment[];
  /** Verb and path with one blank between them. */
  text: string;
}

export interface Problem {
  message: string;
  span: Span;
}

export type Reading = { lines: readonly Line[] } | { problem: Problem };

export const LIMITS = { characters: 2000, lines: 20, segments: 8 };

const VARIABLE = /^\{[\w.-]+(\+?)\}$/;

/** The first thing that is wrong, or all lines. Empty lines do not count. */
export function readLines(text: string, api: Api): Reading {
  if (text.length > LIMITS.characters)
    return problemAt(0, 0, `These are more than ${LIMITS.characters.toLocaleString('en-US')} characters.`);
  const lines: Line[] = [];
  for (const { 0: typed, index } of text.matchAll(/[^\r\n]+/g)) {
    if (typed.trim() === '') continue;
    const from = index + typed.search(/\S/);
    const to = index + typed.trimEnd().length;
    if (lines.length === LIMITS.lines) return problemAt(from, to, `Here is room for ${LIMITS.lines} lines.`);
    const line = readLine(typed.trim());
    const wrong = typeof line === 'string' ? line : conflict(line, lines, api);
    if (wrong) return problemAt(from, to, wrong);
    lines.push(line as Line);
  }
  return lines.length === 0 ? problemAt(0, 0, 'Type a line, such as GET /hotels/{hotel}.') : { lines };
}

/** The path of a request, in segments, or what is wrong with it. A slash at the end is ignored (B-RTE-03, recorded on REST APIs). */
export function readPath(typed: string, api: Api): string[] | string {
  const path = typed.trim();
  if (!path.startsWith('/')) return 'A path begins with a slash.';
  if (path.length > 200) return 'Here is room for 200 characters.';
  if (/[?#]/.test(path)) return 'Query and fragment do not choose the door. Leave them out.';
  if (/\s/.test(path)) return 'A path holds no blanks. A caller sends %20.';
  if (path === '/') return [];
  if (path.includes('%') && api === 'http') return 'How an HTTP API reads a %, this page does not know. Take plain letters.';
  if (path.endsWith('/') && api === 'http') return 'What an HTTP API does with a slash at the end, AWS does not say. Leave it out.';
  const segments = path.slice(1).replace(/\/$/, '').split('/');
  if (segments.includes('')) return 'Two slashes side by side are a case of their own. Leave one out.';
  return segments;
}

function readLine(typed: string): Line | string {
  const [verb = '', path = '', ...more] = typed.split(/\s+/);
  if (verb === '$default') return 'The $default route has a box of its own, at an HTTP API.';
  if (!isVerb(verb)) return `A line begins with a verb in capitals: ${VERBS.join(', ')} or ANY.`;
  if (!path.startsWith('/') || more.length > 0) return 'Behind the verb stands one path, which begins with a slash.';
  const texts = path === '/' ? [] : path.slice(1).split('/');
  if (texts.length > LIMITS.segments) return `Here is room for ${LIMITS.segments} segments.`;
  const segments: Segment[] = [];
  for (const [index, text] of texts.entries()) {
    const segment = readSegment(text);
    if (typeof segment === 'string') return segment;
    if (segment.kind === 'greedy' && index < texts.length - 1)
      return 'A greedy variable takes the rest of the path, so nothing can follow it.';
    segments.push(segment);
  }
  return { verb, segments, text: `${verb} ${path}` };
}

function readSegment(text: string): Segment | string {
  if (text === '') return 'A segment is empty: leave out the slash.';
  const variable = VARIABLE.exec(text);
  if (variable) return { kind: variable[1] ? 'greedy' : 'variable', text };
  if (/[{}]/.test(text)) return 'A variable is a whole segment: {id} is possible, guest-{id} is not.';
  return /[?#$]/.test(text) ? 'A fixed segment holds no ?, # or $.' : { kind: 'fixed', text };
}

/** What keeps a line out beside those that are there: REST allows a resource one child with a variable part. */
function conflict(line: Line, others: readonly Line[], api: Api): string | undefined {
  if (api === 'rest') {
    for (const other of others) {
      const at = line.segments.findIndex((segment, index) => segment.text !== other.segments[index]?.text);
      const [mine, theirs] = [line.segments[at], other.segments[at]];
      if (mine && theirs && mine.kind !== 'fixed' && theirs.kind !== 'fixed') {
        return `AWS refuses this on a REST API: “A sibling of this resource already has a variable path part”. The sibling is ${theirs.text}.`;
      }
    }
  }
  const same = others.find((other) => other.verb === line.verb && shape(other) === shape(line));
  return same && `${same.text} is there already and takes the very same requests.`;
}

function shape({ segments }: Line): string {
  return segments.map(({ kind, text }) => (kind === 'fixed' ? text : kind === 'variable' ? '{}' : '{+}')).join('/');
}

function isVerb(text: string): text is Line['verb'] {
  return text === 'ANY' || (VERBS as readonly string[]).includes(text);
}

function problemAt(from: number, to: number, message: string): Reading {
  return { problem: { message, span: { from, to } } };
}
