/** Says why the site does not build, for somebody who wrote a lesson: the file, the line, the reason. No stack, no paths of this machine. */
import { stripVTControlCharacters } from 'node:util';

/** What Astro, Vite and their plugins attach to errors, where they do. */
interface Located {
  message: string;
  hint?: string;
  loc?: { file?: string; line?: number; column?: number };
}

/**
 * The reason as a few lines of plain text.
 * @param root - the project’s folder; paths inside it are shown from there
 */
export function buildFailure(error: unknown, root: string): string {
  const { message, loc, hint } = error instanceof Error ? (error as Located) : { message: String(error) };
  const place = loc?.file && [loc.file, loc.line, loc.column].filter((part) => part !== undefined && part !== 0).join(':');
  const lines = stripVTControlCharacters(message)
    .split('\n')
    .filter((line) => !/^Build failed with \d+ errors?:$/.test(line) && !/^\s+at .*[(/:]/.test(line));
  const help = lines.findIndex((line) => /^\s*│\s*Help: .* is imported by/.test(line));
  const reason = (help < 0 ? lines : lines.slice(0, help)).join('\n').trim();
  const report = [place, reason, ...(loc?.file && hint ? [hint] : [])].filter(Boolean).join('\n');
  return report.replaceAll(`${root.replaceAll('\\', '/').replace(/\/$/, '')}/`, '').replaceAll(`${root}\\`, '');
}
