import { formatQuantity } from '../../facts/format.ts';
import type { Unit } from '../../facts/schema.ts';

/** What stands beside a field for a number of `unit`: `requests`, `%`, `$ per million`; nothing for a bare count. */
export function unitLabel(unit: Unit): string {
  return formatQuantity(2, unit).replace('2.00', '').replace('2', '').replace(/\s+/g, ' ').trim();
}
