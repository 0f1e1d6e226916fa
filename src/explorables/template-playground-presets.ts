/** Situations to start from. Each but the last is a trap: the template gives something else than its author meant. */
import type { Situation } from './template-playground-input.ts';

export interface Preset {
  name: string;
  /** Who wrote the template, and what comes in. */
  scene: string;
  /** What to guess. undefined: only how it ends. */
  prediction?: { question: string; options: readonly string[]; answer: number };
  /** What there is to see, once it has been rendered. */
  moral: string;
  situation: Situation;
  /** Whether blanks and line breaks are what it is about. */
  marksBlanks?: true;
}

const BARE: Situation = { template: '', body: '', params: '', context: '', stageVariables: '' };

function lines(...written: string[]): string {
  return written.join('\n');
}

function json(value: unknown): string {
  return JSON.stringify(value, null, 2);
}

const SIGN_UP = lines('{', '  "role": "guest",', '  "name": "$input.path(\'$.name\')"', '}');
const ACE = json({ name: 'Miles "Ace" O\'Brien' });

export const PRESETS: readonly [Preset, ...Preset[]] = [
  {
    name: 'A name with quotes',
    scene: 'Thousands of guests signed up through this template. Now comes one whose name has quotes in it.',
    prediction: {
      question: 'What does the backend get?',
      options: ['JSON, with the name as he typed it', 'JSON, with the name cut off at the quote', 'Text that is no JSON'],
      answer: 2,
    },
    moral:
      'A template pastes characters. It does not know that it stands between quotes, so the quote in the name ends the text. Whatever a stranger typed has to be escaped.',
    situation: { ...BARE, template: SIGN_UP, body: ACE },
  },
  {
    name: 'The first repair',
    scene: 'The same guest, and now the name goes through `$util.escapeJavaScript`.',
    prediction: {
      question: 'What does the backend get this time?',
      options: ['JSON, with the name as he typed it', 'JSON, with backslashes in the name', 'Text that is no JSON'],
      answer: 2,
    },
    moral:
      "The double quotes are safe. The single one became `\\'`, which JavaScript reads and JSON does not. Put `.replaceAll(\"\\\\'\", \"'\")` behind the call. Or take the quotes of the template away and write `$input.json('$.name')`, which brings its own.",
    situation: {
      ...BARE,
      template: lines('{', '  "role": "guest",', '  "name": "$util.escapeJavaScript($input.path(\'$.name\'))"', '}'),
      body: ACE,
    },
  },
  {
    name: 'A second role',
    scene: 'The first template again. This guest has read it, and chose a name to fit.',
    prediction: {
      question: 'What does the backend get?',
      options: ['JSON, with a strange name', 'JSON, in which the role stands twice', 'Text that is no JSON'],
      answer: 1,
    },
    moral:
      'A broken body is the harmless case: somebody notices. This one parses, and of two equal keys most parsers keep the last. Try the repairs on this name, too.',
    situation: {
      ...BARE,
      template: SIGN_UP,
      body: json({ name: 'Kim", "role": "admin' }),
    },
  },
  {
    name: 'Value or text',
    scene: 'Three ways to put something of the payload into JSON.',
    prediction: {
      question: 'Which of the three lines are good JSON?',
      options: ['guest and copy', 'copy alone', 'copy and name', 'All three'],
      answer: 1,
    },
    moral:
      '`$input.path` gives a value to go on with, and an object prints as `{name=Ann}`. `$input.json` gives JSON text with its own quotes, so a text from it stands between no others.',
    situation: {
      ...BARE,
      template: lines(
        '{',
        '  "guest": $input.path(\'$.guest\'),',
        '  "copy": $input.json(\'$.guest\'),',
        '  "name": "$input.json(\'$.guest.name\')"',
        '}',
      ),
      body: json({ guest: { name: 'Ann' } }),
    },
  },
  {
    name: 'Not there',
    scene: 'No variable is called `$nights`. `#evaluate` is a directive that the service does not have. `toJson` belongs to AppSync.',
    prediction: {
      question: 'Which of the four print themselves, as they are written?',
      options: ['None of them', 'price alone', 'price and tags', 'nights, price and tags', 'All four'],
      answer: 2,
    },
    moral:
      'A reference to something that is not there prints nothing, with no word in any log. What is no reference is text: a `$` before a digit, and a directive that the service does not know, with its arguments.',
    situation: {
      ...BARE,
      template: lines(
        '{',
        '  "nights": "$nights",',
        '  "price": "$5.00",',
        '  "tags": "#evaluate($tags)",',
        '  "note": "$util.toJson($input.path(\'$.note\'))"',
        '}',
      ),
      body: json({ note: 'late arrival' }),
    },
  },
  {
    name: 'Is it there?',
    scene: 'Only guests who ask for it get the table by the window. This body says nothing about a window.',
    prediction: {
      question: 'Which table does the guest get?',
      options: ['window', 'any', 'None: it fails'],
      answer: 0,
    },
    moral:
      'Only false is not true. What is missing is true in a condition, and so is null. Ask whether it is there and not empty: `#if($window && $window != "")`.',
    situation: {
      ...BARE,
      template: lines(
        "#set($window = $input.path('$.window'))",
        '{',
        '  #if($window)',
        '  "table": "window"',
        '  #else',
        '  "table": "any"',
        '  #end',
        '}',
      ),
      body: json({ guest: 'Ann' }),
    },
  },
  {
    name: 'A failed sum',
    scene: 'A price is divided among the guests of a room. Nobody has checked into Birch yet.',
    prediction: {
      question: 'What is the share of Birch?',
      options: ['0', 'Nothing: the line ends after the colon', '60, as of Aster', 'None: it fails'],
      answer: 2,
    },
    moral:
      'A division by zero has no value, and `#set` ignores what has none. The variable keeps what the turn before left in it. Set a fallback first, in every turn.',
    situation: {
      ...BARE,
      template: lines(
        "#foreach($room in $input.path('$.rooms'))",
        '#set($share = $room.price / $room.guests)',
        '$room.name: $share',
        '#end',
      ),
      body: lines(
        '{"rooms": [',
        '  {"name": "Aster", "price": 120, "guests": 2},',
        '  {"name": "Birch", "price": 90, "guests": 0},',
        '  {"name": "Cedar", "price": 150, "guests": 3}',
        ']}',
      ),
    },
  },
  {
    name: 'Blanks',
    scene: 'A list of three guests, laid out as it should come out. The bracket at the end has a line of its own.',
    prediction: {
      question: 'How many lines come out?',
      options: ['2', '3', '5', '9'],
      answer: 0,
    },
    moral:
      'A directive takes the rest of its line with it, line break included, if nothing but blanks follows. The `#end` behind the comma takes the break that was meant to come out. Blanks before a directive stay. JSON does not mind; text and XML may.',
    situation: {
      ...BARE,
      template: lines('[', "  #foreach($guest in $input.path('$.guests'))", '  "$guest"#if($foreach.hasNext),#end', '  #end', ']'),
      body: json({ guests: ['Ann', 'Ben', 'Cleo'] }),
    },
    marksBlanks: true,
  },
  {
    name: 'Your own',
    scene:
      'Write a template, and say what it gets. It sees the payload, the parameters of the request, the context and the stage variables.',
    moral: 'Change one thing at a time: a quote, a name, a line break. Say what you expect before you look.',
    situation: {
      template: lines(
        '#set($context.requestOverride.header.x-caller = $context.identity.sourceIp)',
        '{',
        '  "id": "$input.params(\'id\')",',
        '  "guest": $input.json(\'$.guest\'),',
        '  "table": "$stageVariables.table",',
        '  "stage": "$context.stage"',
        '}',
      ),
      body: json({ guest: { name: 'Ann' } }),
      params: json({ path: { id: '7' }, querystring: {}, header: {} }),
      context: json({ stage: 'prod', httpMethod: 'POST', identity: { sourceIp: '203.0.113.9' } }),
      stageVariables: json({ table: 'guests-v2' }),
    },
  },
];
