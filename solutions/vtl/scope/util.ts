import type { Effort } from '../effort.ts';
import { readJson } from '../values/json-reader.ts';
import type { Helper, Value } from '../values/value.ts';
import { base64Decode, base64Encode, urlDecode, urlEncode } from './encodings.ts';

/** `$util`, with what API Gateway has of it (B-VTL-90). The `toJson` and `dynamodb` of other services are not there. */
export class Util implements Helper {
  private readonly effort: Effort;

  constructor(effort: Effort) {
    this.effort = effort;
  }

  property(): Value {
    return null;
  }

  /** Every function takes one text: a number or null gives nothing (B-VTL-73). */
  call(method: string, args: Value[]): Value | undefined {
    const text = args[0];
    if (args.length !== 1 || typeof text !== 'string') return undefined;
    this.effort.readText(text.length);
    switch (method) {
      case 'escapeJavaScript':
        return escapeJavaScript(text);
      case 'parseJson':
        return readJson(text);
      case 'urlEncode':
        return urlEncode(text);
      case 'urlDecode':
        return urlDecode(text);
      case 'base64Encode':
        return base64Encode(text);
      case 'base64Decode':
        return base64Decode(text);
      default:
        return undefined;
    }
  }

  toText(): string {
    return '';
  }
}

const ESCAPED = /['"\\/]|[^ -~]/;
const ESCAPED_ALL = new RegExp(ESCAPED, 'g');

const ESCAPES: Record<string, string> = {
  "'": "\\'",
  '"': '\\"',
  '\\': '\\\\',
  '/': '\\/',
  '\b': '\\b',
  '\n': '\\n',
  '\t': '\\t',
  '\f': '\\f',
  '\r': '\\r',
};

/** As commons-lang has it: also `'` and `/`, and whatever is not ASCII (B-VTL-91). `\'` is no valid JSON. */
function escapeJavaScript(text: string): string {
  if (!ESCAPED.test(text)) return text;
  return text.replace(ESCAPED_ALL, (character) => ESCAPES[character] ?? escapeCode(character));
}

function escapeCode(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}
