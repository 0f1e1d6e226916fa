/** What stands there before the order of the doors is shown, in a sentence. */
import type { DoorFacts } from '../calculators/tipping-point-facts.ts';
import type { TippingSettings } from '../calculators/tipping-point-settings.ts';
import { amount } from '../calculators/words.ts';

export function sceneSentence({ behind, needs, calls, kilobytes, seconds }: TippingSettings, { rows }: Pick<DoorFacts, 'rows'>): string {
  const list = needs.map((need) => `“${rows[need].title}”`).join(', ');
  return `${amount(calls)} calls a month lead to ${behind === 'function' ? 'one function' : 'containers in a VPC'}. Replies have ${amount(kilobytes)} KB, the slowest takes ${amount(seconds)} s. ${needs.length > 0 ? `Needed of the door: ${list}.` : 'Nothing more is needed of the door.'}`;
}
