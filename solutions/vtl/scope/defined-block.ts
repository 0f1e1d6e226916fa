import type { Block } from '../syntax/tree.ts';
import type { Helper, Value } from '../values/value.ts';

/** How often a block can be at work inside itself. */
const MOST_AT_WORK = 2;

/** What `#define` gives a name to: rendered anew at each use, with the values of that moment (B-VTL-36). */
export class DefinedBlock implements Helper {
  readonly body: Block;
  private readonly render: (block: DefinedBlock) => string;
  private atWork = 0;

  constructor(body: Block, render: (block: DefinedBlock) => string) {
    this.body = body;
    this.render = render;
  }

  /** Does the work, unless the block is at work too deep inside itself: then undefined. */
  enter<Result>(work: () => Result): Result | undefined {
    if (this.atWork === MOST_AT_WORK) return undefined;
    this.atWork += 1;
    try {
      return work();
    } finally {
      this.atWork -= 1;
    }
  }

  property(): Value {
    return null;
  }

  call(): undefined {}

  toText(): string {
    return this.render(this);
  }
}
