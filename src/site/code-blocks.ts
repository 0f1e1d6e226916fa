/**
 * How code blocks look and behave. Most code stays in ink: words of the language get one quiet hue, literal values another,
 * comments recede. No green, red or brass: those belong to verdicts and to what can be pressed.
 *
 * One theme serves day, night and paper: its colors are the tokens of styles/tokens.css, which change with the page.
 */
import { definePlugin, defineEcConfig, ExpressiveCodeTheme } from '@astrojs/starlight/expressive-code';
import { select, selectAll, setProperty } from '@astrojs/starlight/expressive-code/hast';
import type { ShikiTransformer } from 'shiki';
import { joinTokens } from './code-tokens.ts';
import { vtl } from './vtl-grammar.ts';
import { keepFlagsWhole } from './whole-flags.ts';

const BLACK = '#000000';

const theme = new ExpressiveCodeTheme({
  name: 'front-desk',
  // Expressive Code calculates with these two; what is seen are the tokens that astro.config.mjs puts in their place.
  colors: { 'editor.background': '#ffffff', 'editor.foreground': BLACK },
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

/**
 * Long lines scroll, by keyboard too, and without scripts. Expressive Code’s own script would make each such block a
 * landmark without a name.
 */
const focusable = definePlugin({
  name: 'Focusable code blocks',
  hooks: {
    postprocessRenderedBlock: ({ renderData }) => {
      const block = select('pre', renderData.blockAst);
      if (block) setProperty(block, 'tabindex', '0');
    },
  },
});

/** Plain text has no tokens for a theme to color, so it comes in the theme’s own black, which is no ink at night. */
const inked = definePlugin({
  name: 'Plain text in ink',
  hooks: {
    postprocessRenderedBlock: ({ renderData }) => {
      for (const token of selectAll('span[style]', renderData.blockAst)) {
        const style = String(token.properties.style);
        if (style.includes(BLACK)) setProperty(token, 'style', style.replaceAll(BLACK, 'var(--fd-ink)'));
      }
    },
  },
});

/** Of all that weighs in a lesson, the spans of its tokens weigh most. */
const light = definePlugin({
  name: 'Joined tokens',
  hooks: {
    postprocessRenderedBlock: ({ renderData }) => joinTokens(renderData.blockAst, '--0:var(--fd-ink)'),
  },
});

/** Only blocks whose lines go on in the next one: the others scroll. */
const whole = definePlugin({
  name: 'Flags in one piece',
  hooks: {
    postprocessRenderedBlock: ({ renderData }) => {
      const block = select('pre.wrap', renderData.blockAst);
      if (block) keepFlagsWhole(block);
    },
  },
});

/** The highlighter gives a line half a second and leaves the rest of it plain: on a busy machine the same text would have other colors. */
const unhurried: ShikiTransformer = {
  name: 'Time for every line',
  preprocess: (_code, options) => void (options.tokenizeTimeLimit = 0),
};

/** With patterns that are JavaScript’s already. To translate those of this language takes longer than to compile and use them. */
const typescript = () => import('@shikijs/langs-precompiled/typescript');

export const codeBlocks = defineEcConfig({
  themes: [theme],
  plugins: [focusable, inked, light, whole],
  // Each button would bring the code once more; copy-buttons.ts makes buttons that read it where it stands.
  frames: { showCopyToClipboardButton: false },
  // With JavaScript’s own patterns instead of Oniguruma’s in WebAssembly every block has the same colors, and is made sooner.
  shiki: { langs: [vtl, typescript], transformers: [unhurried], engine: 'javascript' },
  useStarlightUiThemeColors: false,
  // tests/shell/contrast.test.ts checks the tokens instead.
  minSyntaxHighlightingColorContrast: 0,
  styleOverrides: {
    borderRadius: '2px',
    borderColor: 'var(--fd-line)',
    codeBackground: 'var(--fd-raised)',
    codeForeground: 'var(--fd-ink)',
    codeFontFamily: 'var(--__sl-font-mono)',
    codeFontSize: 'var(--sl-text-code)',
    codeLineHeight: '1.6',
    uiFontFamily: 'var(--__sl-font)',
    focusBorder: 'var(--fd-brass)',
    frames: {
      frameBoxShadowCssValue: 'none',
      editorActiveTabBackground: 'var(--fd-raised)',
      editorActiveTabForeground: 'var(--fd-ink-soft)',
      editorActiveTabIndicatorTopColor: 'transparent',
      editorActiveTabIndicatorBottomColor: 'transparent',
      editorActiveTabBorderColor: 'transparent',
      editorTabBarBackground: 'var(--fd-sunk)',
      editorTabBarBorderColor: 'var(--fd-line)',
      editorTabBarBorderBottomColor: 'var(--fd-line)',
      editorBackground: 'var(--fd-raised)',
      terminalBackground: 'var(--fd-raised)',
      terminalTitlebarBackground: 'var(--fd-sunk)',
      terminalTitlebarForeground: 'var(--fd-ink-soft)',
      terminalTitlebarBorderBottomColor: 'var(--fd-line)',
      terminalTitlebarDotsOpacity: '0',
      inlineButtonForeground: 'var(--fd-brass)',
      inlineButtonBackground: 'var(--fd-brass)',
      inlineButtonBorder: 'var(--fd-brass)',
      tooltipSuccessBackground: 'var(--fd-ink)',
      tooltipSuccessForeground: 'var(--fd-paper)',
    },
    textMarkers: {
      markBackground: 'color-mix(in srgb, var(--fd-ink) 9%, transparent)',
      markBorderColor: 'var(--fd-ink-faint)',
      insBackground: 'var(--fd-pass-surface)',
      insBorderColor: 'var(--fd-pass)',
      insDiffIndicatorColor: 'var(--fd-pass)',
      delBackground: 'var(--fd-fail-surface)',
      delBorderColor: 'var(--fd-fail)',
      delDiffIndicatorColor: 'var(--fd-fail)',
    },
  },
});
