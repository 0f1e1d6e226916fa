/** The compiler’s library as far as a submission has it: ECMAScript, no web, no Node. */
const texts = import.meta.glob<string>(
  '../../node_modules/typescript/lib/lib.{es5,es2015*,es2016*,es2017*,es2018*,es2019*,es202[0-4]*,decorators*}.d.ts',
  {
    query: '?raw',
    import: 'default',
    eager: true,
  },
);

/** By name: `lib.es5.d.ts`. */
export const library: ReadonlyMap<string, string> = new Map(
  Object.entries(texts).map(([path, text]) => [path.slice(path.lastIndexOf('/') + 1), text]),
);
