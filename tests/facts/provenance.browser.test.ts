import { beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { openNotes } from '../../src/components/provenance.ts';

/** A paragraph with two figures, as Provenance.astro renders them. */
const FIGURES = ['first', 'second']
  .map(
    (name) =>
      `<span class="provenance"><button type="button" popovertarget="${name}">${name} figure</button><span popover id="${name}"><a href="#${name}">source</a></span></span>`,
  )
  .join(' and ');

const buttons = () => [...document.querySelectorAll('button')] as [HTMLButtonElement, HTMLButtonElement];
const openIds = () => [...document.querySelectorAll(':popover-open')].map(({ id }) => id);

beforeEach(async () => {
  document.body.innerHTML = `<p>Before</p><p>${FIGURES}</p><p><a href="#end">after</a></p>`;
  openNotes(document);
  await userEvent.hover(document.querySelector('p')!);
});

describe('the note behind a figure', () => {
  it('opens when the mouse rests on the figure and closes when it leaves', async () => {
    await userEvent.hover(buttons()[0]);
    await expect.poll(openIds).toEqual(['first']);
    await userEvent.hover(document.querySelector('p')!);
    await expect.poll(openIds).toEqual([]);
  });

  it('stays after a click, also when the mouse leaves, until the next click', async () => {
    await userEvent.hover(buttons()[0]);
    await expect.poll(openIds).toEqual(['first']);
    buttons()[0].click();
    expect(openIds()).toEqual(['first']);
    buttons()[0].click();
    expect(openIds()).toEqual([]);
  });

  it('opens by a tap alone', () => {
    buttons()[1].click();
    expect(openIds()).toEqual(['second']);
  });

  it('opens by a tap on the words before the button, where a figure is long', () => {
    document.body.innerHTML =
      '<span class="provenance"><span class="lead" aria-hidden="true">a long </span><button type="button" popovertarget="long">figure</button><span popover id="long"></span></span>';
    openNotes(document);
    document.querySelector<HTMLElement>('.lead')!.click();
    expect(openIds()).toEqual(['long']);
  });

  it('opens by keyboard focus, lets the keyboard into it, and closes behind it', async () => {
    await userEvent.tab();
    expect(openIds()).toEqual(['first']);
    await userEvent.tab();
    expect(document.activeElement?.getAttribute('href')).toBe('#first');
    expect(openIds()).toEqual(['first']);
    await userEvent.tab();
    expect(document.activeElement).toBe(buttons()[1]);
    expect(openIds()).toEqual(['second']);
    await userEvent.tab();
    await userEvent.tab();
    expect(openIds()).toEqual([]);
  });

  it('closes by Escape and gives the focus back', async () => {
    await userEvent.tab();
    await userEvent.tab();
    await userEvent.keyboard('{Escape}');
    expect(openIds()).toEqual([]);
    expect(document.activeElement).toBe(buttons()[0]);
  });

  it('is the only one that is open', () => {
    for (const button of buttons()) button.click();
    expect(openIds()).toEqual(['second']);
  });
});
