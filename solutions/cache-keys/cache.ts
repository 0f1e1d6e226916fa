import type {
  Cache,
  CacheConfig,
  CachedMethod,
  CachedResponse,
  CacheRequest,
  Lookup,
  MethodSettings,
  StageCache,
} from '../../exercises/cache-keys/contract.ts';
import { cacheKey, valuesOfHeader } from './key.ts';
import { findSettingsIn, type FindSettings } from './settings.ts';
import { createShelf, type Shelf } from './shelf.ts';
import { utf8Length } from './utf8.ts';

/** The largest body that is stored, in bytes (B-CCH-04). */
const LARGEST_BODY = 1_048_576;

/** What an entry weighs before anything is in it. */
const ENTRY = 512;

const WARNING = '199 The cache was not refreshed: the caller lacks execute-api:InvalidateCache.';

interface Stage {
  settingsOf: FindSettings;
  shelf: Shelf;
}

/** What the configuration says about one method, worked out once. */
interface Plan {
  settings: Required<MethodSettings>;
  shelf: Shelf;
}

/** The response cache of an API: one shelf for each stage (B-CCH-10). */
export function createCache(config: CacheConfig): Cache {
  const stages = new Map(Object.entries(config.stages).map(([name, stage]) => [name, createStage(name, stage)]));
  const plans = new WeakMap<CachedMethod, Plan>();
  let clock = -Infinity;

  function tick(now: number): number {
    return (clock = Math.max(clock, now));
  }

  /** Undefined: the method is not cached. */
  function planOf(method: CachedMethod): Plan | undefined {
    return plans.get(method) ?? makePlan(method);
  }

  function makePlan(method: CachedMethod): Plan | undefined {
    const stage = stages.get(method.stage);
    const settings = stage?.settingsOf(method);
    if (!stage || !settings) return undefined;
    const plan = { settings, shelf: stage.shelf };
    plans.set(method, plan);
    return plan;
  }

  return {
    lookup(method, request, now): Lookup {
      const time = tick(now);
      const plan = planOf(method);
      if (!plan) return { kind: 'bypass' };

      const { settings, shelf } = plan;
      let warning: string | undefined;
      if (asksForFresh(request)) {
        if (request.mayInvalidateCache || !settings.requireAuthorizationForCacheControl) return { kind: 'miss' };
        if (settings.unauthorizedCacheControlHeaderStrategy === 'FAIL_WITH_403') return { kind: 'forbidden' };
        if (settings.unauthorizedCacheControlHeaderStrategy === 'SUCCEED_WITH_RESPONSE_HEADER') warning = WARNING;
      }
      const response = shelf.find(cacheKey(method, request), time);
      const answer: Lookup = response ? { kind: 'hit', response } : { kind: 'miss' };
      return warning === undefined ? answer : { ...answer, warning };
    },

    store(method, request, response, now) {
      const time = tick(now);
      const plan = planOf(method);
      if (!plan) return;

      const key = cacheKey(method, request);
      const bytes = utf8Length(response.body);
      if (bytes > LARGEST_BODY) return plan.shelf.drop(key);
      const weight = ENTRY + utf8Length(key) + bytes + weightOfHeaders(response);
      plan.shelf.put(key, response, weight, plan.settings.cacheTtlInSeconds * 1000, time);
    },

    flush(stage) {
      stages.get(stage)?.shelf.clear();
    },
  };
}

function createStage(name: string, stage: StageCache): Stage {
  const { capacity } = stage;
  if (!Number.isInteger(capacity) || capacity < 1) {
    throw new Error(`stage ${name}: capacity is ${capacity}. It must be a whole number of bytes, 1 or more.`);
  }
  return { settingsOf: findSettingsIn(stage, name), shelf: createShelf(capacity) };
}

/** One directive asks, alone or between commas; `no-cache`, which looks like the same wish, does not (B-CCH-12). */
const MAX_AGE_ZERO = /(?:^|,)\s*max-age=0\s*(?:,|$)/i;

function asksForFresh({ header }: CacheRequest): boolean {
  return valuesOfHeader(header, 'cache-control')?.some((line) => MAX_AGE_ZERO.test(line)) ?? false;
}

function weightOfHeaders({ headers }: CachedResponse): number {
  let bytes = 0;
  for (const [name, value] of Object.entries(headers)) bytes += utf8Length(name) + utf8Length(value);
  return bytes;
}
