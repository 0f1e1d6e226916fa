/** What “who reads whose letter?” says. */
import type { Answer, Scene } from './cache-key-scenes.ts';
import {
  isSafe,
  PARTS,
  type Ask,
  type Caller,
  type Entry,
  type Guard,
  type Judgment,
  type Lang,
  type Moment,
  type Part,
  type Reply,
  type Run,
  type Situation,
  type Thing,
} from './cache-key.ts';

export const CALLER_NAMES: Record<Caller, string> = { ann: 'Ann', bob: 'Bob' };

export const GUARD_NAMES: Record<Guard, string> = {
  function: 'the function, behind the cache',
  authorizer: 'an authorizer, in front of it',
};

export const PART_NOTES: Record<Part, string> = {
  id: 'which one, in the path',
  lang: 'in which language',
  utm: 'where the link was found',
  authorization: 'the caller’s token',
  user: 'a name that the client writes itself',
};

const LANG_NAMES: Record<Lang, string> = { en: 'English', de: 'German' };
const LETTERS: Record<string, string> = { 7: 'Ann’s letter', 8: 'Bob’s letter', 9: 'the letter to both' };

/** `Bob’s letter, in English`, `403`. */
export function replyName({ status, id, lang }: Reply, thing: Thing): string {
  return status === 403 ? '403' : `${thing === 'letters' ? LETTERS[id] : `room ${id}`}, in ${LANG_NAMES[lang]}`;
}

/** `GET /letters/8?lang=en`. */
export function askText({ id, lang, utm }: Ask, thing: Thing): string {
  const query = [...(lang ? [`lang=${lang}`] : []), ...(utm ? [`utm_source=${utm}`] : [])].join('&');
  return `GET /${thing}/${id}${query && `?${query}`}`;
}

/** Where a reply comes from: `from the shelf, put there for Bob by request 1`. */
export function sourceText({ from, storedAt }: Moment, asks: readonly Ask[]): string {
  if (from === 'authorizer') return 'refused by the authorizer; the shelf is not looked at';
  if (from === 'function') return 'the function is asked';
  return `from the shelf, put there for ${CALLER_NAMES[asks[storedAt!]!.who]} by request ${storedAt! + 1}`;
}

/** What is wrong with a reply; empty if nothing is. */
export function faultText({ fault, due }: Moment, thing: Thing): string {
  switch (fault) {
    case 'stranger':
      return 'A stranger’s letter.';
    case 'refused':
      return 'Refused what may be read.';
    case 'wrong':
      return `It should be ${replyName(due, thing)}.`;
    default:
      return '';
  }
}

/** Why the request that was asked about ended so. */
export function reasonSentence({ from, fault, due }: Moment): string {
  if (fault === 'stranger') {
    return due.status === 403
      ? 'The entry is there, under the right key, and a hit does not call the function: nobody checked.'
      : 'Nothing in the key tells the two requests apart, and a hit does not call the function: nobody checked.';
  }
  if (fault === 'refused') return 'The 403 was kept like any other reply, as users report, and goes to whoever has the same key.';
  return from === 'function' ? 'The reply was there, under a key that differs in something that changes no reply.' : '';
}

/** What became of all requests. */
export function verdictSentence(run: Run, { missing, mostHits }: Judgment): string {
  const { hits, moments, faults } = run;
  const fromShelf = `${hits} of ${moments.length} replies come${hits === 1 ? 's' : ''} from the shelf`;
  if (!isSafe(run)) {
    const { stranger, refused, wrong } = faults;
    const parts = [
      ...(stranger > 0 ? [`a stranger’s letter was read ${times(stranger)}`] : []),
      ...(refused > 0 ? [`somebody was refused what is theirs ${times(refused)}`] : []),
      ...(wrong > 0 ? [`a wrong reply was read ${times(wrong)}`] : []),
    ];
    return `${fromShelf}; ${parts.join(', ')}.`;
  }
  if (missing.length > 0) return `Every reply is right, and ${fromShelf}. That is luck.`;
  if (hits < mostHits) return `Every reply is right. ${fromShelf}; ${mostHits} could.`;
  return `Every reply is right, and ${fromShelf}: no safe key has more.`;
}

function times(count: number): string {
  return count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`;
}

/** What to look at next. */
export function adviceSentence({ key, thing, guard }: Situation, run: Run, { missing, spare, mostHits }: Judgment): string {
  if (missing.includes('authorization') && missing.length === 1) {
    return key.includes('user')
      ? 'X-User-Id is what the client says. Ann may say bob, with her own token, and the cache compares only what is in the key.'
      : 'Which letter, and in which language, is in the key. Who asks is not. It has to join, as something that the caller cannot choose; or somebody has to check in front of the cache.';
  }
  if (missing.length > 0) {
    return isSafe(run)
      ? 'The reply depends on something that is not in the key. These requests do not show it; others will.'
      : 'The reply depends on something that is not in the key.';
  }
  if (run.hits < mostHits) return 'Something in the key changes no reply, and each of its values has an entry of its own.';
  if (spare.length > 0) return `${spare.map(shortName).join(' and ')} could go, and no reply would change.`;
  if (thing === 'rooms')
    return 'The request without lang has an entry of its own, though its reply is the English one: a missing parameter is one more value, as users report.';
  return guard === 'authorizer'
    ? 'The authorizer is asked before every hit, so one entry may serve all who are let through.'
    : 'Each entry is read by one caller only, and a shared shelf has little to give for that.';
}

function shortName(part: Part): string {
  return PARTS[part].split('.').at(-1)!;
}

/** `id 8, lang en`; a key without parameters: `the method, nothing else`. */
export function entryName({ values }: Entry): string {
  if (values.length === 0) return 'the method, nothing else';
  return values.map(({ part, value }) => `${shortName(part)} ${value ?? '(missing)'}`).join(', ');
}

export function guessSentence(guess: Answer, truth: Answer, { answers }: Scene): string {
  return guess === truth ? 'As you said.' : `You said: ${answers.find(([answer]) => answer === guess)![1]}.`;
}

/** What happened at the request that was asked about. */
export function endingSentence({ ask, reply }: Moment, thing: Thing): string {
  return `${CALLER_NAMES[ask.who]} reads ${replyName(reply, thing)}.`;
}
