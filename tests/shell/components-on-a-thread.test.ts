import { beforeEach, describe, expect, it, vi } from 'vitest';
import { componentsOnAThread } from '../../src/site/components-on-a-thread.ts';

const compileSvelte = vi.fn<(request: object, code: string) => Promise<unknown>>();
let api: { options: object; compileSvelte: typeof compileSvelte };

/** As Vite does once it has read its settings. */
beforeEach(() => {
  compileSvelte.mockReset().mockResolvedValue('by the plugin of Svelte');
  api = { options: { compilerOptions: { css: 'external', dev: false } }, compileSvelte };
  const { handler } = componentsOnAThread().configResolved as { handler: (config: object) => void };
  handler({ root: '/house', plugins: [{ name: 'vite-plugin-svelte:config', api }] });
});

const request = (ssr: boolean) => ({
  filename: '/house/Bell.svelte',
  normalizedFilename: 'Bell.svelte',
  cssId: 'Bell.svelte?css',
  ssr,
  raw: false,
});
const bell =
  '<script lang="ts">let rings = $state(0);</script><button onclick={() => rings++}>{rings}</button><style>button { color: red }</style>';

describe('a component', () => {
  it.each([
    { ssr: true, from: 'svelte/internal/server' },
    { ssr: false, from: 'svelte/internal/client' },
  ])('is compiled on the thread, with its styles beside it (server: $ssr)', async ({ ssr, from }) => {
    const { compiled, cssId } = (await api.compileSvelte(request(ssr), bell)) as {
      compiled: { js: { code: string }; css: { code: string } };
      cssId: string;
    };
    expect(compiled.js.code).toContain(from);
    expect(compiled.js.code).toContain(`import "${cssId}";`);
    expect(compiled.css.code).toContain('color: red');
    expect(compileSvelte).not.toHaveBeenCalled();
  });

  it.each([
    { what: 'does not compile', code: '<button' },
    { what: 'has a warning', code: '<img src="bell.svg">' },
  ])('that $what is left to the plugin of Svelte, which says why', async ({ code }) => {
    expect(await api.compileSvelte(request(false), code)).toBe('by the plugin of Svelte');
    expect(compileSvelte).toHaveBeenCalledWith(request(false), code);
  });
});
