import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';

/** Gives a finished folder its name, unless another process was quicker: its folder is as good. */
export async function putInPlace(fresh: string, folder: string): Promise<void> {
  try {
    await rename(fresh, folder);
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}
