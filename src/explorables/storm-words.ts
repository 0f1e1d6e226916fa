/** What “the storm” says. */
import { amount, duration, rounded } from '../calculators/words.ts';
import { backAt, totalOf, type Call, type GROWTHS, type Jitter, type Run, type Storm } from './storm.ts';

export const JITTER_NAMES: Record<Jitter, string> = {
  none: 'exactly that long',
  half: 'at random, from half of it',
  full: 'at random, from nothing',
};

export const GROWTH_NAMES: Record<(typeof GROWTHS)[number], string> = {
  1: 'stays the same',
  1.5: 'grows by half',
  2: 'doubles',
  3: 'triples',
};

export const GUESS_RULE = 'Seconds above 0, such as 20.';

/** What the door alone needs. */
const leastOf = ({ windows, rate }: Storm) => windows / rate;

export function endingSentence({ end, outside, stopped }: Run): string {
  const left = `${amount(outside)} ${outside === 1 ? 'window is' : 'windows are'} still outside`;
  if (stopped === 'life') return `After ${duration(end)} ${left}, and the first to return are cut again: their time is over.`;
  if (stopped === 'waits') return `After ${duration(end)} ${left}. So many have been turned away by then that it is not played on.`;
  return `The last window is back after ${duration(end)}.`;
}

export function guessSentence(guess: number, storm: Storm, { end, stopped }: Run): string {
  const said = `You said ${duration(guess)}`;
  const least = leastOf(storm);
  if (guess < least * 0.98) return `${said}. The door alone needs ${duration(least)}, however they knock.`;
  if (stopped) return `${said}.`;
  const ratio = guess / end;
  if (Math.abs(ratio - 1) < 0.02) return `${said}. So it is.`;
  if (ratio > 0.8 && ratio < 1.25) return `${said}: close.`;
  return ratio > 1 ? `${said}: sooner than that.` : `${said}: later than that.`;
}

/** Where the time went. */
export function whySentence(storm: Storm, run: Run): string {
  const least = leastOf(storm);
  const need = `The door alone needs ${duration(least)}: ${amount(storm.windows)} ÷ ${amount(storm.rate)}.`;
  if (run.stopped) return need;
  if (run.end <= Math.max(least * 1.1, least + 1)) return `${need} Hardly a place was left empty.`;
  const idle = run.letIn.filter((count) => count === 0).length;
  if (storm.jitter === 'none' && idle > 0)
    return `${need} But they knock in step: in ${amount(idle)} of ${amount(run.letIn.length)} seconds the door let in nobody, and in the others most were turned away.`;
  const nine = backAt(run, storm.windows, 0.9)!;
  return `${need} Nine of ten were back after ${duration(nine)}. The rest sat out waits of up to ${duration(longestWait(storm, run))}, while the door had room.`;
}

function longestWait({ wait, growth, cap }: Storm, run: Run): number {
  return Math.min(growth > 1 && totalOf(run.turnedAway) > 0 ? cap : Math.min(wait, cap), run.end);
}

/** Who was turned away, and who knows of it. */
export function refusedSentence({ windows }: Storm, { turnedAway }: Run): string {
  const refused = totalOf(turnedAway);
  if (refused === 0) return 'Nobody was turned away.';
  const each = rounded(refused / windows);
  const often = each === '0' ? '' : `, ${each} for each window`;
  return `${amount(refused)} ${refused === 1 ? 'knock was' : 'knocks were'} turned away${often}. No function of yours ran for them. But a client that fetches a ticket for each try has asked your HTTP API ${refused === 1 ? 'once' : 'as often'}.`;
}

/** What the return does when the connections end of old age. */
export function lifeSentence({ letIn }: Run, life: number): string {
  const most = Math.max(...letIn);
  return `In the fullest second ${amount(most)} came back. After ${duration(life)} they end as they began, in the same second, unless each has left at a time of its own before.`;
}

export function callsSentence(calls: readonly Call[], { forgets }: Storm, gone: number): string {
  if (calls.length === 0) return 'Nothing was said to them meanwhile.';
  const [lost, delivered, missed] = (['gone', 'delivered', 'outside'] as const).map((part) => totalOf(calls.map((call) => call[part])));
  const sent = `${calls.length === 1 ? 'One message' : `${amount(calls.length)} messages`} went to everybody meanwhile: ${amount(lost!)} posts met a connection that is gone (${gone}), ${amount(delivered!)} arrived.`;
  const table = forgets
    ? `The first ${gone} of each took it out of the table.`
    : `The table keeps the dead, so every message pays for all of them again.`;
  const away = missed! > 0 ? ' Whoever was outside has missed it, and asks for what came after the last message seen.' : '';
  return `${sent} ${table}${away}`;
}

/** What one column of the drawing holds. */
export function columnsSentence(width: number): string {
  return width === 1 ? 'One column is a second.' : `One column is ${width} seconds.`;
}
