/** What “sign it” says. */
import type { Check, Harmless, Row } from './signature-check.ts';
import { ANSWER_NAMES, KEY_ID, SIGNED, type Answer, type Situation } from './signature-situation.ts';
import { ALGORITHM } from './signature.ts';

export function guessSentence(guess: Answer, { answer }: Check): string {
  if (guess === answer) return 'As you said.';
  return `You said “${ANSWER_NAMES[guess]}”.`;
}

/** What happened, and why. */
export function outcomeSentences({ answer, first = '', late, harmless }: Check, goodFor: number): string[] {
  const unnoticed = harmless.map((kind) => HARMLESS[kind]);
  switch (answer) {
    case 'in':
      return ['Job and gateway get the same signature. Now the policies are asked.', ...unnoticed];
    case 'clock':
      return [
        '403. Every line is the same, and so is the signature. Then the gateway looks at the clock.',
        `A signature is good for ${goodFor} minutes, in most cases. So sign when you send, and sign again for every try.`,
        ...unnoticed,
      ];
    default:
      return [
        `403. The two part at “${first}” in the ${PLACES[answer]}. ${REASONS[kindOf(first)]}`,
        ...(late ? [`The time stamp is also older than ${goodFor} minutes. Which of the two the reply names is not documented.`] : []),
        ...unnoticed,
      ];
  }
}

export interface Reply {
  status: string;
  /** What the caller reads; empty: nothing is recorded that could be shown. */
  text: string;
}

/** B-SIG-05. */
export function replyOf({ answer, first, late }: Check): Reply {
  if (answer === 'in') return { status: 'None yet. The signature holds, and the policies decide.', text: '' };
  if (answer === 'clock') return { status: '403', text: 'Signature expired: …' };
  return {
    status: '403',
    text: first === 'scope' || late ? '' : 'The request signature we calculated does not match the signature you provided…',
  };
}

export function authorizationOf({ region, service }: Situation, { stringToSign, signature }: Check): string {
  const date = stringToSign.find(({ name }) => name === 'time')!.text.slice(0, 8);
  return `${ALGORITHM} Credential=${KEY_ID}/${date}/${region}/${service}/aws4_request, SignedHeaders=${SIGNED.join(';')}, Signature=${signature.text}`;
}

/** Enough of a key to compare it by eye. */
export function shortened(rows: readonly Row[]): Row[] {
  const short = (hex: string) => `${hex.slice(0, 16)}…`;
  return rows.map((row) => ({ ...row, text: short(row.text), ...(row.gateway !== undefined && { gateway: short(row.gateway) }) }));
}

const HARMLESS: Record<Harmless, string> = {
  path: 'The path is spelled differently on the wire. Doubled slashes and dots are taken out before it is written down.',
  query: 'The query is spelled differently on the wire. Both encode it in one way and sort it by name, then by value.',
  spelling: 'A signed header is spelled differently on the wire. Names are written in lower case and sorted, and blanks around a value go.',
  unsigned:
    'A header that is not signed arrives changed, and nobody notices: the backend reads what the last hand wrote. Sign what you rely on.',
};

const PLACES = { canonical: 'canonical request', 'to-sign': 'string to sign', key: 'chain of keys' } as const;

const REASONS = {
  method: 'The verb is signed: a GET that was signed is no DELETE.',
  path: 'The gateway encodes the path once more, so the `%20` on the wire is `%2520` here. A signer must do the same.',
  query: 'Names and values of the query are signed. Only their order is free.',
  header: 'The value of a signed header is signed to the letter. A proxy that “cleans up” breaks it.',
  body: 'One letter of the body makes another hash. The gateway sees that it was changed, not where.',
  time: 'The time is signed, twice: as a header and in the string to sign. A signature cannot be made young again without the secret.',
  scope: 'The scope is mixed into the key, too. A key for one Region, service and day signs nothing elsewhere.',
  key: 'Both texts are equal to the letter. That is how you tell a wrong secret from a request that was changed: here no request of the job passes.',
  other: 'All that follows from it differs as well.',
} as const;

function kindOf(line: string): keyof typeof REASONS {
  if (line === 'header x-amz-date' || line === 'time') return 'time';
  if (line.startsWith('header ')) return 'header';
  if (line === 'hash of the body') return 'body';
  if (line === 'date') return 'key';
  return line === 'method' || line === 'path' || line === 'query' || line === 'scope' ? line : 'other';
}
