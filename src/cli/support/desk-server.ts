/** The course as this machine serves it to itself: the site, the links from its pages to the disk, and the judge of what is saved. */
import type { Server } from 'node:http';
import { join } from 'node:path';
import { createLinkServer } from '../../disk-link/link-server.ts';
import { exerciseNames } from '../../grader/exercises.ts';
import { staticServer } from '../../site/static-server.ts';
import { openJudgeSoon } from './grading.ts';
import type { House } from './house.ts';
import { judgeOfSaves } from './judging-saves.ts';
import { reportError } from './run-verb.ts';

export interface DeskServer {
  /** Not listening yet. */
  server: Server;
  close(): Promise<void>;
}

/**
 * @param dist the built site
 * @param base the path that it was built for, with a slash at each end
 */
export async function deskServer(house: House, dist: string, base: string): Promise<DeskServer> {
  const saves = judgeOfSaves(house, openJudgeSoon);
  const links = createLinkServer({
    base,
    exercises: join(house.root, 'exercises'),
    names: await exerciseNames(house.root),
    judge: saves.judge,
    now: () => house.now().getTime(),
    trouble: (error) => reportError(error, house),
  });
  const server = staticServer(dist, base, links.markupFor);
  links.attach(server);
  return {
    server,
    async close() {
      server.close();
      server.closeAllConnections();
      await links.close();
      await saves.close();
    },
  };
}
