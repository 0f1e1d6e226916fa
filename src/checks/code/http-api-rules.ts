/** Generation 2 describes HTTP and WebSocket APIs with one schema. These parts of it, the reference says, are for WebSocket APIs only (f-validate, f-vtl, f-mock). */
import type { Properties, Resource, TemplateProblem } from './gateway-rules.ts';

const OF_ROUTES = ['ApiKeyRequired', 'ModelSelectionExpression', 'RequestModels', 'RequestParameters', 'RouteResponseSelectionExpression'];
const OF_INTEGRATIONS = ['ContentHandlingStrategy', 'PassthroughBehavior', 'RequestTemplates', 'TemplateSelectionExpression'];
const OF_ROUTE_SETTINGS = ['DataTraceEnabled', 'LoggingLevel'];
const TYPES_OF_HTTP_APIS = ['AWS_PROXY', 'HTTP_PROXY'];

export function httpRouteProblems(route: Resource, all: Resource[]): TemplateProblem[] {
  return ofHttpApi(route, all) ? foreignProperties(route.properties, OF_ROUTES, ['Resources', route.id, 'Properties']) : [];
}

export function httpIntegrationProblems(integration: Resource, all: Resource[]): TemplateProblem[] {
  if (!ofHttpApi(integration, all)) return [];
  const path = ['Resources', integration.id, 'Properties'];
  const { IntegrationType: type } = integration.properties;
  const problems = foreignProperties(integration.properties, OF_INTEGRATIONS, path);
  if (typeof type === 'string' && !TYPES_OF_HTTP_APIS.includes(type))
    problems.unshift({
      path: [...path, 'IntegrationType'],
      message: `IntegrationType ${type} is for WebSocket APIs: an HTTP API has ${TYPES_OF_HTTP_APIS.join(' and ')}`,
    });
  return problems;
}

export function httpStageProblems(stage: Resource, all: Resource[]): TemplateProblem[] {
  if (!ofHttpApi(stage, all)) return [];
  const path = ['Resources', stage.id, 'Properties'];
  const { DefaultRouteSettings: ofAll = {}, RouteSettings: ofSome = {} } = stage.properties as Record<string, Properties>;
  return [
    ...foreignProperties(ofAll, OF_ROUTE_SETTINGS, [...path, 'DefaultRouteSettings']),
    ...Object.entries(ofSome).flatMap(([key, settings]) =>
      foreignProperties(settings as Properties, OF_ROUTE_SETTINGS, [...path, 'RouteSettings', key]),
    ),
  ];
}

/** Whether the API stands in the same template and is an HTTP API. One that is made elsewhere may be of either type. */
function ofHttpApi({ properties }: Resource, all: Resource[]): boolean {
  const id = (properties.ApiId as { Ref?: unknown } | undefined)?.Ref;
  return all.some((api) => api.type === 'AWS::ApiGatewayV2::Api' && api.id === id && api.properties.ProtocolType === 'HTTP');
}

function foreignProperties(properties: Properties, names: readonly string[], path: (string | number)[]): TemplateProblem[] {
  return names
    .filter((name) => name in properties)
    .map((name) => ({ path: [...path, name], message: `${name} is for WebSocket APIs only` }));
}
