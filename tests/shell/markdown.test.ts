import { createMarkdownProcessor } from '@astrojs/markdown-remark';
import { describe, expect, it } from 'vitest';
import { addBasePath, letNamesBreak, letTablesScroll } from '../../src/site/markdown.ts';

async function html(markdown: string): Promise<string> {
  const processor = await createMarkdownProcessor({
    rehypePlugins: [[addBasePath, { base: '/front-desk/' }], letTablesScroll, letNamesBreak],
  });
  return (await processor.render(markdown)).code;
}

/** A tag of an MDX file, as the compiler sees it. */
function linkingTo(address: string, name: string) {
  return { type: 'mdxJsxFlowElement', name, attributes: [{ type: 'mdxJsxAttribute', name: 'href', value: address }] };
}

describe('links in a lesson', () => {
  it('get the base path if they are written from the root', async () => {
    expect(await html('[facts](/facts/#burst) ![bell](/bell.svg)')).toBe(
      '<p><a href="/front-desk/facts/#burst">facts</a> <img src="/front-desk/bell.svg" alt="bell"></p>',
    );
  });

  it('stay as they are if they lead elsewhere', async () => {
    expect(await html('[here](#burst) [there](https://example.org/)')).toBe(
      '<p><a href="#burst">here</a> <a href="https://example.org/">there</a></p>',
    );
  });

  it('get it in a tag too, but not in a component, which decides for itself', () => {
    const tree = { type: 'root', children: [linkingTo('/facts/', 'a'), linkingTo('/facts/', 'Door')] };
    addBasePath({ base: '/front-desk/' })(tree);
    expect(tree.children.map(({ attributes }) => attributes[0]?.value)).toEqual(['/front-desk/facts/', '/facts/']);
  });
});

describe('a table', () => {
  it('stands in a focusable region that is named after its headings', async () => {
    expect(await html('| Level | `rate` |\n| - | - |\n| plan | 1 |')).toContain(
      '<div class="wide-table" role="region" tabindex="0" aria-label="Table: Level, rate"><table>',
    );
  });

  it('has a name of its own on its page', async () => {
    const twice = await html('| a | b |\n| - | - |\n\nText.\n\n| a | b |\n| - | - |');
    expect(twice.match(/aria-label="[^"]*"/g)).toEqual(['aria-label="Table: a, b"', 'aria-label="Table: a, b (2)"']);
  });

  it('has no heading that says nothing', async () => {
    expect(await html('| | REST |\n| - | - |\n| cache | yes |')).toContain('<td></td>\n<th>REST</th>');
  });

  it('lets a long name of code break behind a mark, before a slash and before a capital', async () => {
    expect(await html('| a |\n| - |\n| `$context.requestId`, `DELETE /guests/{id}`, `base64Encode(text)`, `itemId` |')).toContain(
      [
        '<code>$context.<wbr>request<wbr>Id</code>',
        '<code>DELETE /guests<wbr>/{id}</code>',
        '<code>base64Encode(<wbr>text)</code>',
        '<code>itemId</code>',
      ].join(', '),
    );
    expect(await html('In text `$context.requestId` stays whole.')).toContain('<code>$context.requestId</code>');
  });

  it('is called a table if its headings are empty', async () => {
    expect(await html('| | |\n| - | - |\n| plan | 1 |')).toContain('aria-label="Table"><table>');
  });
});
