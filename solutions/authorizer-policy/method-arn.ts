import type { ApiAddress } from '../../exercises/authorizer-policy/contract.ts';

/** The ARN of a method, as a policy names it (B-AUT-04). */
export function methodArn({ region, account, api, stage }: ApiAddress, method: string, path: string): string {
  return `arn:aws:execute-api:${region}:${account}:${api}/${stage}/${method}/${path.replace(/^\//, '')}`;
}

/** Longer ones are refused (B-AUT-04). */
export const ARN_BYTES = 1_600;

/** Bytes of UTF-8; half a surrogate pair counts as the replacement character. */
export function utf8Length(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_00_00 ? 3 : 4;
  }
  return bytes;
}
