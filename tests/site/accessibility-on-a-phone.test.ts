import { itIsAccessible } from './support/accessibility.ts';

await itIsAccessible({ width: 360, theme: 'dark' }, 0);
