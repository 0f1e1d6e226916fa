/**
 * The API that is edited and the stage that guests reach, for a REST API: edits wait for a deployment, a canary is a second deployment with
 * variables of its own, promoting copies, removing does not (B-CAN-01, B-CAN-03, and the facts `canary-overrides-merge`,
 * `canary-nothing-to-promote` and `canary-blocks-deployment`).
 */

/** Values of the stage variable that names the alias of the function. */
export type Alias = 'live' | 'next';

/** Editions of the API and its deployments are counted from 1. */
export interface Desks {
  /** The edition that is being edited. */
  edition: number;
  /** The edition that each deployment holds. */
  deployments: readonly number[];
  stage: { deployment: number; alias: Alias };
  canary?: Canary;
}

export interface Canary {
  deployment: number;
  percent: number;
  /** Laid over the stage’s; undefined: no override. */
  alias?: Alias;
}

export type Press =
  | { kind: 'edit' }
  | { kind: 'deploy' }
  | { kind: 'canary' }
  | { kind: 'share'; percent: number }
  | { kind: 'promote' }
  | { kind: 'remove' }
  | { kind: 'point'; deployment: number }
  | { kind: 'alias'; alias: Alias };

/** What a part of the requests gets. */
export interface Served {
  percent: number;
  edition: number;
  alias: Alias;
}

/** More edits, and more deployments, are not offered. */
export const LAST_EDITION = 4;
export const MOST_DEPLOYMENTS = 8;
export const SHARES = [0, 10, 100] as const;
export const FIRST_SHARE = 10;
export const OVERRIDE: Alias = 'next';

export function editionOf({ deployments }: Desks, deployment: number): number {
  return deployments[deployment - 1]!;
}

/** What guests get: one entry, or the stage’s part and the canary’s. */
export function servedBy(desks: Desks): Served[] {
  const { stage, canary } = desks;
  const rest = { edition: editionOf(desks, stage.deployment), alias: stage.alias };
  if (!canary) return [{ percent: 100, ...rest }];
  const trial = { edition: editionOf(desks, canary.deployment), alias: canary.alias ?? stage.alias };
  if (trial.edition === rest.edition && trial.alias === rest.alias) return [{ percent: 100, ...rest }];
  return [
    { percent: 100 - canary.percent, ...rest },
    { percent: canary.percent, ...trial },
  ].filter(({ percent }) => percent > 0);
}

/** The desks afterwards. What AWS refuses changes nothing. */
export function pressOn(desks: Desks, press: Press): Desks {
  const { edition, deployments, stage, canary } = desks;
  const copied = { deployments: [...deployments, edition] };
  const newest = deployments.length + 1;
  switch (press.kind) {
    case 'edit':
      return { ...desks, edition: edition + 1 };
    case 'deploy':
      return canary ? desks : { ...desks, ...copied, stage: { ...stage, deployment: newest } };
    case 'canary':
      return { ...desks, ...copied, canary: { deployment: newest, percent: FIRST_SHARE, alias: OVERRIDE } };
    case 'share':
      return canary ? { ...desks, canary: { ...canary, percent: press.percent } } : desks;
    case 'promote': {
      // Its first operation replaces the percentage. Where there is no canary this makes one, with the stage's own deployment.
      const promoted: Canary = { deployment: stage.deployment, ...canary, percent: 0 };
      return { ...desks, stage: { deployment: promoted.deployment, alias: promoted.alias ?? stage.alias }, canary: promoted };
    }
    case 'remove':
      return { edition, deployments, stage };
    case 'point':
      return { ...desks, stage: { ...stage, deployment: press.deployment } };
    case 'alias':
      return { ...desks, stage: { ...stage, alias: press.alias } };
  }
}

/**
 * What can be pressed, except to point to another deployment. With a canary on the stage, another canary and pointing elsewhere are not
 * offered: no recording that the course knows shows them.
 */
export function offered({ edition, deployments, stage, canary }: Desks): Press[] {
  const hasRoom = deployments.length < MOST_DEPLOYMENTS;
  return [
    ...(edition < LAST_EDITION ? [{ kind: 'edit' } as const] : []),
    ...(hasRoom ? [{ kind: 'deploy' } as const] : []),
    ...(hasRoom && !canary ? [{ kind: 'canary' } as const] : []),
    ...(canary ? SHARES.filter((percent) => percent !== canary.percent).map((percent) => ({ kind: 'share', percent }) as const) : []),
    { kind: 'promote' },
    ...(canary ? [{ kind: 'remove' } as const] : []),
    { kind: 'alias', alias: other(stage.alias) },
  ];
}

/** Deployments that the stage can be pointed to, newest first. */
export function targetsOf({ deployments, stage, canary }: Desks): number[] {
  if (canary) return [];
  return deployments
    .map((_, index) => index + 1)
    .filter((deployment) => deployment !== stage.deployment)
    .toReversed();
}

/** Answers to “what does a guest get next?” that people give, the right one among them: two to four. */
export function guessesOf(desks: Desks, press: Press): Served[][] {
  const { stage, deployments } = desks;
  const whole = (edition: number, alias: Alias): Served[] => [{ percent: 100, edition, alias }];
  const { editions, aliases } = suspects(desks, press);
  const said = new Map<string, Served[]>();
  const say = (served: Served[]) => said.set(JSON.stringify(served), served);
  say(servedBy(pressOn(desks, press)));
  say(servedBy(desks));
  for (const edition of editions) for (const alias of aliases) if (said.size < 4) say(whole(edition, alias));
  // Where nothing can change and nothing was suspected, something has to be there to choose from.
  for (const edition of deployments) if (said.size < 2) say(whole(edition, stage.alias));
  if (said.size < 2) say(whole(editionOf(desks, stage.deployment), other(stage.alias)));
  return [...said.values()].toSorted(
    ([one], [another]) => one!.edition - another!.edition || one!.alias.localeCompare(another!.alias) || one!.percent - another!.percent,
  );
}

function other(alias: Alias): Alias {
  return alias === 'live' ? 'next' : 'live';
}

/** Editions and aliases that somebody may expect everybody to get. */
function suspects(desks: Desks, press: Press): { editions: number[]; aliases: Alias[] } {
  const { edition, deployments, stage, canary } = desks;
  const now = editionOf(desks, stage.deployment);
  const tried = canary ? editionOf(desks, canary.deployment) : Math.max(...deployments);
  const aliases: Alias[] = [stage.alias, canary?.alias ?? (press.kind === 'promote' ? OVERRIDE : 'live')];
  switch (press.kind) {
    case 'edit':
      return { editions: [edition + 1], aliases };
    case 'deploy':
      return { editions: [edition, now], aliases };
    case 'canary':
      return { editions: [edition, now], aliases: [stage.alias, OVERRIDE] };
    case 'share':
    case 'promote':
    case 'remove':
      return { editions: [tried, now], aliases };
    case 'point':
      return { editions: [editionOf(desks, press.deployment)], aliases };
    case 'alias':
      return { editions: [now, edition], aliases: [stage.alias, press.alias] };
  }
}
