/** What the parser makes of a template. Every `at` is an offset into the template, also inside a quoted text. */
import type { JavaDouble } from '../values/double.ts';

export type Block = Statement[];

export type Statement =
  | { kind: 'text'; text: string }
  | Print
  | { kind: 'set'; target: Reference; value: Expression; at: number }
  | { kind: 'if'; branches: Branch[]; otherwise: Block | undefined }
  | { kind: 'foreach'; variable: string; list: Expression; body: Block; at: number }
  | { kind: 'define'; name: string; body: Block }
  | { kind: 'include'; directive: string; at: number }
  | { kind: 'break' }
  | { kind: 'stop' };

/** The text in front of a reference goes with it: one statement is faster to go through than two. */
interface Print {
  kind: 'print';
  before: string;
  reference: Reference;
  written: string;
}

export interface Branch {
  condition: Expression;
  body: Block;
}

export type Expression =
  | { kind: 'constant'; value: Constant }
  | { kind: 'quoted'; body: Block; at: number }
  | { kind: 'list'; items: Expression[]; at: number }
  | { kind: 'map'; entries: [key: Expression, value: Expression][]; at: number }
  | { kind: 'range'; from: Expression; to: Expression; at: number }
  | { kind: 'not'; operand: Expression }
  | { kind: 'and' | 'or'; operands: Expression[] }
  | { kind: 'compare'; first: Expression; rest: Operation<Comparison>[] }
  | { kind: 'calculate'; first: Expression; rest: Operation<Arithmetic>[]; at: number }
  | Reference;

export type Constant = null | boolean | number | bigint | string | JavaDouble;
export type Comparison = '==' | '!=' | '<' | '<=' | '>' | '>=';
export type Arithmetic = '+' | '-' | '*' | '/' | '%';

/** An operator and what stands right of it. Operators of one rank come in one chain, so that a long sum is no deep tree. */
export interface Operation<Operator> {
  operator: Operator;
  operand: Expression;
}

/** `$name`, and what is asked of it from left to right. */
export interface Reference {
  kind: 'reference';
  name: string;
  steps: Step[];
  at: number;
}

export type Step =
  | { kind: 'property'; name: string; at: number }
  | { kind: 'index'; key: Expression; at: number }
  | { kind: 'call'; name: string; args: Expression[]; at: number };
