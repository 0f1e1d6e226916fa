import { describe, expect, it } from 'vitest';
import { findMeasures, isBareNumber, namesUnit, OPAQUE } from '../../src/facts/measures.ts';

const texts = (sentence: string) => findMeasures(sentence).map(({ text }) => text);

describe('a number with a unit is found', () => {
  it.each([
    ['The account allows 10,000 requests per second.', ['10,000 requests per second']],
    ['It allows 10000 requests/s.', ['10000 requests/s']],
    ['at 100 rps and 50 RPS', ['100 rps', '50 RPS']],
    ['a limit of 5 req/s', ['5 req/s']],
    ['5 calls a second', ['5 calls a second']],
    ['refills at 10 per second', ['10 per second']],
    ['refills at 10/s', ['10/s']],
    ['one request per second', ['one request per second']],
    ['ten tokens a second', ['ten tokens a second']],
    ['1,000 a day', ['1,000 a day']],
    ['waits 29 seconds', ['29 seconds']],
    ['a 29-second timeout', ['29-second']],
    ['after 29s it gives up', ['29s']],
    ['after 29 s it gives up', ['29 s']],
    ['within 100ms', ['100ms']],
    ['for five seconds', ['five seconds']],
    ['a thirty-minute session', ['thirty-minute']],
    ['half an hour', ['half an hour']],
    ['lives one hour', ['one hour']],
    ['two hours, 15 minutes and 7 days', ['two hours', '15 minutes', '7 days']],
    ['a payload of 10 MB', ['10 MB']],
    ['10MB', ['10MB']],
    ['1,048,576 bytes', ['1,048,576 bytes']],
    ['ten megabytes', ['ten megabytes']],
    ['128 KB frames of 32KB', ['128 KB', '32KB']],
    ['$3.50 per million', ['$3.50 per million']],
    ['costs $0.0000035', ['$0.0000035']],
    ['3.50 USD', ['3.50 USD']],
    ['three dollars', ['three dollars']],
    ['90% of them', ['90%']],
    ['90 % of them', ['90 %']],
    ['ninety percent', ['ninety percent']],
    ['5,000 requests', ['5,000 requests']],
    ['15,000 evenly spread requests', ['15,000 evenly spread requests']],
    ['500 new connections', ['500 new connections']],
    ['20 methods in a plan', ['20 methods']],
    ['a key of 20 characters', ['20 characters']],
    ['20–128 characters', ['128 characters']],
    ['in 34 Regions', ['34 Regions']],
    ['twenty keys', ['twenty keys']],
    ['two thousand requests', ['two thousand requests']],
    ['a hundred calls', ['a hundred calls']],
    ['up to ten plans', ['ten plans']],
    ['at most five API keys', ['five API keys']],
    ['a burst of 5,000', ['5,000']],
    ['rate 10, burst 5', ['10', '5']],
    ['quota = 100', ['100']],
    ['at most 20 of them', ['20']],
    ['Five seconds later', ['Five seconds']],
    ['Rate 10 and Burst: 5', ['10', '5']],
    ['Up to ten plans', ['ten plans']],
    ['Twenty keys', ['Twenty keys']],
    ['The limit is 10,000.', ['10,000']],
    ['from 2,500 to 10,000', ['2,500', '10,000']],
    ['100k users', ['100k']],
    ['2 million calls', ['2 million calls']],
    ['up to 100K+', ['100K']],
    ['429 requests per second', ['429 requests per second']],
  ])('%s', (sentence, expected) => {
    expect(texts(sentence)).toEqual(expected);
  });
});

describe('what is no quantity is left alone', () => {
  it.each([
    'The caller gets a 429.',
    'Answer 429 Too Many Requests.',
    'HTTP 429 means that requests came too fast.',
    'Every 429 message looks the same.',
    'a 403 or a 503',
    'a 5xx from the backend',
    'the second request',
    'the 1st and the 2nd request',
    'HTTP/2 requests',
    'TLS 1.2',
    'Node 24 calls it',
    'SDK v3 calls',
    'Checked on 2026-11-20.',
    'Since June 4, 2024 requests may take longer.',
    'At 00:00 UTC the day starts, at 23:59 it ends.',
    'In 2024 AWS raised it.',
    'In lesson 8 requests are refused.',
    'Rule 3 calls this a level.',
    'Step 2: keys',
    'three levels, four places',
    'Two requests arrive at the same instant.',
    'one token for each request',
    'ten keys share nothing',
    'a token every second',
    'tokens per second',
    'within a second',
    'requests that arrive one after another',
    'second thoughts',
    'the rate limit of the account',
    'Two plans, one key.',
    'the AWS::ApiGateway::Stage resource',
    'B-THR-05 requests',
    'EC2 requests and S3 keys',
    'API 2.0',
    'the 1980s',
    'burst is capacity, rate is refill',
    `${OPAQUE} million calls a day`,
  ])('%s', (sentence) => {
    expect(texts(sentence)).toEqual([]);
  });
});

describe('an index points at the words in the sentence', () => {
  it('counts from the start of the text', () => {
    const sentence = 'First 5 requests, then 29 seconds.';
    for (const { index, text } of findMeasures(sentence)) expect(sentence.slice(index, index + text.length)).toBe(text);
    expect(findMeasures(sentence)).toHaveLength(2);
  });
});

describe('a table may carry the unit in its heading', () => {
  it.each(['Rate (requests per second)', 'Timeout, s', 'Price in $', 'Share in %', 'Size, MB', 'Tokens'])('%s names a unit', (heading) => {
    expect(namesUnit(heading)).toBe(true);
  });
  it.each(['Level', 'What it says', 'Status', 'Setting', 'Second', 'Day'])('%s names none', (heading) => {
    expect(namesUnit(heading)).toBe(false);
  });
  it.each(['10', '10,000', '~ 3.5', '100k'])('%s is a bare number', (cell) => {
    expect(isBareNumber(cell)).toBe(true);
  });
  it.each(['', 'account', '429 Too Many', '10 or more'])('"%s" is not', (cell) => {
    expect(isBareNumber(cell)).toBe(false);
  });
});
