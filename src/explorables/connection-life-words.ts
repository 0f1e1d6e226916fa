/** What “the life of a connection” says. */
import { duration } from '../calculators/words.ts';
import {
  counts,
  noticedBy,
  type Beat,
  type Cause,
  type Clocks,
  type End,
  type Guess,
  type Incident,
  type Life,
} from './connection-life.ts';

/** What the sentences take from the ledger beside the clocks: close codes, and sizes in KB. */
export interface Said {
  silence: number;
  delete: number;
  large: number;
  binary: number;
  frame: number;
  message: number;
}

export const minutes = (value: number): string => duration(value * 60);

export const BEAT_NAMES: Record<Beat, string> = {
  none: 'nothing',
  frames: 'ping frames of the protocol',
  client: 'messages of the client',
  backend: 'posts of the backend',
};

export const INCIDENT_NAMES: Record<Incident, string> = {
  none: 'nothing else',
  close: 'the client calls close()',
  delete: 'the backend sends DELETE',
  large: 'the client sends a frame that is too large',
  binary: 'the client sends a binary frame',
  lid: 'the laptop is shut',
};

const CAUSE_NAMES: Record<Cause, string> = { ...INCIDENT_NAMES, silence: 'silence', life: 'the end of its life' };

export function guessName(guess: Guess, { at }: Life, clocks: Clocks): string {
  if (guess === 'never') return 'Not while both are alive';
  const when = guess === 'silence' || guess === 'life' ? clocks[guess] : at;
  return `After ${minutes(when)}: ${CAUSE_NAMES[guess]}`;
}

export function endingSentence({ cause, at }: End): string {
  return `It ends after ${minutes(at)}: ${CAUSE_NAMES[cause]}.`;
}

export function guessSentence(guess: Guess, { cause }: End, life: Life, clocks: Clocks): string {
  if (guess === cause) return 'As you said.';
  const said = guessName(guess, life, clocks);
  return `You said: ${said[0]!.toLowerCase()}${said.slice(1)}.`;
}

/** Why this clock struck, or neither. */
export function whySentence(life: Life, { cause, at, beats }: End, { silence, life: whole }: Clocks): string {
  const { beat, every } = life;
  if (cause === 'life')
    return `Messages every ${minutes(every)} began the clock of silence anew, each time. The other clock has no such button: ${minutes(whole)}, busy or not.`;
  if (cause === 'silence') return `${silentBecause(life, silence)}${lateSentence(life)}`;
  if (at < silence) return 'Neither clock had struck yet.';
  return `Neither clock had struck: ${beats.length === 1 ? 'a message' : `${beats.length} messages`} in time${beat === 'backend' ? ', from the backend,' : ''} kept off the first, and the second strikes after ${minutes(whole)}.`;
}

function silentBecause({ beat, every }: Life, silence: number): string {
  if (beat === 'none') return `Nobody said a word for ${minutes(silence)}.`;
  if (beat === 'frames') return 'Frames of ping and pong are no messages: as users report, they do not count.';
  if (every === silence)
    return `A message every ${minutes(every)} and a clock of ${minutes(silence)}: both at the same moment. Here the clock wins; do not build on either.`;
  return `The first message would have come after ${minutes(every)}. The clock of silence does not wait that long.`;
}

/** What was to happen to a connection that is gone. */
function lateSentence({ incident, at }: Life): string {
  return incident === 'none' ? '' : ` What was to come after ${minutes(at)} meets no connection.`;
}

/** What the client reads in its `close` event. */
export function clientSentence({ cause }: End, said: Said): string {
  switch (cause) {
    case 'silence':
      return `Code ${said.silence}, “Going away”, as it was recorded.`;
    case 'life':
      return 'A close. With which code, AWS does not say, so do not decide by it.';
    case 'delete':
      return `Code ${said.delete}, as users report: a normal end. The call cannot choose another.`;
    case 'large':
      return `Code ${said.large}, in the middle of the sentence.`;
    case 'binary':
      return `Code ${said.binary}, as users report.`;
    case 'close':
      return 'It has closed by itself, and knows why.';
    case 'lid':
      return 'Nothing. If it wakes up, it finds code 1006: no farewell.';
  }
}

/** What the function of `$disconnect` is told, if it is called. */
export function serverSentence(life: Life, end: End, clocks: Clocks, said: Said): string {
  const { cause } = end;
  const told: Record<Exclude<Cause, 'lid'>, string> = {
    silence: `disconnectStatusCode ${said.silence}`,
    life: 'some code; none is documented',
    delete: `disconnectStatusCode ${said.delete}`,
    large: `disconnectStatusCode ${said.large}`,
    binary: `disconnectStatusCode ${said.binary}`,
    close: 'disconnectStatusCode 1005: the client gave no code',
  };
  if (cause !== 'lid') return `The route $disconnect, as best effort: ${told[cause]}. The call may come late, or never.`;
  return `Nothing yet. When the gateway notices, AWS does not say; by its clocks after ${minutes(noticedBy(life, end, clocks))} at the latest. Until then it may take posts: a 200 says that it took one, not that somebody read it.`;
}

export function adviceSentence({ beat }: Life, { cause }: End, clocks: Clocks, said: Said): string {
  switch (cause) {
    case 'silence':
      if (beat === 'frames') return 'Send a message of your own instead. A page could not send a ping frame anyway.';
      return `A message more often than every ${minutes(clocks.silence)}, in either direction, keeps it.`;
    case 'life':
      return 'Renew before it strikes, at a time of your own: connections that were opened together die together.';
    case 'delete':
      return 'Send a message that says why, first. And refuse the next ticket, or the guest is back in a moment.';
    case 'large':
      return `A message may have ${said.message} KB and a frame ${said.frame}. A page cannot choose its frames, so count on the smaller number; send a link to the picture.`;
    case 'binary':
      return 'Send text. Bytes travel as base64, or by a link.';
    case 'close':
      return 'A renewal: nobody was waiting for a clock. Ask for what came after the last message seen.';
    case 'lid':
      return `Give each entry of your table the ${minutes(clocks.life)} of its connection, and forget it at once when a post gets 410.`;
  }
}

/** The clocks and what moved, for whoever does not see the drawing. */
export function drawingSentence({ beat }: Life, { beats, at, lastMessage }: End, { silence, life }: Clocks): string {
  const moved = beats.length === 0 ? 'Nothing moved' : `${beats.length} ${counts(beat) ? 'messages' : 'pings'}`;
  return `${moved}. At the end the clock of silence stood at ${minutes(at - lastMessage)} of ${minutes(silence)}, the clock of life at ${minutes(at)} of ${minutes(life)}.`;
}
