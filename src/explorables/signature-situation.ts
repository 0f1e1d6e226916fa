/**
 * What a job signs, and what may be different when it arrives. The key is the example of AWS’s own documentation and opens nothing.
 * Nothing here computes: a page shows it before it loads what does.
 */
import type { Scope } from './signature.ts';

export const KEY_ID = 'AKIDEXAMPLE';
export const SECRET = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY';
export const OLD_SECRET = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEOLD';

/** What the job sends, without the header `authorization`. */
export const SENT = `POST /prod/rooms/sea%20view/bookings?to=2026-12-27&from=2026-12-24 HTTP/1.1
host: a1b2c3.execute-api.eu-west-1.amazonaws.com
content-type: application/json
x-amz-date: 20261121T190200Z
x-guest: ann

{"nights":3}`;

export const SIGNED = ['content-type', 'host', 'x-amz-date'] as const;
export const GATEWAY: Scope = { region: 'eu-west-1', service: 'execute-api' };

export interface Situation extends Scope {
  /** What arrives, as text. `region` and `service` are those that the job signs for. */
  arrived: string;
  /** Minutes from signing to arrival. */
  minutes: number;
  /** The job’s signer encodes the path once more. */
  encodesPathAgain: boolean;
  /** The job signs with a secret that was replaced. */
  hasOldSecret: boolean;
}

export const START: Situation = { ...GATEWAY, arrived: SENT, minutes: 0, encodesPathAgain: true, hasOldSecret: false };

/** What the gateway answers: in, or 403 for one of four reasons. */
export type Answer = 'in' | 'canonical' | 'to-sign' | 'key' | 'clock';

export const ANSWER_NAMES: Record<Answer, string> = {
  in: 'It lets it in: both get the same signature',
  canonical: '403: a line of the canonical request differs',
  'to-sign': '403: the canonical request is equal, the string to sign differs',
  key: '403: both texts are equal, the key differs',
  clock: '403, though both get the same signature',
};
