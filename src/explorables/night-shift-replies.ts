/** What a caller of “night shift” reads, from the ledger: read when the site is built. */
import { factById, type Ledger } from '../facts/ledger.ts';
import type { Fault } from './night-shift.ts';
import type { Replies } from './night-shift-desk.ts';

/**
 * Status, error type and body of each fault: ids of facts, or a body in the gateway’s own form (B-GWR-03) where the fact of the status
 * states its words. Empty: on no record.
 */
const FACTS: Record<Fault, readonly [status: string, errorType: string, body: string]> = {
  path: ['unknown-path-status', 'unknown-path-error-type', 'unsigned-body'],
  denied: ['denied-status', 'denied-error-type', 'denied-implicit-body'],
  broken: ['authorizer-failure-status', '', ''],
  key: ['invalid-key-status', 'invalid-key-error-type', 'invalid-key-body'],
  plan: ['throttled-status', 'throttled-error-type', 'throttled-body'],
  account: ['throttled-status', 'throttled-error-type', 'throttled-body'],
  permission: ['lambda-permission-status', '', '{"message":"Internal server error"}'],
  late: ['timeout-status', '', 'timeout-body'],
  ended: ['malformed-proxy-status', 'malformed-proxy-error-type', 'proxy-malformed-body'],
  malformed: ['malformed-proxy-status', 'malformed-proxy-error-type', 'proxy-malformed-body'],
};

/** @throws Error that names the nearest fact when one is missing */
export function repliesOf(ledger: Ledger): Replies {
  const text = (id: string) => (id === '' || id.startsWith('{') ? id : String(factById(ledger, id).value));
  return Object.fromEntries(
    Object.entries(FACTS).map(([fault, [status, errorType, body]]) => [
      fault,
      [Number(factById(ledger, status).value), text(errorType), text(body)],
    ]),
  ) as unknown as Replies;
}
