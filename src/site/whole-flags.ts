/** Commands that go on in the next line go on behind a blank: a browser would break them within `--watch` as well. */
import type { Element } from '@astrojs/starlight/expressive-code/hast';

type Child = Element['children'][number];

/** A word with a hyphen that fits a line of a phone. */
const HYPHENATED = /(?<!\S)(\S{0,12}-\w\S{0,12})(?!\S)/;

/** Puts words with hyphens into spans that do not break. */
export function keepFlagsWhole(element: Element): void {
  element.children = element.children.flatMap((child) => {
    if (child.type === 'element') keepFlagsWhole(child);
    return child.type === 'text' ? withWholeWords(child.value) : [child];
  });
}

function withWholeWords(text: string): Child[] {
  return text.split(HYPHENATED).flatMap((value, place): Child[] => {
    const words: Child = { type: 'text', value };
    if (place % 2 === 1) return [{ type: 'element', tagName: 'span', properties: { className: ['whole'] }, children: [words] }];
    return value === '' ? [] : [words];
  });
}
