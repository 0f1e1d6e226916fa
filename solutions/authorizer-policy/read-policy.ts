/** A policy as it was written, checked. Whatever is odd in it is refused: a misspelled `Condition` must not become a wide permission. */
import { conditionOf, isOperator, type Condition } from './conditions.ts';
import { PolicyError } from './policy-error.ts';
import { coverOf, type Cover } from './wildcard.ts';

export interface CheckedStatement {
  denies: boolean;
  /** Whether it is about an action, given in small letters. */
  isAboutAction: Cover;
  isAboutResource: Cover;
  conditions: Condition[];
}

const RESOURCE_LENGTH = 512;
const VERSIONS = ['2012-10-17', '2008-10-17'];
const FIELDS = ['Sid', 'Effect', 'Action', 'NotAction', 'Resource', 'NotResource', 'Condition'];

export function readPolicy(document: unknown): CheckedStatement[] {
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
    isAboutAction: coverOfAll(
      actions.texts.map((text) => text.toLowerCase()),
      actions.inverted,
    ),
    isAboutResource: coverOfAll(resources.texts, resources.inverted),
    conditions: 'Condition' in statement ? readConditions(`${path}.Condition`, statement.Condition) : [],
  };
}

/** `Action` or `NotAction`, `Resource` or `NotResource`: one of the two, and not both. */
function readPatterns(path: string, statement: Record<string, unknown>, name: string): Texts & { inverted: boolean } {
  const not = `Not${name}`;
  if (name in statement && not in statement) throw new PolicyError(`${path}.${not}`, `cannot stand beside ${name}.`);
  const inverted = not in statement;
  if (!inverted && !(name in statement)) throw new PolicyError(`${path}.${name}`, `is missing, and so is ${not}.`);
  const field = inverted ? not : name;
  return { ...readTexts(`${path}.${field}`, statement[field]), inverted };
}

/** What one of the patterns covers; inverted, what none of them does. */
function coverOfAll(patterns: readonly string[], inverted: boolean): Cover {
  const [cover, ...more] = patterns.map(coverOf);
  if (more.length === 0 && !inverted) return cover!;
  return (text) => (cover!(text) || more.some((other) => other(text))) !== inverted;
}

function readConditions(path: string, written: unknown): Condition[] {
  return Object.entries(objectAt(path, written)).flatMap(([operator, keys]) => {
    const operatorPath = `${path}.${operator}`;
    if (!isOperator(operator)) throw new PolicyError(operatorPath, 'is no operator of the contract.');
    return Object.entries(objectAt(operatorPath, keys)).map(([key, value]) => {
      const { texts, paths } = readTexts(`${operatorPath}.${key}`, value);
      return conditionOf(operator, key, texts, (problem, index) => {
        throw new PolicyError(paths[index]!, problem);
      });
    });
  });
}

interface Texts {
  texts: string[];
  /** Where each of them stands. */
  paths: string[];
}

function readTexts(path: string, written: unknown): Texts {
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
