import type { CachedMethod, MethodSettings, StageCache } from '../../exercises/cache-keys/contract.ts';

const DEFAULTS: Required<MethodSettings> = {
  cachingEnabled: false,
  cacheTtlInSeconds: 300,
  requireAuthorizationForCacheControl: true,
  unauthorizedCacheControlHeaderStrategy: 'SUCCEED_WITH_RESPONSE_HEADER',
};
const LONGEST_TTL = 3600;

/** Finds the settings of a method in its stage; undefined: the method is not cached. */
export type FindSettings = (method: CachedMethod) => Required<MethodSettings> | undefined;

/**
 * An entry stands in the place of the stage's default, and the default speaks for GET only (B-CCH-03, B-THR-07).
 *
 * @throws Error if a value is out of its range; `stage` is its name, for the message
 */
export function findSettingsIn({ default: ofOthers = {}, methods = {} }: StageCache, stage: string): FindSettings {
  const entries = new Map(Object.entries(methods).map(([key, settings]) => [key, complete(settings, `stage ${stage}, ${key}`)]));
  const ofGet = complete(ofOthers, `stage ${stage}, default`);

  return ({ resourcePath, httpMethod }) => {
    const settings = entries.get(`${resourcePath}/${httpMethod}`) ?? (httpMethod === 'GET' ? ofGet : undefined);
    return settings?.cachingEnabled && settings.cacheTtlInSeconds > 0 ? settings : undefined;
  };
}

function complete(settings: MethodSettings, place: string): Required<MethodSettings> {
  const { cacheTtlInSeconds = DEFAULTS.cacheTtlInSeconds } = settings;
  if (!Number.isInteger(cacheTtlInSeconds) || cacheTtlInSeconds < 0 || cacheTtlInSeconds > LONGEST_TTL) {
    throw new Error(`${place}: cacheTtlInSeconds is ${cacheTtlInSeconds}. It must be a whole number of seconds from 0 to ${LONGEST_TTL}.`);
  }
  return { ...DEFAULTS, ...settings, cacheTtlInSeconds };
}
