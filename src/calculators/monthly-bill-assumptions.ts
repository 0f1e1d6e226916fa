/** What a monthly bill takes for granted, as sentences. */
import { LIST_PRICES } from './bill.ts';
import { effective, type BillSettings } from './monthly-bill-settings.ts';

export function assumptionsOf(settings: BillSettings): string[] {
  const { door, behind, cache, refused, refuser, warm, start, logs, zones, connections } = effective(settings);
  const hasBalancer = door === 'alb' || behind === 'containers';
  const isFunction = behind === 'function' || behind === 'function-queue';
  return [
    ...(hasBalancer
      ? [
          connections === 'anew' ? 'Every call opens a connection of its own: the dearest case.' : 'Connections are kept, so bytes lead.',
          'The load is even over the month, the rules are no more than the free ones.',
        ]
      : []),
    ...(door === 'alb' && zones === 0 ? ['Public addresses in two zones.'] : []),
    ...(cache === 'none' ? [] : ['A call that the cache answers is billed like any other.']),
    ...(refused > 0 && refuser === 'authorizer'
      ? ['The authorizer has 128 MB, runs 100 ms for every call, and nothing is remembered.']
      : []),
    ...(isFunction ? ['The function is on x86 and runs once for each call that reaches it.'] : []),
    ...(isFunction && warm > 0 ? ['The environments that are kept warm take all runs.'] : []),
    ...(isFunction && warm === 0 && start > 0 ? ['As many starts are cold as AWS calls typical. Yours may be far more.'] : []),
    ...(behind === 'containers' ? ['The containers have a bill of their own.'] : []),
    ...(logs > 0 ? ['The group holds as many months of logs as they may stay. In the first month it is one.'] : []),
    ...(door === 'http' ? ['The size of the reply is what is metered. Which bytes count, AWS’s page leaves open.'] : []),
    'A GB is a million KB. AWS counts a little more into one.',
    LIST_PRICES,
  ];
}
