/** What is said about a verdict, in the same words in the terminal and in the page. */
import type { ConceptVerdict, ExerciseVerdict } from '../verdict.ts';
import { counted } from './layout.ts';

export const NOT_JUDGED = 'Not judged: the grader is in trouble, not your code.';
export const NOTHING_RECORDED = 'The reference solution does not come through either, so nothing is recorded. Try once more.';
export const PRINTED_WHILE_LOADED = 'Printed while the file was loaded:';
export const BEYOND = 'Beyond: stars, in any order';

/** A submission that could not be loaded has failed every test and run none. */
export function anythingRan({ concepts }: Pick<ExerciseVerdict, 'concepts'>): boolean {
  return concepts.some(({ tests }) => tests.some(({ status }) => status !== 'not-run'));
}

/** `10 points`, `5 stars`. */
export function worthOf({ points, beyond = false }: { points: number; beyond?: boolean }): string {
  return counted(points, beyond ? 'star' : 'point');
}

/**
 * What a concept has earned, or how much of it is broken.
 * @param brief leaves a word out where there is little room
 */
export function resultOf(concept: ConceptVerdict, brief = false): string {
  if (concept.status === 'passed') return worthOf(concept);
  const failed = concept.tests.filter(({ status }) => status !== 'passed').length;
  return `${failed} of ${concept.tests.length}${brief ? '' : ' rules'} broken`;
}

/** `Concept 2, Never more than the burst` */
export function conceptName(concepts: readonly { id: string }[], { id, title, beyond }: ConceptVerdict): string {
  return `${beyond ? 'Beyond, concept' : 'Concept'} ${concepts.findIndex((concept) => concept.id === id) + 1}, ${title}`;
}

/** `base64Encode`, `max-age=0`: written so, or it is another name. */
const BEGINS_WITH_CODE = /^[a-z][a-z\d]*(?:[A-Z=]|-\w+=)/;

/** The name of a test begins in small letters: it goes on from its concept. */
export function ruleSentence(name: string): string {
  return BEGINS_WITH_CODE.test(name) ? name : name.charAt(0).toUpperCase() + name.slice(1);
}

/** Says of what else is broken beside the first broken rule, that of `concept`; undefined if nothing is. */
export function othersBroken({ id, beyond }: ConceptVerdict, verdict: ExerciseVerdict): string | undefined {
  // What lies beyond is done in any order: the others there are none of this one's business.
  const which = verdict.concepts.filter((concept) => (beyond ? concept.id === id : !concept.beyond));
  const others = which.flatMap(({ tests }) => tests).filter(({ status }) => status !== 'passed').length - 1;
  if (others < 1) return undefined;
  return `${counted(others, 'more rule is', 'more rules are')} broken${beyond ? ' in this one' : '. Mend this one first'}.`;
}

export function couldNotBeGraded({ exercise }: ExerciseVerdict): string {
  return `${exercise}.ts could not be graded`;
}

/** `45 of 100 points, 3 of 8 concepts` */
export function sumOf({ earned, points, concepts, status }: ExerciseVerdict): string {
  const counts = concepts.filter(({ beyond }) => !beyond);
  const passed = counts.filter((concept) => concept.status === 'passed').length;
  const stars = sumOfPoints(concepts.filter((concept) => concept.beyond && concept.status === 'passed'));
  const most = sumOfPoints(concepts.filter(({ beyond }) => beyond));
  const beyond = most > 0 && (stars > 0 || status === 'passed') ? `, ${stars} of ${counted(most, 'star')}` : '';
  return `${earned} of ${points} points${beyond}, ${passed} of ${counted(counts.length, 'concept')}`;
}

function sumOfPoints(concepts: readonly { points: number }[]): number {
  return concepts.reduce((sum, { points }) => sum + points, 0);
}
