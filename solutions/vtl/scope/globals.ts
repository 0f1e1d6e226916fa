import type { Json, Rendered, TemplateInput } from '../../../exercises/vtl/contract.ts';
import type { Effort } from '../effort.ts';
import { fromJson } from '../values/json-values.ts';
import type { Masked, Value } from '../values/value.ts';
import { Input } from './input.ts';
import { Context } from './overrides.ts';
import type { Payload } from './payload.ts';
import { Scope } from './scope.ts';
import { Util } from './util.ts';

/** A map that prints as nothing: `$context.authorizer.claims` as a whole (B-VTL-98). */
class MaskedMap extends Map<Value, Value> implements Masked {
  readonly printed = '';
}

/** The variables that a run starts with, and what it has put into `$context` at its end. */
export function createScope(
  input: TemplateInput,
  payload: Payload,
  effort: Effort,
): { scope: Scope; overrides: () => Pick<Rendered, 'requestOverride' | 'responseOverride'> } {
  let context: Context | undefined;
  const scope = new Scope({
    input: () => new Input(payload, input.params, effort),
    util: () => new Util(effort),
    stageVariables: () => new Map<Value, Value>(Object.entries(input.stageVariables ?? {})),
    context: () => (context = createContext(input.context ?? {})),
  });
  return { scope, overrides: () => context?.rendered(effort) ?? {} };
}

function createContext({ requestOverride, responseOverride, ...entries }: { [name: string]: Json }): Context {
  return new Context(
    Object.entries(entries).map(([name, value]) => [name, name === 'authorizer' ? fromAuthorizer(value) : fromJson(value)]),
    { requestOverride: fromJson(requestOverride ?? null), responseOverride: fromJson(responseOverride ?? null) },
  );
}

/** An authorizer's own values arrive as text, whatever they were (B-VTL-98). */
function fromAuthorizer(authorizer: Json): Value {
  if (authorizer === null || typeof authorizer !== 'object' || Array.isArray(authorizer)) return fromJson(authorizer);
  return new Map(
    Object.entries(authorizer).map(([name, value]) => {
      if (typeof value === 'number' || typeof value === 'boolean') return [name, String(value)];
      const read = fromJson(value);
      return [name, name === 'claims' && read instanceof Map ? new MaskedMap(read) : read];
    }),
  );
}
