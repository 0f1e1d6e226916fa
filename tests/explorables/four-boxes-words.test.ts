import { describe, expect, it } from 'vitest';
import { PRESETS, SOUND } from '../../src/explorables/four-boxes-presets.ts';
import { accountsOf } from '../../src/explorables/four-boxes-stations.ts';
import { choicesOf, guessSentence, statusNames, summary } from '../../src/explorables/four-boxes-words.ts';
import { CHOICES, run, type Part, type Setup } from '../../src/explorables/four-boxes.ts';

const answers = { badRequest: 400, unsupportedType: 415, noMatch: 500, undeclaredStatus: 'Invalid Response status code specified' };
const said = (setup: Setup) => summary(run(setup), setup, answers);
const accounts = (change: Partial<Setup>) => {
  const setup = { ...SOUND, ...change };
  return accountsOf(setup, run(setup), answers);
};

it.each([
  ['A 404 on the way back', 'The kitchen gets {"meal": "soup"}. It answers 404; the caller reads 200. A failure looks like success.'],
  [
    'A header for the app',
    'AWS refuses the setup: an integration response sets x-kitchen, which no method response declares. The script stops there, and nobody calls anything.',
  ],
  ['Half a pattern', 'The kitchen gets {"meal": "soup"}. It answers 404; the caller reads 500. A caller’s mistake looks like the hotel’s.'],
  ['No default', 'The kitchen gets {"meal": "soup"}. It answers 503; the caller reads 500.'],
  ['Past both locks', 'The kitchen gets {"room":"12","dish":7}, as it was sent. It answers 201; the caller reads 201.'],
  ['Required, unchecked', 'The kitchen gets {"meal": "soup"}. It answers 201; the caller reads 201.'],
  ['Now it is a proxy', 'The kitchen gets {"room":"12","dish":"soup"}, as it was sent. It answers 404; the caller reads 404.'],
])('“%s” ends: %s', (name, sentence) => {
  expect(said(PRESETS.find((preset) => preset.name === name)!.setup)).toBe(sentence);
});

it('names every refusal, the first one as the one that AWS utters', () => {
  expect(said({ ...SOUND, parameter: 'unknown', declared: 'no' })).toBe(
    'AWS refuses the setup: the mapping of x-hotel reads a header that the method does not declare. The script stops there, and nobody calls anything. After that, an integration response sets x-kitchen, which no method response declares.',
  );
  expect(said({ ...SOUND, success: 'none', fallback: 'none' })).toContain('The order is cooked, and the caller believes that it failed.');
});

describe('the stations', () => {
  it('say why a pattern that looks right does not match', () => {
    expect(accounts({ answer: 404, failure: '4' })['integration-response'].words).toContain('it has to match the whole');
    expect(accounts({ answer: 404, failure: 'No such dish.*' })['integration-response'].words).toContain('not with the text of the body');
  });

  it('say that a declared header is allowed and not sent', () => {
    expect(accounts({ header: 'off' })['method-response'].words).toBe(
      '201 is declared. x-kitchen is declared, which allows it and sends nothing.',
    );
  });

  it('say that a refusal of the gateway passes no method response', () => {
    const { kitchen, ...stations } = accounts({ hotel: 'left-out' });
    expect(kitchen.fate).toBe('unheard');
    expect(stations['method-request']).toEqual({ fate: 'ended', words: '400, “Missing required request parameters: [x-hotel]”.' });
    expect(stations['method-response'].words).toBe('Not passed: the 400 is the gateway’s own, and needs no declaration.');
  });

  it('of a proxy are not asked on the way back', () => {
    const stations = accounts({ type: 'HTTP_PROXY', answer: 404 });
    expect(stations['integration-response']).toEqual({ fate: 'unheard', words: 'Not asked: the kitchen’s 404 stays 404.' });
    expect(stations['method-response'].fate).toBe('unheard');
    expect(stations.kitchen.words).toBe('Gets {"room":"12","dish":"soup"} and x-hotel: grand. Answers 404 with x-kitchen: 3.');
  });

  it('quote AWS where the fourth was not there before the third', () => {
    expect(accounts({ statuses: '200' })['integration-response']).toEqual({
      fate: 'refused',
      words: 'PutIntegrationResponse is refused: “Invalid Response status code specified”. First the method response, then this.',
    });
  });

  it('end with 415 where no template and no passthrough is', () => {
    expect(accounts({ content: 'text' })['integration-request']).toEqual({
      fate: 'ended',
      words: 'There is no template for text/plain, and NEVER lets nothing pass without one: 415.',
    });
  });
});

describe('a guess', () => {
  const setup = { ...SOUND, answer: 404 } as const;
  it('is right if both are', () => {
    expect(guessSentence({ backend: 'template', status: 404 }, run(setup), answers)).toBe('As you said.');
    expect(guessSentence({ backend: 'refused', status: undefined }, run({ ...SOUND, declared: 'no' }), answers)).toBe('As you said.');
  });

  it('is repeated where it was wrong', () => {
    expect(guessSentence({ backend: 'template', status: 200 }, run(setup), answers)).toBe('You said: 200.');
    expect(guessSentence({ backend: 'refused', status: undefined }, run(setup), answers)).toBe(
      'You said: “Nothing ever: AWS refuses this setup”.',
    );
    expect(guessSentence({ backend: undefined, status: undefined }, run(setup), answers)).toBe('');
  });
});

it('every choice has a name, and every status of a caller is among the answers', () => {
  for (const part of Object.keys(CHOICES) as Part[]) {
    expect(new Set(choicesOf(part).map(([, name]) => name)).size).toBe(CHOICES[part].length);
  }
  expect(statusNames(answers).map(([status]) => status)).toEqual([200, 201, 400, 404, 415, 500, 503]);
});
