import { parseArgs } from 'node:util';
import { nearest } from '../../facts/nearest.ts';

/** The command was typed wrong: a sentence or two that say what to type. Exit code 2. */
export class WrongUse extends Error {}

export type Flags = Record<string, { type: 'boolean' | 'string'; short?: string }>;

export interface Arguments<Name extends string> {
  names: string[];
  flags: { [Flag in Name]?: string | boolean };
}

/**
 * Names and flags of a verb's command line.
 *
 * @param env npm hands flags that stand before `--` to itself and leaves them here as `npm_config_…`
 * @throws WrongUse
 */
export function readArguments<Known extends Flags>(
  verb: string,
  args: readonly string[],
  options: Known,
  env: Record<string, string | undefined>,
): Arguments<keyof Known & string> {
  const known = Object.keys(options);
  const taken = known.filter((flag) => env.npm_lifecycle_event === verb && env[`npm_config_${flag}`]);
  if (taken.length > 0) {
    const flags = taken.map((flag) => `--${flag}${options[flag]!.type === 'string' ? ` ${env[`npm_config_${flag}`]}` : ''}`).join(' ');
    const names = args.length > 0 ? ` ${args.join(' ')}` : '';
    throw new WrongUse(`npm kept a flag for itself. Put two dashes before the flags:\n\n  npm run ${verb}${names} -- ${flags}`);
  }

  const { tokens } = parseArgs({ args: [...args], options, allowPositionals: true, strict: false, tokens: true });
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
    if (!option) {
      const guess = nearest(token.name, known);
      throw new WrongUse(
        `${verb} has no flag ${token.rawName}.${guess ? ` Did you mean --${guess}?` : ''} It knows ${known.map((flag) => `--${flag}`).join(', ')}.`,
      );
    }
    if (option.type === 'string' && (!token.value || token.value.startsWith('-'))) {
      throw new WrongUse(`--${token.name} needs a value: npm run ${verb} -- --${token.name} VALUE`);
    }
    if (option.type === 'boolean' && token.value !== undefined) throw new WrongUse(`--${token.name} takes no value.`);
  }
  const values = tokens.flatMap((token) => (token.kind === 'option' ? [[token.name, token.value ?? true] as const] : []));
  return {
    names: tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : [])),
    flags: Object.fromEntries(values) as Arguments<keyof Known & string>['flags'],
  };
}

/** @throws WrongUse that lists the names there are, unless `name` is one of them */
export function knownName(kind: string, name: string, names: readonly string[]): string {
  if (names.includes(name)) return name;
  const guess = nearest(name, names);
  throw new WrongUse(
    `There is no ${kind} "${name}".${guess ? ` Did you mean "${guess}"?` : ''} There ${names.length === 1 ? 'is' : 'are'}: ${names.join(', ')}.`,
  );
}
