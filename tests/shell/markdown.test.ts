import { markdownToHtml, mdxToJs } from 'satteri';
import { describe, expect, it } from 'vitest';
import { addBasePath, keepWhole, letNamesBreak, letTablesScroll } from '../../src/site/markdown.ts';

const hastPlugins = [addBasePath({ base: '/front-desk/' }), letTablesScroll(), letNamesBreak(), keepWhole()];

async function html(markdown: string): Promise<string> {
  const result = await markdownToHtml(markdown, { hastPlugins });
  return result.html.trim();
}

/** The script that a file of tags and components becomes. */
async function script(mdx: string): Promise<string> {
  return (await mdxToJs(mdx, { hastPlugins })).code;
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

  it('get it in a tag too, but not in a component, which decides for itself', async () => {
    const addresses = async (mdx: string) => (await script(mdx)).match(/(?<=href: ")[^"]*/g);
    expect(await addresses('<a href="/facts/">Facts</a>\n\n<Door href="/facts/" />')).toEqual(['/front-desk/facts/', '/facts/']);
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
    expect(await html('In text `$context.requestId` has no mark.')).not.toContain('<wbr>');
  });

  it('keeps a wildcard type in one piece, and breaks a list of types behind a comma', async () => {
    expect(await html('| a |\n| - |\n| `image/png,*/*`, `text/plain;charset=UTF-8`, `/prod/*/GET/rooms` |')).toContain(
      [
        '<code>image<wbr>/png,<wbr>*/*</code>',
        '<code>text<wbr>/plain;<wbr>charset=<wbr>UTF-8</code>',
        '<code>/prod<wbr>/*<wbr>/GET<wbr>/rooms</code>',
      ].join(', '),
    );
    expect(await html('| a |\n| - |\n| `image/avif,*/*;q=1` |')).toContain('<code>image<wbr>/avif,<wbr>*/*;q=1</code>');
  });

  it('marks code that fills a line by itself, so that it goes on in the next', async () => {
    const body = '{"message":"User is not authorized to access this"}';
    expect(await html(`| a |\n| - |\n| \`${body}\` |`)).toContain('<code class="long">');
    expect(await html('| a |\n| - |\n| `x-amzn-errortype` |')).not.toContain('class="long"');
  });

  it('is called a table if its headings are empty', async () => {
    expect(await html('| | |\n| - | - |\n| plan | 1 |')).toContain('aria-label="Table"><table>');
  });
});

describe('running text', () => {
  it('keeps short code on one line, where it could break', async () => {
    expect(await html('`-Methods` and `GET /rooms`')).toBe(
      '<p><code class="whole">-Methods</code> and <code class="whole">GET /rooms</code></p>',
    );
    expect(await html('`Authorization`, `arn:aws:execute-api:region:account`')).not.toContain('whole');
  });

  it('leaves code in a table and in a block as it is', async () => {
    expect(await html('| a |\n| - |\n| `x-api-key` |')).toContain('<code>x-api-key</code>');
    expect(await html('```\nx-api-key\n```')).not.toContain('whole');
  });

  it('lets a name break that hardly fits a line of a phone', async () => {
    expect(await html('`MissingAuthenticationTokenException`')).toContain(
      '<code>Missing<wbr>Authentication<wbr>Token<wbr>Exception</code>',
    );
  });

  it('never parts a lesson from its number', async () => {
    expect(await html('[Lesson 07](/lessons/), then lesson 08, and a lesson 2 pages long')).toBe(
      '<p><a href="/front-desk/lessons/">Lesson\u00a007</a>, then lesson\u00a008, and a lesson 2 pages long</p>',
    );
    expect(await html('| a |\n| - |\n| lesson 07 |')).toContain('<td>lesson\u00a007</td>');
  });

  it('never breaks a word behind its first letter, nor the name of a Region', async () => {
    expect(await html('An e-mail from us-east-1, in real-time')).toBe(
      '<p>An <span class="whole">e-mail</span> from <span class="whole">us-east-1</span>, in real-time</p>',
    );
    expect(await html('`x-ray`')).not.toContain('<span');
    expect(await script('<svg><text>e-mail</text></svg>')).toContain('children: "e-mail"');
  });
});
