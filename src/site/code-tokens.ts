/** Fewer tokens in the HTML of code blocks: a reader sees colors, and half of the tokens repeat that of their neighbor. */
import type { Element } from '@astrojs/starlight/expressive-code/hast';

type Child = Element['children'][number];
type Text = Extract<Child, { type: 'text' }>;

/**
 * Joins neighbors that look the same, and takes tokens in the color of the block out of their spans. Blanks have no color of
 * their own: they join whatever stands before them.
 * @param plain - the style of a token in the color of the block
 */
export function joinTokens(element: Element, plain: string): void {
  const joined: Child[] = [];
  for (const child of element.children) {
    if (child.type === 'element') joinTokens(child, plain);
    const next = isToken(child) && child.properties.style === plain ? child.children[0] : child;
    const last = joined.at(-1);
    if (last && next.type === 'text' && last.type === 'text') last.value += next.value;
    else if (last && isToken(last) && isToken(next) && last.properties.style === next.properties.style)
      last.children[0].value += next.children[0].value;
    else joined.push(next);
  }
  element.children = joined;
}

interface Token extends Element {
  children: [Text];
}

/** A span that is nothing but colored text. */
function isToken(child: Child): child is Token {
  if (child.type !== 'element' || child.tagName !== 'span') return false;
  const names = Object.keys(child.properties);
  return names.length === 1 && names[0] === 'style' && child.children.length === 1 && child.children[0]?.type === 'text';
}
