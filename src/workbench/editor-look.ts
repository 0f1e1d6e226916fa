/** The editor in the look of the house: as code blocks are (site/code-blocks.ts), in the tokens of styles/tokens.css. */
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const highlighting = HighlightStyle.define([
  { tag: [tags.keyword, tags.modifier, tags.self], color: 'var(--fd-code-word)' },
  { tag: [tags.string, tags.number, tags.regexp, tags.bool, tags.null, tags.escape], color: 'var(--fd-code-value)' },
  { tag: tags.comment, color: 'var(--fd-code-comment)' },
  { tag: [tags.operator, tags.punctuation], color: 'var(--fd-ink-soft)' },
  { tag: tags.operatorKeyword, color: 'var(--fd-code-word)' },
]);

/** Text on it has the contrast of `--fd-code-word` on a raised surface, turned round. */
const selected = { backgroundColor: 'var(--fd-code-word)', color: 'var(--fd-raised)' };

/** Font, line height and room at the edges are those of the plain field (Editor.svelte), which it takes the place of. */
const theme = EditorView.theme({
  '&': { height: '100%', borderRadius: '2px', backgroundColor: 'var(--fd-raised)', color: 'var(--fd-ink)' },
  '&.cm-focused': { outline: '2px solid var(--fd-brass)', outlineOffset: '2px' },
  '.cm-scroller': { font: 'inherit', overflow: 'auto' },
  '.cm-content': { padding: 'var(--editor-above) 0', caretColor: 'var(--fd-ink)' },
  '.cm-line': { padding: '0 var(--editor-beside)' },
  '.cm-content ::selection, .cm-line::selection': selected,
  '&.cm-focused .cm-activeLine': { backgroundColor: 'var(--fd-sunk)' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'transparent' },
  '&.cm-focused .cm-activeLineGutter': { color: 'var(--fd-ink)' },

  '.cm-gutters': { border: '0', backgroundColor: 'var(--fd-raised)', color: 'var(--fd-ink-faint)' },
  '.cm-gutters.cm-gutters-before': { borderRightWidth: '0' },
  '.cm-lineNumbers .cm-gutterElement': { minWidth: 'var(--editor-numbers)', padding: '0' },
  '.cm-signs': { width: 'var(--editor-signs)' },
  '.cm-signs .cm-gutterElement': { color: 'var(--fd-fail)', fontWeight: '700', textAlign: 'center', cursor: 'help' },
  '.cm-marked': {
    textDecoration: 'underline wavy var(--fd-fail)',
    textDecorationSkipInk: 'none',
    textUnderlineOffset: '0.2em',
  },
  '.cm-signs .cm-sign-warned': { color: 'var(--fd-ink)' },
  '.cm-warned': {
    textDecoration: 'underline wavy var(--fd-ink-soft)',
    textDecorationSkipInk: 'none',
    textUnderlineOffset: '0.2em',
  },

  '&.cm-focused .cm-matchingBracket': { backgroundColor: 'transparent', outline: '1px solid var(--fd-edge)' },
  '&.cm-focused .cm-nonmatchingBracket': { backgroundColor: 'transparent', outline: '1px dashed var(--fd-fail)' },
  '.cm-specialChar': { color: 'var(--fd-code-value)' },

  '.cm-panels': { backgroundColor: 'var(--fd-sunk)', color: 'var(--fd-ink)' },
  '.cm-panels.cm-panels-top': { borderBottom: '1px solid var(--fd-line)' },
  '.cm-panel.cm-search': {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '0.375rem 0.5rem',
    padding: '0.5rem 2.75rem 0.5rem 0.5rem',
    fontFamily: 'var(--fd-font-sans)',
    // One cursor is enough here, so there is nothing to select all matches for.
    '& br, & [name=select]': { display: 'none' },
    '& input, & button, & label': { margin: '0' },
    '& label': { display: 'flex', alignItems: 'center', gap: '0.375rem', minHeight: '2rem', fontSize: 'var(--sl-text-sm)' },
    '& input[type=checkbox]': { width: '1.125rem', height: '1.125rem', margin: '0', accentColor: 'var(--fd-brass)' },
    '& [name=close]': {
      top: '0.25rem',
      right: '0.25rem',
      width: '2.25rem',
      height: '2.25rem',
      color: 'var(--fd-brass)',
      fontSize: '1.25rem',
      cursor: 'pointer',
    },
  },
  '.cm-panel .cm-textfield': {
    flex: '1 1 9rem',
    minWidth: '0',
    minHeight: '2.25rem',
    border: '1px solid var(--fd-edge)',
    borderRadius: '3px',
    backgroundColor: 'var(--fd-paper)',
    padding: '0.25rem 0.5rem',
    color: 'var(--fd-ink)',
    font: '400 1rem / 1.3 var(--fd-font-mono)',
  },
  '.cm-panel .cm-textfield::placeholder': { color: 'var(--fd-ink-faint)', opacity: '1' },
  '.cm-panel .cm-button': {
    minHeight: '2.25rem',
    border: '1.5px solid var(--fd-brass)',
    borderRadius: '3px',
    background: 'none',
    padding: '0.25rem 0.625rem',
    color: 'var(--fd-brass)',
    font: '600 var(--sl-text-sm) / 1.3 var(--fd-font-sans)',
    cursor: 'pointer',
  },
  '.cm-searchMatch': { backgroundColor: 'transparent', outline: '1px solid var(--fd-edge)' },
  '.cm-searchMatch-selected, .cm-searchMatch-selected span': selected,
});

/** CodeMirror’s own words, as labels are written here. */
const words = EditorState.phrases.of({
  next: 'Next',
  previous: 'Previous',
  'match case': 'Match case',
  regexp: 'Regular expression',
  'by word': 'Whole words',
  replace: 'Replace',
  'replace all': 'Replace all',
  close: 'Close the search',
  'current match': 'Match',
});

export const look: Extension = [theme, syntaxHighlighting(highlighting), words];
