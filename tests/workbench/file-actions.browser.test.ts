import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import FileActions from '../../src/components/workbench/FileActions.svelte';

async function open(own?: string) {
  const done: string[] = [];
  const screen = await render(FileActions, {
    paths: ['bell.ts', 'tokens.ts'],
    own,
    onadd: (path: string) => done.push(`add ${path}`),
    onrename: (from: string, to: string) => done.push(`rename ${from} ${to}`),
    ondelete: (path: string) => done.push(`delete ${path}`),
  });
  return { screen, done };
}

describe('files of the learner’s own', () => {
  it('are added by the keyboard alone', async () => {
    const { screen, done } = await open();
    await userEvent.tab();
    await userEvent.keyboard('{Enter}levels.ts{Enter}');
    expect(done).toEqual(['add levels.ts']);
    await expect.element(screen.getByRole('button', { name: 'Add a file' })).toHaveFocus();
  });

  it('are not added under a name that cannot be, and it is said why', async () => {
    const { screen, done } = await open();
    await screen.getByRole('button', { name: 'Add a file' }).click();
    await userEvent.keyboard('Bell.ts{Enter}');
    await expect.element(screen.getByRole('alert')).toHaveTextContent('bell.ts is there already, and on many disks that is the same name.');
    await expect.element(screen.getByLabelText('Name of the new file')).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await expect.element(screen.getByRole('button', { name: 'Add a file' })).toHaveFocus();
    expect(done).toEqual([]);
  });

  it('get another name: what stands before the ending is chosen', async () => {
    const { screen, done } = await open('tokens.ts');
    await screen.getByRole('button', { name: 'Rename' }).click();
    await userEvent.keyboard('levels{Enter}');
    expect(done).toEqual(['rename tokens.ts levels.ts']);
  });

  it('are deleted when that is asked and answered, and the answer at hand keeps them', async () => {
    const { screen, done } = await open('tokens.ts');
    await screen.getByRole('button', { name: 'Delete' }).click();
    await expect.element(screen.getByRole('button', { name: 'Keep it' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(done).toEqual([]);
    await screen.getByRole('button', { name: 'Delete' }).click();
    await screen.getByRole('button', { name: 'Delete it' }).click();
    expect(done).toEqual(['delete tokens.ts']);
  });

  it('are the only ones that can be renamed or deleted', async () => {
    const { screen } = await open();
    expect(screen.getByRole('button').all()).toHaveLength(1);
  });
});
