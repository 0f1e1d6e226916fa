import { describe, expect, it } from 'vitest';
import { breakableParts, staysWhole } from '../../src/site/code-breaks.ts';

describe('inline code', () => {
  it('breaks behind a mark and before a capital, never within a word', () => {
    expect(breakableParts('PutIntegrationResponse')).toEqual(['Put', 'Integration', 'Response']);
    expect(breakableParts('integration.request.querystring.room')).toEqual(['integration.', 'request.', 'querystring.', 'room']);
    expect(breakableParts('CONVERT_TO_TEXT', 14)).toEqual(['CONVERT_', 'TO_', 'TEXT']);
  });

  it('does not break if it is short', () => {
    expect(breakableParts('CONVERT_TO_TEXT')).toEqual(['CONVERT_TO_TEXT']);
  });

  it('stays whole if it is short and could break', () => {
    expect(['GET /menus', '-Methods', 'x-api-key'].every(staysWhole)).toBe(true);
    expect(['Authorization', 'arn:aws:execute-api:region'].some(staysWhole)).toBe(false);
  });
});
