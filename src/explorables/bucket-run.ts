/** Sends traffic through one bucket under virtual time, and notes what happens. The bucket is handed in. */
import type { Bucket, Limit, Millis } from '../../exercises/token-bucket/contract.ts';
import type { Pattern, Settings } from './bucket-settings.ts';

/** A short part of the time watched; slices and seconds begin together. */
export interface Slice {
  from: Millis;
  to: Millis;
  accepted: number;
  refused: number;
  /** Tokens in the bucket at `to`, before anything that arrives at that instant and belongs to the next slice. */
  tokens: number;
}

export interface Run {
  slices: Slice[];
  /** Corners of the line that the tokens draw over time, from left to right; two at one moment are a drop. */
  line: { at: Millis; tokens: number }[];
  sent: number;
  accepted: number;
  refused: number;
  /** When the first request was refused. */
  firstRefusal?: Millis;
}

/** Lengths that divide a second and half a second, so that no slice holds the end of one wave and the start of the next. */
const LENGTHS = [20, 25, 50, 100, 125, 250];
const SLICES_AT_MOST = 64;

/** How long a slice is when `seconds` are watched. */
export function sliceLength(seconds: number): Millis {
  return LENGTHS.find((length) => (seconds * 1000) / length <= SLICES_AT_MOST) ?? 1000;
}

/** With more moments than this, single drops are thinner than the line. */
const MOMENTS_TO_DRAW = 250;

export function runBucket(createBucket: (limit: Limit, now: Millis) => Bucket, settings: Settings): Run {
  const bucket = createBucket({ rate: settings.rate, burst: settings.burst }, 0);
  const length = sliceLength(settings.seconds);
  const waves = WAVES[settings.pattern](settings);
  const drawsDrops = waves.reduce((moments, wave) => moments + (wave.length === 0 ? 1 : wave.requests), 0) <= MOMENTS_TO_DRAW;
  const line: Run['line'] = [{ at: 0, tokens: bucket.tokens(0) }];
  const slices: Slice[] = [];
  let firstRefusal: Millis | undefined;
  let slice = sliceAt(0);

  function sliceAt(index: number): Slice {
    return { from: index * length, to: (index + 1) * length, accepted: 0, refused: 0, tokens: 0 };
  }
  function close(): void {
    slice.tokens = bucket.tokens(slice.to);
    line.push({ at: slice.to, tokens: slice.tokens });
    slices.push(slice);
    slice = sliceAt(slices.length);
  }
  function arrive(at: Millis, requests: number): void {
    if (drawsDrops) line.push({ at, tokens: bucket.tokens(at) });
    for (let request = 0; request < requests; request++) {
      if (bucket.take(at)) slice.accepted++;
      else {
        slice.refused++;
        firstRefusal ??= at;
      }
    }
    if (drawsDrops) line.push({ at, tokens: bucket.tokens(at) });
  }

  for (const wave of waves) {
    while (slice.to <= wave.start + HAIR) close();
    if (wave.length === 0) arrive(wave.start, wave.requests);
    else
      for (let index = 0; index < wave.requests; index++) {
        const at = momentIn(wave, index);
        while (slice.to < at - HAIR) close();
        arrive(at, 1);
      }
  }
  while (slices.length * length < settings.seconds * 1000) close();

  const { accepted, refused } = totals(slices);
  return { slices, line, sent: accepted + refused, accepted, refused, ...(firstRefusal !== undefined && { firstRefusal }) };
}

/** Accepted and refused over `slices`. */
export function totals(slices: Slice[]): Pick<Run, 'accepted' | 'refused'> {
  return slices.reduce((sum, { accepted, refused }) => ({ accepted: sum.accepted + accepted, refused: sum.refused + refused }), {
    accepted: 0,
    refused: 0,
  });
}

const ROW_LENGTHS = [100, 250, 500, 1000];
const ROWS_AT_MOST = 12;

/** The run in a dozen rows at most, as slices that are longer. */
export function rowsOf(slices: Slice[]): Slice[] {
  const end = slices.at(-1)!.to;
  const length = ROW_LENGTHS.find((candidate) => end / candidate <= ROWS_AT_MOST) ?? end;
  return Array.from({ length: Math.ceil(end / length) }, (_, row) => {
    const inside = slices.filter((slice) => slice.from >= row * length && slice.from < (row + 1) * length);
    return { from: row * length, to: (row + 1) * length, ...totals(inside), tokens: inside.at(-1)!.tokens };
  });
}

/** A batch of requests over `length` milliseconds; over none, they arrive together. */
interface Wave {
  start: Millis;
  length: Millis;
  requests: number;
  ramp?: boolean;
}

/** Requests per second from which on a pair of them does not show. */
const CROWD = 100;

const WAVES: Record<Pattern, (settings: Settings) => Wave[]> = {
  // A crowd fills each second to both its ends, so that every second's sum comes out as on paper. A few requests would come
  // in pairs that way: they fill the whole time instead.
  even: (settings) =>
    settings.sent >= CROWD
      ? eachSecond(settings, 1000)
      : [{ start: 0, length: settings.seconds * 1000, requests: settings.sent * settings.seconds }],
  instant: (settings) => eachSecond(settings, 0),
  'even-once': ({ sent }) => [{ start: 0, length: 1000, requests: sent }],
  'instant-once': ({ sent }) => [{ start: 0, length: 0, requests: sent }],
  half: (settings) => eachSecond(settings, 500),
  // The average of a straight ramp is half of its end.
  ramp: ({ sent, seconds }) => [{ start: 0, length: seconds * 1000, requests: Math.round((sent * seconds) / 2), ramp: true }],
};

function eachSecond({ sent, seconds }: Settings, length: Millis): Wave[] {
  return Array.from({ length: seconds }, (_, second) => ({ start: second * 1000, length, requests: sent }));
}

/**
 * When request `index` of a wave arrives. The first comes as the wave starts, while the full bucket would waste what comes
 * back; the last as it ends, when all of that is there. So the sums come out as on paper.
 */
function momentIn({ start, length, requests, ramp }: Wave, index: number): Millis {
  if (requests === 1) return start;
  const share = index / (requests - 1);
  return start + length * (ramp ? Math.sqrt(share) : share);
}

/** In milliseconds: more than a rounding error, less than the gap between two requests. */
const HAIR = 1e-6;
