import { createHash, createHmac } from 'node:crypto';
import { SignatureV4 } from '@smithy/signature-v4';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeSignature, textOf, type Signing, type WireRequest } from '../../src/explorables/signature.ts';

const EMPTY = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const SUITE = { secret: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY', region: 'us-east-1', service: 'service', encodesPathAgain: true };
const HOST = ['Host', 'example.amazonaws.com'] as const;
const DATE = ['X-Amz-Date', '20150830T123600Z'] as const;

/** As the suite’s request files write it: a line, then headers. */
function suiteRequest(line: string, headers: WireRequest['headers'] = [], body = ''): WireRequest {
  const [, method, target] = /^(\w+) (.*)$/.exec(line)!;
  const [path, query = ''] = target!.split('?');
  return { method: method!, path: path!, query, headers: [HOST, ...headers, DATE], body };
}

function sign(request: WireRequest, signing: Omit<Signing, 'signed'> = SUITE) {
  const signed = [...new Set(request.headers.map(([name]) => name.toLowerCase()))].sort();
  return computeSignature(request, { ...signing, signed });
}

describe('AWS’s published test suite', () => {
  it.each<[name: string, request: WireRequest, signature: string]>([
    ['get-vanilla', suiteRequest('GET /'), '5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31'],
    [
      'get-vanilla-empty-query-key',
      suiteRequest('GET /?Param1=value1'),
      'a67d582fa61cc504c4bae71f336f98b97f1ea3c7a6bfe1b6e45aec72011b9aeb',
    ],
    [
      'get-vanilla-query-order-key-case',
      suiteRequest('GET /?Param2=value2&Param1=value1'),
      'b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500',
    ],
    [
      'get-vanilla-query-order-encoded',
      suiteRequest('GET /?Param-3=Value3&Param=Value2&%E1%88%B4=Value1'),
      '371d3713e185cc334048618a97f809c9ffe339c62934c032af5a0e595648fcac',
    ],
    [
      'get-vanilla-query-unreserved',
      suiteRequest(
        'GET /?-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz=-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz',
      ),
      '9c3e54bfcdf0b19771a7f523ee5669cdf59bc7cc0884027167c21bb143a40197',
    ],
    ['get-vanilla-utf8-query', suiteRequest('GET /?ሴ=bar'), '2cdec8eed098649ff3a119c94853b13c643bcf08f8b0a1d91e12c9027818dd04'],
    [
      'get-vanilla-with-session-token',
      suiteRequest('GET /', [['X-Amz-Security-Token', '6e86291e8372ff2a2260956d9b8aae1d763fbf315fa00fa31553b73ebf194267']]),
      '07ec1639c89043aa0e3e2de82b96708f198cceab042d4a97044c66dd9f74e7f8',
    ],
    [
      'get-header-key-duplicate',
      suiteRequest('GET /', [
        ['My-Header1', 'value2'],
        ['My-Header1', 'value2'],
        ['My-Header1', 'value1'],
      ]),
      'c9d5ea9f3f72853aea855b47ea873832890dbdd183b4468f858259531a5138ea',
    ],
    [
      'get-header-value-order',
      suiteRequest('GET /', [
        ['My-Header1', 'value4'],
        ['My-Header1', 'value1'],
        ['My-Header1', 'value3'],
        ['My-Header1', 'value2'],
      ]),
      '08c7e5a9acfcfeb3ab6b2185e75ce8b1deb5e634ec47601a50643f830c755c01',
    ],
    [
      'get-header-value-trim',
      suiteRequest('GET /', [
        ['My-Header1', ' value1'],
        ['My-Header2', ' "a   b   c"'],
      ]),
      'acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736',
    ],
    [
      'get-unreserved',
      suiteRequest('GET /-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'),
      '07ef7494c76fa4850883e2b006601f940f8a34d404d0cfa977f52a65bbf5f24f',
    ],
    ['get-utf8', suiteRequest('GET /ሴ'), '8318018e0b0f223aa2bbf98705b62bb787dc9c0e678f255a891fd03141be5d85'],
    ['get-space-normalized', suiteRequest('GET /example space/'), '652487583200325589f1fba4c7e578f72c47cb61beeca81406b39ddec1366741'],
    ['get-slashes-normalized', suiteRequest('GET //example//'), '9a624bd73a37c9a373b5312afbebe7a714a789de108f0bdfe846570885f57e84'],
    [
      'get-slash-pointless-dot-normalized',
      suiteRequest('GET /./example'),
      'ef75d96142cf21edca26f06005da7988e4f8dc83a165a80865db7089db637ec5',
    ],
    ['get-relative-normalized', suiteRequest('GET /example/..'), '5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31'],
    ['post-vanilla', suiteRequest('POST /'), '5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b'],
    [
      'post-x-www-form-urlencoded',
      suiteRequest(
        'POST /',
        [
          ['Content-Type', 'application/x-www-form-urlencoded'],
          ['Content-Length', '13'],
          ['x-amz-content-sha256', '9095672bbd1f56dfc5b65f3e153adc8731a4a654192329106275f4c7b24d0b6e'],
        ],
        'Param1=value1',
      ),
      'd3875051da38690788ef43de4db0d8f280229d82040bfac253562e56c3f20e0b',
    ],
  ])('%s', (_, request, signature) => {
    expect(sign(request).signature).toBe(signature);
  });

  it('has this canonical request and string to sign for get-vanilla-query-order-key-case', () => {
    const { canonicalRequest, stringToSign } = sign(suiteRequest('GET /?Param2=value2&Param1=value1'));
    expect(textOf(canonicalRequest)).toBe(
      `GET\n/\nParam1=value1&Param2=value2\nhost:example.amazonaws.com\nx-amz-date:20150830T123600Z\n\nhost;x-amz-date\n${EMPTY}`,
    );
    expect(textOf(stringToSign)).toBe(
      'AWS4-HMAC-SHA256\n20150830T123600Z\n20150830/us-east-1/service/aws4_request\n816cd5b414d056048ba4f7c5386d6e0533120fb1fcfa93762cf0fc39e2cf19e0',
    );
  });
});

it('signs the request of the lesson as the lesson says', () => {
  const request: WireRequest = {
    method: 'GET',
    path: '/prod/rooms/sea%20view',
    query: 'to=2026-12-27&from=2026-12-24',
    headers: [
      ['host', 'a1b2c3.execute-api.eu-west-1.amazonaws.com'],
      ['x-amz-date', '20261121T190200Z'],
    ],
    body: '',
  };
  const { canonicalRequest, signature } = sign(request, {
    ...SUITE,
    secret: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    region: 'eu-west-1',
    service: 'execute-api',
  });
  expect(canonicalRequest[1]!.text).toBe('/prod/rooms/sea%2520view');
  expect(signature).toBe('290ed232df2e16f431152d1078ef4bb4acb9ca5466f3191db7b75ee579d0034b');
});

/** As AWS’s SDK wants it: a hash that is fed and read. */
class NodeSha256 {
  readonly #hash;
  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    if (secret === undefined) this.#hash = createHash('sha256');
    else this.#hash = createHmac('sha256', typeof secret === 'string' ? secret : new Uint8Array(secret as Uint8Array));
  }
  update(data: string | Uint8Array) {
    this.#hash.update(data);
  }
  digest() {
    return Promise.resolve(new Uint8Array(this.#hash.digest()));
  }
  reset() {}
}

it('signs every request as AWS’s own SDK does', async () => {
  const segment = fc.stringMatching(/^[A-Za-z0-9!'()*~ äሴ%&=+:@.-]{1,8}$/);
  const request = fc.record({
    method: fc.constantFrom('GET', 'POST', 'DELETE'),
    segments: fc.array(segment, { maxLength: 4 }),
    slash: fc.boolean(),
    query: fc.dictionary(fc.stringMatching(/^[A-Za-z0-9ä!'()*&= +-]{1,6}$/), fc.stringMatching(/^[A-Za-z0-9ä!'()*&= +%-]{0,6}$/), {
      maxKeys: 4,
      noNullPrototype: true,
    }),
    value: fc.stringMatching(/^[ -~]{0,20}$/),
    body: fc.stringMatching(/^[ -~\näሴ🛎]{0,40}$/u),
    region: fc.constantFrom('eu-west-1', 'us-east-1'),
  });
  await fc.assert(
    fc.asyncProperty(request, async ({ method, segments, slash, query, value, body, region }) => {
      const path = `/${segments.map((part) => encodeURIComponent(part)).join('/')}${slash && segments.length > 0 ? '/' : ''}`;
      const headers = { host: 'a1b2c3.execute-api.eu-west-1.amazonaws.com', 'x-hotel': value, 'x-amz-date': '20261121T190200Z' };
      const theirs = new SignatureV4({
        credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: SUITE.secret },
        region,
        service: 'execute-api',
        sha256: NodeSha256,
        applyChecksum: false,
      });
      const signed = await theirs.sign(
        { protocol: 'https:', hostname: headers.host, method, path, query, headers, body },
        { signingDate: new Date('2026-11-21T19:02:00Z') },
      );
      const wire = Object.entries(query).map((pair) => pair.map((part) => encodeURIComponent(part)).join('='));
      const ours = sign(
        { method, path, query: wire.toReversed().join('&'), headers: Object.entries(headers), body },
        { ...SUITE, region, service: 'execute-api' },
      );
      expect(signed.headers.authorization).toMatch(new RegExp(`Signature=${ours.signature}$`));
    }),
    { numRuns: 100 },
  );
});
