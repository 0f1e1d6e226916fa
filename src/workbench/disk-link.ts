/** The link of a page to the disk of the machine that serves it. */
import type { Disk, FromHost, FromPage, TerminalVerdict, Writer } from '../disk-link/messages.ts';
import type { Files } from './drafts.ts';

/** What came of a write. `away`: nobody knows, since the link broke off. */
export type Written = 'away' | { revision: number } | { newer: Disk } | { refused: string };

export interface DiskLink {
  /** Asks what is there; from then on, what changes is told. */
  look(): void;
  /** @param basedOn the revision that was last seen there */
  write(files: Files, basedOn: number): Promise<Written>;
  close(): void;
}

/** What comes over the link. */
export interface DiskNews {
  /** The link is there, and nothing was asked over it yet. */
  opened(): void;
  /** The machine does not answer. The link comes back by itself. */
  away(): void;
  /** @param by who changed it; undefined where it was only looked at */
  disk(disk: Disk, by?: Writer): void;
  judging(): void;
  /** Without a verdict, the run was given up: there is something newer. */
  judged(judged?: TerminalVerdict): void;
}

export type OpenDiskLink = (news: DiskNews) => DiskLink;

/** Milliseconds until a link that broke off is tried again: longer with each attempt. */
const FIRST_WAIT = 1000;
const LONGEST_WAIT = 30_000;

/** @param address of the link, `ws:` or `wss:` */
export function openDiskLink(address: URL, news: DiskNews): DiskLink {
  const waiting = new Map<number, (result: Written) => void>();
  let socket: WebSocket;
  let wait = FIRST_WAIT;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastId = 0;
  let closed = false;

  function answer(id: number, result: Written): void {
    waiting.get(id)?.(result);
    waiting.delete(id);
  }

  function hear(message: FromHost): void {
    if (message.type === 'disk') news.disk(message.disk, message.by);
    else if (message.type === 'written') answer(message.id, { revision: message.revision });
    else if (message.type === 'newer') answer(message.id, { newer: message.disk });
    else if (message.type === 'refused') answer(message.id, { refused: message.reason });
    else if (message.type === 'judging') news.judging();
    else if (message.type === 'judged') news.judged(message.judged);
  }

  function dial(): void {
    socket = new WebSocket(address);
    socket.onopen = () => {
      wait = FIRST_WAIT;
      news.opened();
    };
    socket.onmessage = ({ data }) => hear(JSON.parse(data) as FromHost);
    socket.onclose = () => {
      for (const id of waiting.keys()) answer(id, 'away');
      if (closed) return;
      news.away();
      timer = setTimeout(dial, wait);
      wait = Math.min(wait * 2, LONGEST_WAIT);
    };
  }

  function say(message: FromPage): void {
    socket.send(JSON.stringify(message));
  }

  dial();
  return {
    look: () => say({ type: 'look' }),
    write(files, basedOn) {
      if (socket.readyState !== WebSocket.OPEN) return Promise.resolve('away');
      const id = ++lastId;
      say({ type: 'write', id, files, basedOn });
      return new Promise((resolve) => waiting.set(id, resolve));
    },
    close() {
      closed = true;
      clearTimeout(timer);
      socket.close();
    },
  };
}
