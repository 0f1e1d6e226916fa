/** A JSONPath as Jayway's library has it (B-VTL-89). */
import type { Constant } from '../syntax/tree.ts';

export interface Path {
  /** `$` is the document, `@` the item that a filter looks at. */
  root: '$' | '@';
  segments: Segment[];
}

export type Segment =
  | { kind: 'names'; names: string[] }
  | { kind: 'indices'; indices: number[] }
  | { kind: 'slice'; from: number | undefined; to: number | undefined }
  | { kind: 'all' }
  | { kind: 'deep' }
  | { kind: 'filter'; condition: Condition }
  | { kind: 'function'; name: string; args: Operand[] };

export type Condition =
  | { kind: 'and' | 'or'; conditions: Condition[] }
  | { kind: 'not'; condition: Condition }
  | { kind: 'exists'; path: Path }
  | { kind: 'compare'; left: Operand; operator: string; right: Operand };

export type Operand =
  | { kind: 'constant'; value: Constant }
  | { kind: 'list'; items: Operand[] }
  | { kind: 'path'; path: Path }
  | { kind: 'pattern'; regex: RegExp };
