/** What “strike it out” says. */
import type { Bill } from '../calculators/bill.ts';
import { dollars } from '../calculators/words.ts';
import type { Product } from '../facts/features.ts';
import { stands, type GuessResult, type Judgement } from './strike-it-out.ts';

export type DoorNames = Readonly<Record<Product, string>>;

/** `REST API`, `REST API and CloudFront`, `REST API, HTTP API and CloudFront`. */
function listed(doors: readonly Product[], names: DoorNames): string {
  const all = doors.map((door) => names[door]);
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;
}

export function leftSentence(judgements: readonly Judgement[], names: DoorNames): string {
  const left = judgements.filter(stands).map(({ door }) => door);
  if (left.length === 0) return 'No door is left that does all of this alone.';
  return left.length === 1 ? `One door is left: ${listed(left, names)}.` : `${left.length} doors are left: ${listed(left, names)}.`;
}

/** The door with the lowest bill. CloudFront is in the race only when it runs alone: another door stands behind it, with a bill of its own. */
export function cheapestSentence(bills: ReadonlyMap<Product, Bill>, names: DoorNames): string {
  const doors = [...bills].filter(([door]) => door !== 'cloudfront');
  if (doors.length < 2) return '';
  const [door, bill] = doors.reduce((least, entry) => (entry[1].total < least[1].total ? entry : least));
  return `By itself ${names[door]} costs least for this load: ${dollars(bill.total)} a month.`;
}

export function guessSentence({ right, missed, wrong }: GuessResult, names: DoorNames): string {
  if (missed.length === 0 && wrong.length === 0) return 'As you said.';
  const sentences = [
    right.length > 0 && `You had ${listed(right, names)}.`,
    missed.length > 0 && `You missed ${listed(missed, names)}.`,
    wrong.length > 0 && `${listed(wrong, names)} ${wrong.length === 1 ? 'does' : 'do'} not make it.`,
  ];
  return sentences.filter(Boolean).join(' ');
}

/** What another need, or one less, has done: `HTTP API is back.` */
export function changeSentence(before: readonly Judgement[], after: readonly Judgement[], names: DoorNames): string {
  const left = new Set(before.filter(stands).map(({ door }) => door));
  const back = after.filter((judgement) => stands(judgement) && !left.has(judgement.door)).map(({ door }) => door);
  const fallen = after.filter((judgement) => !stands(judgement) && left.has(judgement.door)).map(({ door }) => door);
  if (back.length > 0) return `${listed(back, names)} ${back.length === 1 ? 'is' : 'are'} back.`;
  if (fallen.length > 0) return `${listed(fallen, names)} ${fallen.length === 1 ? 'falls' : 'fall'}.`;
  return 'The same doors are left.';
}

export function fateSentence(judgement: Judgement): string {
  const { missing, partly } = judgement;
  if (missing.length > 0) return missing.length === 1 && missing[0]!.id ? 'falls, by this need alone' : 'falls';
  return partly.length > 0 ? 'stays, if these parts are enough' : 'stays';
}

/** What works behind the door, the same behind each. */
export function functionSentence({ total }: Bill): string {
  return `A function of 128 MB that runs 100 ms for each call costs ${dollars(total)} on top, the same behind every door.`;
}
