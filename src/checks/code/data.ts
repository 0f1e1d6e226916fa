import ts from 'typescript';
import { LineCounter, parseAllDocuments } from 'yaml';
import type { Problems } from './check-code.ts';
import { placeInPage, type Fence } from './fences.ts';

/** JSON that does not parse. `JSON.parse` decides; where it does not say at which place, TypeScript’s more lenient parser is asked. */
export function jsonProblems(fence: Fence): Problems[number] {
  try {
    JSON.parse(fence.code);
    return [];
  } catch (error) {
    const offset = Number(/position (\d+)/.exec(String(error))?.[1] ?? ts.parseConfigFileTextToJson('', fence.code).error?.start ?? 0);
    const before = fence.code.slice(0, offset).split('\n');
    return [
      {
        ...placeInPage(fence, before.length, before.at(-1)!.length + 1),
        message: `JSON: ${String(error)
          .replace(/^SyntaxError: /, '')
          .replace(/, (?:\.\.\.)?".*is not valid JSON/s, '')}`,
      },
    ];
  }
}

/** YAML that does not parse, or that carries tags which plain YAML does not know. */
export function yamlProblems(fence: Fence): Problems[number] {
  const lines = new LineCounter();
  const documents = [...parseAllDocuments(fence.code, { lineCounter: lines, prettyErrors: false })];
  return documents.flatMap((document) =>
    [...document.errors, ...document.warnings].map((error) => {
      const { line, col } = lines.linePos(error.pos[0]);
      return { ...placeInPage(fence, line, col), message: `YAML: ${error.message}` };
    }),
  );
}
