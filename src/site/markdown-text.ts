import { markdownToHtml } from 'satteri';
import { keepWhole } from './markdown.ts';

/** The HTML of Markdown that stands outside of pages: a hint, what a wrong answer teaches. Code stays plain. */
export async function htmlOfMarkdown(text: string): Promise<string> {
  const { html } = await markdownToHtml(text, { features: { gfm: true, smartPunctuation: false }, hastPlugins: [keepWhole()] });
  return html.trim();
}
