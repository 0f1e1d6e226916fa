import { describe, expect, it } from 'vitest';
import type { Conditions } from '../../../exercises/authorizer-policy/contract.ts';
import { allow, arn, deny, holds, INVOKE, part, policyOf } from './subject.ts';

const IP = 'aws:SourceIp';
const from = (address: string) => ({ [IP]: address });

/** Whether the condition holds for each of these contexts. */
const allHold = (condition: Conditions, ...contexts: Record<string, string>[]) =>
  Promise.all(contexts.map((context) => holds(condition, context)));

describe('conditions', () => {
  it('a statement applies only where its condition holds', async () => {
    const policy = part.preparePolicy(policyOf(allow('*'), deny('*', { StringEquals: { 'aws:SourceVpc': 'vpc-1' } })));
    const ask = (context: Record<string, string>) => policy.evaluate({ action: INVOKE, resource: arn('prod/GET/pets'), context });
    expect(await Promise.all([ask({ 'aws:SourceVpc': 'vpc-1' }), ask({ 'aws:SourceVpc': 'vpc-2' }), ask({})])).toEqual([
      'explicit deny',
      'allow',
      'allow',
    ]);
  });

  it('of several values, one is enough', async () => {
    expect(await allHold({ StringEquals: { color: ['red', 'blue'] } }, { color: 'red' }, { color: 'blue' }, { color: 'green' })).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('of several keys, each must hold', async () => {
    const condition = { StringEquals: { color: 'red', size: 'big' } };
    expect(await allHold(condition, { color: 'red', size: 'big' }, { color: 'red' }, { color: 'red', size: 'small' })).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('of several operators, each must hold', async () => {
    const condition = { StringEquals: { color: 'red' }, Bool: { 'aws:SecureTransport': 'true' } };
    const secure = { 'aws:SecureTransport': 'true' };
    expect(await allHold(condition, { color: 'red', ...secure }, { color: 'red' }, secure)).toEqual([true, false, false]);
  });

  it('a negated operator holds if none of its values fits', async () => {
    expect(await allHold({ StringNotEquals: { color: ['red', 'blue'] } }, { color: 'red' }, { color: 'blue' }, { color: 'green' })).toEqual(
      [false, false, true],
    );
  });

  it('where the key is missing, a positive operator fails', async () => {
    expect(await allHold({ StringEquals: { color: 'red' } }, {})).toEqual([false]);
    expect(await allHold({ IpAddress: { [IP]: '0.0.0.0/0' } }, {})).toEqual([false]);
    expect(await allHold({ Bool: { 'aws:SecureTransport': 'false' } }, {})).toEqual([false]);
  });

  it('where the key is missing, a negated operator holds', async () => {
    expect(await allHold({ StringNotEquals: { color: 'red' } }, {})).toEqual([true]);
    expect(await allHold({ StringNotLike: { color: '*' } }, {})).toEqual([true]);
    expect(await allHold({ NotIpAddress: { [IP]: '203.0.113.0/24' } }, {})).toEqual([true]);
  });

  it('with IfExists a missing key is enough, and one that is there is compared', async () => {
    expect(await allHold({ StringEqualsIfExists: { color: 'red' } }, {}, { color: 'red' }, { color: 'blue' })).toEqual([true, true, false]);
    expect(await allHold({ IpAddressIfExists: { [IP]: '203.0.113.0/24' } }, {}, from('203.0.113.9'), from('198.51.100.7'))).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('the name of a key has no case', async () => {
    expect(await allHold({ StringEquals: { 'AWS:sourcevpc': 'vpc-1' } }, { 'aws:SourceVpc': 'vpc-1' })).toEqual([true]);
  });

  it('a key that every object seems to have is missing like any other', async () => {
    expect(await allHold({ Null: { constructor: 'true' } }, {})).toEqual([true]);
  });

  it('StringEquals counts case, StringEqualsIgnoreCase does not', async () => {
    expect(await allHold({ StringEquals: { color: 'Red' } }, { color: 'red' })).toEqual([false]);
    expect(await allHold({ StringEqualsIgnoreCase: { color: 'Red' } }, { color: 'rED' })).toEqual([true]);
    expect(await allHold({ StringNotEqualsIgnoreCase: { color: 'Red' } }, { color: 'rED' }, { color: 'blue' })).toEqual([false, true]);
  });

  it('StringEquals knows no wildcards, StringLike does', async () => {
    expect(await allHold({ StringEquals: { color: 'r*' } }, { color: 'red' }, { color: 'r*' })).toEqual([false, true]);
    expect(await allHold({ StringLike: { color: 'r*' } }, { color: 'red' }, { color: 'rust/1' }, { color: 'green' })).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('a range of addresses covers those that share its first bits', async () => {
    expect(
      await allHold(
        { IpAddress: { [IP]: '203.0.113.0/24' } },
        from('203.0.113.0'),
        from('203.0.113.255'),
        from('203.0.114.0'),
        from('203.0.112.255'),
      ),
    ).toEqual([true, true, false, false]);
  });

  it('a range may begin in its middle, and its bits need not fill a byte', async () => {
    expect(await allHold({ IpAddress: { [IP]: '10.1.2.77/30' } }, from('10.1.2.76'), from('10.1.2.79'), from('10.1.2.80'))).toEqual([
      true,
      true,
      false,
    ]);
    expect(await allHold({ IpAddress: { [IP]: '192.168.16.0/20' } }, from('192.168.31.255'), from('192.168.32.0'))).toEqual([true, false]);
  });

  it('the range of all addresses covers the highest, and an address alone is a range of one', async () => {
    expect(await allHold({ IpAddress: { [IP]: '0.0.0.0/0' } }, from('255.255.255.255'))).toEqual([true]);
    expect(await allHold({ IpAddress: { [IP]: '203.0.113.9' } }, from('203.0.113.9'), from('203.0.113.90'))).toEqual([true, false]);
  });

  it('a range of IPv6 addresses covers those that share its first bits', async () => {
    expect(
      await allHold(
        { IpAddress: { [IP]: '2001:db8:0:8000::/49' } },
        from('2001:db8:0:8000::'),
        from('2001:db8:0:ffff:1:2:3:4'),
        from('2001:db8:0:7fff::1'),
        from('2001:db9:0:8000::'),
      ),
    ).toEqual([true, true, false, false]);
  });

  it('an IPv6 address is the same however it is written', async () => {
    expect(
      await allHold(
        { IpAddress: { [IP]: '2001:db8::7' } },
        from('2001:0DB8:0:0:0:0:0:7'),
        from('2001:db8:0::7'),
        from('2001:db8::7:0'),
        from('2001::db8::7'),
      ),
    ).toEqual([true, true, false, false]);
    expect(await allHold({ IpAddress: { [IP]: '::/1' } }, from('::'), from('::1'), from('8000::'))).toEqual([true, true, false]);
  });

  it('no range of IPv4 holds an IPv6 address, or the other way round', async () => {
    expect(await allHold({ IpAddress: { [IP]: '0.0.0.0/0' } }, from('::'), from('::cb00:7109'))).toEqual([false, false]);
    expect(await allHold({ IpAddress: { [IP]: '::/0' } }, from('203.0.113.9'))).toEqual([false]);
    expect(await allHold({ NotIpAddress: { [IP]: '0.0.0.0/0' } }, from('::cb00:7109'))).toEqual([true]);
  });

  it('NotIpAddress is the opposite', async () => {
    expect(
      await allHold(
        { NotIpAddress: { [IP]: ['203.0.113.0/24', '198.51.100.7'] } },
        from('203.0.113.9'),
        from('198.51.100.7'),
        from('192.0.2.1'),
      ),
    ).toEqual([false, false, true]);
  });

  it('what is no address is in no range', async () => {
    expect(await allHold({ IpAddress: { [IP]: '0.0.0.0/0' } }, from('desk'), from('1.2.3'), from('1.2.3.256'))).toEqual([
      false,
      false,
      false,
    ]);
    expect(await allHold({ NotIpAddress: { [IP]: '0.0.0.0/0' } }, from('desk'))).toEqual([true]);
  });

  it('numbers are compared as numbers, not as texts', async () => {
    expect(await allHold({ NumericLessThan: { age: '10' } }, { age: '9' }, { age: '10' }, { age: '-3.5' })).toEqual([true, false, true]);
    expect(await allHold({ NumericGreaterThanEquals: { age: '10' } }, { age: '100' }, { age: '10' }, { age: '9.9' })).toEqual([
      true,
      true,
      false,
    ]);
    expect(await allHold({ NumericLessThan: { age: '10' } }, { age: 'young' }, { age: '' })).toEqual([false, false]);
    expect(await allHold({ NumericEquals: { age: '10' } }, { age: '10.0' }, { age: '010' }, { age: '11' })).toEqual([true, true, false]);
  });

  it('numbers and dates each have six operators', async () => {
    const expected = {
      Equals: [false, true, false],
      NotEquals: [true, false, true],
      LessThan: [true, false, false],
      LessThanEquals: [true, true, false],
      GreaterThan: [false, false, true],
      GreaterThanEquals: [false, true, true],
    };
    const asked = async (type: string, ...values: [string, string, string]) => {
      const answers = Object.keys(expected).map(async (name) => {
        const condition = { [type + name]: { key: values[1] } };
        return [name, await allHold(condition, ...values.map((key) => ({ key })))] as const;
      });
      return Object.fromEntries(await Promise.all(answers));
    };
    expect(await asked('Numeric', '2', '10', '33')).toEqual(expected);
    expect(await asked('Date', '2026-11-19', '2026-11-20T00:00:00Z', '2026-11-20T00:00:00.5Z')).toEqual(expected);
  });

  it('of an unreadable number, NumericNotEquals holds', async () => {
    expect(await allHold({ NumericNotEquals: { age: '10' } }, { age: 'young' }, {})).toEqual([true, true]);
  });

  it('dates are compared as moments', async () => {
    const before = { DateLessThan: { 'aws:CurrentTime': '2026-11-20T00:00:00Z' } };
    const now = (time: string) => ({ 'aws:CurrentTime': time });
    expect(await allHold(before, now('2026-11-19T23:59:59Z'), now('2026-11-20T00:00:00Z'), now('2026-11-20T00:00:00.001Z'))).toEqual([
      true,
      false,
      false,
    ]);
    expect(await allHold({ DateGreaterThan: { 'aws:CurrentTime': '2026-11-20' } }, now('2026-11-20T00:00:01Z'), now('tomorrow'))).toEqual([
      true,
      false,
    ]);
  });

  it('Bool compares true and false in any case', async () => {
    const secure = { Bool: { 'aws:SecureTransport': 'True' } };
    expect(await allHold(secure, { 'aws:SecureTransport': 'true' }, { 'aws:SecureTransport': 'false' })).toEqual([true, false]);
  });

  it('Null asks whether a key is missing', async () => {
    expect(await allHold({ Null: { color: 'true' } }, {}, { color: '' })).toEqual([true, false]);
    expect(await allHold({ Null: { color: 'false' } }, {}, { color: '' })).toEqual([false, true]);
  });
});
