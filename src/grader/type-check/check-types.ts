/**
 * A process of its own, because the compiler takes longer than the tests: `node check-types.ts TSCONFIG FILE…` writes a
 * JSON list of what is wrong with the types of FILEs and of what they import, to standard output.
 */
import { dirname, sep } from 'node:path';
import ts from 'typescript';
import type { TypeWarning } from './type-warnings.ts';

const [config, ...files] = process.argv.slice(2) as [string, ...string[]];
process.stdout.write(JSON.stringify(typeWarnings(config, files)));

function typeWarnings(configFile: string, entries: readonly string[]): TypeWarning[] {
  const folder = dirname(configFile);
  const { options } = ts.parseJsonConfigFileContent(ts.readConfigFile(configFile, ts.sys.readFile).config, ts.sys, folder);
  const program = ts.createProgram(entries, options);
  const own = program.getSourceFiles().filter(({ fileName }) =>
    ts.sys
      .resolvePath(fileName)
      .replaceAll('/', sep)
      .startsWith(folder + sep),
  );
  // The judge says where a file does not parse, and what the compiler makes of the rest of it means nothing.
  if (own.some((file) => program.getSyntacticDiagnostics(file).length > 0)) return [];
  return own.flatMap((file) =>
    program.getSemanticDiagnostics(file).map(({ start = 0, messageText }) => {
      const { line, character } = file.getLineAndCharacterOfPosition(start);
      const [message = ''] = ts.flattenDiagnosticMessageText(messageText, '\n').split('\n');
      return { file: file.fileName, line: line + 1, column: character + 1, message: withoutAdvice(message) };
    }),
  );
}

/** Installing types or another library would make the warning go away, and the name would still not be there. */
function withoutAdvice(message: string): string {
  return message.replace(/^(Cannot find name '[^']+'\.) Do you need to .*/, '$1 A submission has ECMAScript, a console and timers.');
}
