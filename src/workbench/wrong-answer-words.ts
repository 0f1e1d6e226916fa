/** How the page puts what a wrong answer teaches. */
import type { WrongAnswer } from './wrong-answer.ts';

/** What begins with a verb, so that it goes on from a name. */
export function lowered(teaches: string): string {
  return teaches.charAt(0).toLowerCase() + teaches.slice(1);
}

/** Where it leads to what is often said, and not to where it is taught. */
export function isMyth({ address }: WrongAnswer['see']): boolean {
  return address.startsWith('/myths/');
}

/** `Often said: “The most specific limit wins.”`, `Read: Four levels` */
export function linkWords(see: WrongAnswer['see']): string {
  return `${isMyth(see) && see.title.startsWith('“') ? 'Often said' : 'Read'}: ${see.title}`;
}
