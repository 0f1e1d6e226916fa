/** Runs whose code is loaded when the first is near: a page that is only read needs none of it. */
import type { Runs } from './runs.ts';

export function runsWhenWanted(load: () => Promise<Runs>): Runs {
  let loading: Promise<Runs> | undefined;
  const loaded = () =>
    (loading ??= load().catch((error: unknown) => {
      // A network that was away may be back at the next attempt.
      loading = undefined;
      throw error;
    }));

  return {
    run: async (files, watching) => (await loaded()).run(files, watching),
    prepare: () =>
      void loaded().then(
        (runs) => runs.prepare(),
        () => {},
      ),
    close: () =>
      void loading?.then(
        (runs) => runs.close(),
        () => {},
      ),
  };
}
