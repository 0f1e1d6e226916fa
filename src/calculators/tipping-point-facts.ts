/** What the order of the front doors takes from the ledger and the feature matrix, and how it travels to a page. */
import type { BillPrices } from './monthly-bill-prices.ts';
import { DOORS, NEEDS, type Door, type Need } from './tipping-point-settings.ts';

/** Limits of the ledger, as numbers in their own units. */
export const LIMIT_IDS = [
  'rest-timeout-default',
  'http-timeout-max',
  'alb-idle-timeout-max',
  'lambda-timeout-max',
  'cloudfront-origin-wait-max',
  'rest-payload',
  'http-payload',
  'lambda-payload',
  'alb-lambda-payload',
  'lambda-stream-payload',
] as const;

export type LimitId = (typeof LIMIT_IDS)[number];

export interface NeedRow {
  title: string;
  has: Readonly<Record<Door, 'yes' | 'no' | 'partly'>>;
}

export interface DoorFacts {
  prices: BillPrices['prices'];
  limits: Readonly<Record<LimitId, number>>;
  rows: Readonly<Record<Need, NeedRow>>;
}

/** What a page needs besides the prices: `29 30 …;Usage plans|ynnnn;…`, in order of the ids. */
export function packedFacts({ limits, rows }: Omit<DoorFacts, 'prices'>): string {
  const said = ({ title, has }: NeedRow) => `${title}|${DOORS.map((door) => has[door][0]).join('')}`;
  return [LIMIT_IDS.map((id) => limits[id]).join(' '), ...NEEDS.map((need) => said(rows[need]))].join(';');
}

/** @param text what `packedFacts` made */
export function unpackedFacts(text: string): Omit<DoorFacts, 'prices'> {
  const [limits, ...rows] = text.split(';');
  const numbers = limits!.split(' ').map(Number);
  return {
    limits: Object.fromEntries(LIMIT_IDS.map((id, index) => [id, numbers[index]!])) as DoorFacts['limits'],
    rows: Object.fromEntries(NEEDS.map((need, index) => [need, rowIn(rows[index]!)])) as DoorFacts['rows'],
  };
}

const ANSWERS = { y: 'yes', n: 'no', p: 'partly' } as const;

function rowIn(text: string): NeedRow {
  const [title, letters] = text.split('|');
  const has = DOORS.map((door, index) => [door, ANSWERS[letters![index] as keyof typeof ANSWERS]]);
  return { title: title!, has: Object.fromEntries(has) as NeedRow['has'] };
}
