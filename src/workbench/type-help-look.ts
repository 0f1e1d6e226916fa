/** What the compiler says, in the look of the house. */
import { EditorView } from '@codemirror/view';

export const typeHelpLook = EditorView.theme({
  '.cm-tooltip': {
    border: '1px solid var(--fd-edge)',
    borderRadius: '3px',
    backgroundColor: 'var(--fd-raised)',
    color: 'var(--fd-ink)',
    maxWidth: 'min(36rem, calc(100vw - 3rem))',
  },
  '.cm-described': { display: 'grid', gap: '0.375rem', maxHeight: '40vh', overflowY: 'auto', padding: '0.5rem 0.75rem' },
  '.cm-described p': { margin: '0', fontFamily: 'var(--fd-font-sans)', overflowWrap: 'anywhere' },
  '.cm-described-signature': { font: 'var(--editor-font)', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  '.cm-described-documentation': { color: 'var(--fd-ink-soft)', whiteSpace: 'pre-line' },
  '.cm-described-go': {
    justifySelf: 'start',
    minHeight: '2.75rem',
    border: '0',
    background: 'none',
    padding: '0',
    color: 'var(--fd-brass)',
    font: '600 var(--sl-text-sm) / 1.3 var(--fd-font-sans)',
    textDecoration: 'underline 1px',
    textUnderlineOffset: '0.18em',
    cursor: 'pointer',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { maxHeight: '14em', font: 'var(--editor-font)' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '0.125rem 0.5rem' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { backgroundColor: 'var(--fd-code-word)', color: 'var(--fd-raised)' },
  '.cm-tooltip.cm-completionInfo': { padding: '0' },
  '@media (pointer: coarse)': {
    '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { minHeight: '2.75rem', alignContent: 'center' },
  },
});
