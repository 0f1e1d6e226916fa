/** A request that a job has signed, and what the gateway makes of what arrives (B-SIG-01 to B-SIG-05). */
import { readRequest } from './signature-request.ts';
import { GATEWAY, OLD_SECRET, SECRET, SENT, SIGNED, type Answer, type Situation } from './signature-situation.ts';
import { computeSignature, type Computation, type Line, type WireRequest } from './signature.ts';

/** A line of both computations. Where they differ, `gateway` is what the gateway has; missing: it has no such line. */
export interface Row extends Line {
  differs: boolean;
  gateway?: string;
}

/** What differs on the wire and leaves the signature as it is. */
export type Harmless = 'path' | 'query' | 'spelling' | 'unsigned';

export interface Check {
  answer: Answer;
  /** The first line in which the two differ. */
  first?: string;
  canonicalRequest: Row[];
  stringToSign: Row[];
  keys: Row[];
  signature: Row;
  /** The time stamp that arrives is too old. */
  late: boolean;
  harmless: Harmless[];
}

const sent = requestIn(SENT);

/**
 * Signs what is sent, checks what arrives.
 * @param goodFor minutes for which a signature is good
 */
export function check(
  arrived: WireRequest,
  { region, service, encodesPathAgain, hasOldSecret, minutes }: Omit<Situation, 'arrived'>,
  goodFor: number,
): Check {
  const job = computeSignature(sent, { secret: hasOldSecret ? OLD_SECRET : SECRET, signed: SIGNED, region, service, encodesPathAgain });
  const gateway = computeSignature(arrived, { secret: SECRET, signed: SIGNED, ...GATEWAY, encodesPathAgain: true });
  const rows = {
    canonicalRequest: rowsOf(job.canonicalRequest, gateway.canonicalRequest),
    stringToSign: rowsOf(job.stringToSign, gateway.stringToSign),
    keys: keyRows(job, gateway),
    signature: rowsOf([{ name: 'signature', text: job.signature }], [{ name: 'signature', text: gateway.signature }])[0]!,
  };
  const late = isLate(arrived, minutes, goodFor);
  const inCanonical = rows.canonicalRequest.find(({ differs }) => differs);
  const inToSign = rows.stringToSign.find(({ differs }) => differs);
  const inKey = rows.keys.find(({ differs }) => differs);
  const first = inCanonical ?? inToSign ?? inKey;
  return {
    ...rows,
    late,
    answer: inCanonical ? 'canonical' : inToSign ? 'to-sign' : inKey ? 'key' : late ? 'clock' : 'in',
    ...(first && { first: first.name }),
    harmless: harmlessIn(arrived, rows.canonicalRequest),
  };
}

function rowsOf(job: readonly Line[], gateway: readonly Line[]): Row[] {
  return job.map(({ name, text }) => {
    const other = gateway.find((line) => line.name === name)?.text;
    if (other === text) return { name, text, differs: false };
    return { name, text, differs: true, ...(other !== undefined && { gateway: other }) };
  });
}

/** Keys are named after the part that went in; a row is one place of the chain. */
function keyRows(job: Computation, gateway: Computation): Row[] {
  const named = ({ keys }: Computation) => keys.map(({ text }, index) => ({ name: `${index}`, text }));
  return rowsOf(named(job), named(gateway)).map((row, index) => ({ ...row, name: ['date', 'Region', 'service', 'fixed word'][index]! }));
}

function isLate({ headers }: WireRequest, minutes: number, goodFor: number): boolean {
  const stamp = stampOf(headers);
  const signed = stampOf(sent.headers)!;
  return stamp !== undefined && signed + minutes * 60_000 - stamp > goodFor * 60_000;
}

/** In ms; undefined: none that can be read. */
function stampOf(headers: WireRequest['headers']): number | undefined {
  const value = headers.find(([name]) => name.toLowerCase() === 'x-amz-date')?.[1].trim() ?? '';
  const time = Date.parse(value.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
  return Number.isNaN(time) ? undefined : time;
}

function harmlessIn(arrived: WireRequest, rows: readonly Row[]): Harmless[] {
  const same = (name: string) => rows.find((row) => row.name === name)?.differs === false;
  const isSigned = (name: string) => (SIGNED as readonly string[]).includes(name.toLowerCase());
  const wire = ({ headers }: WireRequest, keep: (name: string) => boolean) =>
    headers
      .filter(([name]) => keep(name))
      .map(([name, value]) => `${name}:${value}`)
      .sort()
      .join('\n');
  const apart = (keep: (name: string) => boolean) => wire(sent, keep) !== wire(arrived, keep);
  const found: Harmless[] = [];
  if (sent.path !== arrived.path && same('path')) found.push('path');
  if (sent.query !== arrived.query && same('query')) found.push('query');
  if (apart(isSigned) && SIGNED.every((name) => same(`header ${name}`))) found.push('spelling');
  if (apart((name) => !isSigned(name))) found.push('unsigned');
  return found;
}

function requestIn(text: string): WireRequest {
  const read = readRequest(text);
  if (read.problem) throw new Error(read.problem.message);
  return read.request;
}
