/**
 * Holds a design against the needs of an exercise. Everything has been looked up before, in the feature matrix and the ledger (`case.ts`):
 * what is left is to find what belongs to the choices. Light enough for a page.
 */
import { billOf, LIST_PRICES, type Bill, type Line } from '../calculators/bill.ts';
import type { Verdict } from './schema.ts';

/** An answer to an exercise: of each decision, the id of the option. */
export type Design = Readonly<Record<string, string>>;

export interface Source {
  title: string;
  /** From the root without the base path, another site's, or an anchor on the exercise's page. */
  href: string;
}

/** What one rule says of a choice. */
export interface Reason {
  verdict: Verdict;
  says: string;
  /** Places in the list of sources. */
  sources: readonly number[];
}

/** Something that depends on some of the decisions: an entry for each way to make them. */
export interface Table<T> {
  decisions: readonly string[];
  entries: Readonly<Record<string, T>>;
}

export interface CaseNeed {
  id: string;
  need: string;
  isWish: boolean;
  /** The reasons of every rule that asks. */
  reasons: Table<readonly Reason[]>;
}

export interface CaseDecision {
  id: string;
  question: string;
  options: readonly { id: string; name: string; says?: string }[];
}

/** An exercise with everything looked up: plain texts and numbers. */
export interface Case {
  decisions: readonly CaseDecision[];
  needs: readonly CaseNeed[];
  /** An entry without lines: the choice does not pay this. */
  charges: readonly Table<readonly Line[]>[];
  assumptions: readonly string[];
  sources: readonly Source[];
}

export interface NeedVerdict {
  id: string;
  need: string;
  isWish: boolean;
  /** The worst of its reasons. */
  verdict: Verdict;
  reasons: readonly Reason[];
  /** Those that it depends on. */
  decisions: readonly string[];
}

export interface Judgement {
  needs: readonly NeedVerdict[];
  /** The musts that are not met. Any of these and the design fails, whatever it costs. */
  failed: readonly NeedVerdict[];
  bill: Bill;
}

export const passes = ({ failed }: Judgement): boolean => failed.length === 0;

const WORST_FIRST: readonly Verdict[] = ['unmet', 'condition', 'met'];

/** The entry of `table` for what `design` has chosen; undefined when there is none. */
export function entryOf<T>({ decisions, entries }: Table<T>, design: Design): T | undefined {
  return entries[keyOf(decisions, design)];
}

export function keyOf(decisions: readonly string[], design: Design): string {
  return decisions.map((decision) => design[decision]).join(' ');
}

/** @throws Error that names the need for which nobody has said what the design means, or the decision that it leaves open. */
export function judge(exercise: Case, design: Design): Judgement {
  for (const { id, options } of exercise.decisions)
    if (!options.some((option) => option.id === design[id])) throw new Error(`decision "${id}": no option is called "${design[id]}"`);
  const needs = exercise.needs.map(({ id, need, isWish, reasons: table }): NeedVerdict => {
    const reasons = entryOf(table, design);
    if (!reasons || reasons.length === 0) throw new Error(`need "${id}": no rule decides on ${keyOf(table.decisions, design)}`);
    return {
      id,
      need,
      isWish,
      verdict: WORST_FIRST.find((verdict) => reasons.some((reason) => reason.verdict === verdict))!,
      reasons,
      decisions: table.decisions,
    };
  });
  return {
    needs,
    failed: needs.filter(({ isWish, verdict }) => !isWish && verdict === 'unmet'),
    bill: billOf(
      exercise.charges.flatMap((charge) => entryOf(charge, design) ?? []),
      [...exercise.assumptions, LIST_PRICES],
    ),
  };
}

/** Every way to decide. */
export function designsOf(decisions: readonly { id: string; options: readonly { id: string }[] }[]): Design[] {
  return decisions.reduce<Design[]>(
    (designs, { id, options }) => designs.flatMap((design) => options.map((option) => ({ ...design, [id]: option.id }))),
    [{}],
  );
}

export interface Alternative {
  decision: string;
  option: string;
  /** The musts that this choice fails: those that fail with it and depend on its decision. */
  failed: readonly NeedVerdict[];
  /** Whether the design passes with it. It may fail by other decisions alone. */
  passes: boolean;
  /** Dollars a month more than now. */
  more: number;
}

/** What each choice would do that `design` has not made, one change at a time. */
export function alternativesTo(exercise: Case, design: Design): Alternative[] {
  const now = judge(exercise, design).bill.total;
  return exercise.decisions.flatMap(({ id, options }) =>
    options
      .filter((option) => option.id !== design[id])
      .map((option) => {
        const judgement = judge(exercise, { ...design, [id]: option.id });
        const own = judgement.failed.filter(({ decisions }) => decisions.includes(id));
        // 24.6 less 10 is 14.6 to a reader.
        const more = Number((judgement.bill.total - now).toPrecision(12));
        return { decision: id, option: option.id, failed: own, passes: passes(judgement), more };
      }),
  );
}

/**
 * The design that passes for the least money. Among equals: the one that differs from `near` in fewer decisions, then the one that meets more
 * wishes, then the one with fewer conditions. Undefined when none passes.
 */
export function cheapest(exercise: Case, near: Design = {}): { design: Design; total: number } | undefined {
  const rank = (design: Design, { bill, needs }: Judgement) => {
    const count = (counts: (need: NeedVerdict) => boolean) => needs.filter(counts).length;
    const changes = Object.keys(near).filter((decision) => near[decision] !== design[decision]).length;
    return [bill.total, changes, count(({ verdict }) => verdict === 'unmet'), count(({ verdict }) => verdict === 'condition')];
  };
  let best: { design: Design; ranks: number[] } | undefined;
  for (const design of designsOf(exercise.decisions)) {
    const judgement = judge(exercise, design);
    if (!passes(judgement)) continue;
    const ranks = rank(design, judgement);
    const differs = best ? ranks.findIndex((value, index) => value !== best!.ranks[index]) : 0;
    if (!best || (differs >= 0 && ranks[differs]! < best.ranks[differs]!)) best = { design, ranks };
  }
  return best && { design: best.design, total: best.ranks[0]! };
}
