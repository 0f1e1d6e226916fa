/** Looks up what every choice of an exercise means: the rules of its needs in the feature matrix and the ledger, its charges in the ledger's prices. */
import { lineOf, type Line } from '../calculators/bill.ts';
import type { PriceId, Prices } from '../calculators/prices.ts';
import { featureById, PRODUCTS, type Feature, type FeatureMatrix, type Product } from '../facts/features.ts';
import { formatQuantity } from '../facts/format.ts';
import { factById, type Ledger } from '../facts/ledger.ts';
import { evaluateSum } from '../facts/sum.ts';
import { parseMarkup, plainText } from '../quiz/markup.ts';
import { designsOf, keyOf, type Case, type Design, type Reason, type Source, type Table } from './judge.ts';
import type { ArchitectureExercise, Charge, Choices, OptionNumber, Rule, Verdict } from './schema.ts';

export interface Course {
  features: FeatureMatrix;
  ledger: Ledger;
}

type RuleBy<By extends Rule['by']> = Extract<Rule, { by: By }>;

/** A rule's reason before its sources have a place in the list. */
interface Said {
  verdict: Verdict;
  says: string;
  sources: Source[];
}

/** @throws LookUpError for a need or a charge with a sum that cannot be worked out. */
export function caseOf(exercise: ArchitectureExercise, course: Course): Case {
  const plain = (markup: string) => plainText(parseMarkup(markup), course.ledger);
  const desk = new LookUps(exercise, course, plain);
  return {
    decisions: exercise.decisions.map(({ id, question, options }) => ({
      id,
      question: plain(question),
      options: options.map((option) => ({ id: option.id, name: plain(option.name), ...(option.says && { says: plain(option.says) }) })),
    })),
    needs: exercise.needs.map(({ id, need, wish, rules }, index) => ({
      id,
      need: plain(need),
      isWish: wish,
      reasons: at(['needs', index], () =>
        desk.table(
          rules.flatMap((rule) => desk.decisionsOf(rule)),
          (design) => rules.flatMap((rule) => desk.reasonOf(rule, design)),
        ),
      ),
    })),
    charges: exercise.charges.map((charge, index) =>
      at(['charges', index], () => desk.table(desk.decisionsOfCharge(charge), (design) => desk.linesOf(charge, design))),
    ),
    assumptions: exercise.assumptions.map(plain),
    sources: desk.sources,
  };
}

/** A rule or a charge that cannot be looked up. */
export class LookUpError extends Error {
  /** Leads to it in the exercise. */
  readonly path: readonly PropertyKey[];

  constructor(path: readonly PropertyKey[], cause: unknown) {
    super((cause as Error).message, { cause });
    this.path = path;
  }
}

function at<T>(path: readonly PropertyKey[], work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw new LookUpError(path, cause);
  }
}

/** Whether `design` has made these choices; nothing asked for is fulfilled. */
export function fits(choices: Choices | undefined, design: Design): boolean {
  return Object.entries(choices ?? {}).every(([decision, options]) => options.includes(design[decision]!));
}

const WORDS = { yes: 'yes', partly: 'partly', no: 'no' } as const;
const VERDICT_OF = { yes: 'met', partly: 'condition', no: 'unmet' } as const;
const BEST_FIRST = ['yes', 'partly', 'no'] as const;

/** Of a sum that no fact has a part in. */
const SCENARIO: Source = { title: 'The figures of the scenario', href: '#figures' };

class LookUps {
  readonly sources: Source[] = [];
  readonly #exercise: ArchitectureExercise;
  readonly #course: Course;
  readonly #plain: (markup: string) => string;

  constructor(exercise: ArchitectureExercise, course: Course, plain: (markup: string) => string) {
    this.#exercise = exercise;
    this.#course = course;
    this.#plain = plain;
  }

  /** `entry` for every way to make `decisions`. */
  table<T>(decisions: readonly string[], entry: (design: Design) => T): Table<T> {
    const asked = this.#exercise.decisions.filter(({ id }) => decisions.includes(id));
    const ids = asked.map(({ id }) => id);
    return { decisions: ids, entries: Object.fromEntries(designsOf(asked).map((design) => [keyOf(ids, design), entry(design)])) };
  }

  decisionsOf(rule: Rule): string[] {
    const limits = Object.keys(rule.when ?? {});
    if (rule.by === 'matrix') return [...limits, ...[rule.of].flat()];
    if (rule.by === 'choice') return [...limits, ...rule.cases.flatMap((one) => Object.keys(one.when ?? {}))];
    const names = [rule.sum, rule.atLeast, rule.atMost].flatMap((part) => (typeof part === 'string' ? namesIn(part) : []));
    return [...limits, ...this.#decisionsWithNumbers(names)];
  }

  decisionsOfCharge({ when, amount }: Charge): string[] {
    return [...Object.keys(when ?? {}), ...this.#decisionsWithNumbers(namesIn(String(amount)))];
  }

  /** Nothing where the rule does not ask. */
  reasonOf(rule: Rule, design: Design): Reason[] {
    if (!fits(rule.when, design)) return [];
    const said =
      rule.by === 'matrix' ? this.#byMatrix(rule, design) : rule.by === 'sum' ? this.#bySum(rule, design) : this.#byChoice(rule, design);
    return said ? [{ ...said, sources: [...new Set(said.sources.map((source) => this.#placeOf(source)))] }] : [];
  }

  linesOf(charge: Charge, design: Design): Line[] {
    if (!fits(charge.when, design)) return [];
    const { value } = this.#worked(String(charge.amount), charge.with, design);
    return value === 0 ? [] : [priceLine(charge, value, this.#course.ledger, charge.counted && this.#plain(charge.counted))];
  }

  #byMatrix({ row, of, along, otherwise }: RuleBy<'matrix'>, design: Design): Said {
    const feature = featureById(this.#course.features, row);
    const asked = [...new Set([of].flat().flatMap((decision) => this.#option(decision, design)?.products ?? []))];
    const title = `“${this.#plain(feature.title)}”`;
    const order = along === 'any' ? BEST_FIRST : BEST_FIRST.toReversed();
    const has = order.find((answer) => asked.some((product) => feature[product].has === answer)) ?? 'no';
    const who = asked.filter((product) => feature[product].has === has);
    const answers = who.map((product) => this.#answer(feature, product));
    const says = answers.length > 0 ? `${title}: ${answers.join('; ')}.` : `${title}: nothing on the way has it.`;
    const verdict = VERDICT_OF[has];
    return {
      verdict,
      says: verdict === 'met' || !otherwise ? says : `${says} ${this.#plain(otherwise)}`,
      sources: [
        { title: `Feature matrix, ${this.#plain(feature.title)}`, href: `/features/#${row}` },
        ...(who.length > 0 ? who.map((product) => feature[product].source ?? feature.source) : [feature.source]).map(linkOf),
      ],
    };
  }

  #answer(feature: Feature, product: Product): string {
    const { has, note, confidence = feature.confidence } = feature[product];
    const doubt = confidence === 'high' ? '' : ` (${confidence} confidence)`;
    return `${PRODUCTS[product]} ${WORDS[has]}${note ? `, ${this.#plain(note)}` : ''}${doubt}`;
  }

  #bySum(rule: RuleBy<'sum'>, design: Design): Said {
    const { value, facts } = this.#worked(rule.sum, rule.with, design);
    const bound = this.#worked(String(rule.atLeast ?? rule.atMost), rule.with, design);
    const vouching = [...new Set([...facts, ...bound.facts])];
    const isMet = rule.atLeast === undefined ? value <= bound.value : value >= bound.value;
    const [found, asked] = [value, bound.value].map((one) => formatQuantity(readable(one), rule.unit));
    const says = `${this.#plain(rule.what)}: ${found}. ${rule.atLeast === undefined ? 'Allowed: at most' : 'Needed: at least'} ${asked}.`;
    return {
      verdict: isMet ? 'met' : 'unmet',
      says: isMet || !rule.otherwise ? says : `${says} ${this.#plain(rule.otherwise)}`,
      sources: vouching.length > 0 ? vouching.map((fact) => this.#factLink(fact)) : [SCENARIO],
    };
  }

  #byChoice({ cases, facts, source }: RuleBy<'choice'>, design: Design): Said | undefined {
    const found = cases.find(({ when }) => fits(when, design));
    if (!found) return undefined;
    const own = (found.facts ?? found.source) ? found : { facts, source };
    return {
      verdict: found.is,
      says: this.#plain(found.because),
      sources: [...(own.facts ?? []).map((fact) => this.#factLink(fact)), ...(own.source ? [linkOf(own.source)] : [])],
    };
  }

  #option(decision: string, design: Design) {
    return this.#exercise.decisions.find(({ id }) => id === decision)?.options.find(({ id }) => id === design[decision]);
  }

  #decisionsWithNumbers(names: readonly string[]): string[] {
    return this.#exercise.decisions
      .filter(({ options }) => options.some(({ numbers }) => names.some((name) => numbers?.[name] !== undefined)))
      .map(({ id }) => id);
  }

  /** The value of a sum, and the facts that it rests on. */
  #worked(
    expression: string,
    given: Readonly<Record<string, number | string>> | undefined,
    design: Design,
  ): { value: number; facts: string[] } {
    const facts: string[] = [];
    const names = namesIn(expression).flatMap((name) => {
      const value = given?.[name] ?? this.#loaded(name) ?? this.#chosen(name, design);
      if (value === undefined) return [];
      if (typeof value !== 'object') {
        if (typeof value === 'string') facts.push(value);
        return [[name, value] as const];
      }
      facts.push(...Object.values(value.with).filter((one) => typeof one === 'string'));
      return [[name, evaluateSum(value.sum, value.with, this.#course.ledger).value] as const];
    });
    return { value: evaluateSum(expression, Object.fromEntries(names), this.#course.ledger).value, facts };
  }

  #loaded(name: string): number | undefined {
    return this.#exercise.load.find((figure) => figure.name === name)?.value;
  }

  #chosen(name: string, design: Design): OptionNumber | undefined {
    for (const { id } of this.#exercise.decisions) {
      const value = this.#option(id, design)?.numbers?.[name];
      if (value !== undefined) return value;
    }
    return undefined;
  }

  #factLink(id: string): Source {
    return { title: factById(this.#course.ledger, id).statement.replaceAll('`', ''), href: `/facts/#${id}` };
  }

  #placeOf(source: Source): number {
    const known = this.sources.findIndex(({ title, href }) => title === source.title && href === source.href);
    return known >= 0 ? known : this.sources.push(source) - 1;
  }
}

/** Whole where that says enough. */
function readable(value: number): number {
  return Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3));
}

function linkOf({ title, url }: { title: string; url: string }): Source {
  return { title, href: url };
}

/** The names in an expression, functions left out. */
function namesIn(expression: string): string[] {
  return [...new Set(expression.match(/[a-z][a-zA-Z0-9]*(?![a-zA-Z0-9]*\s*\()/g) ?? [])];
}

function priceLine({ what, price }: Charge, amount: number, ledger: Ledger, counted: string | undefined): Line {
  const { value, unit, tiers } = factById(ledger, price);
  if (typeof value !== 'number') throw new Error(`fact "${price}" is no number but "${value}"`);
  // The calculators list the prices that they go by; an exercise may go by any price of the ledger.
  const id = price as PriceId;
  return lineOf({ [id]: { value, unit, ...(tiers && { tiers }) } } as Prices, id, what, amount, counted);
}
