/** What readers say of their own answers, and what follows from it. `ratings-store.ts` keeps them. */

export const RATINGS = ['missing', 'solid', 'strong'] as const;

export type Rating = (typeof RATINGS)[number];

/** Id of a rubric line to how well the answer did by it; lines that are not rated yet are not in it. */
export type LineRatings = Readonly<Record<string, Rating>>;

/** Id of a question to the ratings of its lines. */
export type Ratings = Readonly<Record<string, LineRatings>>;

/** What an interviewer asks next: the follow-ups of the lines that are rated missing, in the order in which they are written. */
export function drawnFollowUps<F extends { missed: string }>(followUps: readonly F[], lines: LineRatings = {}): F[] {
  return followUps.filter(({ missed }) => lines[missed] === 'missing');
}

/** A question and its rubric, by their ids. */
export interface Rated {
  id: string;
  lines: readonly string[];
}

export interface Standing extends Record<Rating, number> {
  questions: number;
  /** Questions with a rating on every line. */
  rated: number;
}

/** How a reader stands over `questions`. Ratings of questions and lines that the room no longer has do not count. */
export function standingOf(ratings: Ratings, questions: readonly Rated[]): Standing {
  const standing: Standing = { questions: questions.length, rated: 0, missing: 0, solid: 0, strong: 0 };
  for (const { id, lines } of questions) {
    const given = lines.flatMap((line) => ratings[id]?.[line] ?? []);
    for (const rating of given) standing[rating]++;
    if (given.length === lines.length) standing.rated++;
  }
  return standing;
}

/** `2 of 5 questions rated: 1 line missing, 4 solid, 2 strong`, or what there is to rate. */
export function standingInWords({ questions, rated, ...lines }: Standing): string {
  const noun = questions === 1 ? 'question' : 'questions';
  if (RATINGS.every((rating) => lines[rating] === 0)) return `${questions} ${noun}, none rated yet`;
  return `${rated} of ${questions} ${noun} rated: ${linesInWords(lines)}`;
}

/** `1 line missing, 4 solid, 2 strong`; empty while no line is rated. */
export function linesInWords(lines: Record<Rating, number>): string {
  return RATINGS.filter((rating) => lines[rating] > 0)
    .map((rating, index) => `${lines[rating]} ${index > 0 ? '' : lines[rating] === 1 ? 'line ' : 'lines '}${rating}`)
    .join(', ');
}
