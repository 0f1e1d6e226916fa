import type {
  AccessRequest,
  Answer,
  ApiAddress,
  Authorizer,
  AuthorizerConfig,
  AuthorizerEvent,
  AuthorizerRequest,
  Millis,
  Outcome,
  Policy,
  PolicyProblem,
  Sides,
} from '../../../../exercises/authorizer-policy/contract.ts';

/** Whether `pattern` covers all of `text`: `*` is any run of characters, `?` is one (B-AUT-16). */
function covers(pattern: string, text: string): boolean {
  let p = 0;
  let t = 0;
  /** The last star, and up to where of the text it reaches so far. A later star makes every earlier one settled: no other way back is needed. */
  let star = -1;
  let reached = 0;
  while (t < text.length) {
    if (pattern[p] === '*') {
      star = p++;
      reached = t;
    } else if (p < pattern.length && (pattern[p] === '?' || pattern[p] === text[t])) {
      p++;
      t++;
    } else if (star >= 0) {
      p = star + 1;
      t = ++reached;
    } else return false;
  }
  while (pattern[p] === '*') p++;
  return p === pattern.length;
}

class PolicyError extends Error implements PolicyProblem {
  override readonly name = 'PolicyError';
  readonly path: string;

  constructor(path: string, message: string) {
    super(`${path || 'The policy'}: ${message}`);
    this.path = path;
  }
}

interface Operator {
  /** Undefined: the request's text cannot be read. */
  compare(text: string, value: string): boolean | undefined;
  /** It holds where `compare` does not, for every value. */
  negated?: true;
  /** What is wrong with a value of the policy. */
  refuse?(value: string): string | undefined;
}

const same = (text: string, value: string) => text === value;
const sameIgnoringCase = (text: string, value: string) => text.toLowerCase() === value.toLowerCase();

const STRINGS: Record<string, Operator> = {
  StringEquals: { compare: same },
  StringNotEquals: { compare: same, negated: true },
  StringEqualsIgnoreCase: { compare: sameIgnoringCase },
  StringNotEqualsIgnoreCase: { compare: sameIgnoringCase, negated: true },
  StringLike: { compare: (text, value) => covers(value, text) },
  StringNotLike: { compare: (text, value) => covers(value, text), negated: true },
};

const COMPARISONS: Record<string, { isSo(text: number, value: number): boolean; negated?: true }> = {
  Equals: { isSo: (text, value) => text === value },
  NotEquals: { isSo: (text, value) => text === value, negated: true },
  LessThan: { isSo: (text, value) => text < value },
  LessThanEquals: { isSo: (text, value) => text <= value },
  GreaterThan: { isSo: (text, value) => text > value },
  GreaterThanEquals: { isSo: (text, value) => text >= value },
};

const ADDRESSES: Record<string, Operator> = {
  IpAddress: { compare: inRange, refuse: refuseRange },
  NotIpAddress: { compare: inRange, negated: true, refuse: refuseRange },
};

const OPERATORS: Record<string, Operator> = {
  ...STRINGS,
  ...ordered('Numeric', numberIn, 'must be a number.'),
  ...ordered('Date', dateIn, 'must be a date such as 2026-11-20T00:00:00Z.'),
  ...ADDRESSES,
  Bool: { compare: sameIgnoringCase, refuse: refuseBoolean },
  Null: { compare: () => undefined, refuse: refuseBoolean },
};

function valueProblem(operator: string, value: string): string | undefined {
  return OPERATORS[operator]!.refuse?.(value);
}

/** @param text what the request says of the condition's key; undefined: nothing */
function holds(operator: string, ifExists: boolean, values: readonly string[], text: string | undefined): boolean {
  if (operator === 'Null') return values.some((value) => (value.toLowerCase() === 'true') === (text === undefined));
  const { compare, negated = false } = OPERATORS[operator]!;
  if (text === undefined) return ifExists || negated;
  return values.some((value) => compare(text, value) === true) !== negated;
}

function ordered(type: string, read: (text: string) => number | undefined, complaint: string): Record<string, Operator> {
  const operators = Object.entries(COMPARISONS).map(([name, { isSo, ...rest }]): [string, Operator] => [
    type + name,
    {
      compare(text, value) {
        const number = read(text);
        return number === undefined ? undefined : isSo(number, read(value)!);
      },
      refuse: (value) => (read(value) === undefined ? complaint : undefined),
      ...rest,
    },
  ]);
  return Object.fromEntries(operators);
}

function numberIn(text: string): number | undefined {
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
}

function dateIn(text: string): number | undefined {
  const time = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?Z)?$/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}

function refuseBoolean(value: string): string | undefined {
  return /^(true|false)$/i.test(value) ? undefined : 'must be true or false.';
}

/** Whether an address is in the range; undefined: it is none. */
function rangeOf(range: string): ((text: string) => boolean) | undefined {
  const [first = '', length, ...rest] = range.split('/');
  const network = addressIn(first);
  if (!network || rest.length > 0) return undefined;
  const whole = network.length * widthOf(network);
  if (length !== undefined && (!/^\d{1,3}$/.test(length) || Number(length) > whole)) return undefined;
  const bits = length === undefined ? whole : Number(length);
  return (text) => {
    const address = addressIn(text);
    return address?.length === network.length && beginAlike(address, network, bits);
  };
}

function beginAlike(address: readonly number[], network: readonly number[], bits: number): boolean {
  const width = widthOf(network);
  return network.every((part, index) => {
    const free = Math.min(width, Math.max(0, (index + 1) * width - bits));
    return part >> free === address[index]! >> free;
  });
}

function widthOf(address: readonly number[]): number {
  return address.length === 4 ? 8 : 16;
}

function addressIn(text: string): number[] | undefined {
  return text.includes(':') ? longAddressIn(text) : shortAddressIn(text);
}

function shortAddressIn(text: string): number[] | undefined {
  const parts = text.split('.');
  const isAddress = parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 255);
  return isAddress ? parts.map(Number) : undefined;
}

/** `::` stands once, for as many zeros as are missing. */
function longAddressIn(text: string): number[] | undefined {
  const [front = '', back, ...rest] = text.split('::');
  const parts = [front, back ?? ''].map((half) => (half === '' ? [] : half.split(':')));
  const missing = 8 - parts.flat().length;
  if (rest.length > 0 || (back === undefined ? missing !== 0 : missing < 1)) return undefined;
  if (!parts.flat().every((part) => /^[\da-f]{1,4}$/i.test(part))) return undefined;
  const [high, low] = parts.map((half) => half.map((part) => Number.parseInt(part, 16)));
  return [...high!, ...Array.from({ length: missing }, () => 0), ...low!];
}

function inRange(text: string, value: string): boolean {
  const [network = '', bits] = value.split('/');
  const [address, start] = [addressIn(text), addressIn(network)!];
  if (!address) return false;
  const whole = start.length * widthOf(start);
  const free = BigInt(whole - Number(bits ?? whole));
  return numberOf(address) >> free === numberOf(start) >> free;
}

function numberOf(address: readonly number[]): bigint {
  return address.reduce((number, part) => (number << BigInt(widthOf(address))) + BigInt(part), 0n);
}

function refuseRange(value: string): string | undefined {
  return rangeOf(value) ? undefined : 'must be an address or a range such as 203.0.113.0/24 or 2001:db8::/32.';
}

interface CheckedStatement {
  denies: boolean;
  actions: Patterns;
  resources: Patterns;
  conditions: Condition[];
}

interface Patterns {
  texts: string[];
  /** It covers what the texts do not. */
  inverted: boolean;
}

interface Condition {
  operator: string;
  ifExists: boolean;
  /** In small letters. */
  key: string;
  values: string[];
}

const RESOURCE_LENGTH = 512;
const VERSIONS = ['2012-10-17', '2008-10-17'];
const FIELDS = ['Sid', 'Effect', 'Action', 'NotAction', 'Resource', 'NotResource', 'Condition'];

function readPolicy(document: unknown): CheckedStatement[] {
  const policy = objectAt('', document, ['Version', 'Id', 'Statement']);
  if ('Version' in policy && !VERSIONS.includes(policy.Version as string))
    throw new PolicyError('Version', `must be ${VERSIONS.join(' or ')}.`);
  if (!('Statement' in policy)) throw new PolicyError('Statement', 'is missing.');
  const { Statement: statements } = policy;
  if (!Array.isArray(statements)) return [readStatement('Statement', statements)];
  return Array.from(statements, (statement, index) => readStatement(`Statement[${index}]`, statement));
}

function readStatement(path: string, written: unknown): CheckedStatement {
  const statement = objectAt(path, written, FIELDS);
  if ('Sid' in statement && typeof statement.Sid !== 'string') throw new PolicyError(`${path}.Sid`, 'must be a text.');
  if (statement.Effect !== 'Allow' && statement.Effect !== 'Deny') throw new PolicyError(`${path}.Effect`, 'must be Allow or Deny.');
  const actions = readPatterns(path, statement, 'Action');
  const resources = readPatterns(path, statement, 'Resource');
  const long = resources.texts.findIndex((text) => text.length > RESOURCE_LENGTH);
  if (long >= 0) throw new PolicyError(resources.paths[long]!, `has more than ${RESOURCE_LENGTH} characters.`);
  return {
    denies: statement.Effect === 'Deny',
    actions: { texts: actions.texts.map((text) => text.toLowerCase()), inverted: actions.inverted },
    resources: { texts: resources.texts, inverted: resources.inverted },
    conditions: 'Condition' in statement ? readConditions(`${path}.Condition`, statement.Condition) : [],
  };
}

/** `Action` or `NotAction`, `Resource` or `NotResource`: one of the two, and not both. */
function readPatterns(path: string, statement: Record<string, unknown>, name: string): Patterns & { paths: string[] } {
  const not = `Not${name}`;
  if (name in statement && not in statement) throw new PolicyError(`${path}.${not}`, `cannot stand beside ${name}.`);
  const inverted = not in statement;
  if (!inverted && !(name in statement)) throw new PolicyError(`${path}.${name}`, `is missing, and so is ${not}.`);
  const field = inverted ? not : name;
  return { ...readTexts(`${path}.${field}`, statement[field]), inverted };
}

function readConditions(path: string, written: unknown): Condition[] {
  return Object.entries(objectAt(path, written)).flatMap(([name, keys]) => {
    const ifExists = name.endsWith('IfExists');
    const operator = ifExists ? name.slice(0, -'IfExists'.length) : name;
    const operatorPath = `${path}.${name}`;
    if (!Object.hasOwn(OPERATORS, operator) || (ifExists && operator === 'Null'))
      throw new PolicyError(operatorPath, 'is no operator of the contract.');
    return Object.entries(objectAt(operatorPath, keys)).map(([key, value]) => {
      const { texts, paths } = readTexts(`${operatorPath}.${key}`, value);
      texts.forEach((text, index) => {
        const problem = valueProblem(operator, text);
        if (problem) throw new PolicyError(paths[index]!, problem);
      });
      return { operator, ifExists, key: key.toLowerCase(), values: texts };
    });
  });
}

function readTexts(path: string, written: unknown): { texts: string[]; paths: string[] } {
  const isList = Array.isArray(written);
  const texts: unknown[] = isList ? written : [written];
  const paths = texts.map((_, index) => (isList ? `${path}[${index}]` : path));
  if (texts.length === 0) throw new PolicyError(path, 'is empty.');
  const odd = texts.findIndex((text) => typeof text !== 'string');
  if (odd >= 0) throw new PolicyError(paths[odd]!, 'must be a text.');
  return { texts: texts as string[], paths };
}

function objectAt(path: string, value: unknown, fields?: readonly string[]): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new PolicyError(path, 'must be an object.');
  const stranger = fields && Object.keys(value).find((name) => !fields.includes(name));
  if (stranger !== undefined)
    throw new PolicyError(path ? `${path}.${stranger}` : stranger, 'is no field of a policy that the contract knows.');
  return value as Record<string, unknown>;
}

/** Reads a policy. @throws PolicyError */
export function preparePolicy(document: unknown): Policy {
  const statements = readPolicy(document);
  const denials = statements.filter(({ denies }) => denies);
  const permissions = statements.filter(({ denies }) => !denies);
  return {
    evaluate(request) {
      const asked = ask(request);
      if (denials.some((statement) => applies(statement, asked))) return 'explicit deny';
      return permissions.some((statement) => applies(statement, asked)) ? 'allow' : 'implicit deny';
    },
  };
}

interface Asked {
  action: string;
  resource: string;
  /** By key in small letters; read only if a statement asks. */
  context(): Map<string, string>;
}

function ask({ action, resource, context = {} }: AccessRequest): Asked {
  let keys: Map<string, string> | undefined;
  return {
    action: action.toLowerCase(),
    resource,
    context: () => (keys ??= new Map(Object.entries(context).map(([key, text]) => [key.toLowerCase(), text]))),
  };
}

function applies({ actions, resources, conditions }: CheckedStatement, asked: Asked): boolean {
  return (
    match(actions, asked.action) &&
    match(resources, asked.resource) &&
    conditions.every(({ operator, ifExists, key, values }) => holds(operator, ifExists, values, asked.context().get(key)))
  );
}

function match({ texts, inverted }: Patterns, text: string): boolean {
  return texts.some((pattern) => covers(pattern, text)) !== inverted;
}

/** Identity and resource policy together (B-AUT-21). */
export function decide({ identity, resource, sameAccount }: Sides): Answer {
  const sides = [identity, resource];
  if (sides.includes('explicit deny')) return 'explicit deny';
  const allowed = sameAccount ? sides.includes('allow') : sides.every((side) => side === 'allow');
  return allowed ? 'allow' : 'implicit deny';
}

/** The ARN of a method, as a policy names it (B-AUT-04). */
export function methodArn({ region, account, api, stage }: ApiAddress, method: string, path: string): string {
  return `arn:aws:execute-api:${region}:${account}:${api}/${stage}/${method}/${path.replace(/^\//, '')}`;
}

/** Longer ones are refused (B-AUT-04). */
const ARN_BYTES = 1_600;

/** Bytes of UTF-8; half a surrogate pair counts as the replacement character. */
function utf8Length(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_00_00 ? 3 : 4;
  }
  return bytes;
}

/** The value of each source, in order; undefined where it is missing. */
function identityOf(sources: readonly string[], request: AuthorizerRequest): (string | undefined)[] {
  return sources.map((source) => {
    const [, place, name] = /^(method\.request\.header|method\.request\.querystring|stageVariables|context)\.(.+)$/s.exec(source) ?? [];
    if (place === 'method.request.header') return headerOf(request.headers, name!);
    if (place === 'method.request.querystring') return ownText(request.query, name!);
    if (place === 'stageVariables') return ownText(request.stageVariables, name!);
    return place === 'context' ? ownText(request.context, name!) : undefined;
  });
}

/** Whether the function may be asked about a caller of this identity. */
function isAdmissible(
  { type, identityValidationExpression: expression }: AuthorizerConfig,
  identity: readonly (string | undefined)[],
  cached: boolean,
): boolean {
  const complete = identity.every((value) => value !== undefined && value !== '');
  if (type === 'REQUEST') return complete || !cached;
  return complete && (expression === undefined || new RegExp(`^(?:${expression})$`).test(identity[0]!));
}

/** A key for these values and no others: JSON tells every text from every other, and `null` stands for none. */
function cacheKeyOf(identity: readonly (string | undefined)[]): string {
  return JSON.stringify(identity.map((value) => value ?? null));
}

function headerOf(headers: Record<string, string>, name: string): string | undefined {
  const wanted = name.toLowerCase();
  return Object.entries(headers).find(([header]) => header.toLowerCase() === wanted)?.[1];
}

function ownText(values: Record<string, string>, name: string): string | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined;
}

interface CheckedAnswer {
  principalId: string;
  policy: Policy;
  context: Record<string, string>;
  usageIdentifierKey?: string;
}

/** Undefined: it is no answer. */
function checkedAnswer(returned: unknown): CheckedAnswer | undefined {
  if (!isObject(returned)) return undefined;
  const { principalId, policyDocument, context = {}, usageIdentifierKey } = returned;
  if (typeof principalId !== 'string' || !isObject(context)) return undefined;
  if (usageIdentifierKey !== undefined && typeof usageIdentifierKey !== 'string') return undefined;
  const texts = Object.entries(context).map(([name, value]) => [name, scalarText(value)] as const);
  if (texts.some(([, text]) => text === undefined)) return undefined;
  const policy = readable(policyDocument);
  return (
    policy && {
      principalId,
      policy,
      context: Object.fromEntries(texts) as Record<string, string>,
      ...(usageIdentifierKey !== undefined && { usageIdentifierKey }),
    }
  );
}

function scalarText(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

function readable(document: unknown): Policy | undefined {
  try {
    return preparePolicy(document);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const TTL_SECONDS = 300;
const UNAUTHORIZED: Outcome = { status: 401, type: 'UNAUTHORIZED' };

/** A Lambda authorizer with its cache (B-AUT-01 to B-AUT-28). */
export function createAuthorizer(config: AuthorizerConfig, authorize: (event: AuthorizerEvent) => Promise<unknown>): Authorizer {
  const ttl = (config.ttlSeconds ?? TTL_SECONDS) * 1000;
  const kept = new Map<string, { answer: CheckedAnswer; since: Millis }>();

  return {
    async check(request, now) {
      const arn = methodArn(config, request.method, request.path);
      if (utf8Length(arn) > ARN_BYTES) return { status: 414, type: 'DEFAULT_4XX' };
      const identity = identityOf(config.identitySources, request);
      if (!isAdmissible(config, identity, ttl > 0)) return UNAUTHORIZED;

      const key = cacheKeyOf(identity);
      const known = kept.get(key);
      if (known && now - known.since < ttl) return outcomeOf(known.answer, arn, request);

      const asked = await ask(eventOf(config, arn, identity, request));
      if ('status' in asked) return asked;
      if (ttl > 0) kept.set(key, { answer: asked, since: now });
      return outcomeOf(asked, arn, request);
    },
  };

  async function ask(event: AuthorizerEvent): Promise<CheckedAnswer | Outcome> {
    try {
      return checkedAnswer(await authorize(event)) ?? { status: 500, type: 'AUTHORIZER_CONFIGURATION_ERROR' };
    } catch (error) {
      return error instanceof Error && error.message === 'Unauthorized' ? UNAUTHORIZED : { status: 500, type: 'AUTHORIZER_FAILURE' };
    }
  }
}

function eventOf(
  { type }: AuthorizerConfig,
  arn: string,
  identity: readonly (string | undefined)[],
  request: AuthorizerRequest,
): AuthorizerEvent {
  if (type === 'TOKEN') return { type, authorizationToken: identity[0]!, methodArn: arn };
  const { method, path, resource, headers, query, pathParameters, stageVariables, context } = request;
  return {
    type,
    methodArn: arn,
    resource,
    path,
    httpMethod: method,
    headers,
    queryStringParameters: query,
    pathParameters,
    stageVariables,
    requestContext: context,
  };
}

/** A kept policy is asked again for each method: it may allow one and not the other (B-AUT-25). */
function outcomeOf(
  { policy, principalId, context, usageIdentifierKey }: CheckedAnswer,
  resource: string,
  request: AuthorizerRequest,
): Outcome {
  const address = request.context['identity.sourceIp'];
  const known = { ...request.context, ...(address !== undefined && { 'aws:SourceIp': address }) };
  const answer = policy.evaluate({ action: 'execute-api:Invoke', resource, context: known });
  if (answer !== 'allow') return { status: 403, type: 'ACCESS_DENIED', explicit: answer === 'explicit deny' };
  return { status: 200, principalId, context, ...(usageIdentifierKey !== undefined && { usageIdentifierKey }) };
}
