/**
 * TypeScript as JavaScript, without Node: Sucrase takes the types out, and the parser of the editor finds what is more than a type. Lines
 * stay those of the source. Both read texts that nobody has checked, so they run in a Worker that can be given up.
 */
import { parser } from '@lezer/javascript';
import { transform } from 'sucrase';

export type Blanked =
  | { script: string }
  /** The text is no TypeScript whose types can be blanked. `offset` is where, from 0. */
  | { mistake: string; offset: number };

const typescript = parser.configure({ dialect: 'ts' });

/** Syntax of TypeScript that makes code. Node refuses the same. */
const MORE_THAN_TYPES: Record<string, string> = {
  EnumDeclaration: 'TypeScript enum',
  NamespaceDeclaration: 'TypeScript namespace declaration',
  PrefixCast: 'The angle-bracket syntax for type assertions, `<T>expr`,',
};
const PARAMETER_PROPERTY = 'TypeScript parameter property';

export function blankTypes(source: string): Blanked {
  const found = firstThatMakesCode(source);
  if (found) return { mistake: `${found.what} is more than a type: it makes code. Write it as plain JavaScript`, offset: found.offset };
  try {
    const { code } = transform(source, {
      transforms: ['typescript'],
      disableESTransforms: true,
      keepUnusedImports: true,
      preserveDynamicImport: true,
    });
    return { script: code };
  } catch (error) {
    const { message, pos = 0 } = error as Error & { pos?: number };
    // `Error transforming sample: Unexpected token (3:5)`
    return { mistake: message.replace(/^Error transforming [^:]*: /, '').replace(/ \(\d+:\d+\)$/, ''), offset: pos };
  }
}

function firstThatMakesCode(source: string): { what: string; offset: number } | undefined {
  let first: { what: string; offset: number } | undefined;
  typescript.parse(source).iterate({
    enter({ name, from, node }) {
      // What is only declared makes no code.
      if (first || name === 'AmbientDeclaration') return false;
      const isModifier = name === 'Privacy' || name === 'readonly' || name === 'Override';
      const what = isModifier && node.parent?.name === 'ParamList' ? PARAMETER_PROPERTY : MORE_THAN_TYPES[name];
      if (what !== undefined) first = { what, offset: from };
      return undefined;
    },
  });
  return first;
}
