/** Generated names, texts and values. */
import fc from 'fast-check';
import type { Json } from '../../../exercises/vtl/contract.ts';

/** Names as variables, keys and parameters have them. */
export function names(): fc.Arbitrary<string> {
  return fc.stringMatching(/^[a-z][A-Za-z0-9_]{0,6}$/).filter((name) => !RESERVED.has(name));
}

/** Words of the language, the four names that every template finds, and the loop's. */
const RESERVED = new Set(['in', 'true', 'false', 'input', 'util', 'context', 'stageVariables', 'foreach']);

/** Text that no template would take for anything else: without dollar, hash and backslash. */
export function plainTexts(): fc.Arbitrary<string> {
  return fc.string({ unit: fc.constantFrom(...'abcXYZ 019.,:;!?()[]{}<>"\'/+-*_=@&|%~é€\t\n') });
}

/** Text with everything in it that a gateway may meet. */
export function texts(): fc.Arbitrary<string> {
  return fc.string({ unit: fc.constantFrom(...'abcXYZ 019.,:;()[]{}<>"\'/\\+-*_=@&|%~$#\n\t', 'é', 'ß', '€', '日', '😀') });
}

/** What can be parsed from JSON; its keys are names. Numbers are whole, since Java prints others in its own way. */
export function jsonValues(): fc.Arbitrary<Json> {
  return fc.letrec<{ value: Json }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom(null, true, false),
      fc.integer({ min: -1_000_000, max: 1_000_000 }),
      texts(),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(names(), tie('value'), { maxKeys: 4, noNullPrototype: true }),
    ),
  })).value;
}
