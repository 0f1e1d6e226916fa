/**
 * Decisions per second: the reference bucket beside two limiters from npm, in one process. Each reads a clock for every
 * decision, because a gateway does: `limiter` reads `performance.now()`, `rate-limiter-flexible` reads `Date.now()`, and
 * the reference bucket, which is handed its time, is handed the clock that its neighbor reads.
 */
import { RateLimiter, TokenBucket } from 'limiter';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { TokenBucketPart } from '../exercises/token-bucket/contract.ts';
import { inTurns, summarize, type Samples } from './measure.ts';

export interface LimiterFigure {
  limiter: string;
  load: string;
  perSecond: Samples;
  /** Share of the requests that passed: both sides of a comparison must have had the same to do. */
  passed: number;
}

const DECISIONS_A_ROUND = 200_000;
const ROUNDS = 15;
const KEYS = Array.from({ length: 1_000 }, (_, index) => `client-${index}`);

/** A load is a limit: with the first every request passes, with the second nearly every one is refused. */
const LOADS = {
  'all pass': { rate: 1e9, burst: 1e9 },
  'most refused': { rate: 10, burst: 10 },
};

type Decide = (index: number) => boolean | Promise<boolean>;

export async function measureLimiters(part: TokenBucketPart): Promise<LimiterFigure[]> {
  const figures: LimiterFigure[] = [];
  for (const [load, limit] of Object.entries(LOADS)) {
    const passed = new Map<string, number>();
    const rounds = Object.entries<Decide>(limiters(part, limit)).map(([limiter, decide]) => [
      limiter,
      async () => {
        const round = await decideOften(decide);
        passed.set(limiter, round.passed);
        return round.perSecond;
      },
    ]);
    const values: Record<string, number[]> = await inTurns(ROUNDS, Object.fromEntries(rounds));
    for (const [limiter, perSecond] of Object.entries(values)) {
      figures.push({ limiter, load, perSecond: summarize(perSecond), passed: passed.get(limiter)! });
    }
  }
  return figures;
}

function limiters({ createBucket }: TokenBucketPart, { rate, burst }: { rate: number; burst: number }): Record<string, Decide> {
  const bucket = createBucket({ rate, burst }, performance.now());
  const tokenBucket = new TokenBucket({ bucketSize: burst, tokensPerInterval: rate, interval: 'second' });
  tokenBucket.content = burst;
  const rateLimiter = new RateLimiter({ tokensPerInterval: rate, interval: 'second' });

  const buckets = new Map(KEYS.map((key) => [key, createBucket({ rate, burst }, Date.now())]));
  const flexible = new RateLimiterMemory({ points: burst, duration: 1 });
  const consume = (key: string) =>
    flexible.consume(key).then(
      () => true,
      () => false,
    );

  return {
    'one bucket, reference': () => bucket.take(performance.now()),
    'one bucket, limiter TokenBucket': () => tokenBucket.tryRemoveTokens(1),
    'one bucket, limiter RateLimiter': () => rateLimiter.tryRemoveTokens(1),
    '1,000 keys, reference in a Map': (index) => buckets.get(KEYS[index % KEYS.length]!)!.take(Date.now()),
    '1,000 keys, rate-limiter-flexible': (index) => consume(KEYS[index % KEYS.length]!),
  };
}

/** A decision is awaited only if it is a promise. */
async function decideOften(decide: Decide): Promise<{ perSecond: number; passed: number }> {
  let passed = 0;
  const start = performance.now();
  for (let index = 0; index < DECISIONS_A_ROUND; index++) {
    const decision = decide(index);
    if (typeof decision === 'boolean' ? decision : await decision) passed++;
  }
  const seconds = (performance.now() - start) / 1000;
  return { perSecond: DECISIONS_A_ROUND / seconds, passed: passed / DECISIONS_A_ROUND };
}
