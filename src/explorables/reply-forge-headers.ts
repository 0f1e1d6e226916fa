/** The headers of a reply without faults, as they reach the caller. */
import type { Answered, Door, Note, Reply } from './reply-forge.ts';

/** What a proxy’s backend may not say under its own name (B-INT-02). */
export const REMAPPED = ['connection', 'content-length', 'date', 'server'];
/** Never passed on (B-INT-02). */
export const DROPPED = 'transfer-encoding';

/** The values of the lists first, under the name that stands there (B-LPX-04). */
export function headersOf(reply: Reply, door: Door, remapped: string): { headers: Answered['headers']; notes: Note[] } {
  const single = Object.entries((reply.headers ?? {}) as Record<string, string | boolean>);
  const lists = door === 'http-2.0' ? [] : Object.entries((reply.multiValueHeaders ?? {}) as Record<string, string[]>);
  const cookies = door === 'http-2.0' ? ((reply.cookies ?? []) as string[]) : [];
  const joined: string[] = [];

  const headers: Answered['headers'] = [];
  const alone = new Set(single);
  for (const [name, values] of lists) {
    headers.push(...values.map((value): [string, string] => [name, value]));
    for (const entry of single.filter(([other]) => other.toLowerCase() === name.toLowerCase())) {
      headers.push([name, String(entry[1])]);
      joined.push(name);
      alone.delete(entry);
    }
  }
  headers.push(...[...alone].map(([name, value]): [string, string] => [name, String(value)]));
  headers.push(...cookies.map((cookie): [string, string] => ['set-cookie', cookie]));

  const renamed = headers.filter(([name]) => REMAPPED.includes(name.toLowerCase())).map(([name]) => name);
  const dropped = headers.filter(([name]) => name.toLowerCase() === DROPPED).map(([name]) => name);
  const booleans = single.filter(([, value]) => typeof value === 'boolean').map(([name]) => name);
  const recorded = door === 'rest' ? undefined : 'recorded';
  const notes: Note[] = [
    ...(reply.headers === null ? [{ kind: 'null', evidence: 'B-LPX-03' } as const] : []),
    ...(booleans.length > 0 ? [{ kind: 'boolean', names: booleans, evidence: recorded ?? 'B-LPX-03' } as const] : []),
    ...(joined.length > 0 ? [{ kind: 'joined', names: joined, evidence: recorded ?? 'B-LPX-04' } as const] : []),
    ...(renamed.length > 0 ? [{ kind: 'remapped', names: renamed, evidence: 'B-INT-02' } as const] : []),
    ...(dropped.length > 0 ? [{ kind: 'dropped', names: dropped, evidence: 'B-INT-02' } as const] : []),
  ];
  return {
    headers: headers
      .filter(([name]) => name.toLowerCase() !== DROPPED)
      .map(([name, value]) => [REMAPPED.includes(name.toLowerCase()) ? `${remapped}${name}` : name, value]),
    notes,
  };
}
