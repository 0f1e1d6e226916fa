import type { Cursor } from './cursor.ts';
import { halfOf, readDirectiveName, readEscapes } from './directive-names.ts';
import { parseDirective, parseSet, skipBlankRest, takesSet, type BlockEnd } from './directives.ts';
import { parseBraced, parseNamed, startsIdentifier } from './operands.ts';
import type { Block, Statement } from './tree.ts';

const TEXT = /[^$#\\]+/y;
const LINE_COMMENT = /##[^\r\n]*(?:\r\n|[\r\n])?/y;
/** A `#` in front of a number, as in `#1`, is a token of its own. */
const HASH = /#(?:-?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)?/y;
/** Signs in front of a reference, all but the last of which are text: `$$x`, `$!$x`. */
const DOLLARS = /\$(?:!?\\*\$)*/y;
const BLOCK_ENDS: readonly BlockEnd[] = ['end', 'else', 'elseif'];

/** A whole text: the template, or what stands between double quotes. */
export function parseBlock(cursor: Cursor): Block {
  return new BlockParser(cursor).parse([]).body;
}

class BlockParser {
  private readonly cursor: Cursor;
  private readonly body: Block = [];
  private text = '';
  /** Right after a reference some characters are not yet plain text: see `parseAfterReference`. */
  private afterReference = false;

  constructor(cursor: Cursor) {
    this.cursor = cursor;
  }

  /** Up to one of these directives, and past it. With none, up to the end of the text. */
  parse(ends: readonly BlockEnd[]): { body: Block; end: BlockEnd } {
    const { cursor } = this;
    const start = cursor.position;
    while (!cursor.ended) {
      if (takesSet(cursor)) this.push(parseSet(cursor));
      else if (this.afterReference) this.parseAfterReference();
      else if (cursor.sees('#')) {
        const end = this.parseHash(ends);
        if (end) return { body: this.finish(), end };
      } else if (cursor.sees('$')) this.parseDollar('');
      else if (cursor.sees('\\')) this.parseBackslashes();
      else this.text += cursor.match(TEXT);
    }
    if (ends.length > 0) throw cursor.error('The directive whose inside starts here has no #end.', start);
    return { body: this.finish(), end: 'end' };
  }

  private push(statement: Statement | undefined): void {
    if (statement?.kind === 'text') this.text += statement.text;
    else if (statement) {
      this.flush();
      this.body.push(statement);
    }
  }

  private flush(): void {
    if (this.text) this.body.push({ kind: 'text', text: this.text });
    this.text = '';
  }

  private finish(): Block {
    this.flush();
    return this.body;
  }

  /** Comments, literal text and directives (B-VTL-40). A `#` that starts none of them is text (B-VTL-17). */
  private parseHash(ends: readonly BlockEnd[]): BlockEnd | undefined {
    const { cursor } = this;
    const start = cursor.position;
    if (cursor.skips(LINE_COMMENT)) return undefined;
    if (cursor.takes('#*')) {
      const end = cursor.text.indexOf('*#', cursor.position);
      cursor.position = end === -1 ? cursor.text.length : end + 2;
      return undefined;
    }
    if (cursor.takes('#[[')) {
      const end = cursor.text.indexOf(']]#', cursor.position);
      if (end === -1) throw cursor.error('The literal text that starts here has no "]]#".', start);
      this.text += cursor.text.slice(cursor.position, end);
      cursor.position = end + 3;
      return undefined;
    }
    const name = readDirectiveName(cursor);
    const end = BLOCK_ENDS.find((one) => one === name);
    if (end) {
      if (!ends.includes(end)) throw cursor.error(`Found #${end} with no directive open that it could belong to.`, start);
      if (end !== 'elseif') skipBlankRest(cursor);
      return end;
    }
    cursor.position = start;
    if (name) this.push(parseDirective(cursor, (inner) => cursor.nested(() => new BlockParser(cursor).parse(inner))));
    else {
      this.text += cursor.match(HASH);
      this.refuseBareEnd('#');
    }
    return undefined;
  }

  /** A template cannot end with a sign that could have started something (B-VTL-03); a quoted text can. */
  private refuseBareEnd(sign: string): void {
    const { cursor } = this;
    if (cursor.ended && !cursor.isQuoted && cursor.text.endsWith(sign)) {
      throw cursor.error(`The template ends with a bare "${sign}".`, cursor.position - sign.length);
    }
  }

  private parseBackslashes(): void {
    const { cursor } = this;
    const start = cursor.position;
    const printed = readEscapes(cursor);
    if (cursor.sees('$')) this.parseDollar(cursor.text.slice(start, cursor.position));
    else this.text += printed;
  }

  /** A reference, or a `$` that starts none (B-VTL-17). An odd number of backslashes makes it literal (B-VTL-18). */
  private parseDollar(backslashes: string): void {
    const { cursor } = this;
    const signs = cursor.match(DOLLARS);
    const start = cursor.position - 1;
    const prefix = signs.slice(0, -1);
    const quiet = cursor.takes('!') ? '!' : '';

    if (cursor.sees('{') ? startsIdentifier(cursor.code(1)) : startsIdentifier(cursor.code())) {
      const isBraced = cursor.takes('{');
      const reference = isBraced ? parseBraced(cursor, start) : parseNamed(cursor, start);
      const written = cursor.text.slice(start, cursor.position);
      this.afterReference = !isBraced;
      if (backslashes.length % 2 === 1) this.text += halfOf(backslashes) + written;
      else {
        this.body.push({ kind: 'print', before: this.text + halfOf(backslashes) + prefix, reference, written });
        this.text = '';
      }
    } else this.parseLoneDollar(backslashes + signs, quiet);
  }

  /** In front of `#set`, `#if` and their like the sign disappears. */
  private parseLoneDollar(signs: string, quiet: string): void {
    const { cursor } = this;
    this.refuseBareEnd(`$${quiet}`);
    const start = cursor.position;
    const isSwallowed = takesSet(cursor) || cursor.sees('#*') || ['if', ...BLOCK_ENDS].includes(readDirectiveName(cursor));
    cursor.position = start;
    if (isSwallowed) return;
    this.text += cursor.sees('[') || cursor.sees('{') ? signs + quiet : signs;
    if (cursor.takes('[')) this.text += '[';
    else this.afterReference = cursor.sees('{');
  }

  /**
   * Where a reference has just ended, a bracket still counts as its index and a word or a word in braces as a name that no `$` starts:
   * the name is printed, what is asked of it is not. Anything else is text again. A `#set` in between changes nothing (B-VTL-52).
   */
  private parseAfterReference(): void {
    const { cursor } = this;
    const start = cursor.position;
    if (cursor.sees('[')) throw cursor.error('A bracket right after a reference is read as its index, and this one has none.');
    if (cursor.takes('{')) {
      this.text += '{';
      if (!startsIdentifier(cursor.code())) return;
      parseBraced(cursor, start);
      this.afterReference = false;
    } else if (startsIdentifier(cursor.code())) this.text += parseNamed(cursor, start).name;
    else this.afterReference = false;
  }
}
