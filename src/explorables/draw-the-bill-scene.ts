/** What stands there before a bill is drawn, in a sentence. */
import { effective, type Backend, type BillSettings, type Door } from '../calculators/monthly-bill-settings.ts';
import { amount } from '../calculators/words.ts';

export const DOOR_NAMES: Record<Door, string> = {
  rest: 'REST API',
  http: 'HTTP API',
  websocket: 'WebSocket API',
  alb: 'load balancer (ALB)',
};

export const BACKEND_NAMES: Record<Backend, string> = {
  function: 'a function',
  queue: 'a queue, directly',
  'function-queue': 'a function, then a queue',
  containers: 'containers in a VPC',
  other: 'something with a bill of its own',
};

/** What stands there, before anything is worked out. */
export function sceneSentence(settings: BillSettings): string {
  const { door, calls, kilobytes, zones, clients, hours, recipients, cache, hits, logs, months, peak } = effective(settings);
  const { behind, megabytes, milliseconds, start, warm, refused, refuser, connections } = effective(settings);
  const volume =
    door === 'websocket'
      ? `${amount(clients)} people are connected for ${amount(hours)} hours a month each. They send ${amount(calls)} messages of ${kilobytes} KB, and each is delivered to ${amount(recipients)}.`
      : `${amount(calls)} calls a month ${zones > 0 ? `from within a VPC, with an endpoint in ${zones === 1 ? 'one zone' : `${zones} zones`}, ` : ''}through ${door === 'alb' || door === 'http' ? 'an' : 'a'} ${door === 'alb' ? 'Application Load Balancer' : DOOR_NAMES[door]}, replies of ${amount(kilobytes)} KB.`;
  const isFunction = behind === 'function' || behind === 'function-queue';
  const one = `a function of ${amount(megabytes)} MB that runs ${amount(milliseconds)} ms`;
  const backend: Record<Backend, string> = {
    function: `Behind it ${one}.`,
    queue: 'They go into a queue, without a function.',
    'function-queue': `Behind it ${one} and puts each into a queue.`,
    containers: door === 'alb' ? 'Behind it containers.' : 'Behind it containers, reached through a VPC link.',
    other: 'What is behind has a bill of its own.',
  };
  return [
    volume,
    peak > 0 && `In the busiest second come ${amount(peak)}.`,
    backend[behind],
    isFunction && warm > 0 && `${amount(warm)} of its environments are kept warm all month.`,
    isFunction && warm === 0 && start > 0 && `A cold start takes ${amount(start)} ms.`,
    (door === 'alb' || behind === 'containers') && (connections === 'anew' ? 'Every call connects anew.' : 'Connections are kept.'),
    cache !== 'none' && `A cache of ${cache} GB answers ${hits} percent.`,
    refused > 0 &&
      `${refused} percent are refused, ${refuser === 'limit' ? 'by a throttle, a quota or for want of a key' : 'by a Lambda authorizer'}.`,
    logs > 0 &&
      `Each call writes ${logs} KB of logs${months > 0 ? `, and they stay for ${months === 1 ? 'a month' : `${months} months`}` : ''}.`,
  ]
    .filter(Boolean)
    .join(' ');
}
