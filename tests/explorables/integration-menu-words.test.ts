import { describe, expect, it } from 'vitest';
import { BRINGS, guessSentence, KIND_NAMES, verdictSentence, whySentence } from '../../src/explorables/integration-menu-words.ts';
import { PRESETS } from '../../src/explorables/integration-menu-presets.ts';
import { APIS, BACKENDS, KINDS, menuOf, type Situation } from '../../src/explorables/integration-menu.ts';

const FACTS = { services: 'SQS and Kinesis' };
const none = { reshape: false, keep: false, 'no-code': false };
const queue: Situation = { backend: 'sqs', api: 'rest', needs: { ...none, 'no-code': true } };
const table: Situation = { backend: 'dynamodb', api: 'http', needs: { ...none, 'no-code': true } };

it('says what to take, or that nothing does all of it', () => {
  expect(verdictSentence(menuOf(queue))).toBe('AWS: an action of a service, with templates.');
  expect(verdictSentence(menuOf(table))).toContain('None does all of it.');
});

describe('the guess', () => {
  it.each([
    ['service', queue, 'As you said.'],
    ['none', queue, 'You said: none of them.'],
    ['mock', queue, 'You said MOCK, which is ruled out.'],
    ['lambda-proxy', { ...queue, needs: none }, 'You said AWS_PROXY: a function, which works, too.'],
    ['none', table, 'As you said.'],
  ] as const)('%s', (guess, situation, said) => {
    expect(guessSentence(guess, menuOf(situation))).toBe(said);
  });
});

it('takes the list of services from outside', () => {
  expect(whySentence('action', menuOf(table).verdicts.action, table, FACTS)).toContain(
    'ready-made actions for SQS and Kinesis, and for no other',
  );
});

it('has a reason for every kind in every case', () => {
  const sentences = BACKENDS.flatMap((backend) =>
    APIS.flatMap((api) =>
      [none, { ...none, reshape: true }, { ...none, keep: true }, { ...none, 'no-code': true }].flatMap((needs) => {
        const situation = { backend, api, needs };
        const { verdicts } = menuOf(situation);
        return KINDS.map((kind) => whySentence(kind, verdicts[kind], situation, FACTS));
      }),
    ),
  );
  expect(sentences.filter((sentence) => !/^[A-Z].*\.$/.test(sentence))).toEqual([]);
});

it('says of every kind what it brings', () => {
  expect(Object.keys(BRINGS).toSorted()).toEqual(Object.keys(KIND_NAMES).toSorted());
});

it('describes each case in two sentences', () => {
  for (const { scene } of PRESETS) expect(scene.match(/[^.]+\./g)).toHaveLength(2);
});
