/** “Strike it out”: which front doors can do everything that a system needs. The feature matrix is handed in. */
import type { Load } from '../calculators/front-doors.ts';
import type { Product } from '../facts/features.ts';

export const DOORS = ['rest', 'http', 'websocket', 'alb', 'lambdaUrl', 'cloudfront'] as const satisfies readonly Product[];

/** A row of the feature matrix as the page hands it in: plain text, no markup. */
export interface FeatureRow {
  id: string;
  title: string;
  group: string;
  doors: Readonly<Record<Product, { has: 'yes' | 'no' | 'partly'; note?: string }>>;
}

/** The need that decides what callers send: messages over open connections, or ordinary requests. */
export const SOCKETS = 'websocket';

export interface Traffic {
  /** Requests a month, or messages that come in. */
  calls: number;
  /** What a reply carries, or a message. */
  kilobytes: number;
  /** Who is connected all month, where connections stay open. */
  clients: number;
}

/** What can be chosen for each number. */
export const CHOICES = {
  calls: [20_000, 1e6, 1.5e6, 3e6, 10e6, 15e6, 20e6, 30e6, 100e6, 500e6, 1e9, 10e9],
  kilobytes: [1, 5, 20, 200, 1_000],
  clients: [100, 1_000, 10_000, 100_000],
} as const satisfies Record<keyof Traffic, readonly number[]>;

/** What the needs make of the traffic: a private address and a cache change the bill. */
export function loadOf({ calls, kilobytes, clients }: Traffic, needs: ReadonlySet<string>): Load {
  return {
    calls,
    kilobytes,
    clients: needs.has(SOCKETS) ? clients : 0,
    isPrivate: needs.has('private-endpoint'),
    isCached: needs.has('response-cache'),
  };
}

/** What the function does for each call, where one stands behind the door. */
export const FUNCTION = { gigabytes: 0.125, seconds: 0.1 };

/** A need that a door meets not, or only in part. */
export interface Gap {
  /** The row of the matrix; none for what no row says. */
  id?: string;
  title: string;
  note?: string;
}

export interface Judgement {
  door: Product;
  /** Any of these and the door falls. */
  missing: Gap[];
  /** Each of these needs a second look. */
  partly: Gap[];
}

export const stands = ({ missing }: Judgement): boolean => missing.length === 0;

/** What each door says to `needs`, ids of rows. Rows that are not needed are struck out and count for nothing. */
export function judgementsOf(rows: readonly FeatureRow[], needs: ReadonlySet<string>): Judgement[] {
  const needed = rows.filter(({ id }) => needs.has(id));
  return DOORS.map((door) => {
    const gaps = (has: string): Gap[] =>
      needed
        .filter(({ doors }) => doors[door].has === has)
        .map(
          ({
            id,
            title,
            doors: {
              [door]: { note },
            },
          }) => ({ id, title, ...(note && { note }) }),
        );
    return { door, missing: [...together(door, needs), ...gaps('no')], partly: gaps('partly') };
  });
}

/** Needs that a door meets one by one and not together, and what it is by its nature: no row of the matrix says so. */
function together(door: Product, needs: ReadonlySet<string>): Gap[] {
  if (door === 'websocket') return needs.has(SOCKETS) ? [] : [REQUESTS];
  const passesThrough = door === 'alb' || door === 'cloudfront';
  return passesThrough && needs.has(SOCKETS) && needs.has('lambda-backend') ? [HELD_CONNECTIONS] : [];
}

const REQUESTS: Gap = { title: 'Ordinary requests', note: 'it takes messages over open connections' };
const HELD_CONNECTIONS: Gap = {
  title: 'WebSocket connections with a function behind',
  note: 'it passes them through, and servers have to hold them',
};

/** How a guess at the doors that are left compares. */
export interface GuessResult {
  /** Named, and left. */
  right: Product[];
  /** Left, and not named. */
  missed: Product[];
  /** Named, and fallen. */
  wrong: Product[];
}

export function compareGuess(guess: ReadonlySet<Product>, judgements: readonly Judgement[]): GuessResult {
  const doorsThat = (isIn: (judgement: Judgement) => boolean) => judgements.filter(isIn).map(({ door }) => door);
  return {
    right: doorsThat((judgement) => stands(judgement) && guess.has(judgement.door)),
    missed: doorsThat((judgement) => stands(judgement) && !guess.has(judgement.door)),
    wrong: doorsThat((judgement) => !stands(judgement) && guess.has(judgement.door)),
  };
}
