/** Keeps what stands in the page and what lies on the disk the same: the disk is one more writer, and whoever comes too late goes to the history. */
import type { Disk } from '../disk-link/messages.ts';
import type { Bench } from './bench.svelte.ts';
import type { DiskLink, OpenDiskLink } from './disk-link.ts';
import { fingerprintOf, sameFiles, type Files, type Given } from './drafts.ts';

/** What page and disk last had in common, kept beyond this page. */
export interface Agreed {
  read(): string | undefined;
  keep(mark: string): void;
}

export interface InStepTools {
  bench: Pick<Bench, 'kept' | 'foundKept' | 'takeFromDisk' | 'keepAside' | 'follow' | 'judgedInTerminal'>;
  given: Given;
  open: OpenDiskLink;
  agreed: Agreed;
  /**
   * Of all tabs with this exercise, one is to lead.
   * @param told called when this tab begins to, and when it no longer does. Returns what ends it.
   */
  lead(told: (leads: boolean) => void): () => void;
}

export type Step =
  /** `elsewhere`: another tab keeps them in step, and hands what comes of it to this one. */
  | { is: 'opening' | 'in-step' | 'away' | 'elsewhere' }
  /** Both have changed since they were last the same, and the learner is asked. */
  | { is: 'asking'; here: Files; there: Files }
  /** The module that is called is not on the disk. */
  | { is: 'gone' }
  | { is: 'trouble'; sentence: string };

export type Side = 'here' | 'there';

export class InStep {
  readonly #tools: InStepTools;
  readonly #link: DiskLink;
  readonly #stops: (() => void)[];
  #leads = false;
  #open = false;
  /** As the disk was last heard of; undefined while nobody answers. */
  #disk: Disk | undefined;
  /** Fingerprint of the files that both last had. */
  #agreed: string | undefined;
  /** Whether both have been the same since the link was opened. Before, nobody has seen what the other did. */
  #met = false;
  /**
   * On which side the text was written that lies there now, and on which the one that both last had; undefined where nobody knows. What
   * was written on one side goes to the history before it is replaced from the other; what a side replaces of its own does not, each time.
   */
  #thereBy: Side | undefined;
  #hereBy: Side | undefined;
  /** What stood here when the file on the disk was found gone. */
  #hereWhenGone: string | undefined;
  #turn: Promise<unknown> = Promise.resolve();

  step: Step = $state.raw({ is: 'opening' });
  /** Whether the terminal is judging what was saved. */
  judging = $state(false);

  constructor(tools: InStepTools) {
    this.#tools = tools;
    this.#link = tools.open({
      opened: () => {
        this.#open = true;
        this.#look();
      },
      away: () => {
        this.#open = false;
        this.#disk = undefined;
        this.judging = false;
        this.step = { is: 'away' };
      },
      disk: (disk, by) => {
        this.#disk = disk;
        this.#thereBy = by && (by === 'page' ? 'here' : 'there');
        this.#settleSoon();
      },
      judging: () => (this.judging = true),
      judged: (judged) => {
        this.judging = false;
        if (judged) void tools.bench.judgedInTerminal(judged);
      },
    });
    this.#stops = [
      tools.bench.follow(() => this.#settleSoon()),
      tools.lead((leads) => {
        this.#leads = leads;
        if (this.#open) this.#look();
      }),
    ];
  }

  /** The learner’s answer. What is on the other side goes to the history. */
  goOnWith = (side: Side): void => this.#settleSoon(side);

  close(): void {
    for (const stop of this.#stops) stop();
    this.#leads = false;
    this.#link.close();
  }

  /** From here on as if they had never met: other tabs may have led, and other servers been there. */
  #look(): void {
    this.#disk = undefined;
    this.#met = false;
    // Before the disk is asked: what other tabs agree on with it later is in its answer, then.
    // A browser that has lost what it kept must not take the stub for what the learner wrote since.
    this.#agreed = this.#tools.bench.foundKept || this.#agreed !== undefined ? this.#tools.agreed.read() : undefined;
    this.#hereBy = undefined;
    this.step = { is: this.#leads ? 'opening' : 'elsewhere' };
    // A tab that does not lead hears of verdicts.
    this.#link.look();
  }

  #settleSoon(wanted?: Side): void {
    this.#turn = this.#turn.then(() => this.#settle(wanted)).catch((error: unknown) => this.#complain(String(error)));
  }

  /** Makes both the same, unless that takes somebody else. */
  async #settle(wanted?: Side): Promise<void> {
    const disk = this.#disk;
    if (!disk || !this.#leads) return;
    if ('trouble' in disk) return this.#complain(disk.trouble);
    const here = await this.#tools.bench.kept();
    // What was heard meanwhile has a turn of its own.
    if (this.#disk !== disk || !this.#leads) return;
    const there = disk.files;
    if (sameFiles(here, there)) return this.#agree(here);

    const mark = fingerprintOf(here);
    if (!Object.hasOwn(there, `${this.#tools.given.exercise}.ts`)) {
      this.#hereWhenGone ??= mark;
      if (mark === this.#hereWhenGone) this.step = { is: 'gone' };
      else if (Object.keys(there).some((path) => !Object.hasOwn(here, path))) await this.#join(here, there);
      else await this.#write(here, disk);
      return;
    }
    this.#hereWhenGone = undefined;
    const side = wanted ?? this.#whoseToKeep(here, there);
    if (side === 'here') return this.#write(here, disk);
    if (side === 'there') return this.#take(here, there);
    this.step = { is: 'asking', here, there };
  }

  /** Undefined: that is for the learner to say. */
  #whoseToKeep(here: Files, there: Files): Side | undefined {
    if (fingerprintOf(there) === this.#agreed) return 'here';
    if (fingerprintOf(here) === this.#agreed) return 'there';
    if (this.#isStub(here)) return 'there';
    if (this.#isStub(there)) return 'here';
    // Both at once, while they were in step: the disk was first, and what stood here can be taken back.
    return this.#met ? 'there' : undefined;
  }

  async #write(here: Files, disk: Disk & { files: Files }): Promise<void> {
    const { bench } = this.#tools;
    const there = disk.files;
    if (this.#thereBy !== 'here' && Object.keys(there).length > 0 && !this.#isStub(there)) await bench.keepAside(there);
    const written = await this.#link.write(here, disk.revision);
    if (written === 'away') return;
    if ('refused' in written) {
      if (this.#disk === disk) this.#complain(written.refused);
      return;
    }
    const isWritten = 'revision' in written;
    const answer: Disk = isWritten ? { files: here, revision: written.revision } : written.newer;
    // What was heard meanwhile has a turn of its own, unless it answers a look from before the write: then it is the older one.
    if (!this.#leads || !this.#disk || (this.#disk !== disk && this.#disk.revision >= answer.revision)) return;
    this.#disk = answer;
    this.#thereBy = isWritten ? 'here' : undefined;
    if (isWritten) this.#agree(here);
    else await this.#settle();
  }

  /** Files may lie there that nobody has seen here: the one that is gone may have another name now. */
  async #join(here: Files, there: Files): Promise<void> {
    await this.#tools.bench.takeFromDisk({ ...there, ...here }, false);
    await this.#settle();
  }

  async #take(here: Files, there: Files): Promise<void> {
    const isLost = fingerprintOf(here) !== this.#agreed || this.#hereBy !== 'there' || Object.keys(here).some((path) => !there[path]);
    await this.#tools.bench.takeFromDisk(there, isLost && !this.#isStub(here));
    await this.#settle();
    this.#hereBy = 'there';
  }

  #agree(files: Files): void {
    const mark = fingerprintOf(files);
    if (mark !== this.#agreed) {
      this.#tools.agreed.keep(mark);
      this.#hereBy = this.#thereBy;
    }
    this.#agreed = mark;
    this.#met = true;
    this.#hereWhenGone = undefined;
    this.step = { is: 'in-step' };
  }

  #complain(sentence: string): void {
    this.step = { is: 'trouble', sentence };
  }

  #isStub(files: Files): boolean {
    return sameFiles(files, this.#tools.given.stub);
  }
}
