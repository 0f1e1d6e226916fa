import { LIMITS, tooMuch, utf8Length } from '../limits.ts';
import { TemplateError } from '../template-error.ts';
import { Cursor } from './cursor.ts';
import { parseBlock } from './statements.ts';
import type { Block } from './tree.ts';

/** @throws TemplateError of kind `syntax` or `limit` */
export function parse(template: string): Block {
  if (utf8Length(template) > LIMITS.templateBytes) {
    throw new TemplateError('limit', tooMuch('Bytes in a template', LIMITS.templateBytes).message, template, 0);
  }
  return parseBlock(new Cursor(template, parseBlock));
}
