/**
 * The colors of code blocks. Most code stays in ink: words of the language get one quiet hue, literal values another,
 * comments recede. No green, red or brass: those belong to verdicts and to what can be pressed.
 *
 * One theme serves day, night and paper: its colors are the tokens of styles/tokens.css, which change with the page.
 */
import { ExpressiveCodeTheme } from '@astrojs/starlight/expressive-code';

export const codeTheme = new ExpressiveCodeTheme({
  name: 'front-desk',
  // Expressive Code calculates with these two; what is seen are the tokens that astro.config.mjs puts in their place.
  colors: { 'editor.background': '#ffffff', 'editor.foreground': '#000000' },
  settings: [
    { settings: { foreground: 'var(--fd-ink)', background: '#ffffff' } },
    colored('--fd-code-comment', ['comment', 'punctuation.definition.comment']),
    colored('--fd-code-word', [
      'keyword',
      'storage',
      'variable.language',
      'entity.name.tag',
      'support.type.property-name',
      'entity.other.attribute-name',
    ]),
    colored('--fd-ink-soft', ['keyword.operator', 'punctuation', 'meta.brace', 'storage.type.function.arrow']),
    colored('--fd-code-value', ['string', 'constant', 'punctuation.definition.string', 'variable.other.enummember']),
    colored('--fd-ink', ['string.unquoted.argument.shell']),
  ],
});

function colored(token: string, scope: string[]) {
  return { scope, settings: { foreground: `var(${token})` } };
}
