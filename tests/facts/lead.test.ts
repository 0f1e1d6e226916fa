import { describe, expect, it } from 'vitest';
import { leadOf } from '../../src/components/lead.ts';

describe('the lead of a figure', () => {
  it('is what stands before the last word, and has none if the figure is short', () => {
    expect(['3,600 seconds', 'November 21, 2025', '/ping and /sping'].map(leadOf)).toEqual(['', 'November 21, ', '/ping and /']);
  });

  it('keeps a number and the word behind it on one line', () => {
    expect(['$3.50 per million', '10,000 requests per second'].map(leadOf)).toEqual(['$3.50\u00A0per ', '10,000\u00A0requests per ']);
  });
});
