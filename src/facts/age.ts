/** Numbers go stale: finds those that nobody has looked up for long. Pure: the day of today is handed in. */
import type { Entry } from './entries.ts';
import type { Finding } from './finding.ts';

/** A source is worth another look when this many months have passed since the last one. */
export const MONTHS_UNTIL_STALE = 12;

/**
 * One finding for each entry whose source was checked more than `MONTHS_UNTIL_STALE` months before `today`.
 * @param today as 2026-11-20
 */
export function staleEntries(entries: readonly Entry<{ id: string; asOf: string }>[], today: string): Finding[] {
  const oldest = monthsBefore(today, MONTHS_UNTIL_STALE);
  return entries
    .filter(({ data }) => data.asOf < oldest)
    .map(({ data, file, placeOf }) => ({
      file,
      ...placeOf(['asOf']),
      message: `${data.id}: checked on ${data.asOf}, more than ${MONTHS_UNTIL_STALE} months ago`,
      mend: 'open its source, mend what has changed, and write the day of today',
    }));
}

/** The same day of the month `months` earlier; where that month is too short, its last day. */
function monthsBefore(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const lastOfMonth = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 - months, Math.min(date, lastOfMonth))).toISOString().slice(0, 10);
}
