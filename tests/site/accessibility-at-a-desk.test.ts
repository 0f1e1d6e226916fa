import { itIsAccessible } from './support/accessibility.ts';

await itIsAccessible({ width: 1280, theme: 'light' }, 1);
