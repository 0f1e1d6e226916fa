/** What the page needs to judge answers. A page cannot keep a secret: this course does not try to. */
import type { Ledger } from '../facts/ledger.ts';
import type { QuestionKey, QuizKey } from './judge.ts';
import { valueOf } from './markup.ts';
import { figureIn, type Quiz } from './read.ts';
import { lineRange, type Question } from './schema.ts';

export function answerKey(quiz: Quiz, ledger: Ledger): QuizKey {
  return Object.fromEntries(quiz.questions.map((question) => [question.id, questionKey(question, ledger)]));
}

/** The id of the item at `index`, as answer keys and the page's markup use it. */
export function itemId(index: number): string {
  return `i${index + 1}`;
}

function questionKey(question: Question, ledger: Ledger): QuestionKey {
  switch (question.kind) {
    case 'one':
    case 'several':
      return { kind: question.kind, right: question.options.flatMap((option, index) => (option.correct ? [itemId(index)] : [])) };
    case 'order':
      return { kind: 'order', right: question.items.map((_, index) => itemId(index)) };
    case 'match': {
      const choices = matchChoices(question);
      return {
        kind: 'match',
        right: Object.fromEntries(question.pairs.map((pair, index) => [itemId(index), itemId(choices.indexOf(pair.right))])),
      };
    }
    case 'bug':
      return {
        kind: 'bug',
        right: question.lines
          .filter((line) => line.correct)
          .flatMap(({ at }) => linesFrom(...lineRange(at)).map((line) => itemId(line - 1))),
      };
    case 'output': {
      const mistakes = Object.fromEntries(question.mistakes.map((mistake, index) => [itemId(index), mistake.answer]));
      return { kind: 'output', right: question.answer, mistakes };
    }
    case 'number': {
      const value = (markup: string) => valueOf(figureIn(markup), ledger).value;
      const mistakes = Object.fromEntries(question.mistakes.map((mistake, index) => [itemId(index), value(mistake.answer)]));
      return { kind: 'number', right: value(question.answer), tolerance: question.tolerance, mistakes };
    }
  }
}

/** What can be chosen in a match question, each text once. */
export function matchChoices(question: Extract<Question, { kind: 'match' }>): string[] {
  return [...new Set([...question.pairs, ...question.extra].map((choice) => choice.right))];
}

function linesFrom(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
