/** Templates, payloads and paths as a person would half write them: mostly right, sometimes cut, doubled or out of place. */
import fc, { type Arbitrary } from 'fast-check';

const pick = (...values: string[]): Arbitrary<string> => fc.constantFrom(...values);
const joined = (...parts: Arbitrary<string>[]): Arbitrary<string> => fc.tuple(...parts).map((all) => all.join(''));
const sequence = (part: Arbitrary<string>, most: number): Arbitrary<string> =>
  fc.array(part, { maxLength: most }).map((parts) => parts.join(''));

const name = pick('a', 'b', 'l', 'm', 's', 'n', 'nope', 'foreach', 'input', 'util', 'context', 'velocityCount', 'x-y');
const blank = pick('', '', '', ' ', '\n', '  ', '\t');
const number = pick('0', '1', '2', '-1', '7', '2147483647', '9999999999', '1.5', '.5', '1e3', '-0.25');
const operator = pick(
  '+',
  '-',
  '*',
  '/',
  '%',
  '==',
  '!=',
  '<',
  '<=',
  '>',
  '>=',
  '&&',
  '||',
  ' and ',
  ' or ',
  ' eq ',
  ' ne ',
  ' lt ',
  ' ge ',
);
const member = pick(
  'length()',
  'size()',
  'isEmpty()',
  'a',
  'b',
  'k',
  'count',
  'index',
  'hasNext',
  'keySet()',
  'values()',
  'entrySet()',
  'toString()',
  'empty',
  'nope()',
  'trim()',
  'toUpperCase()',
  'hashCode()',
  'iterator().next()',
);
const method = pick(
  'substring',
  'indexOf',
  'contains',
  'startsWith',
  'replace',
  'split',
  'equals',
  'get',
  'put',
  'add',
  'remove',
  'set',
  'concat',
  'containsKey',
  'addAll',
  'putAll',
  'subList',
  'path',
  'json',
  'params',
  'urlEncode',
  'parseJson',
  'escapeJavaScript',
  'base64Encode',
  'matches',
  'replaceAll',
);
const word = pick(
  'text ',
  '"',
  "'",
  ': ',
  ',',
  '{',
  '}',
  '[',
  ']',
  '(',
  ')',
  '.',
  '\\',
  '\\\\',
  '$',
  '#',
  '!',
  '\n',
  '  ',
  'true',
  'é',
  '${',
  '#[[',
  ']]#',
  '#*',
  '*#',
  '## c\n',
);

const { reference, expression, template } = fc.letrec<Record<'reference' | 'expression' | 'argument' | 'statement' | 'template', string>>(
  (tie) => ({
    argument: fc.oneof(
      { depthSize: 'small' },
      number,
      pick('"a"', "'b'", '"$.a"', "'$.l[0]'", "'$..k'", '""', "'a,b'", '"[a-c]"', 'true', 'null', '[]', '{}'),
      tie('reference'),
      joined(pick('['), tie('argument'), pick(', '), tie('argument'), pick(']')),
      joined(pick('{"k": '), tie('argument'), pick('}')),
    ),
    reference: joined(
      pick('$', '$', '$', '$!', '\\$', '\\\\$'),
      fc.oneof(
        { weight: 5, arbitrary: joined(name, sequence(step(tie), 2)) },
        { weight: 1, arbitrary: joined(pick('{'), name, sequence(step(tie), 2), pick('}', '}', '}', '')) },
      ),
    ),
    expression: fc.oneof(
      { depthSize: 'small' },
      { weight: 3, arbitrary: tie('argument') },
      joined(tie('argument'), blank, operator, blank, tie('argument')),
      joined(pick('(', '!('), tie('expression'), pick(')')),
      joined(pick('!', 'not '), tie('expression')),
      joined(pick('"'), sequence(fc.oneof(pick('t', ' ', '""', '\\', '##', '#'), tie('reference')), 3), pick('"')),
      joined(pick('['), number, pick('..'), number, pick(']')),
      pick('["a", 1, true]', '{"a": 1, "b": {"k": "v"}}', "'it''s'", '"\\u0041"'),
    ),
    statement: fc.oneof(
      { depthSize: 'small' },
      { weight: 3, arbitrary: word },
      { weight: 4, arbitrary: tie('reference') },
      {
        weight: 4,
        arbitrary: joined(
          pick('#set($', '#set( $', '\n  #set($', '#{set}($'),
          name,
          blank,
          pick('='),
          blank,
          tie('expression'),
          blank,
          pick(')', ')', ')\n', ') '),
        ),
      },
      joined(
        pick('#if(', '#if ('),
        tie('expression'),
        pick(')', ')\n'),
        tie('template'),
        pick('#else', '#{else}', '#elseif(true)', '#else\n'),
        tie('template'),
        pick('#end', '#{end}', '#end \n'),
      ),
      joined(pick('#if('), tie('expression'), pick(')'), tie('template'), pick('#end', '#end', '')),
      joined(pick('#foreach($a in ', '#foreach( $b in '), tie('argument'), pick(')', ') ', ')\n'), tie('template'), pick('#end', '#end\n')),
      joined(
        pick(
          '#define($s)',
          '#macro(t $a)',
          '#literal()',
          '#stop',
          '#break',
          '#t()',
          '#foo',
          '#foo($a)',
          '\\#if',
          '\\#end',
          '#1',
          '#end',
          '#parse("x")',
        ),
      ),
      joined(pick('#define($s)', '#macro(t)', '#literal()'), tie('template'), pick('#end')),
    ),
    template: fc.array(tie('statement'), { maxLength: 5, depthIdentifier: 'template' }).map((parts) => parts.join('')),
  }),
);

function step(tie: (key: 'argument') => Arbitrary<string>): Arbitrary<string> {
  return fc.oneof(
    joined(pick('.'), member),
    joined(pick('.'), method, pick('('), tie('argument'), pick(')')),
    joined(pick('.'), method, pick('('), tie('argument'), pick(', '), tie('argument'), pick(')')),
    joined(pick('['), fc.oneof(pick('0', '1', '-1', '9', '"k"', '"a"', '1.5', 'x'), tie('argument')), pick(']', ']', ']', '')),
  );
}

/** Characters taken out, put in or doubled at a place. */
function damaged(whole: Arbitrary<string>): Arbitrary<string> {
  const damage = fc.tuple(fc.nat(), fc.nat(3), pick('', '', ')', '(', '"', '#', '$', '{', '}', '[', '\\', '#end', '\u0000', '\ud800'));
  return fc.oneof(
    { weight: 3, arbitrary: whole },
    fc.tuple(whole, damage).map(([text, [place, removed, added]]) => {
      const at = place % (text.length + 1);
      return text.slice(0, at) + added + text.slice(at + removed);
    }),
  );
}

const scalar = pick(
  '1',
  '-2.50',
  '1e2',
  '12345678901234567890',
  '"s"',
  '"a/b’é"',
  "'q'",
  'true',
  'null',
  'bare word',
  '"\\u0041\\n"',
  '',
  '01',
  'NaN',
);
const { value: json } = fc.letrec<Record<'value', string>>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    scalar,
    fc.array(tie('value'), { maxLength: 3 }).map((items) => `[${items.join(', ')}]`),
    fc
      .array(fc.tuple(pick('"a"', '"b"', '"k"', '"l"', 'k', "'m'"), tie('value')), { maxLength: 4 })
      .map((entries) => `{${entries.map((entry) => entry.join(':')).join(',')}}`),
  ),
}));

const pathStep = pick(
  '.a',
  '.k',
  '.l',
  '.*',
  '..k',
  '..*',
  '[0]',
  '[-1]',
  '[9]',
  '[1:]',
  '[0,1]',
  "['a']",
  "['a','k']",
  '[*]',
  '.length()',
  '.keys()',
  '.sum()',
  '[?(@.k)]',
  '[?(@.a == 1)]',
  '[?(@.k > 1 && @.a)]',
  '[?(@.k =~ /a+/i)]',
  '[?(!@.k)]',
  '[?(@ in [1,2])]',
);

export const templates = damaged(fc.array(template, { maxLength: 3 }).map((parts) => parts.join('')));
export const snippets = damaged(fc.oneof(reference, joined(pick('#set($x = '), expression, pick(')$x'))));
export const payloads = damaged(
  fc.oneof(
    { weight: 4, arbitrary: json },
    { weight: 1, arbitrary: pick('', 'a=b', '"text"', '{"a":{"k":[1,2,{"k":3}]},"l":["x",null,{"q":1}]}') },
  ),
);
export const paths = damaged(joined(pick('$', '$', '$', '@', ''), sequence(pathStep, 4)));
