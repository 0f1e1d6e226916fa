import { beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { endPage } from '../../src/components/progress/page-end.ts';
import { markReadPages } from '../../src/components/progress/read-marks.ts';
import { showWhereYouWere } from '../../src/components/progress/where-you-were.ts';
import { lastPlace, readPages } from '../../src/progress/reading.ts';
import type { ProgressStore } from '../../src/progress/progress-store.ts';
import { forbidden, progressIn, storageWith, type MemoryStorage } from './support/storage.ts';

let storage: MemoryStorage;
let progress: ProgressStore;
beforeEach(() => {
  storage = storageWith();
  progress = progressIn(storage);
});

function openPage(path: string, kept = progress): void {
  document.body.innerHTML = `<div data-place="${path}"><label><input type="checkbox" data-read> I have read this page</label><p role="status" data-trouble></p></div>`;
  endPage(document.querySelector<HTMLElement>('[data-place]')!, kept);
}
const box = page.getByRole('checkbox', { name: 'I have read this page' });

describe('the end of a page', () => {
  it('notes where the reader is', () => {
    openPage('lessons/08-throttling');
    expect(lastPlace(progress.records())).toBe('lessons/08-throttling');
  });

  it('has a box that is kept, and can be taken back', async () => {
    openPage('lessons/08-throttling');
    await expect.element(box).not.toBeChecked();
    await box.click();
    openPage('lessons/08-throttling', progressIn(storage));
    await expect.element(box).toBeChecked();
    await box.click();
    expect(readPages(progress.records())).toEqual([]);
  });

  it('says so where nothing is kept', async () => {
    openPage('lessons/08-throttling', progressIn(forbidden));
    await box.click();
    await expect.element(box).toBeChecked();
    await expect.poll(() => document.querySelector('[role=status]')!.textContent).toMatch(/^This browser keeps nothing for this site/);
  });

  it('of a page that is no lesson has no box, and notes the place all the same', () => {
    document.body.innerHTML = '<div data-place="exercises/vtl"></div>';
    endPage(document.querySelector<HTMLElement>('[data-place]')!, progress);
    expect(lastPlace(progress.records())).toBe('exercises/vtl');
  });
});

it('links to pages that were read are marked, at once', () => {
  document.body.innerHTML = '<a href="/lessons/07-authorization/">7</a><a href="/lessons/08-throttling/">8</a>';
  const marked = () => [...document.querySelectorAll('a[data-read]')].map(({ textContent }) => textContent);
  markReadPages(document.querySelectorAll('a'), progress);
  expect(marked()).toEqual([]);
  openPageBeside('lessons/08-throttling').click();
  expect(marked()).toEqual(['8']);
});

function openPageBeside(path: string): HTMLInputElement {
  document.body.insertAdjacentHTML('beforeend', `<div data-place="${path}"><input type="checkbox" data-read><p data-trouble></p></div>`);
  endPage(document.querySelector<HTMLElement>('[data-place]')!, progress);
  return document.querySelector('input')!;
}

it('the home page leads to where the reader was, and to what is next', () => {
  const stops = [
    { kind: 'page', path: 'lessons/07-a', title: 'Guards', lesson: 7, page: 1, pages: 2 },
    { kind: 'page', path: 'lessons/07-b', title: 'Tokens', lesson: 7, page: 2, pages: 2 },
  ];
  document.body.innerHTML = `<div id="box"><p data-go-on></p><p data-then></p>
    <script type="application/json" data-course>${JSON.stringify({ root: '/front-desk/', stops, renamed: [] })}</script></div>`;
  const box = document.querySelector<HTMLElement>('#box')!;
  const at = (selector: string) => box.querySelector(selector)!;
  showWhereYouWere(box, progress);
  expect(at('[data-go-on]').textContent).toBe('');
  openPageBeside('lessons/07-a');
  expect(at('[data-go-on]').textContent).toBe('Go on with lesson 07, page 1 of 2: Guards.');
  expect(at('[data-go-on] a').getAttribute('href')).toBe('/front-desk/lessons/07-a/');
  expect(at('[data-then]').textContent).toBe('Then lesson 07, page 2 of 2: Tokens.');
});
