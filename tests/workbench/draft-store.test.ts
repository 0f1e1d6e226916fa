import { beforeEach, describe } from 'vitest';
import { memoryShelves, type Shelves } from '../../src/workbench/shelves.ts';
import { itKeepsTheRules } from './support/store-rules.ts';

describe('in memory', () => {
  let shelves: Shelves;
  beforeEach(() => {
    shelves = memoryShelves();
  });
  itKeepsTheRules(async () => shelves);
});
