/** Which named wrong answer a submission behaves like: it breaks the same rules, and gives the same values in the place of the right ones. */
import { firstBroken, type ConceptVerdict, type ExerciseVerdict, type TestVerdict } from '../grader/verdict.ts';
import { fingerprint } from './fingerprint.ts';

/** Id of each concept that broke, in the exercise’s order, to a fingerprint of what failed in it. What lies beyond says nothing: few write it. */
export type Print = Readonly<Record<string, string>>;

/** Of more than these, none says anything. */
const MOST = 2;

export function printOf({ concepts }: ExerciseVerdict): Print {
  const broken = concepts.filter(({ status, beyond }) => status === 'failed' && !beyond);
  return Object.fromEntries(broken.map((concept) => [concept.id, fingerprintOf(concept)]));
}

/**
 * Names of the wrong answers that a submission behaves like, at most two; none where nothing fits, or too much does.
 *
 * What fits breaks first where the submission does, the same rules with the same values, and breaks nothing that the submission passes. The
 * submission may break more: whoever is at the third concept has not written the fifth. But whoever has not passed one rule may not have
 * begun: then every concept must agree. Of several, those that agree in the most concepts.
 *
 * @param prints - by name of the wrong answer
 */
export function behavesLike(verdict: ExerciseVerdict, prints: Readonly<Record<string, Print>>): string[] {
  const first = verdict.status === 'failed' ? firstBroken(verdict) : undefined;
  if (!first?.tests.some(({ status }) => status === 'failed')) return [];
  const own = printOf(verdict);
  const begun = verdict.concepts[0] !== first || first.tests.some(({ status }) => status === 'passed');
  const agreeing = (print: Print) => Object.keys(print).filter((concept) => print[concept] === own[concept]).length;
  const fits = Object.entries(prints).filter(([, print]) => {
    const broken = Object.keys(print);
    const alike = broken[0] === first.id && print[first.id] === own[first.id] && broken.every((concept) => concept in own);
    return alike && (begun || agreeing(print) === Object.keys(own).length);
  });
  const most = Math.max(...fits.map(([, print]) => agreeing(print)));
  const nearest = fits.filter(([, print]) => agreeing(print) === most).map(([name]) => name);
  return nearest.length > MOST ? [] : nearest;
}

/** What a limit kept from running says nothing: how far a run gets within it depends on the machine. */
function fingerprintOf({ tests }: ConceptVerdict): string {
  return fingerprint(JSON.stringify(tests.filter(({ status }) => status === 'failed').map(evidenceOf)));
}

/** Where something was thrown depends on who wrote the file, and how it was called says nothing that the values do not. */
function evidenceOf({ name, message, expected, actual }: TestVerdict): string[] {
  return [name, expected ?? '', actual ?? '', message.replace(/ \([\w-]+\.ts, line \d+\)/, '')];
}
