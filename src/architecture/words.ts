/** What an architecture exercise says about a design. */
import { dollars } from '../calculators/words.ts';
import { passes, type Alternative, type Case, type Design, type Judgement, type NeedVerdict } from './judge.ts';
import type { Verdict } from './schema.ts';

/** Never color alone: a mark and a word for each verdict. */
export const MARKS: Record<Verdict, string> = { met: '✓', condition: '◐', unmet: '✗' };
export const VERDICTS: Record<Verdict, string> = { met: 'met', condition: 'met, with a condition', unmet: 'not met' };

/** `A`, `A and B`, `A, B and C`. */
export function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

export function verdictSentence(judgement: Judgement): string {
  const { needs, failed } = judgement;
  const musts = needs.filter(({ isWish }) => !isWish);
  if (!passes(judgement)) {
    const all = failed.length === musts.length ? 'every must' : `${failed.length} of ${musts.length} musts`;
    return `It does not pass: it fails ${all}. No price makes up for that.`;
  }
  const conditions = musts.filter(({ verdict }) => verdict === 'condition').length;
  const without = needs.filter(({ isWish, verdict }) => isWish && verdict === 'unmet').length;
  return [
    'It passes.',
    conditions > 0 && `${conditions === 1 ? 'One must is' : `${conditions} musts are`} met with a condition: say it with the design.`,
    without > 0 && `${without === 1 ? 'One wish stays' : `${without} wishes stay`} open.`,
  ]
    .filter(Boolean)
    .join(' ');
}

export function priceSentence(exercise: Case, design: Design, judgement: Judgement, least: { design: Design; total: number }): string {
  const more = judgement.bill.total - least.total;
  const cost = `It costs ${dollars(judgement.bill.total)} a month.`;
  if (!passes(judgement)) {
    const price = more < 0 ? `costs ${dollars(-more)} more` : more > 0 ? `costs ${dollars(more)} less` : 'costs the same';
    return `${cost} The cheapest design that passes ${price}: ${designInWords(exercise, least.design, design)}.`;
  }
  if (more < 0.005) return `${cost} Nothing that passes costs less.`;
  return `${cost} The cheapest design that passes costs ${dollars(more)} less: ${designInWords(exercise, least.design, design)}.`;
}

/** The names of what is chosen. @param apart where only what differs from another design matters */
export function designInWords({ decisions }: Case, design: Design, apart?: Design): string {
  const differing = decisions.filter(({ id }) => design[id] !== apart?.[id]);
  return listed(differing.map(({ id, options }) => `“${options.find((option) => option.id === design[id])?.name ?? ''}”`));
}

export function alternativeSentence({ failed, passes: stands, more }: Alternative): string {
  const price = Math.abs(more) < 0.005 ? 'at the same price' : `${dollars(Math.abs(more))} ${more > 0 ? 'more' : 'less'}`;
  if (failed.length > 0) return `${price}, and fails ${listed(failed.map(withoutStop))}`;
  return `${price}, and ${stands ? 'passes' : 'fails nothing itself; other choices still do'}`;
}

function withoutStop({ need }: NeedVerdict): string {
  return `“${need.replace(/\.$/, '')}”`;
}

/** What another choice has done, for a reader who cannot see the marks change. */
export function changeSentence(before: Judgement, after: Judgement): string {
  const changed = after.needs.filter(({ verdict }, index) => verdict !== before.needs[index]!.verdict);
  const needs = changed.map((need) => `${withoutStop(need)} is now ${VERDICTS[need.verdict]}`);
  const result = passes(after)
    ? 'The design passes'
    : `The design fails ${after.failed.length === 1 ? 'one must' : `${after.failed.length} musts`}`;
  return `${needs.length > 0 ? `${listed(needs)}. ` : 'No need changes. '}${result}, at ${dollars(after.bill.total)} a month.`;
}
