import type { Millis, Quota } from '../../exercises/token-bucket/contract.ts';

/** What one key has left in the current period. Times must not go back. */
export interface Meter {
  left(now: Millis): number;
  spend(): void;
}

/** A meter whose first period, the one that holds `start`, is shorter by the quota's offset (B-THR-11). */
export function createMeter({ limit, period, offset = 0 }: Quota, start: Millis): Meter {
  let left = limit - offset;
  let end = endOfPeriod(period, start);

  return {
    left(now) {
      if (now >= end) {
        left = limit;
        end = endOfPeriod(period, now);
      }
      return left;
    },
    spend() {
      left -= 1;
    },
  };
}

/** The first moment of the next calendar period, in UTC (B-THR-12). */
function endOfPeriod(period: Quota['period'], now: Millis): Millis {
  const date = new Date(now);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  switch (period) {
    case 'DAY':
      return Date.UTC(year, month, day + 1);
    case 'WEEK': {
      const daysSinceMonday = (date.getUTCDay() + 6) % 7;
      return Date.UTC(year, month, day - daysSinceMonday + 7);
    }
    case 'MONTH':
      return Date.UTC(year, month + 1, 1);
  }
}
