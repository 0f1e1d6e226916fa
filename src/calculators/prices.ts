/** The ledger's prices as the calculators take them: small enough for a page, and typed nowhere but in the ledger. */
import type { Unit } from '../facts/schema.ts';
import type { Tier } from '../facts/tier-prices.ts';

/** The facts that the calculators go by. */
export const PRICE_IDS = [
  'price-rest',
  'price-http',
  'price-http-meter',
  'price-websocket-messages',
  'price-websocket-meter',
  'price-websocket-minutes',
  'price-cache-0-5-gb',
  'price-cache-1-6-gb',
  'price-cache-6-1-gb',
  'price-cache-13-5-gb',
  'price-cache-28-4-gb',
  'price-cache-58-2-gb',
  'price-cache-118-gb',
  'price-cache-237-gb',
  'price-private-endpoint-hours',
  'price-private-endpoint-data',
  'price-data-out',
  'price-alb-hours',
  'price-alb-lcu',
  'lcu-new-connections',
  'lcu-active-connections',
  'lcu-bytes',
  'lcu-bytes-lambda',
  'lcu-free-rules',
  'price-ipv4',
  'price-lambda-requests',
  'price-lambda-duration',
  'price-cloudfront-data',
  'price-cloudfront-requests',
  'price-dynamodb-wcu',
  'price-dynamodb-rcu',
  'price-sqs',
  'price-logs-ingest',
  'price-logs-storage',
] as const;

export type PriceId = (typeof PRICE_IDS)[number];

/** What a fact says: dollars for a unit of something, or how much of something one unit covers. */
export interface Price {
  value: number;
  unit: Unit;
  /** All prices of a volume; `value` is the first of them. */
  tiers?: readonly Tier[];
}

export type Prices = Readonly<Record<PriceId, Price>>;
