import { expect, it } from 'vitest';
import { valueThatIsMeant } from '../../src/facts/meant.ts';

it('gives the value that a sentence points at, as code if it is literal', () => {
  expect(valueThatIsMeant({ statement: 'Lambda is called with this verb.', value: 'POST', unit: 'text' })).toBe('`POST`');
  expect(valueThatIsMeant({ statement: 'A REST API reports these metrics.', value: 'Count, Latency', unit: 'words' })).toBe(
    'Count, Latency',
  );
});

it('gives nothing if the sentence says all', () => {
  expect(valueThatIsMeant({ statement: 'The default is 29 seconds.', value: 29, unit: 's' })).toBeUndefined();
  expect(valueThatIsMeant({ statement: 'It is `none`, and this holds for all.', value: 'none', unit: 'text' })).toBeUndefined();
});
