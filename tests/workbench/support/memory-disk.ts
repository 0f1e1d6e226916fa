/** A disk in memory with the rules of the real one, and links to it that deliver when they are told to. */
import type { Disk, TerminalVerdict, Writer } from '../../../src/disk-link/messages.ts';
import type { DiskNews, OpenDiskLink, Written } from '../../../src/workbench/disk-link.ts';
import { sameFiles, type Files } from '../../../src/workbench/drafts.ts';

export interface MemoryDisk {
  readonly files: Files;
  /** Somebody saves in an editor of their own. */
  save(files: Files): void;
  /** The folder cannot be read, or can again. */
  spoil(trouble: string | undefined): void;
  /** From now on nothing is written, for this reason. */
  refuse(reason: string | undefined): void;
  judge(judged: TerminalVerdict): void;
  /** A wire of one page. Its link is open once `plug` has been called. */
  wire(): Wire;
}

export interface Wire {
  open: OpenDiskLink;
  plug(): void;
  cut(): void;
  /** Hands over the next message that is under way, in either direction. */
  deliver(): boolean;
}

export function memoryDisk(first: Files): MemoryDisk {
  let files = first;
  let revision = 0;
  let trouble: string | undefined;
  let refused: string | undefined;
  const wires = new Set<{ tell: (message: (news: DiskNews) => void) => void }>();
  const disk = (): Disk => (trouble === undefined ? { files, revision } : { trouble, revision });

  function tell(by: Writer, but?: unknown): void {
    revision += 1;
    const now = disk();
    for (const wire of wires) if (wire !== but) wire.tell((news) => news.disk(now, by));
  }

  function wire(): Wire {
    let news: DiskNews | undefined;
    let plugged = false;
    let underWay: (() => void)[] = [];
    let waiting: ((result: Written) => void)[] = [];
    const own = { tell: (message: (news: DiskNews) => void) => void underWay.push(() => message(news!)) };

    function write(wanted: Files, basedOn: number): Written {
      if (refused !== undefined) return { refused };
      if (trouble !== undefined) return { refused: trouble };
      if (sameFiles(files, wanted)) return { revision };
      if (revision !== basedOn) return { newer: disk() };
      files = wanted;
      tell('page', own);
      return { revision };
    }

    return {
      open(hearing) {
        news = hearing;
        return {
          look: () =>
            void underWay.push(() => {
              wires.add(own);
              const now = disk();
              own.tell(({ disk }) => disk(now));
            }),
          write(wanted, basedOn) {
            if (!plugged) return Promise.resolve('away');
            return new Promise((resolve) => {
              waiting.push(resolve);
              underWay.push(() => {
                const result = write(wanted, basedOn);
                underWay.push(() => {
                  waiting = waiting.filter((other) => other !== resolve);
                  resolve(result);
                });
              });
            });
          },
          close() {
            wires.delete(own);
            underWay = [];
          },
        };
      },
      plug() {
        if (plugged) return;
        plugged = true;
        own.tell(({ opened }) => opened());
      },
      cut() {
        if (!plugged) return;
        plugged = false;
        wires.delete(own);
        underWay = [];
        waiting.forEach((resolve) => resolve('away'));
        waiting = [];
        news?.away();
      },
      deliver() {
        underWay.shift()?.();
        return underWay.length > 0;
      },
    };
  }

  return {
    get files() {
      return files;
    },
    save(saved) {
      files = saved;
      tell('save');
    },
    spoil(sentence) {
      trouble = sentence;
      tell('save');
    },
    refuse: (reason) => void (refused = reason),
    judge: (judged) => wires.forEach((wire) => wire.tell((news) => news.judged(judged))),
    wire,
  };
}
