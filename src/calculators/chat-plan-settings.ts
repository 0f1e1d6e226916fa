/** What can be set in “what a chat costs”, within which bounds, where it starts, and how it travels in the query of an address. */
import { MOST, type Chat } from './chat-plan.ts';

/** The plan of the lesson: everybody online all month, a message a minute. */
export const START: Chat = { users: 10_000, hours: 730, messages: 60, room: 10, echo: true, kilobytes: 1, ms: 100, memory: 128 };

export const STARTS: readonly { name: string; chat: Chat }[] = [
  { name: 'Around the clock', chat: START },
  { name: 'One chat hour', chat: { ...START, users: 1_000, hours: 1, messages: 100, room: 2, echo: false } },
  { name: 'Office hours, rooms of fifty', chat: { ...START, users: 2_000, hours: 176, messages: 20, room: 50, echo: false } },
];

const isWhole = (value: number, least: number, most: number) => Number.isInteger(value) && value >= least && value <= most;

/** What each field takes. `largest`: the KB of the largest message. */
export const isAllowed = {
  users: (value: number) => isWhole(value, 1, MOST.users),
  hours: (value: number) => value > 0 && value <= MOST.hours,
  messages: (value: number) => value > 0 && value <= MOST.messages,
  room: (value: number) => isWhole(value, 2, MOST.room),
  kilobytes: (value: number, largest: number) => value > 0 && value <= largest,
  ms: (value: number) => value > 0 && value <= MOST.ms,
  memory: (value: number) => isWhole(value, 1, MOST.memory),
};

const NAME = 'chat';
const SPLIT = '_';

/** `search` with the chat in it; what else it says stays. */
export function withChat(search: string, { users, hours, messages, room, echo, kilobytes, ms, memory }: Chat): string {
  const query = new URLSearchParams(search);
  query.set(NAME, [users, hours, messages, room, echo ? 1 : 0, kilobytes, ms, memory].join(SPLIT));
  return `?${query}`;
}

/** The chat in the query of an address; undefined if a part is missing or out of bounds. */
export function chatIn(search: string, largest: number): Chat | undefined {
  const parts = (new URLSearchParams(search).get(NAME) ?? '').split(SPLIT, 9);
  if (parts.length !== 8) return undefined;
  const [users, hours, messages, room, echo, kilobytes, ms, memory] = parts.map((part) => Number(part || Number.NaN));
  const isChat =
    isAllowed.users(users!) &&
    isAllowed.hours(hours!) &&
    isAllowed.messages(messages!) &&
    isAllowed.room(room!) &&
    (echo === 0 || echo === 1) &&
    isAllowed.kilobytes(kilobytes!, largest) &&
    isAllowed.ms(ms!) &&
    isAllowed.memory(memory!);
  return isChat
    ? { users: users!, hours: hours!, messages: messages!, room: room!, echo: echo === 1, kilobytes: kilobytes!, ms: ms!, memory: memory! }
    : undefined;
}
