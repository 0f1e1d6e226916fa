/**
 * The way of calls to one API behind an edge-optimized and behind a Regional endpoint, as a line of legs. Round trips are the reader's
 * own numbers, in milliseconds. Of AWS it takes what the ledger says: an edge-optimized API is entered at the nearest CloudFront
 * location, which routes and keeps no replies, and works in its one Region.
 */
export const CALLERS = ['same-region', 'berlin', 'new-york', 'sao-paulo', 'sydney'] as const;
export type Caller = (typeof CALLERS)[number];

export const REGIONS = ['eu-central-1', 'eu-west-1', 'us-east-1', 'ap-southeast-2'] as const;
export type Region = (typeof REGIONS)[number];

/** A CloudFront distribution of your own before the API. `keeps`: it caches the reply, and all calls are for the same one. */
export const FRONTS = ['none', 'passes', 'keeps'] as const;
export type Front = (typeof FRONTS)[number];

export interface Situation {
  caller: Caller;
  region: Region;
  /** Calls over one connection, one after the other. */
  calls: number;
  front: Front;
  /** The location has a connection to what is behind it already. */
  open: boolean;
  /** Round trips of a TLS handshake: 1 in TLS 1.3, 2 in TLS 1.2. */
  tls: 1 | 2;
  /** Round trip from the caller to the nearest CloudFront location. */
  near: number;
  /** From that location to the Region, over AWS’s network. */
  backbone: number;
  /** From the caller to the Region, over the internet. */
  internet: number;
  dns: number;
  /** What one call takes in the Region: authorizer, backend and all. */
  work: number;
}

export const ENDPOINTS = ['edge', 'regional'] as const;
export type Endpoint = (typeof ENDPOINTS)[number];

export interface Way {
  dns: number;
  /** TCP and TLS between the caller and where it enters. */
  handshake: number;
  /** TCP and TLS further in, where no connection is open. */
  further: number;
  /** The way of all calls, there and back. */
  travel: number;
  /** The work of all calls. */
  work: number;
  total: number;
  /** How many of the calls the Region works on. */
  worked: number;
  /** The round trip of one call that goes all the way. */
  perCall: number;
  /** What comes once for the connection. */
  once: number;
}

export const BOUNDS = { calls: { min: 1, max: 10_000 }, time: { min: 0, max: 10_000 } } as const;

/** From one distribution to another at the same place: a given number, as all of them. */
export const HOP = 3;

/** Two totals no further apart than this share are as good as equal. */
export const EQUAL = 0.05;

export type Times = Pick<Situation, 'near' | 'backbone' | 'internet'>;

/** Numbers to start from. AWS publishes none: these are invented, in the range in which such ways lie. */
export function timesBetween(caller: Caller, region: Region): Times {
  if (caller === 'same-region') return { near: 3, backbone: 3, internet: 2 };
  const near = caller === 'sao-paulo' ? 8 : 6;
  const internet = ROUND_TRIPS[caller][REGIONS.indexOf(region)]!;
  // As given, AWS's network is no faster than the internet: then only what the edge saves for certain shows.
  return { near, backbone: Math.max(3, internet - near), internet };
}

const ROUND_TRIPS: Record<Exclude<Caller, 'same-region'>, readonly number[]> = {
  berlin: [14, 30, 95, 270],
  'new-york': [90, 75, 12, 210],
  'sao-paulo': [205, 190, 120, 310],
  sydney: [275, 265, 205, 8],
};

export function wayTo(endpoint: Endpoint, situation: Situation): Way {
  const { front, calls, open, tls, dns } = situation;
  const [entry, ...inner] = segments(endpoint, situation);
  const connect = 1 + tls;
  const perCall = sum([entry!, ...inner]);
  const worked = front === 'keeps' ? 1 : calls;
  const handshake = connect * entry!;
  const further = open ? 0 : connect * sum(inner);
  const travel = worked * perCall + (calls - worked) * entry!;
  const work = worked * situation.work;
  const once = dns + handshake + further;
  return { dns, handshake, further, travel, work, total: once + travel + work, worked, perCall, once };
}

/** Round trips of the segments between machines that speak to each other, the caller's first. */
function segments(endpoint: Endpoint, { front, near, backbone, internet }: Situation): number[] {
  if (front === 'none') return endpoint === 'edge' ? [near, backbone] : [internet];
  return endpoint === 'edge' ? [near, HOP, backbone] : [near, backbone];
}

export type Winner = Endpoint | 'equal';

export function winnerOf(edge: Way, regional: Way): Winner {
  if (Math.abs(edge.total - regional.total) <= EQUAL * Math.max(edge.total, regional.total)) return 'equal';
  return edge.total < regional.total ? 'edge' : 'regional';
}

/** The first call at which the endpoint that was behind has caught up; undefined: it never does, or nothing sets them apart. */
export function overtakenAt(edge: Way, regional: Way): number | undefined {
  const saved = regional.once - edge.once;
  const lost = edge.perCall - regional.perCall;
  return saved > 0 && lost > 0 ? Math.floor(saved / lost) + 1 : undefined;
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
