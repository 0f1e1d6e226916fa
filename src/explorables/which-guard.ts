/** Callers, and the guards that could decide about them. */
import { CASES } from './which-guard-cases.ts';

export const GUARDS = ['iam', 'cognito', 'jwt', 'lambda', 'resource-policy', 'mtls', 'api-key'] as const;
export type Guard = (typeof GUARDS)[number];

export const CALLERS = ['job', 'guests', 'partner', 'locks', 'vpc', 'menu', 'sessions'] as const;
export type Caller = (typeof CALLERS)[number];

export const TYPES = ['rest', 'http'] as const;
export type ApiType = (typeof TYPES)[number];

/**
 * - `best`: decides it, and asks least of everybody
 * - `can`: could decide it, at a price
 * - `part`: helps, and does not decide it alone
 * - `cannot`: does not see what it would have to see
 * - `absent`: this type of API does not have it
 */
export const VERDICTS = ['best', 'can', 'part', 'cannot', 'absent'] as const;
export type Verdict = (typeof VERDICTS)[number];

export type Judgement = readonly [verdict: Verdict, why: string];
export type Case = Judgement | Readonly<Record<ApiType, Judgement>>;

export interface Judged {
  guard: Guard;
  verdict: Verdict;
  why: string;
}

/** A guess may also be that none of them will do. */
export type Guess = Guard | 'none';

/** Every guard, the most fitting first. */
export function judge(caller: Caller, type: ApiType): Judged[] {
  return GUARDS.map((guard) => {
    const found: Case = CASES[caller][guard];
    const [verdict, why] = 'rest' in found ? found[type] : found;
    return { guard, verdict, why };
  }).toSorted((one, other) => VERDICTS.indexOf(one.verdict) - VERDICTS.indexOf(other.verdict));
}

/** @returns the verdict of what was guessed; of `none` it is `best` where no guard is. */
export function verdictOf(guess: Guess, judged: readonly Judged[]): Verdict {
  if (guess === 'none') return judged.some(({ verdict }) => verdict === 'best') ? 'cannot' : 'best';
  return judged.find(({ guard }) => guard === guess)!.verdict;
}
