/** Mapping templates for the highlighter: directives, references and comments, in text that is mostly JSON. */
import type { LanguageRegistration } from 'shiki';

const REFERENCE = String.raw`\$!?(?:\{[A-Za-z][^}\n]*\}|[A-Za-z][\w-]*(?:\.[A-Za-z][\w-]*)*)`;

export const vtl: LanguageRegistration = {
  name: 'vtl',
  scopeName: 'source.vtl',
  repository: {},
  patterns: [
    { match: '##.*$', name: 'comment.line.vtl' },
    { begin: String.raw`#\*`, end: String.raw`\*#`, name: 'comment.block.vtl' },
    { match: String.raw`#(?:\{else\}|(?:set|if|elseif|else|end|foreach|break|stop|define)\b)`, name: 'keyword.control.vtl' },
    { match: REFERENCE, name: 'variable.language.vtl' },
    { match: String.raw`'[^'\n]*'`, name: 'string.quoted.single.vtl' },
    { begin: '"', end: '"|$', name: 'string.quoted.double.vtl', patterns: [{ match: REFERENCE, name: 'variable.language.vtl' }] },
    { match: String.raw`\b(?:true|false|null|\d+(?:\.\d+)?)\b`, name: 'constant.vtl' },
  ],
};
