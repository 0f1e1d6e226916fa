/** Which pages of the course a reader has read, and where he was last. A page is named by its path: `lessons/08-throttling`. */
import { isTrue, valueOf, valuesBelow, withValue, type Kind, type Records } from './records.ts';

export const PLACE: Kind<string> = { name: 'place', is: (value) => typeof value === 'string' };
export const READ: Kind<true> = { name: 'read', is: isTrue };

export function lastPlace(records: Records): string | undefined {
  return valueOf(records, PLACE);
}

export function withPlace(records: Records, at: string, page: string): Records {
  return withValue(records, at, PLACE, [], page);
}

export function isRead(records: Records, page: string): boolean {
  return valueOf(records, READ, page) ?? false;
}

export function readPages(records: Records): string[] {
  return Object.keys(valuesBelow(records, READ));
}

export function withRead(records: Records, at: string, page: string, read: boolean): Records {
  return withValue(records, at, READ, [page], read || undefined);
}
