/** Scrolls the table of contents along with the page, so that the place where the reader is can be seen in it. */
export function keepContentsInSight(contents: Element): void {
  const scroller = contents.closest('.right-sidebar');
  if (!scroller) return;
  new MutationObserver(() => {
    const current = contents.querySelector('[aria-current="true"]')?.getBoundingClientRect();
    const seen = scroller.getBoundingClientRect();
    if (!current || (current.top >= seen.top && current.bottom <= seen.bottom)) return;
    scroller.scrollTop += current.top - seen.top - (seen.height - current.height) / 2;
  }).observe(contents, { subtree: true, attributeFilter: ['aria-current'] });
}
