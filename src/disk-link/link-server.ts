/** Links to the disk for the pages of a site, on the server that serves them. */
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { join } from 'node:path';
import { WebSocketServer, type RawData, type WebSocket } from 'ws';
import { FILE_LIMIT, FILES_LIMIT } from '../grader/submission-limits.ts';
import type { ExerciseVerdict } from '../grader/verdict.ts';
import { AS_BUILT } from '../offline/messages.ts';
import { openExerciseLink, type ExerciseLink, type LinkedPage } from './exercise-link.ts';
import { LINK_PATH, META_NAME, readFromPage, type FromHost } from './messages.ts';
import { isAtHome, isOwnPage, type Asking } from './who-asks.ts';

export interface LinkServerTools {
  /** The path that the site was built for, with a slash at each end. */
  base: string;
  /** Folder with one folder per exercise. */
  exercises: string;
  /** Names of those that there are. */
  names: readonly string[];
  judge(exercise: string, signal: AbortSignal): Promise<ExerciseVerdict>;
  /** Milliseconds since 1970. */
  now(): number;
  trouble(error: unknown): void;
}

export interface LinkServer {
  /** Takes the upgrades of a server. */
  attach(server: Server): void;
  /** What is to stand in the head of a page that a request asks for: whoever may have no link sees nothing of it, nor does who wants the page as it was built. */
  markupFor(asking: Asking): string;
  close(): Promise<void>;
}

/** Bytes. As much as the largest submission, whose line ends take two characters each in JSON. */
const LARGEST_MESSAGE = FILES_LIMIT * FILE_LIMIT * 2;

export function createLinkServer({ base, exercises, names, ...tools }: LinkServerTools): LinkServer {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: LARGEST_MESSAGE, perMessageDeflate: false });
  const links = new Map<string, ExerciseLink>();
  const start = base + LINK_PATH;

  function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const exercise = names.find((name) => pathname === start + name);
    if (!isOwnPage(request)) refuse(socket, '403 Forbidden');
    else if (exercise === undefined) refuse(socket, '404 Not Found');
    else sockets.handleUpgrade(request, socket, head, (page) => welcome(exercise, page));
  }

  function welcome(exercise: string, socket: WebSocket): void {
    const link =
      links.get(exercise) ??
      openExerciseLink({
        ...tools,
        exercise,
        folder: join(exercises, exercise),
        shown: `exercises/${exercise}`,
        judge: (signal) => tools.judge(exercise, signal),
      });
    links.set(exercise, link);
    const page: LinkedPage = { send: (message: FromHost) => socket.send(JSON.stringify(message)) };
    link.join(page);
    socket.on('message', (data: RawData, isBinary) => {
      const message = isBinary ? undefined : readFromPage((data as Buffer).toString('utf8'));
      if (message) link.hear(page, message);
      else socket.close(1008, 'This is no message of a page.');
    });
    // Too large, or broken off: the page comes again if it is still there.
    socket.on('error', () => socket.terminate());
    socket.on('close', () => {
      if (!link.leave(page) || links.get(exercise) !== link) return;
      links.delete(exercise);
      link.close().catch(tools.trouble);
    });
  }

  return {
    attach: (server) => void server.on('upgrade', upgrade),
    markupFor: (asking) => (isAtHome(asking) && !asking.headers[AS_BUILT] ? `<meta name="${META_NAME}" content="${start}">` : ''),
    async close() {
      sockets.clients.forEach((socket) => socket.terminate());
      sockets.close();
      await Promise.all([...links.values()].map((link) => link.close()));
      links.clear();
    },
  };
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
