/** Makes one question work: the clock, the way to the answer, the ratings and what they lead to. */
import { drawnFollowUps, linesInWords, RATINGS, standingOf, type LineRatings, type Rating } from '../../interview/ratings.ts';
import type { RatingsStore } from '../../interview/ratings-store.ts';
import { AT_REST, clock, elapsed, started, stopped, timeLeft } from '../../interview/stopwatch.ts';

export interface Host {
  store: RatingsStore;
  /** Milliseconds since any fixed moment. */
  now: () => number;
}

export interface BoundQuestion {
  id: string;
  /** Ids of the rubric's lines. */
  lines: string[];
  /** Shows what the store holds. */
  paint(): void;
  /** Back to the question as it was before the first attempt, without touching the store. */
  reset(): void;
}

export function bindQuestion(article: HTMLElement, { store, now }: Host): BoundQuestion {
  const find = <E extends HTMLElement>(selector: string) => article.querySelector<E>(selector)!;
  const id = article.dataset.question!;
  const lines = [...article.querySelectorAll<HTMLElement>('[data-line]')].map((line) => line.dataset.line!);
  const followUps = [...article.querySelectorAll<HTMLElement>('[data-missed]')].map((item) => ({ item, missed: item.dataset.missed! }));
  const radios = [...article.querySelectorAll<HTMLInputElement>('[data-line] input')];
  const after = find('[data-after]');
  const model = find<HTMLDetailsElement>('[data-model]');
  const says = find('[data-says]');
  const anyway = find('[data-anyway]');
  const anywayLabel = anyway.textContent;
  const timer = bindTimer(article, now);

  find('[data-answered]').addEventListener('click', () => {
    const ran = timer.stop();
    reveal(ran > 0 ? `You took ${clock(Math.round(ran / 1000))}.` : '');
  });
  anyway.addEventListener('click', () => {
    if (anyway.dataset.asked === undefined) {
      anyway.dataset.asked = '';
      anyway.textContent = 'Open it without an answer';
      says.textContent = 'Two sentences of your own are enough, and they are what stays. Press again to open it without.';
      return;
    }
    timer.stop();
    reveal('');
  });
  for (const radio of radios) {
    radio.addEventListener('change', () => store.keep(id, ratingsIn(article)));
  }
  find('[data-again]').addEventListener('click', () => {
    store.forget(id);
    reset();
    find('[data-attempt] > summary').focus();
  });

  function reveal(sentence: string): void {
    says.textContent = sentence;
    find('[data-actions]').hidden = true;
    after.dataset.open = '';
    model.open = true;
    find('[data-model] > summary').focus();
  }

  function reset(): void {
    timer.reset();
    says.textContent = '';
    delete anyway.dataset.asked;
    anyway.textContent = anywayLabel;
    find<HTMLTextAreaElement>('textarea').value = '';
    find('[data-actions]').hidden = false;
    delete after.dataset.open;
    model.open = false;
  }

  function paint(): void {
    const ratings = store.ratings()[id] ?? {};
    for (const radio of radios) radio.checked = ratings[lineOf(radio)] === radio.value;
    const drawn = drawnFollowUps(followUps, ratings);
    for (const followUp of followUps) followUp.item.hidden = !drawn.includes(followUp);
    const standing = standingOf({ [id]: ratings }, [{ id, lines }]);
    const given = RATINGS.reduce((sum, rating) => sum + standing[rating], 0);
    find('[data-drawn]').textContent =
      drawn.length > 0
        ? 'Answer these aloud, too.'
        : given === lines.length
          ? 'Nothing: no line is missing.'
          : 'That depends on what is missing. Rate the lines first.';
    find('[data-own-standing]').textContent = given > 0 ? `Your rating: ${linesInWords(standing)}` : '';
  }

  return { id, lines, paint, reset };
}

/** The ratings that are picked below `article`. */
function ratingsIn(article: HTMLElement): LineRatings {
  const picked = [...article.querySelectorAll<HTMLInputElement>('[data-line] input:checked')];
  return Object.fromEntries(picked.map((radio) => [lineOf(radio), radio.value as Rating]));
}

function lineOf(radio: HTMLInputElement): string {
  return radio.closest<HTMLElement>('[data-line]')!.dataset.line!;
}

/** The clock of a question. What it shows changes once a second, and nothing moves. */
function bindTimer(article: HTMLElement, now: () => number): { stop(): number; reset(): void } {
  const face = article.querySelector<HTMLElement>('[data-clock]')!;
  const button = article.querySelector<HTMLElement>('[data-timer]')!;
  const timeUp = article.querySelector<HTMLElement>('[data-time-up]')!;
  const minutes = Number(button.dataset.minutes);
  let watch = AT_REST;
  let ticking = 0;

  const paint = () => {
    const { text, over } = timeLeft(minutes, elapsed(watch, now()));
    face.textContent = text;
    const words = over ? 'Time is up. Finish your sentence.' : '';
    // Set again, the same words would be read out again.
    if (timeUp.textContent !== words) timeUp.textContent = words;
    button.textContent = watch.since === undefined ? 'Start the clock' : 'Stop the clock';
  };
  const stop = () => {
    clearInterval(ticking);
    watch = stopped(watch, now());
    paint();
    return watch.ran;
  };
  button.addEventListener('click', () => {
    if (watch.since !== undefined) {
      stop();
      return;
    }
    watch = started(watch, now());
    ticking = window.setInterval(paint, 250);
    paint();
  });
  return {
    stop,
    reset() {
      stop();
      watch = AT_REST;
      paint();
    },
  };
}
