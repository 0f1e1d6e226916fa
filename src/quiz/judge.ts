/** Judges answers. Runs in the page, so it knows nothing of schema, markup or ledger: an answer key in, a judgement out. */

/** What is right. Every item of a question (option, line, pair …) has an id of its own within the question. */
export type QuestionKey =
  /** Any of `right` will do; `one` has one, `bug` may have a few lines that are the bug together. */
  | { kind: 'one' | 'bug'; right: string[] }
  /** All of `right` and nothing else. */
  | { kind: 'several'; right: string[] }
  /** Item ids, first to last. */
  | { kind: 'order'; right: string[] }
  /** Item id to the id of its choice. */
  | { kind: 'match'; right: Record<string, string> }
  /** The item `answer` stands for the right value. `mistakes`: item id to a wrong value that has an explanation. */
  | { kind: 'number'; right: number; tolerance: number; mistakes: Record<string, number> }
  /** The item `answer` stands for the right text. `mistakes`: item id to a wrong text that has an explanation. */
  | { kind: 'output'; right: string; mistakes: Record<string, string> };

export type KeyOf<K extends QuestionKey['kind']> = Extract<QuestionKey, { kind: K }>;

/** The answer key of a quiz: question id to what is right. */
export type QuizKey = Record<string, QuestionKey>;

/** Ids in `picked`: the chosen option, the ticked options, or all items in the order given. */
export type Answer = { picked: string[] } | { choices: Record<string, string> } | { value: number } | { text: string };

export interface Judgement {
  right: boolean;
  /** Verdict on each item that the answer says something about. */
  marks: Record<string, 'right' | 'wrong'>;
  /** How it went, in one sentence for the reader. Never gives the right answer away. */
  sentence: string;
}

/** @throws TypeError if the answer is not of the question's kind. */
export function judge(key: QuestionKey, answer: Answer): Judgement {
  if ('picked' in answer) {
    if (key.kind === 'one' || key.kind === 'bug') return judgeOne(key, answer.picked);
    if (key.kind === 'several') return judgeSeveral(key, answer.picked);
    if (key.kind === 'order') return judgeOrder(key, answer.picked);
  }
  if ('choices' in answer && key.kind === 'match') return judgeMatch(key, answer.choices);
  if ('value' in answer && key.kind === 'number') return judgeNumber(key, answer.value);
  if ('text' in answer && key.kind === 'output') return judgeOutput(key, answer.text);
  throw new TypeError(`not an answer to a question of kind ${key.kind}`);
}

function judgeOne({ kind, right }: KeyOf<'one' | 'bug'>, picked: string[]): Judgement {
  const marks = Object.fromEntries(picked.map((id) => [id, mark(right.includes(id))]));
  const isRight = picked.length === 1 && right.includes(picked[0]!);
  return { right: isRight, marks, sentence: isRight ? 'Right.' : kind === 'bug' ? 'Not that line.' : 'Not that one.' };
}

function judgeSeveral({ right }: KeyOf<'several'>, picked: string[]): Judgement {
  const marks = Object.fromEntries(picked.map((id) => [id, mark(right.includes(id))]));
  const hits = picked.filter((id) => right.includes(id)).length;
  const missing = right.length - hits;
  const wrong = picked.length - hits;
  if (missing + wrong === 0) return { right: true, marks, sentence: 'Right.' };
  const faults = [
    wrong > 0 &&
      (picked.length === 1 ? 'your pick is wrong' : `${wrong} of your ${picked.length} picks ${wrong === 1 ? 'is' : 'are'} wrong`),
    missing > 0 && `${missing} ${missing === 1 ? 'is' : 'are'} missing`,
  ];
  return { right: false, marks, sentence: `Not yet: ${faults.filter(Boolean).join(', and ')}.` };
}

function judgeOrder({ right }: KeyOf<'order'>, picked: string[]): Judgement {
  const marks = Object.fromEntries(picked.map((id, place) => [id, mark(right[place] === id)]));
  return {
    ...tally(
      marks,
      right.length,
      (hits) => `${hits} of ${right.length} ${hits === 1 ? 'stands' : 'stand'} where ${hits === 1 ? 'it belongs' : 'they belong'}`,
    ),
    marks,
  };
}

function judgeMatch({ right }: KeyOf<'match'>, choices: Record<string, string>): Judgement {
  const lefts = Object.keys(right);
  const marks = Object.fromEntries(lefts.map((id) => [id, mark(choices[id] === right[id])]));
  return { ...tally(marks, lefts.length, (hits) => `${hits} of ${lefts.length} ${hits === 1 ? 'is' : 'are'} matched right`), marks };
}

function judgeNumber({ right, tolerance, mistakes }: KeyOf<'number'>, value: number): Judgement {
  // A sum worked out in floating point may miss its exact value by a hair.
  const matches = (wanted: number) => Math.abs(value - wanted) <= tolerance + Math.abs(wanted) * 1e-9;
  if (matches(right)) return { right: true, marks: { answer: 'right' }, sentence: 'Right.' };
  const mistake = Object.entries(mistakes).find(([, wrong]) => matches(wrong));
  return {
    right: false,
    marks: mistake ? { [mistake[0]]: 'wrong' } : {},
    sentence: `Not ${value.toLocaleString('en-US', { maximumFractionDigits: 10 })}.`,
  };
}

function judgeOutput({ right, mistakes }: KeyOf<'output'>, text: string): Judgement {
  const typed = withoutEnds(text);
  if (typed === withoutEnds(right)) return { right: true, marks: { answer: 'right' }, sentence: 'Right.' };
  const mistake = Object.entries(mistakes).find(([, wrong]) => typed === withoutEnds(wrong));
  return { right: false, marks: mistake ? { [mistake[0]]: 'wrong' } : {}, sentence: 'Not that.' };
}

/** Line ends differ between systems, and a reader need not guess at space that nobody sees. */
function withoutEnds(text: string): string {
  return text.replaceAll('\r\n', '\n').trim();
}

function tally(marks: Judgement['marks'], total: number, sentence: (hits: number) => string): Pick<Judgement, 'right' | 'sentence'> {
  const hits = Object.values(marks).filter((entry) => entry === 'right').length;
  return hits === total ? { right: true, sentence: 'Right.' } : { right: false, sentence: `Not yet: ${sentence(hits)}.` };
}

function mark(isRight: boolean): 'right' | 'wrong' {
  return isRight ? 'right' : 'wrong';
}
