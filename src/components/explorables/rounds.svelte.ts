/** What the pieces share that ask before they show: the guess, what is said aloud, the situations to start from and what the reader made of each. */
import { tick } from 'svelte';
import { onceStill } from './once-still.ts';

/** A question, guessed or skipped, and its answer. */
export class Guessing<Guess> {
  /** Whether something was shown before: the first question stands alone, what can be chosen comes after it. */
  started = $state(false);
  shown = $state(false);
  /** `undefined`: skipped, or about something that has changed since. */
  guess = $state.raw<Guess>();
  /** Counts the questions: a new one has no answer chosen. */
  asked = $state(0);
  announced = $state('');
  /** Where the question stands, and after it the answer, to take the focus. */
  place: HTMLElement | undefined;

  ask(): void {
    this.announced = '';
    this.shown = false;
    this.guess = undefined;
    this.asked++;
  }

  askAgain = async (): Promise<void> => {
    this.ask();
    await tick();
    // A number is typed at once; answers to choose from are read first.
    (this.place?.querySelector<HTMLElement>('input[inputmode]') ?? this.place)?.focus();
  };

  /** `guess` undefined: skipped. */
  show = async (guess: Guess | undefined): Promise<void> => {
    this.guess = guess;
    this.started = true;
    this.shown = true;
    await tick();
    this.place?.focus();
  };
}

/**
 * Rounds of guessing and looking. Each round is about one draft: a situation to start from, as the reader has changed it.
 * To be created while its component starts, since what it says aloud ends with the component.
 */
export class Rounds<Draft, Guess> extends Guessing<Guess> {
  readonly #starts: readonly Draft[];
  readonly #said: { soon: () => void; cancel: () => void };
  /** Choosing another situation loses nothing. */
  #drafts: readonly Draft[] = $state.raw([]);
  /** How each situation was left. */
  readonly #left: { shown: boolean; guess: Guess | undefined }[] = [];
  /** Which of the situations, from 0. */
  chosen = $state(0);
  /** Counts the new starts: after one, no field holds what could not be used. */
  fresh = $state(0);

  /** `spoken` is what is said aloud, once the reader’s hand is still, when a change has made another outcome. */
  constructor(starts: readonly Draft[], spoken = () => '') {
    super();
    this.#starts = starts;
    this.#drafts = starts;
    this.#said = onceStill(() => (this.announced = spoken()));
  }

  get draft(): Draft {
    return this.#drafts[this.chosen]!;
  }

  /** Whether the draft is no longer the situation that it started from. Both are plain data. */
  get changed(): boolean {
    return JSON.stringify(this.draft) !== JSON.stringify(this.#starts[this.chosen]);
  }

  override ask(): void {
    this.#said.cancel();
    super.ask();
  }

  /** Another situation, and its question. */
  choose = (index: number): void => {
    this.chosen = index;
    this.fresh++;
    this.ask();
  };

  /** Another situation as it was left: with its answer, if that was open. */
  lookAt = (index: number): void => {
    this.#left[this.chosen] = { shown: this.shown, guess: this.guess };
    this.choose(index);
    const left = this.#left[index];
    if (left) ({ shown: this.shown, guess: this.guess } = left);
  };

  startOver = (): Promise<void> => {
    this.#drafts = this.#drafts.with(this.chosen, this.#starts[this.chosen]!);
    this.fresh++;
    return this.askAgain();
  };

  /** A guess about what was there before is no guess about this. */
  change = (part: Partial<Draft>): void => {
    this.#drafts = this.#drafts.with(this.chosen, { ...this.draft, ...part });
    this.guess = undefined;
    if (this.shown) this.tell();
    else this.asked++;
  };

  /** Says the outcome once the reader’s hand is still. */
  tell(): void {
    this.#said.soon();
  }
}
