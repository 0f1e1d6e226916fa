/** Why a call could not be made, as the end of a sentence that begins with “Your code”. */
import { nearest } from '../../facts/nearest.ts';
import type { Call } from './remote.ts';

/**
 * @param available names that the target has, or the submission if there is none
 * @param exports names of what the submission exports
 */
export function describeMissing(call: Call, available: readonly string[], exports: readonly string[]): string {
  const guess = nearest(call.method, available);
  if (call.target) {
    const hint = guess ? ` Is \`${guess}\` meant to be it?` : '';
    return `gave something that is not what the contract asks: what \`${call.target.method}\` returned has no method \`${call.method}\`.${hint}`;
  }
  if (exports.includes(call.method)) return `exports \`${call.method}\`, and it is no function.`;
  return `exports no function \`${call.method}\`, which the contract asks for. ${guess ? `Is \`${guess}\` meant to be it?` : `It exports ${list(exports)}.`}`;
}

function list(names: readonly string[]): string {
  return names.length > 0 ? names.map((name) => `\`${name}\``).join(', ') : 'nothing';
}
