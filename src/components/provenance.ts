/**
 * Opens the note behind a number when a mouse rests on it or the keyboard reaches it. The browser does the rest by itself, also without this script:
 * `popovertarget` opens it by tap or Enter, closes it by Escape or a tap elsewhere, keeps one open at a time and tells assistive technology.
 */
const REST = 150;

export function openNotes(page: Document): void {
  for (const root of page.querySelectorAll<HTMLElement>('.provenance'))
    openNote(root, root.querySelector('button')!, root.querySelector<HTMLElement>('[popover]')!);
}

function openNote(root: HTMLElement, button: HTMLButtonElement, note: HTMLElement): void {
  let timer = 0;
  /** Open because the mouse is over it, so it closes when the mouse goes. A click keeps it open. */
  let peeking = false;

  const later = (act: () => void) => {
    clearTimeout(timer);
    timer = window.setTimeout(act, REST);
  };
  const isOpen = () => note.matches(':popover-open');
  const open = () => isOpen() || note.showPopover({ source: button });

  root.addEventListener('pointerenter', ({ pointerType }) => {
    if (pointerType !== 'mouse') return;
    later(() => {
      if (isOpen()) return;
      peeking = true;
      open();
    });
  });
  root.addEventListener('pointerleave', () => later(() => peeking && note.hidePopover()));
  // Focus that comes back from the note comes back because the note was closed.
  button.addEventListener('focus', ({ relatedTarget }) => {
    if (button.matches(':focus-visible') && !root.contains(relatedTarget as Node | null)) open();
  });
  root.addEventListener('focusout', ({ relatedTarget }) => root.contains(relatedTarget as Node | null) || note.hidePopover());
  button.addEventListener('click', (event) => {
    if (peeking) event.preventDefault();
    peeking = false;
  });
  root.querySelector('.lead')?.addEventListener('click', () => button.click());
  note.addEventListener('toggle', ({ newState }) => {
    if (newState === 'closed') peeking = false;
  });
}
