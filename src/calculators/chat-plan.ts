/** “What a chat costs”: people in rooms, what they say, what everybody hears, and which limit comes first. */
import { meteredUnits, webSocketMinutes } from './api-lines.ts';
import { billOf, HOURS, lineOf, LIST_PRICES, type Bill, type Line } from './bill.ts';
import type { PriceId, Prices } from './prices.ts';
import { amount } from './words.ts';

export const CHAT_PRICE_IDS = [
  'price-websocket-messages',
  'price-websocket-meter',
  'price-websocket-minutes',
  'price-dynamodb-wcu',
  'price-dynamodb-rcu',
  'price-lambda-requests',
  'price-lambda-duration',
] as const satisfies readonly PriceId[];

/** The prices that a chat goes by: a page need not carry the others. */
export type ChatPrices = Pick<Prices, (typeof CHAT_PRICE_IDS)[number]>;

/** What the plan takes from the ledger beside prices. */
export interface ChatLimits {
  /** Requests a second of the account, messages and posts among them. */
  rate: number;
  /** New connections a second. */
  connections: number;
  /** The life of a connection, in hours. */
  life: number;
  /** The largest message and frame, and what one step of a read covers, in KB. */
  message: number;
  frame: number;
  read: number;
}

export interface Chat {
  users: number;
  /** How long each is online in a month. */
  hours: number;
  /** What each says in an hour online. */
  messages: number;
  /** How many people are in a room; each is in one. */
  room: number;
  /** The sender hears the message, too. */
  echo: boolean;
  kilobytes: number;
  /** What the function takes for one message, and its memory in MB. */
  ms: number;
  memory: number;
}

/** What one member of a room takes in the table, in bytes: an assumption. */
export const MEMBER_BYTES = 100;

export interface Plan {
  bill: Bill;
  /** Messages a month: those that come in, and those that go out. */
  sent: number;
  heard: number;
  /** The same bill for somebody who counts only what comes in. */
  onlyIn: number;
  /** While all are online: messages a second that come in, and requests a second with the posts. */
  perSecond: number;
  requests: number;
  /** The size of a room at which messages and posts use up the account’s rate. */
  largestRoom: number;
  /** Connections a second that come of old age, and seconds until everybody is back after all were cut. */
  renewals: number;
  comeback: number;
  /** Seconds between two messages in a room. */
  roomEvery: number;
}

export function planOf(chat: Chat, somePrices: ChatPrices, limits: ChatLimits): Plan {
  // A line reads the price that it is named after and no other.
  const prices = somePrices as Prices;
  const { users, hours, messages, room, echo, kilobytes, ms, memory } = chat;
  const sent = users * hours * messages;
  const hearers = room - (echo ? 0 : 1);
  const heard = sent * hearers;
  const perSecond = (users * messages) / 3600;
  const writes = Math.ceil(perSecond);
  const steps = Math.ceil((room * MEMBER_BYTES) / (limits.read * 1024));
  // Half a unit to see that the sender is in the room, half a unit for each step of its members.
  const reads = Math.ceil(writes * (0.5 + 0.5 * steps));
  const gigabyteSeconds = (sent * (ms / 1000) * memory) / 1024;
  const messagesLine = (count: number) => messagesOf(prices, count, kilobytes, `${amount(sent)} in + ${amount(heard)} out`);
  const bill = billOf(
    [
      webSocketMinutes(prices, users * 60 * hours),
      messagesLine(sent + heard),
      unitsLine(prices, 'price-dynamodb-wcu', 'Write units', writes, hours),
      unitsLine(prices, 'price-dynamodb-rcu', 'Read units', reads, hours),
      lineOf(prices, 'price-lambda-requests', 'Calls of the function', sent),
      lineOf(
        prices,
        'price-lambda-duration',
        'Time of the function',
        gigabyteSeconds,
        `${amount(sent)} × ${amount(ms)} ms × ${amount(memory)} MB`,
      ),
    ],
    ASSUMPTIONS,
  );
  return {
    bill,
    sent,
    heard,
    onlyIn: bill.total - messagesLine(sent + heard).amount + messagesLine(sent).amount,
    perSecond,
    requests: perSecond * (1 + hearers),
    largestRoom: Math.floor(settled(limits.rate / perSecond)) - (echo ? 1 : 0),
    renewals: users / (limits.life * 3600),
    comeback: users / limits.connections,
    roomEvery: 3600 / (messages * room),
  };
}

function messagesOf(prices: Prices, count: number, kilobytes: number, said: string): Line {
  const unit = prices['price-websocket-meter'].value;
  const units = meteredUnits(kilobytes, unit);
  const counted = units > 1 ? `(${said}) × ${units} units of ${unit} KB` : said;
  const line = lineOf(prices, 'price-websocket-messages', 'Messages, in and out', count * units, counted);
  return { ...line, facts: ['price-websocket-messages', 'price-websocket-meter'] };
}

/** Units of a table for the hours in which the people are online. */
function unitsLine(prices: Prices, id: PriceId, what: string, units: number, hours: number): Line {
  return lineOf(
    prices,
    id,
    what,
    (units * hours) / HOURS,
    hours < HOURS ? `${amount(units)} in ${amount(hours)} of ${HOURS} h` : undefined,
  );
}

/** One thing changed, and by how much the bill changes with it. */
export interface Lever {
  change: Partial<Chat>;
  /** Dollars a month; less than 0: saved. */
  difference: number;
}

/** What moves the bill: the sender left out, rooms of another size, a quicker function. */
export function leversOf(chat: Chat, prices: ChatPrices, limits: ChatLimits): Lever[] {
  const { room, echo, ms } = chat;
  const changes: Partial<Chat>[] = [
    ...(echo ? [{ echo: false }] : []),
    ...(room * 10 <= MOST.room ? [{ room: room * 10 }] : []),
    ...(room >= 4 ? [{ room: Math.floor(room / 2) }] : []),
    { ms: ms / 2 },
  ];
  const { total } = planOf(chat, prices, limits).bill;
  return changes.map((change) => ({ change, difference: settled(planOf({ ...chat, ...change }, prices, limits).bill.total - total) }));
}

export const MOST = { users: 10_000_000, hours: HOURS, messages: 100_000, room: 100_000, ms: 100_000, memory: 100_000 } as const;

const ASSUMPTIONS: readonly string[] = [
  LIST_PRICES,
  'The load is even while people are online. The tables have units for it in these hours, and nothing for a busy evening.',
  `A message takes one write unit (a long one takes more), one read to see that the sender is in the room, and one query for the members: ${MEMBER_BYTES} bytes each, and possibly a moment old.`,
  'The function is called for each message and posts to the whole room within the time given.',
  'Left out: joins and renewals, heartbeats, the history that clients ask for, logs, data that leaves AWS.',
];

/** A hair’s breadth of floating point is no part of a result. */
function settled(value: number): number {
  return Number(value.toPrecision(12));
}
