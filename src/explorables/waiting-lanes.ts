/** The timeline of “how long does it wait?”: one lane for the caller, for each clock and for the backend; places from 0 to 1. */
import { duration } from '../calculators/words.ts';
import type { Situation, Wait } from './waiting.ts';
import { clockName } from './waiting-words.ts';

export interface Lane {
  name: string;
  says: string;
  /** Where its bar ends. */
  to: number;
  /** Where the part begins that nobody reads. */
  lostFrom?: number;
  kind: 'caller' | 'clock' | 'struck' | 'backend';
}

export function lanesOf(situation: Situation, { at, clocks, struck, unheard }: Wait): Lane[] {
  const { takes } = situation;
  const end = Math.max(takes, at) * 1.04;
  const place = (seconds: number) => Math.min(1, seconds / end);
  return [
    { name: 'The caller waits', says: duration(at), to: place(at), kind: 'caller' },
    ...clocks.map((clock): Lane => {
      const isStruck = clock === struck;
      const says = `${duration(clock.limit)}, ${isStruck ? 'strikes' : 'does not strike'}`;
      return { name: clockName(clock, situation), says, to: place(clock.limit), kind: isStruck ? 'struck' : 'clock' };
    }),
    {
      name: 'The backend works',
      says: `${duration(takes)}${unheard > 0 ? `, ${duration(unheard)} of it read by nobody` : ''}`,
      to: place(takes),
      ...(unheard > 0 && { lostFrom: place(at) }),
      kind: 'backend',
    },
  ];
}
