/** Something in a content file that a person has to mend. */
export interface Finding {
  /** Path from the project root, with forward slashes. */
  file: string;
  /** Both count from 1, as editors do. */
  line: number;
  column: number;
  /** What is wrong. */
  message: string;
  /** What to write instead, when that is known. */
  mend?: string;
}

/** A text file, read by whoever has a file system at hand. */
export interface ContentFile {
  /** Path from the project root, with forward slashes. */
  path: string;
  text: string;
}

export function formatFinding({ file, line, column, message, mend }: Finding): string {
  return `${file}:${line}:${column}  ${message}${mend ? `\n    ${mend}` : ''}`;
}
