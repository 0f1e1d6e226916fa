import { LIMITS, tooMuch } from './limits.ts';

const CHARACTERS_A_STEP = 64;

/** What one run may still do. Whatever loops over values or makes text spends from it, so that no template runs on for ever. */
export class Effort {
  private stepsLeft: number = LIMITS.steps;
  private iterationsLeft: number = LIMITS.allIterations;

  spend(steps: number): void {
    this.stepsLeft -= steps;
    if (this.stepsLeft < 0) throw tooMuch('Steps of one run', LIMITS.steps);
  }

  /** One more time round a loop that has already gone round `before` times. */
  iterate(before: number): void {
    if (before >= LIMITS.iterations) throw tooMuch('Iterations of one #foreach', LIMITS.iterations);
    this.iterationsLeft -= 1;
    if (this.iterationsLeft < 0) throw tooMuch('Iterations of all loops together', LIMITS.allIterations);
  }

  /** A text of so many characters is about to be made, the first of which were there before. */
  makeText(length: number, before = 0): void {
    if (length > LIMITS.characters) throw tooMuch('Characters of a text', LIMITS.characters);
    this.readText(length - before);
  }

  /** So many characters are about to be looked at. */
  readText(length: number): void {
    // Rounded down: whole numbers are faster to count with, and the statement that asks has a step of its own.
    this.spend(Math.floor(length / CHARACTERS_A_STEP));
  }

  /** A list of so many items is about to be made. */
  makeList(length: number): void {
    if (length > LIMITS.items) throw tooMuch('Items of a list', LIMITS.items);
    this.spend(length);
  }
}
