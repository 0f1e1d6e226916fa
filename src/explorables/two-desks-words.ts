/** What “what does a guest get next?” says. */
import { editionOf, LAST_EDITION, MOST_DEPLOYMENTS, pressOn, servedBy, type Desks, type Press, type Served } from './two-desks.ts';

/** Texts of AWS, from the ledger. */
export interface Refusals {
  /** A deployment where there is a canary. The text begins so. */
  blocked: string;
  /** A promotion by `copy` alone where there is none. */
  nothingToPromote: string;
}

/** What each edition adds to the one before. */
export const EDITIONS: readonly string[] = [
  'nights across New Year are one short',
  'a template counts these nights right (Ines)',
  'an authorizer taken off, to try something (Tom)',
  'a typo corrected (Ines)',
];

const TOMS = 3;

function replyText({ edition, alias }: Served): string {
  return `edition ${edition}, bookings:${alias}`;
}

/** `edition 1, bookings:live`, or both, the canary’s with its share. */
export function servedText(served: readonly Served[]): string {
  const [rest, trial] = served;
  if (!rest || !trial) return rest ? replyText(rest) : '';
  return `${replyText(rest)}; in ${trial.percent} percent of the requests ${replyText(trial)}`;
}

export function guessName(served: readonly Served[], desks: Desks): string {
  const text = servedText(served);
  return text === servedText(servedBy(desks)) ? `As before: ${text}` : text.charAt(0).toUpperCase() + text.slice(1);
}

/** What a button says. */
export function pressName(press: Press): string {
  switch (press.kind) {
    case 'edit':
      return 'Edit the API';
    case 'deploy':
      return 'Deploy to prod';
    case 'canary':
      return 'Deploy as a canary';
    case 'share':
      return `Give the canary ${press.percent} percent`;
    case 'promote':
      return 'Promote';
    case 'remove':
      return 'Remove the canary settings';
    case 'point':
      return `Point prod to deployment ${press.deployment}`;
    case 'alias':
      return `Set prod’s alias to ${press.alias}`;
  }
}

/** What is done, said before it is done. */
export function pressSentence(press: Press, { edition }: Desks): string {
  switch (press.kind) {
    case 'edit':
      return `The API is edited. Edition ${edition + 1}: ${EDITIONS[edition]}.`;
    case 'deploy':
      return `You deploy edition ${edition} to prod, without canary settings.`;
    case 'canary':
      return `You deploy edition ${edition} to prod with canary settings: 10 percent, and alias=next for the canary.`;
    case 'share':
      return `You replace the canary’s percentage: ${press.percent}.`;
    case 'promote':
      return 'You promote: replace the percentage by zero, copy the canary’s deployment to the stage, copy its variables.';
    case 'remove':
      return 'You remove the canary settings.';
    case 'point':
      return `You replace prod’s deployment: ${press.deployment}.`;
    case 'alias':
      return `You replace prod’s variable: alias=${press.alias}. Nobody deploys.`;
  }
}

export const QUESTION = 'What does a guest of prod get next?';

/** @param guess as `servedText`; undefined: skipped */
export function verdictSentence(guess: string | undefined, before: Desks, after: Desks): string {
  const now = servedText(servedBy(after));
  const outcome = `${now === servedText(servedBy(before)) ? 'Guests get what they got: ' : 'Guests get '}${now}`;
  if (guess === undefined) return `${outcome}.`;
  return guess === now ? `${outcome}, as you said.` : `${outcome}. You said: ${guess}.`;
}

/** Why it is so. */
export function whySentences(press: Press, before: Desks, refusals: Refusals): string {
  const after = pressOn(before, press);
  return [because(press, before, after, refusals), tomSentence(before, after)].filter((sentence) => sentence !== '').join(' ');
}

function because(press: Press, before: Desks, after: Desks, { blocked, nothingToPromote }: Refusals): string {
  const { stage, canary } = before;
  const held = editionOf(before, stage.deployment);
  const { deployment } = after.stage;
  const unseen = servedText(servedBy(before)) === servedText(servedBy(after));
  switch (press.kind) {
    case 'edit': {
      const waiting = after.edition - Math.max(...before.deployments);
      const also = canary && canary.deployment !== deployment ? `, the canary to deployment ${canary.deployment}` : '';
      const together = waiting > 1 ? ` ${waiting} edits wait by now. The next deployment takes them all.` : '';
      return `Edition ${after.edition} is in no deployment. prod points to deployment ${deployment}${also}, and a copy never changes.${together}`;
    }
    case 'deploy':
      if (canary) {
        const idle = canary.percent === 0 ? ', although the canary gets no traffic' : '';
        return `Users report that AWS refuses: “${blocked} …”. The canary settings are still there${idle}. Remove them, then deploy.`;
      }
      return unseen
        ? `Deployment ${deployment} holds edition ${held}, as deployment ${stage.deployment} does. Nothing was edited in between.`
        : `Deployment ${deployment} is a copy of the whole API as it stands on your desk, and prod points to it. The variables stay.`;
    case 'canary': {
      const side = `Deployment ${after.canary!.deployment} is the copy. prod still points to deployment ${deployment}`;
      const variables = 'and alias=next is laid over its variables for the canary’s requests only.';
      const alike =
        held === before.edition
          ? ` Both sides hold edition ${held}${unseen ? ' and call the same: this canary tests nothing' : ', only the variable differs'}.`
          : '';
      return `${side}, ${variables} The draw is for each request, so one guest may meet both.${alike}`;
    }
    case 'share':
      return unseen && canary?.deployment === deployment
        ? `Both sides are alike, deployment ${deployment} with alias ${stage.alias}. So the percentage makes no difference.`
        : shareSentence(press.percent, after);
    case 'promote':
      if (!canary) {
        const made = `The call gets 200. Its first operation has made canary settings: no traffic, and the stage’s own deployment ${deployment}.`;
        return `${made} That one was copied over itself. The copy alone would have been refused: “${nothingToPromote}” And now prod has settings that block a deployment. Remove them, then point prod to the deployment that you want.`;
      }
      if (stage.deployment === deployment && stage.alias === after.stage.alias)
        return 'The stage had this deployment and this variable already. The settings are still there.';
      return `prod itself points to deployment ${deployment} now, and its alias is ${after.stage.alias}: variables of the canary are merged into the stage’s. The settings are still there, without traffic. Look first, then remove them.`;
    case 'remove':
      return unseen
        ? `Whatever guests get, prod held already: deployment ${deployment}, alias ${stage.alias}. Nothing blocks the next deployment any more.`
        : `Removing is the rollback. prod pointed to deployment ${deployment} with alias ${stage.alias} all the time, and nothing was copied. Deployment ${canary!.deployment} is still in the list, so it can be pointed to.`;
    case 'point': {
      const target = editionOf(after, deployment);
      const content = `methods, templates and authorizers are those of edition ${target}${target === held ? ', as before' : ''}`;
      const desk = before.edition > target ? ` Your desk still holds edition ${before.edition}; the next deployment publishes it.` : '';
      return `One call, and nothing is built: ${content}. Variables do not go with it: alias stays ${stage.alias}, and is set by hand.${desk}`;
    }
    case 'alias': {
      const over = canary?.alias ? ` The canary’s own alias=${canary.alias} is laid over it.` : '';
      return `A variable belongs to the stage, not to the deployment. AWS’s table of what needs a deployment has it take effect at once; another page of its guide says otherwise.${over}`;
    }
  }
}

function shareSentence(percent: number, { stage }: Desks): string {
  if (percent === 0) return 'The canary gets nothing for a while, and its settings stay. So users report an ordinary deployment refused.';
  const still = `prod still points to deployment ${stage.deployment}, with alias ${stage.alias}`;
  if (percent === 100) return `Everybody gets the canary. Yet ${still}. Nobody sees the difference as long as the settings are there.`;
  return `The draw is for each request, so one guest may meet both. ${still}.`;
}

/** Tom’s experiment has gone out with somebody’s deployment. */
function tomSentence(before: Desks, after: Desks): string {
  const isOut = (desks: Desks) => servedBy(desks).some(({ edition }) => edition >= TOMS);
  return !isOut(before) && isOut(after) ? 'Tom’s experiment is out with it. A deployment takes everything.' : '';
}

/** What is not offered, or not known. */
export function openSentence({ canary, edition, deployments }: Desks): string {
  const full = [
    ...(edition === LAST_EDITION ? ['Nobody has a further edit.'] : []),
    ...(deployments.length === MOST_DEPLOYMENTS ? [`${MOST_DEPLOYMENTS} deployments are the most here.`] : []),
  ];
  const open = canary
    ? 'A second canary, and pointing prod elsewhere beside one, are left out: no recording that this course knows shows them.'
    : 'This stage has no cache. With one, old replies may stay: AWS does not say that a deployment empties it.';
  return [...full, open].join(' ');
}
