/** Compiles the TypeScript blocks of all pages, in one program, against what the project has installed. Each block is a module of its own. */
import { dirname, join, resolve } from 'node:path';
import ts from 'typescript';
import type { Problems } from './check-code.ts';
import { placeInPage, type Fence } from './fences.ts';
import { patchPathProblems } from './patch-paths.ts';

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2024,
  lib: ['lib.es2024.d.ts', 'lib.dom.d.ts'],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  moduleDetection: ts.ModuleDetectionKind.Force,
  allowImportingTsExtensions: true,
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: false,
  skipLibCheck: true,
  noEmit: true,
  types: ['node'],
};

export function typescriptProblems(fences: Fence[], root: string): Problems {
  // The block lies where its page lies, so that it can import by relative path.
  const names = fences.map(({ file, number }) =>
    join(resolve(root), dirname(file), `block-${number}-of-${file.split('/').at(-1)}.ts`).replaceAll('\\', '/'),
  );
  const codes = new Map(names.map((name, index) => [name, fences[index]!.code]));
  const host = ts.createCompilerHost(OPTIONS);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (name) => codes.has(name) || fileExists(name);
  host.readFile = (name) => codes.get(name) ?? readFile(name);
  host.getSourceFile = (name, ...rest) => {
    const code = codes.get(name);
    return code === undefined ? getSourceFile(name, ...rest) : ts.createSourceFile(name, code, ...(rest.slice(0, 1) as [ts.ScriptTarget]));
  };
  host.getCurrentDirectory = () => resolve(root);
  const program = ts.createProgram({ rootNames: names, options: OPTIONS, host });
  return names.map((name, index) => {
    const source = program.getSourceFile(name)!;
    const diagnostics = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
    const at = (offset: number) => {
      const { line, character } = source.getLineAndCharacterOfPosition(offset);
      return placeInPage(fences[index]!, line + 1, character + 1);
    };
    return [
      ...diagnostics.map((diagnostic) => ({
        ...at(diagnostic.start ?? 0),
        message: `TypeScript: ${inShort(diagnostic.messageText)} (TS${diagnostic.code})`,
      })),
      ...patchPathProblems(source).map(({ offset, message }) => ({ ...at(offset), message })),
    ];
  });
}

/** What the compiler says first, and the cause at the end of its chain: what stands between repeats it. */
function inShort(text: string | ts.DiagnosticMessageChain): string {
  if (typeof text === 'string') return text;
  let cause = text;
  while (cause.next?.[0]) cause = cause.next[0];
  return cause === text ? text.messageText : `${text.messageText} ${cause.messageText}`;
}
