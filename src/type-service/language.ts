/** TypeScript’s language service over the files of an exercise, with the settings of the check in the terminal. */
import ts from 'typescript';
import type { Mark } from '../workbench/marks.ts';
import type { Declared, Described, Explained, Language, Proposals, Texts } from './answers.ts';
import { warningSentence } from './warning-sentence.ts';

export interface Surroundings {
  /** Texts of the compiler’s own library, by name: `lib.es5.d.ts`. */
  library: ReadonlyMap<string, string>;
  /** What a submission finds besides ECMAScript: the text of `exercises/globals.d.ts`. */
  globals: string;
  /** As in a `tsconfig.json`. */
  compilerOptions: object;
}

const LIBRARY = '/library/';
const FILES = '/files/';
const GLOBALS = '/globals.d.ts';

export function createLanguage({ library, globals, compilerOptions }: Surroundings): Language {
  const { options } = ts.convertCompilerOptionsFromJson(compilerOptions, '/');
  let files: Texts = {};
  const versions = new Map<string, { text: string; version: number }>();

  const service = ts.createLanguageService({
    getCompilationSettings: () => options,
    getScriptFileNames: () => [GLOBALS, ...Object.keys(files).map((path) => FILES + path)],
    getScriptVersion: (name) => String(versions.get(name)?.version ?? 0),
    getScriptSnapshot(name) {
      const text = textOf(name);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => '/',
    getDefaultLibFileName: () => `${LIBRARY}lib.es5.d.ts`,
    fileExists: (name) => textOf(name) !== undefined,
    readFile: textOf,
  });

  function textOf(name: string): string | undefined {
    if (name === GLOBALS) return globals;
    if (name.startsWith(LIBRARY)) return library.get(name.slice(LIBRARY.length));
    const path = name.startsWith(FILES) ? name.slice(FILES.length) : '';
    return Object.hasOwn(files, path) ? files[path] : undefined;
  }

  /** A file whose text is the same keeps its version, and what the compiler knows of it. */
  function take(given: Texts): void {
    files = given;
    for (const [path, text] of Object.entries(given)) {
      const former = versions.get(FILES + path);
      if (former?.text !== text) versions.set(FILES + path, { text, version: (former?.version ?? 0) + 1 });
    }
  }

  function declaredAt(name: string, offset: number): Declared | undefined {
    const first = service.getDefinitionAtPosition(name, offset)?.find(({ fileName }) => fileName.startsWith(FILES));
    const file = first && service.getProgram()?.getSourceFile(first.fileName);
    if (!file) return undefined;
    const { line, character } = file.getLineAndCharacterOfPosition(first.textSpan.start);
    return { path: first.fileName.slice(FILES.length), line: line + 1, column: character + 1 };
  }

  return {
    warnings(given, path) {
      take(given);
      const name = FILES + path;
      const unread = service.getSyntacticDiagnostics(name);
      return (unread.length > 0 ? unread : service.getSemanticDiagnostics(name)).map(markOf);
    },

    describe(given, path, offset): Described | undefined {
      take(given);
      const name = FILES + path;
      const info = service.getQuickInfoAtPosition(name, offset);
      if (!info) return undefined;
      const { start, length } = info.textSpan;
      return { from: start, to: start + length, ...explained(info), declared: declaredAt(name, offset) };
    },

    propose(given, path, offset): Proposals | undefined {
      take(given);
      const found = service.getCompletionsAtPosition(FILES + path, offset, {});
      if (!found) return undefined;
      const written = /[\p{ID_Continue}$]*$/u.exec(given[path]!.slice(0, offset))![0];
      return {
        from: found.optionalReplacementSpan?.start ?? offset - written.length,
        proposals: found.entries
          // Names that stand somewhere in the file, and mean nothing here.
          .filter(({ kind }) => kind !== ts.ScriptElementKind.warning)
          .map(({ name, kind, sortText }) => ({ name, kind: KINDS[kind] ?? 'text', order: sortText })),
      };
    },

    explain(given, path, offset, name): Explained | undefined {
      take(given);
      const details = service.getCompletionEntryDetails(FILES + path, offset, name, undefined, undefined, undefined, undefined);
      return details && explained(details);
    },
  };
}

function markOf({ file, start = 0, length = 0, messageText }: ts.Diagnostic): Mark {
  const message = warningSentence(ts.flattenDiagnosticMessageText(messageText, '\n'));
  const { line, character } = file?.getLineAndCharacterOfPosition(start) ?? { line: 0, character: 0 };
  return { line: line + 1, column: character + 1, length, message, kind: 'warning' };
}

function explained({ displayParts, documentation, tags }: Pick<ts.QuickInfo, 'displayParts' | 'documentation' | 'tags'>): Explained {
  const lines = (tags ?? []).map(({ name, text }) => `@${name} ${ts.displayPartsToString(text)}`.trim());
  return {
    signature: ts.displayPartsToString(displayParts),
    documentation: [unwrapped(ts.displayPartsToString(documentation)), ...lines.map(unwrapped)].filter(Boolean).join('\n'),
  };
}

/** A comment ends its lines where its file has no more room; items of a list and paragraphs begin new ones. */
function unwrapped(text: string): string {
  return text.replaceAll(/(?<!\n)\n *(?![\n*@-])/g, ' ');
}

const KINDS: Readonly<Record<string, string>> = {
  [ts.ScriptElementKind.classElement]: 'class',
  [ts.ScriptElementKind.functionElement]: 'function',
  [ts.ScriptElementKind.localFunctionElement]: 'function',
  [ts.ScriptElementKind.memberFunctionElement]: 'method',
  [ts.ScriptElementKind.memberVariableElement]: 'property',
  [ts.ScriptElementKind.memberGetAccessorElement]: 'property',
  [ts.ScriptElementKind.interfaceElement]: 'interface',
  [ts.ScriptElementKind.typeElement]: 'type',
  [ts.ScriptElementKind.typeParameterElement]: 'type',
  [ts.ScriptElementKind.constElement]: 'constant',
  [ts.ScriptElementKind.letElement]: 'variable',
  [ts.ScriptElementKind.variableElement]: 'variable',
  [ts.ScriptElementKind.localVariableElement]: 'variable',
  [ts.ScriptElementKind.parameterElement]: 'variable',
  [ts.ScriptElementKind.keyword]: 'keyword',
  [ts.ScriptElementKind.moduleElement]: 'namespace',
};
