/** The nights of “night shift”, each with one fault, and the settings that might end it. */
import { randomFrom } from './storm-random.ts';
import { runOf, trafficOf, type House, type Run } from './night-shift.ts';

/** Numbers of the ledger. */
export interface HouseFacts {
  /** Calls a second that an account may make by default. */
  account: number;
  /** Seconds that a REST integration gets by default. */
  timeout: number;
  /** Seconds that a function gets whose timeout nobody set. */
  functionTimeout: number;
}

export interface Night {
  name: string;
  scene: string;
  /** What the partner’s client asks for, from the turn on. */
  request: string;
  /** The partner’s calls a second from the turn on. */
  rate: number;
  fault: Partial<House>;
}

const ROOM = 1000;

export const wellHouse = ({ account, timeout }: HouseFacts): House => ({
  knowsPath: true,
  authorizer: 'works',
  keyEnabled: true,
  planRate: 10,
  paced: false,
  accountRate: account,
  others: account / 5,
  permission: true,
  timeout,
  functionTimeout: 60,
  work: 0.12,
  database: ROOM,
  wellFormed: true,
});

export const nightsOf = ({ account, functionTimeout }: HouseFacts): [Night, ...Night[]] => [
  {
    name: 'Twenty to three',
    scene: 'At 02:40 an alarm named “throttling” rings. It watches 4XXError of the booking API. A partner imports its bookings at night.',
    request: 'POST /bookings',
    rate: 4,
    fault: { keyEnabled: false },
  },
  {
    name: 'A partner that grew',
    scene: 'The same alarm, a month later. The partner has won a chain of hotels, and has paid for twenty calls a second since Monday.',
    request: 'POST /bookings',
    rate: 16,
    fault: {},
  },
  {
    name: 'A small database',
    scene: 'The partner sends all its bookings of the year at once. Behind the function stands a database that takes eight calls a second.',
    request: 'POST /bookings',
    rate: 16,
    fault: { planRate: 5, database: 8 },
  },
  {
    name: 'Good neighbors',
    scene: 'Another team of the same account tries out its new API tonight, with a load test.',
    request: 'POST /bookings',
    rate: 1,
    fault: { others: account * 1.4 },
  },
  {
    name: 'A new client',
    scene: 'The partner released a new client at 02:33. Its tests ran against a copy of the partner’s own.',
    request: 'POST /booking',
    rate: 4,
    fault: { knowsPath: false },
  },
  {
    name: 'After the cleanup',
    scene: 'Yesterday somebody tidied up: keys, plans, and the table of what each partner may do.',
    request: 'POST /bookings',
    rate: 4,
    fault: { authorizer: 'denies' },
  },
  {
    name: 'One library',
    scene: 'At 02:33 several functions of the house got a new version of one library.',
    request: 'POST /bookings',
    rate: 2,
    fault: { authorizer: 'throws' },
  },
  {
    name: 'A new stack',
    scene: 'At 02:33 the booking function moved into a stack of its own. Its tests passed.',
    request: 'POST /bookings',
    rate: 2,
    fault: { permission: false },
  },
  {
    name: 'One more field',
    scene: 'At 02:33 the booking function got a new version that also says which room it was.',
    request: 'POST /bookings',
    rate: 2,
    fault: { wellFormed: false },
  },
  {
    name: 'The first of the month',
    scene: 'A Regional API. The partner fetches its monthly reports, and this month was a long one.',
    request: 'GET /reports',
    rate: 0.5,
    fault: { work: 33 },
  },
  {
    name: 'A slower bank',
    scene: 'A new function asks the partner’s bank before it books. The bank takes its time tonight.',
    request: 'POST /bookings',
    rate: 2,
    fault: { work: 4.5, functionTimeout },
  },
];

export const CURES = [
  'path',
  'policy',
  'authorizer',
  'key',
  'plan',
  'pace',
  'account',
  'permission',
  'timeout',
  'functionTimeout',
  'shape',
] as const;
export type Cure = (typeof CURES)[number];

/** What the raised ones are raised to. */
export const RAISED = { plan: 20, timeout: 45, functionTimeout: 60 } as const;

/** The house with one setting changed. A setting that was right stays as it is. */
export function cured(house: House, cure: Cure): House {
  const { authorizer } = house;
  const parts: Record<Cure, Partial<House>> = {
    path: { knowsPath: true },
    policy: { authorizer: authorizer === 'denies' ? 'works' : authorizer },
    authorizer: { authorizer: authorizer === 'throws' ? 'works' : authorizer },
    key: { keyEnabled: true },
    plan: { planRate: RAISED.plan },
    pace: { paced: true },
    account: { accountRate: house.accountRate * 2 },
    permission: { permission: true },
    timeout: { timeout: RAISED.timeout },
    functionTimeout: { functionTimeout: RAISED.functionTimeout },
    shape: { wellFormed: true },
  };
  return { ...house, ...parts[cure] };
}

/** The ten minutes as they were, or with one setting changed. The calls are the same: the same seed draws them. */
export function playNight({ rate, fault }: Night, seed: number, facts: HouseFacts, cure?: Cure): Run {
  const well = wellHouse(facts);
  const house = { ...well, ...fault };
  return runOf(trafficOf(rate, randomFrom(seed)), well, cure ? cured(house, cure) : house);
}
