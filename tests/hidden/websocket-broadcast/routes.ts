import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forEvery } from '#judge';
import { part } from './subject.ts';

const ACTION = '$request.body.action';
const KEYS = ['$connect', '$disconnect', '$default', 'join', 'leave', 'say'];

/** The routes of these messages, in an API with these keys. */
function routes(expression: string, messages: readonly unknown[], keys: readonly string[] = KEYS): Promise<(string | undefined)[]> {
  return Promise.all(messages.map((message) => part.selectRoute(expression, JSON.stringify(message), [...keys])));
}

/** The same, for messages that are not to be JSON. */
function routesOfTexts(messages: readonly string[], keys: readonly string[] = KEYS): Promise<(string | undefined)[]> {
  return Promise.all(messages.map((message) => part.selectRoute(ACTION, message, [...keys])));
}

const allDefault = (messages: readonly unknown[]) => messages.map(() => '$default');

describe('routes', () => {
  it('a message takes the route whose key is the value that the expression names', async () => {
    expect(await routes(ACTION, [{ action: 'join' }, { action: 'say', text: 'hi' }])).toEqual(['join', 'say']);
  });

  it('braces around the name change nothing', async () => {
    expect(await routes('${request.body.action}', [{ action: 'join' }, { action: 'dance' }])).toEqual(['join', '$default']);
  });

  it('a value that is no route key goes to $default, and so does a message without the value', async () => {
    expect(await routes(ACTION, [{ action: 'dance' }, { act: 'join' }, {}])).toEqual(['$default', '$default', '$default']);
  });

  it('a key matches exactly: neither other capitals nor a space nor a part of it will do', async () => {
    const messages = ['JOIN', 'Join', ' join', 'join ', 'joi', 'joins', ''].map((action) => ({ action }));
    expect(await routes(ACTION, messages)).toEqual(allDefault(messages));
  });

  it('a message that is no JSON goes to $default', async () => {
    const texts = ['hello', '', 'join', '{"action":"join"', "{action:'join'}", '{"action":"join"} {}'];
    expect(await routesOfTexts(texts)).toEqual(allDefault(texts));
  });

  it('without $default there is no route for what matches nothing', async () => {
    expect(await routesOfTexts(['{"action":"dance"}', 'hello', '{"action":"join"}'], ['join'])).toEqual([undefined, undefined, 'join']);
  });

  it('numbers and booleans match as text', async () => {
    const keys = ['$default', '7', '-1.5', 'true', 'false'];
    const messages = [7, -1.5, true, false].map((action) => ({ action }));
    expect(await routes(ACTION, messages, keys)).toEqual(['7', '-1.5', 'true', 'false']);
  });

  it('null, objects and lists stand for nothing', async () => {
    const keys = ['$default', 'null', '[object Object]', '{}', 'join'];
    const messages = [null, {}, ['join'], []].map((action) => ({ action }));
    expect(await routes(ACTION, messages, keys)).toEqual(allDefault(messages));
  });

  it('dots lead into objects', async () => {
    const messages = [
      { order: { kind: 'join' } },
      { order: 'join' },
      { order: null },
      { order: [{ kind: 'join' }] },
      { 'order.kind': 'join' },
    ];
    const expected = ['join', '$default', '$default', '$default', '$default'];
    const [bare, braced] = [routes('$request.body.order.kind', messages), routes('${request.body.order.kind}', messages)];
    expect([await bare, await braced]).toEqual([expected, expected]);
  });

  it('a message that is JSON and no object holds no value', async () => {
    const messages = ['join', 42, null, true, [{ action: 'join' }]];
    expect(await routes(ACTION, messages)).toEqual(allDefault(messages));
  });

  it('only what the message itself holds is looked at, not what every object, text and list has', async () => {
    const asked = [
      part.selectRoute('$request.body.constructor.name', '{}', ['$default', 'Object']),
      part.selectRoute('$request.body.action.length', '{"action":"join"}', ['$default', '4']),
      part.selectRoute('$request.body.list.length', '{"list":[1,2]}', ['$default', '2']),
      part.selectRoute('$request.body.length', '"join"', ['$default', '4']),
      part.selectRoute('$request.body.__proto__.action', '{"__proto__":{"action":"join"}}', ['$default', 'join']),
    ];
    expect(await Promise.all(asked)).toEqual(['$default', '$default', '$default', '$default', 'join']);
  });

  it('text around a reference stays, and there may be several references', async () => {
    const message = JSON.stringify({ service: 'orders', verb: 'create', version: 2 });
    const keys = ['$default', 'orders-create', 'v2', '2-beta', 'orderscreate', 'orders.create.'];
    const expressions = [
      '${request.body.service}-${request.body.verb}',
      'v${request.body.version}',
      '$request.body.version-beta',
      '${request.body.service}$request.body.verb',
      '$request.body.service.',
    ];
    const asked = expressions.map((expression) => part.selectRoute(expression, message, keys));
    expect(await Promise.all(asked)).toEqual(['orders-create', 'v2', '2-beta', 'orderscreate', '$default']);
  });

  it('what is missing stands for nothing, also between other text', async () => {
    const keys = ['$default', '-create', 'undefined-create'];
    expect(await routes('${request.body.service}-${request.body.verb}', [{ verb: 'create' }], keys)).toEqual(['-create']);
  });

  it('what was put in is not read again', async () => {
    const keys = ['$default', 'join', '$request.body.b', '$&', '$$'];
    const messages = [{ action: '$request.body.b', b: 'join' }, { action: '$&' }, { action: '$$' }];
    expect(await routes(ACTION, messages, keys)).toEqual(['$request.body.b', '$&', '$$']);
  });

  it('a backslash makes a dollar sign text', async () => {
    const asked = [
      part.selectRoute('\\$default', '{"action":"join"}', KEYS),
      part.selectRoute('\\$request.body.action', '{"action":"join"}', ['$default', 'join', '$request.body.action']),
    ];
    expect(await Promise.all(asked)).toEqual(['$default', '$request.body.action']);
  });

  it('a reference to anything but the body stands for nothing', async () => {
    const message = '{"action":"join","request":{"action":"join"}}';
    const expressions = ['$context.action', '${request.header.action}', '$request.action', '$body.action', '$action'];
    const asked = expressions.map((expression) => part.selectRoute(expression, message, KEYS));
    expect(await Promise.all(asked)).toEqual(allDefault(expressions));
  });

  it('no message reaches $connect or $disconnect, whatever it says', async () => {
    const messages = [{ action: '$connect' }, { action: '$disconnect' }, { action: '$default' }];
    const withDefault = routes(ACTION, messages);
    const without = routes(ACTION, messages, ['$connect', '$disconnect', 'join']);
    expect([await withDefault, await without]).toEqual([allDefault(messages), [undefined, undefined, undefined]]);
  });

  it('any text at all is found under a key that is the same text', async () => {
    const texts = fc.oneof(
      fc.string({ minLength: 1, maxLength: 8 }),
      fc.constantFrom('Zoë', '🛎️', '\uD83D', '"', '\\', '$1', "$'", '${request.body.a}'),
    );
    await forEvery(fc.record({ value: texts, other: texts, path: fc.array(names(), { minLength: 1, maxLength: 3 }) }), async (example) => {
      const { value, other, path } = example;
      const message = JSON.stringify(path.reduceRight<unknown>((inside, name) => ({ [name]: inside }), value));
      const keys = ['$default', other, 'join'];
      const expression = path.join('.');
      const asked = [`$request.body.${expression}`, `\${request.body.${expression}}`].map((text) => part.selectRoute(text, message, keys));
      const expected = keys.includes(value) ? value : '$default';
      const found = await Promise.all([...asked, part.selectRoute(`$request.body.${expression}`, message, [...keys, value])]);
      expect(found).toEqual([expected, expected, value]);
    });
  });
});

/** Names that need no braces, some of which every object has. */
function names(): fc.Arbitrary<string> {
  return fc.oneof(fc.constantFrom('action', 'toString', 'constructor', 'length', 'a_1', '7'), fc.stringMatching(/^[a-z]{1,4}$/));
}
