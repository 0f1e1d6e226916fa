/** Commands that go on in the next line go on behind a blank: a browser would break them within `--watch` as well. */
import type { Element } from '@astrojs/starlight/expressive-code/hast';

/** A word with a hyphen that fits a line of a phone. */
const HYPHENATED = /(?<!\S)(\S{0,12}-\w\S{0,12})(?!\S)/;

/** Puts words with hyphens into spans that do not break. */
export function keepFlagsWhole(element: Element): void {
  element.children = element.children.flatMap((child): Element['children'] => {
    if (child.type === 'element') keepFlagsWhole(child);
    if (child.type !== 'text') return [child];
    return child.value.split(HYPHENATED).flatMap((text, place) => {
      const isWord = place % 2 === 1;
      const words = { type: 'text' as const, value: text };
      if (!isWord) return text === '' ? [] : [words];
      return [{ type: 'element' as const, tagName: 'span', properties: { className: ['whole'] }, children: [words] }];
    });
  });
}
