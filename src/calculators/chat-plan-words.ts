/** What “what a chat costs” says. */
import { HOURS } from './bill.ts';
import type { Chat, ChatLimits, Lever, Plan } from './chat-plan.ts';
import { START } from './chat-plan-settings.ts';
import type { SumLine } from './sum-line.ts';
import { amount, dollars, duration, rounded } from './words.ts';

export const GUESS_RULE = 'Dollars, such as 500 or 2k.';

/** The situation, before anything has been worked out. */
export function sceneOf(chat: Chat): string {
  const { users, hours, messages, room, echo, kilobytes } = chat;
  const online = hours === HOURS ? 'online around the clock' : `each online ${amount(hours)} ${hours === 1 ? 'hour' : 'hours'} a month`;
  const hears = echo ? 'the sender hears it, too' : 'the sender does not hear it';
  const scene = `${amount(users)} ${users === 1 ? 'person' : 'people'}, ${online}, ${rounded(messages)} ${messages === 1 ? 'message' : 'messages'} an hour from each, of ${rounded(kilobytes)} KB, in rooms of ${amount(room)}; ${hears}.`;
  return isStart(chat) ? `${scene} The plan that is passed around says $787 a month.` : scene;
}

function isStart(chat: Chat): boolean {
  return (Object.keys(START) as (keyof Chat)[]).every((name) => chat[name] === START[name]);
}

/** The bill, and what somebody sees who counts only what comes in. */
export function totalSentence({ bill, onlyIn }: Plan): string {
  const times = bill.total / onlyIn;
  const gap =
    times < 1.05
      ? 'What goes out adds little to it here.'
      : `Whoever counts only the messages that come in writes ${dollars(onlyIn)}: the bill is ${rounded(times)} times that.`;
  return `${dollars(bill.total)} a month. ${gap}`;
}

export function personSentence({ bill }: Plan, { users }: Chat): string {
  return `For one person: ${dollars(bill.total / users)}.`;
}

export function guessSentence(guess: number, { bill, onlyIn }: Plan): string {
  const ratio = guess / bill.total;
  const said = `You said ${dollars(guess)}`;
  if (Math.abs(ratio - 1) <= 0.1) return `${said}: near enough for a meeting.`;
  if (Math.abs(guess / onlyIn - 1) <= 0.1) return `${said}: that is what comes in alone.`;
  return `${said}: ${rounded(ratio > 1 ? ratio : 1 / ratio)} times too ${ratio > 1 ? 'much' : 'little'}.`;
}

/** The bill line by line, the total last. */
export function billLines({ bill }: Plan): SumLine[] {
  const lines = bill.lines.map(({ what, formula, amount: cost }) => ({ what, formula, result: dollars(cost) }));
  return [...lines, { what: 'Together', formula: 'a month', result: dollars(bill.total) }];
}

export function limitLines({ users, echo }: Chat, plan: Plan, limits: ChatLimits): SumLine[] {
  const { perSecond, requests, largestRoom, renewals, comeback } = plan;
  return [
    {
      what: 'Requests of the account',
      formula: `${rounded(perSecond)} messages a second, each with its posts; the account has ${amount(limits.rate)}`,
      result: `${rounded(requests)} a second`,
    },
    {
      what: 'Largest room that the account carries',
      formula: `${amount(limits.rate)} ÷ ${rounded(perSecond)} a second${echo ? ', less the message that comes in' : ''}`,
      result: largestRoom < 2 ? 'none fits' : amount(largestRoom),
    },
    {
      what: 'Renewals',
      formula: `${amount(users)} ÷ ${duration(limits.life * 3600)} of life; the door takes ${amount(limits.connections)} a second`,
      result: `${rounded(renewals)} a second`,
    },
    {
      what: 'Everybody back after a blip',
      formula: `${amount(users)} ÷ ${amount(limits.connections)} a second, at best`,
      result: duration(comeback),
    },
  ];
}

/** Which limit is met. Empty if none is. */
export function limitSentence({ kilobytes }: Chat, { requests }: Plan, limits: ChatLimits): string {
  const said: string[] = [];
  if (requests > limits.rate)
    said.push(
      `An ordinary minute asks for ${rounded(requests / limits.rate)} times the account’s rate, and every other API of the account pays with it.`,
    );
  if (kilobytes > limits.frame)
    said.push(
      `A page cannot choose its frames, and one may have ${limits.frame} KB: messages of ${rounded(kilobytes)} KB may close the connection.`,
    );
  return said.join(' ');
}

export function leverSentence({ change, difference }: Lever): string {
  const [what] = [
    change.echo === false ? 'Leave out the sender' : '',
    change.room === undefined ? '' : `Rooms of ${amount(change.room)}`,
    change.ms === undefined ? '' : 'A function that takes half the time',
  ].filter(Boolean);
  return `${what}: ${difference === 0 ? 'the same' : `${dollars(Math.abs(difference))} ${difference < 0 ? 'less' : 'more'}`}.`;
}

/** Whether it pays to send what was said within a second as one message. */
export function collectSentence({ roomEvery }: Plan): string {
  const [speed, saved] =
    roomEvery >= 1
      ? [`one message every ${duration(roomEvery)}`, 'collecting those of a second saves next to nothing']
      : [`${rounded(1 / roomEvery)} messages a second`, `collected for a second, they go out as one while they fit into a unit`];
  return `A room hears ${speed}: ${saved}.`;
}
