/** What can be asked of the type service, and what it answers. Offsets count UTF-16 code units from the start of the file. */
import type { Mark } from '../workbench/marks.ts';

/** Texts by path with `/`, the contract among them, as `./contract.ts` is imported. */
export type Texts = Readonly<Record<string, string>>;

/** Where something is declared in one of the files; line and column from 1. */
export interface Declared {
  path: string;
  line: number;
  column: number;
}

/** What is known of a name. */
export interface Described {
  from: number;
  to: number;
  /** `const level: number` */
  signature: string;
  /** Of its comment; may be empty. */
  documentation: string;
  /** Undefined: ECMAScript has it, or nobody. */
  declared: Declared | undefined;
}

export interface Proposal {
  name: string;
  /** As CodeMirror calls it: `method`, `property`, `variable` … */
  kind: string;
  /** What the compiler would have first is smallest. */
  order: string;
}

export interface Proposals {
  /** Where what is written of the name begins. */
  from: number;
  proposals: Proposal[];
}

/** One of them, explained. */
export type Explained = Pick<Described, 'signature' | 'documentation'>;

/** The answers of the compiler, as functions of the files as they stand. */
export interface Language {
  /** What it holds against one file: where the file does not parse, that alone. Each is a mark of the kind `warning`. */
  warnings(files: Texts, path: string): Mark[];
  describe(files: Texts, path: string, offset: number): Described | undefined;
  propose(files: Texts, path: string, offset: number): Proposals | undefined;
  explain(files: Texts, path: string, offset: number, name: string): Explained | undefined;
}

export type Question = {
  [Name in keyof Language]: { name: Name; given: Parameters<Language[Name]> };
}[keyof Language];

export interface Asked {
  id: number;
  question: Question;
}

/** `answer` is undefined where there is none, and where the compiler gave up. */
export interface Answered {
  id: number;
  answer: unknown;
}
