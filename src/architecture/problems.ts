/**
 * Whether an exercise decides anything, and decides it fairly: a need that every design meets, or none, teaches nothing; a model answer has to
 * pass, and what is called wrong has to fail by the need that it names.
 */
import { designsOf, entryOf, judge, keyOf, passes, type Case, type Design } from './judge.ts';
import type { Report } from './report.ts';
import type { ArchitectureExercise } from './schema.ts';

/** More designs than this keep a page busy. */
const MOST_DESIGNS = 5_000;

export function designProblems({ model, tempting }: ArchitectureExercise, lookedUp: Case, report: Report): void {
  const open = needProblems(lookedUp, report);
  const designs = designsOf(lookedUp.decisions);
  if (designs.length > MOST_DESIGNS)
    report(['decisions'], `leave ${designs.length} designs, more than ${MOST_DESIGNS}: make two exercises of it`);
  if (open || designs.length > MOST_DESIGNS) return;

  if (!designs.some((design) => passes(judge(lookedUp, design))))
    report(['needs'], 'no design meets every must: strike a need or add an option');
  for (const design of designs) {
    const lines = judge(lookedUp, design).bill.lines.map(({ what }) => what);
    const twice = lines.find((what, index) => lines.indexOf(what) < index);
    if (twice === undefined) continue;
    report(['charges'], `a bill has two lines "${twice}", for ${keyOf(Object.keys(design), design)}: name them apart`);
    break;
  }
  model.forEach(({ design }, index) => {
    for (const { id } of judge(lookedUp, design).failed) report(['model', index, 'design'], `does not pass: it fails need "${id}"`);
  });
  tempting.forEach(({ choose, fails }, index) => {
    const design: Design = { ...model[0]!.design, ...choose };
    const judged = judge(lookedUp, design).needs.find(({ id }) => id === fails)!;
    if (judged.verdict !== 'unmet')
      report(['tempting', index, 'fails'], `this choice does not fail need "${fails}": it is ${judged.verdict}`);
  });
}

/** @returns whether a need leaves a design without a verdict, so that nothing more can be judged */
function needProblems({ needs, decisions }: Case, report: Report): boolean {
  let open = false;
  needs.forEach(({ id, reasons }, index) => {
    const path = ['needs', index];
    const asked = designsOf(decisions.filter((decision) => reasons.decisions.includes(decision.id)));
    const verdicts = asked.map((design) => {
      const own = entryOf(reasons, design) ?? [];
      if (own.length === 0) report(path, `need "${id}": no rule decides on ${keyOf(reasons.decisions, design) || 'anything'}`);
      open ||= own.length === 0;
      return own.some(({ verdict }) => verdict === 'unmet') ? 'unmet' : 'met';
    });
    if (!verdicts.includes('met')) report(path, `need "${id}": no choice meets it`);
    if (!verdicts.includes('unmet')) report(path, `need "${id}": every choice meets it, so it decides nothing`);
  });
  return open;
}
