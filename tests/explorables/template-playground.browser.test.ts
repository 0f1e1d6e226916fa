import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import TemplatePlayground from '../../src/components/explorables/TemplatePlayground.svelte';

const text = () => document.querySelector('.playground')!.textContent.replace(/\s+/g, ' ');
const press = (name: string | RegExp) => userEvent.click(page.getByRole('button', { name }));
const field = (name: RegExp) => page.getByRole('textbox', { name });
const output = () => page.getByRole('region', { name: 'Output' });
const announcements = () => [...document.querySelectorAll('[role="status"]')].map((status) => status.textContent);

/** What is rendered comes out of a Worker, a moment later. */
async function eventually(said: string): Promise<void> {
  await expect.poll(text).toContain(said);
}

it('asks for a guess, and says what became of it', async () => {
  render(TemplatePlayground);
  await press('Render it');
  await expect.poll(text).toContain('Choose one, or skip the guess.');
  await userEvent.click(page.getByRole('radio', { name: 'JSON, with the name as he typed it' }));
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => document.activeElement?.getAttribute('aria-label')).toBe('What comes out');
  await eventually('It is no JSON: line 3, column 19. After a value comes a comma or a }.');
  await expect.poll(text).toContain('You said: JSON, with the name as he typed it.');
  await expect.poll(text).toContain('A template pastes characters.');
  expect(document.querySelector('.output mark')?.textContent).toBe('A');
  await expect.poll(announcements).toContain('It is no JSON: line 3, column 19. After a value comes a comma or a }.');
});

it('renders what is typed, and asks of a changed situation only how it ends', async () => {
  render(TemplatePlayground);
  await userEvent.fill(field(/^Template/), '[$nope]');
  await userEvent.click(page.getByRole('radio', { name: 'JSON that parses' }));
  await press('Render it');
  await eventually('It is JSON. As you said.');
  await expect.poll(text).not.toContain('A template pastes characters.');
  await expect.poll(text).toContain('no variable has this name: prints nothing');
  await userEvent.fill(field(/^Template/), '["$input.body"]');
  await eventually('It is no JSON');
  await expect.poll(text).not.toContain('As you said.');
});

it('goes to the place of a reference, and of what fails', async () => {
  render(TemplatePlayground);
  await press('Skip the guess');
  await eventually('What each reference became');
  await press('line 3, column 12');
  const template = document.activeElement as HTMLTextAreaElement;
  expect(template.value.slice(template.selectionStart, template.selectionEnd)).toBe("$input.path('$.name')");
  await userEvent.fill(field(/^Template/), 'a\n#set($l = [1])$l[4]');
  await eventually('At line 2, column 17. There is no item 4 in a list of 1.');
  await expect.poll(text).toContain('A step of the template failed. The service answers 500, and names no place.');
  await press('Go to the place');
  expect([template.selectionStart, document.activeElement]).toEqual([18, template]);
});

it('opens the parameters that are used, or wrong', async () => {
  render(TemplatePlayground);
  const details = document.querySelector('details')!;
  expect(details.open).toBe(false);
  await press('Your own');
  expect(details.open).toBe(true);
  await press('Skip the guess');
  await eventually('"x-caller": "203.0.113.9"');
  await userEvent.fill(field(/^\$context/), '{"stage" "prod"}');
  await eventually('The input is not complete: $context.');
  await expect.poll(text).toContain('At line 1, column 10. A colon belongs between the name of a field and its value.');
});

it('marks blanks where they are what it is about', async () => {
  render(TemplatePlayground);
  await press('Blanks');
  await press('Skip the guess');
  await expect.element(output()).toHaveTextContent('[↵ ····"Ann",····"Ben",····"Cleo"··]');
  await userEvent.click(page.getByRole('checkbox', { name: 'Mark blanks and line breaks' }));
  await expect.element(output()).not.toHaveTextContent('·');
});

it('keeps what was typed while another situation is looked at', async () => {
  render(TemplatePlayground);
  await userEvent.fill(field(/^Body/), '{"name": "Kim"}');
  await press('Not there');
  await press('A name with quotes');
  await expect.element(field(/^Body/)).toHaveValue('{"name": "Kim"}');
  await press('Start over from this situation');
  await expect.element(field(/^Body/)).not.toHaveValue('{"name": "Kim"}');
});

describe('a hostile template', () => {
  it('that never ends is stopped, and the next one is rendered', { timeout: 60_000 }, async () => {
    render(TemplatePlayground, { patience: 1_000 });
    await userEvent.fill(field(/^Body/), `${'a'.repeat(60)}b`);
    await userEvent.fill(field(/^Template/), `$input.path('$').matches("(a+)+$")`);
    await press('Skip the guess');
    await expect.poll(text, { timeout: 20_000 }).toContain('This template ran for too long, and was stopped.');
    await userEvent.fill(field(/^Template/), '[1]');
    await expect.poll(text, { timeout: 20_000 }).toContain('It is JSON.');
  });

  it('of great length is refused, and stays', async () => {
    render(TemplatePlayground);
    await press('Skip the guess');
    const template = field(/^Template/);
    await userEvent.fill(template, '$a '.repeat(110_000));
    await eventually('Bytes in a template: at most 307,200 are allowed.');
    expect((template.element() as HTMLTextAreaElement).value).toHaveLength(330_000);
  });

  it('of markup is text', async () => {
    render(TemplatePlayground);
    await userEvent.fill(field(/^Template/), '<img src=x onerror="alert(1)">$nope{<b>}');
    await press('Skip the guess');
    await expect.element(output()).toHaveTextContent('<img src=x onerror="alert(1)">{<b>}');
    expect(document.querySelector('.playground img')).toBeNull();
  });
});
