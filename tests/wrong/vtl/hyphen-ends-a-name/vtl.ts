import type { Rendered, Template, TemplateInput } from '../../../../exercises/vtl/contract.ts';
import type { Expression, Reference, Step } from './expression.ts';
import { valueAt } from './json-path.ts';
import { readTokens, type Token } from './tokens.ts';

export function compile(template: string): Template {
  const tokens = readTokens(template);
  const nodes = readBlock(tokens, { at: 0 });
  return {
    run(input): Rendered {
      return { text: renderAll(nodes, scopeOf(input)) };
    },
  };
}

export function render(template: string, input: TemplateInput): string {
  return compile(template).run(input).text;
}

type Node =
  | Extract<Token, { kind: 'text' | 'reference' | 'set' }>
  | { kind: 'if'; branches: { condition: Expression | undefined; body: Node[] }[] }
  | { kind: 'foreach'; variable: string; items: Expression; body: Node[] };

/** Everything up to the `#else`, `#elseif` or `#end` that belongs to somebody above; that one is left for them. */
function readBlock(tokens: Token[], cursor: { at: number }): Node[] {
  const nodes: Node[] = [];
  for (; cursor.at < tokens.length; cursor.at++) {
    const token = tokens[cursor.at]!;
    if (token.kind === 'else' || token.kind === 'elseif' || token.kind === 'end') break;
    if (token.kind === 'if') nodes.push(readIf(tokens, cursor, token.condition));
    else if (token.kind === 'foreach') {
      cursor.at++;
      nodes.push({ kind: 'foreach', variable: token.variable, items: token.items, body: readBlock(tokens, cursor) });
    } else nodes.push(token);
  }
  return nodes;
}

function readIf(tokens: Token[], cursor: { at: number }, first: Expression): Node {
  const branches: { condition: Expression | undefined; body: Node[] }[] = [];
  let condition: Expression | undefined = first;
  for (;;) {
    cursor.at++;
    branches.push({ condition, body: readBlock(tokens, cursor) });
    const next = tokens[cursor.at];
    if (next?.kind !== 'else' && next?.kind !== 'elseif') return { kind: 'if', branches };
    condition = next.kind === 'elseif' ? next.condition : undefined;
  }
}

/** Variables by name. `undefined` stands for whatever is missing, and for null. */
type Scope = Map<string, unknown>;

function renderAll(nodes: Node[], scope: Scope): string {
  let text = '';
  for (const node of nodes) text += renderNode(node, scope);
  return text;
}

function renderNode(node: Node, scope: Scope): string {
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'reference':
      return print(valueOf(node.reference, scope));
    case 'set':
      assign(node.target, valueOf(node.value, scope) ?? '', scope);
      return '';
    case 'if': {
      const taken = node.branches.find(({ condition }) => condition === undefined || isTrue(valueOf(condition, scope)));
      return taken ? renderAll(taken.body, scope) : '';
    }
    case 'foreach': {
      const items = itemsOf(valueOf(node.items, scope));
      const before = [node.variable, 'foreach'].map((name) => [name, scope.get(name)] as const);
      let text = '';
      for (const [index, item] of items.entries()) {
        scope.set(node.variable, item);
        scope.set('foreach', { index, count: index + 1, hasNext: index + 1 < items.length });
        text += renderAll(node.body, scope);
      }
      for (const [name, value] of before) scope.set(name, value);
      return text;
    }
  }
}

function isTrue(value: unknown): boolean {
  return value !== false;
}

function itemsOf(value: unknown): unknown[] {
  return typeof value === 'object' && value !== null ? Object.values(value) : [];
}

function print(value: unknown): string {
  if (value === undefined || value === null || value instanceof Tool) return '';
  if (Array.isArray(value)) return JSON.stringify(value);
  if (typeof value !== 'object') return String(value);
  return `{${Object.entries(value)
    .map(([key, item]) => `${key}=${item === null ? 'null' : print(item)}`)
    .join(', ')}}`;
}

function valueOf(expression: Expression, scope: Scope): unknown {
  switch (expression.kind) {
    case 'reference':
      return expression.steps.reduce((value, step) => take(value, step, scope), scope.get(expression.name));
    case 'string':
      return expression.quote === '"' ? renderAll(readBlock(readTokens(expression.text), { at: 0 }), scope) : expression.text;
    case 'number':
      return Number(expression.text);
    case 'boolean':
      return expression.value;
    case 'list':
      return expression.items.map((item) => valueOf(item, scope));
    case 'range':
      return rangeOf(valueOf(expression.from, scope), valueOf(expression.to, scope));
    case 'map':
      return Object.fromEntries(expression.entries.map(({ key, value }) => [print(valueOf(key, scope)), valueOf(value, scope)]));
    case 'not':
      return !isTrue(valueOf(expression.operand, scope));
    case 'binary':
      return calculate(expression.operator, valueOf(expression.left, scope), valueOf(expression.right, scope));
  }
}

function rangeOf(from: unknown, to: unknown): unknown[] {
  if (typeof from !== 'number' || typeof to !== 'number') return [];
  const step = from <= to ? 1 : -1;
  // No loop takes more turns.
  const length = Math.min(Math.abs(to - from) + 1, 1000);
  return Array.from({ length }, (_, i) => from + i * step);
}

function calculate(operator: string, left: unknown, right: unknown): unknown {
  switch (operator) {
    case '&&':
      return isTrue(left) && isTrue(right);
    case '||':
      return isTrue(left) || isTrue(right);
    case '==':
      return (left ?? '') === (right ?? '');
    case '!=':
      return (left ?? '') !== (right ?? '');
  }
  if (typeof left !== 'number' || typeof right !== 'number') return false;
  switch (operator) {
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    case '>=':
      return left >= right;
  }
  return undefined;
}

function take(value: unknown, step: Step, scope: Scope): unknown {
  if (value instanceof Tool && step.kind === 'call') return value.methods[step.name]?.(...step.args.map((arg) => valueOf(arg, scope)));
  if (value instanceof Tool && step.kind === 'property') return value.properties[step.name];
  if (typeof value !== 'object' || value === null || step.kind === 'call') return undefined;
  const key = step.kind === 'property' ? step.name : print(valueOf(step.index, scope));
  return Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
}

function assign({ name, steps }: Reference, value: unknown, scope: Scope): void {
  const last = steps.at(-1);
  if (!last) return void scope.set(name, value);
  const holder = steps.slice(0, -1).reduce((from, step) => take(from, step, scope), scope.get(name));
  if (typeof holder !== 'object' || holder === null || last.kind === 'call') return;
  const key = last.kind === 'property' ? last.name : print(valueOf(last.index, scope));
  (holder as Record<string, unknown>)[key] = value;
}

/** `$input` and `$util`: what the service hands to every template. */
class Tool {
  methods: Record<string, (...args: unknown[]) => unknown>;
  properties: Record<string, unknown>;

  constructor(methods: Record<string, (...args: unknown[]) => unknown>, properties: Record<string, unknown>) {
    this.methods = methods;
    this.properties = properties;
  }
}

function scopeOf({ body, params = {}, context = {}, stageVariables = {} }: TemplateInput): Scope {
  const text = body || '{}';
  let parsed: { value: unknown } | undefined;
  function path(where: unknown): unknown {
    parsed ??= { value: JSON.parse(text) };
    return valueAt(parsed.value, String(where)) ?? undefined;
  }
  const { path: ofPath = {}, querystring = {}, header = {} } = params;
  const groups = { path: ofPath, querystring, header };
  const input = new Tool(
    {
      path,
      json: (where) => JSON.stringify(path(where) ?? ''),
      params(name) {
        if (name === undefined) return groups;
        const group = Object.values(groups).find((one) => Object.hasOwn(one, String(name)));
        return group?.[String(name)];
      },
    },
    { body: text },
  );
  return new Map<string, unknown>([
    ['input', input],
    ['util', new Tool(util, {})],
    ['context', context],
    ['stageVariables', stageVariables],
  ]);
}

/** A function on text gives nothing if it is handed nothing. */
const onText = (change: (text: string) => unknown) => (text: unknown) => (typeof text === 'string' ? change(text) : undefined);

const util: Tool['methods'] = {
  escapeJavaScript: onText(escapeJavaScript),
  parseJson: onText((text) => JSON.parse(text)),
  urlEncode: onText((text) => percentEncoded(text).replaceAll('%20', '+')),
  urlDecode: onText((text) => decodeURIComponent(text.replaceAll('+', ' '))),
  base64Encode: onText(base64Encode),
  base64Decode: onText(base64Decode),
};

function escapeJavaScript(text: string): string {
  const named: Record<string, string> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\b': '\\b', '\f': '\\f' };
  return text.replace(/["'\\/]/g, '\\$&').replace(/[^\x20-\x7f]/g, (unit) => {
    return named[unit] ?? `\\u${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
  });
}

/** Every byte of the text in UTF-8, those that a form leaves alone as they are. */
function percentEncoded(text: string): string {
  return encodeURIComponent(text).replace(/[!'()~]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function base64Encode(text: string): string {
  const bytes = encodeURIComponent(text).replace(/%(..)/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  const bits = [...bytes].map((byte) => byte.charCodeAt(0).toString(2).padStart(8, '0')).join('');
  const sextets = bits.match(/.{1,6}/g) ?? [];
  const letters = sextets.map((sextet) => ALPHABET[Number.parseInt(sextet.padEnd(6, '0'), 2)]).join('');
  return letters.padEnd(Math.ceil(letters.length / 4) * 4, '=');
}

function base64Decode(text: string): string {
  const bits = [...text.replace(/=+$/, '')].map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(6, '0')).join('');
  const bytes = bits.match(/.{8}/g) ?? [];
  return decodeURIComponent(bytes.map((byte) => `%${Number.parseInt(byte, 2).toString(16).padStart(2, '0')}`).join(''));
}
