import { describe, expect, it } from 'vitest';
import { breakableParts, staysWhole } from '../../src/site/code-breaks.ts';

describe('inline code', () => {
  it('breaks behind a mark and before a capital, never within a word', () => {
    expect(breakableParts('ValidateRequestParameters')).toEqual(['Validate', 'Request', 'Parameters']);
    expect(breakableParts('integration.request.querystring.room')).toEqual(['integration.', 'request.', 'querystring.', 'room']);
    expect(breakableParts('{"message":"Unauthorized"}')).toEqual(['{"message":', '"Unauthorized"}']);
    expect(breakableParts('${adults}-$children', 12)).toEqual(['${adults}-', '$children']);
    expect(breakableParts('CONVERT_TO_TEXT', 14)).toEqual(['CONVERT_', 'TO_', 'TEXT']);
  });

  it('leaves no short word alone, and no version', () => {
    expect(breakableParts('PutIntegrationResponse')).toEqual(['PutIntegration', 'Response']);
    expect(breakableParts('isBase64Encoded: true')).toEqual(['isBase64Encoded: true']);
    expect(breakableParts('AWS::ApiGateway::DomainNameV2')).toEqual(['AWS::', 'ApiGateway::', 'Domain', 'NameV2']);
    expect(breakableParts('not found in enum (possible values)')).toEqual(['not found in enum (possible values)']);
  });

  it('does not break if it is short', () => {
    expect(breakableParts('CONVERT_TO_TEXT')).toEqual(['CONVERT_TO_TEXT']);
  });

  it('stays whole if it is short and could break', () => {
    expect(['GET /menus', '-Methods', 'x-api-key'].every(staysWhole)).toBe(true);
    expect(['Authorization', 'arn:aws:execute-api:region'].some(staysWhole)).toBe(false);
  });
});
