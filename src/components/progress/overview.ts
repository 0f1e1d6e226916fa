/** Fills the overview of the progress page, and keeps it true. */
import {
  courseOverview,
  exerciseInWords,
  exerciseOverview,
  lessonOverview,
  quizInWords,
  type CourseOverview,
} from '../../progress/overview.ts';
import type { CourseOutline } from '../../progress/outline.ts';
import type { ProgressStore } from '../../progress/progress-store.ts';
import { isRead } from '../../progress/reading.ts';

export function showProgress(room: HTMLElement, outline: CourseOutline, progress: ProgressStore): void {
  function paint(): void {
    const records = progress.records();
    say(room, '[data-trouble]', progress.trouble());
    const totals = courseOverview(records, outline);
    for (const total of room.querySelectorAll<HTMLElement>('[data-total]')) {
      const { done, of } = totals[total.dataset.total as keyof CourseOverview];
      total.textContent = `${done} of ${of}`;
    }
    for (const lesson of outline.lessons) {
      const row = room.querySelector(`[data-lesson="${lesson.number}"]`);
      const { quiz, interview } = lessonOverview(records, lesson);
      if (row && quiz) say(row, '[data-quiz]', quizInWords(quiz));
      if (row) say(row, '[data-interview]', `${interview.done} of ${interview.of} rated`);
    }
    for (const page of room.querySelectorAll<HTMLElement>('[data-page]')) {
      page.textContent = isRead(records, page.dataset.page!) ? '✓ read' : '';
    }
    for (const exercise of outline.exercises) {
      const entry = room.querySelector(`[data-exercise="${exercise.name}"]`);
      if (!entry) continue;
      const overview = exerciseOverview(records, exercise);
      say(entry, '[data-standing]', exerciseInWords(overview));
      for (const concept of entry.querySelectorAll<HTMLElement>('[data-concept]')) {
        const passed = overview.passed.has(concept.dataset.concept!);
        concept.toggleAttribute('data-passed-concept', passed);
        say(concept, '[data-mark]', passed ? '✓' : '·');
        say(concept, '[data-passed]', passed ? ', passed' : '');
      }
    }
  }

  progress.watch(paint);
  paint();
}

function say(within: Element, selector: string, words: string): void {
  const place = within.querySelector(selector);
  if (place && place.textContent !== words) place.textContent = words;
}
