// Expressive Code looks for its settings here.
export { codeBlocks as default } from './src/site/code-blocks.ts';
