/**
 * Finds numbers with a unit in a sentence: what the lint over prose looks for.
 *
 * Found: figures with a unit of time, size, money, rate or percent (`29 s`, `a 29-second wait`, `10MB`, `$3.50`, `90 %`, `10/s`), figures that count
 * what the gateway limits (`5,000 requests`, `20 methods`), number words with a unit of measure (`five seconds`) or, for counts, above ten or after
 * `at most` and the like (`twenty keys`, `up to ten plans`), figures large enough for a separator or suffix (`10,000`, `100k`), and figures beside the
 * name of a setting (`burst of 5`, `rate 10`).
 *
 * Left alone, because they are names or turns of phrase, not quantities: status codes (`429`, `a 429 message`), ordinals (`1st`, `the second call`),
 * versions (`HTTP/2`, `TLS 1.2`, `Node 24`), dates and times of day (`2026-11-20`, `June 4, 2024`, `00:00`), years, references (`lesson 8`, `rule 3`),
 * counts of the text's own things (`three levels`), small counts in words (`two requests arrive`), and `a second` without a number.
 */

/** Stands in a text for what is vouched for or is no prose: a component, code, an expression. No unit’s word touches it. */
export const OPAQUE = '\uFFFC';

/** A quantity in a text: where it starts, and the words. */
export interface Measure {
  index: number;
  text: string;
}

/** The words as they stand inside a sentence and at its start. */
const either = (words: string) => words.replace(/(?<=^|\|)[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);

const SMALL = either('one|two|three|four|five|six|seven|eight|nine|ten');
const TEENS = either('eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen');
const TENS = either('twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety');
const SCALE = 'hundred|thousand|million|billion|dozen';

const FIGURE = String.raw`\d+(?:,\d{3})*(?:\.\d+)?(?:\s?(?:k|K|M|bn|million|billion|thousand|hundred)\b)?`;
const BIG_WORD = String.raw`(?:(?:[Aa]n?|[Hh]alf a|${SMALL}|${TEENS}|${TENS})[\s-](?:${SCALE})|(?:${TENS})(?:-(?:${SMALL}))?|${TEENS}|(?<!${OPAQUE}\s)(?:${SCALE})s?)`;
const SMALL_WORD = String.raw`(?:[Zz]ero|[Hh]alf an?|${SMALL})`;

const TIME = String.raw`milliseconds?|msecs?|ms|microseconds?|µs|seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?`;
const SIZE = String.raw`bytes?|(?:kilo|mega|giga|tera|kibi|mebi|gibi)bytes?|[KMGT]i?B|kB|bits?`;
const MONEY = String.raw`dollars?|cents?|USD|EUR|euros?`;
const SHARE = String.raw`percent(?:age points?)?|per cent`;
const RATE = String.raw`rps|RPS|TPS|tps|req\/s|reqs\/s`;
const COUNTED = String.raw`(?:requests?|reqs?|calls?|tokens?|keys?|plans?|stages?|methods?|routes?|resources?|authorizers?|APIs?|Regions?|accounts?|connections?|messages?|characters?|chars?|entries|iterations?|invocations?)`;
/** Words that may stand between the number and what it counts. */
const KIND = String.raw`(?:(?:API|HTTP|REST|WebSocket|usage|concurrent|simultaneous|parallel|open|new|more|extra|further|other|different|accepted|refused|rejected|throttled|incoming|queued|total|free|full|whole|method|stage|evenly spread)\s){0,2}`;
const PER = String.raw`(?:\s?\/\s?|\s(?:per|a|an|each|every)\s)(?:s|sec|second|min|minute|h|hour|day|week|month|year|million|client|key|method|Region|account)\b`;

const UPPER_LIMIT = either('at most|up to|as many as|no more than|not more than|a maximum of|maximum of|limit of|limited to|capped at');
const LIMIT = `(?:${UPPER_LIMIT}|${either('at least|more than|fewer than|less than|exactly')})`;
const SETTING = `(?:${either('rates?|bursts?|limits?|quotas?|capacity|timeouts?|offset|cap|ceiling|throttle')}|TTL)`;

const GAP = String.raw`(?:\s|-)?`;
const MEASURE_UNIT = String.raw`(?:${TIME}|${SIZE}|${MONEY}|${SHARE}|${RATE})`;

const alternatives = [
  // $3.50, US$3.50, $0.90 per million
  String.raw`(?:US)?[$€£]\s?${FIGURE}(?:${PER})?`,
  // 90 %, 90% – a percent sign has no word boundary after it
  String.raw`(?<![\w.,/-])${FIGURE}\s?%`,
  // 29 seconds, a 29-second wait, 29s, 10MB, 10/s, 10,000 requests per second
  String.raw`(?<![\w.,/-])${FIGURE}${GAP}(?:(?:${MEASURE_UNIT}|s|h|${KIND}${COUNTED})\b(?!\()(?:${PER})?|(?<=[\d,kKM])${PER}|(?<=\d)\sper\s\w+)`,
  // five seconds, thirty-second, one request per second, half a megabyte
  String.raw`(?<![\w-])(?:${BIG_WORD}|${SMALL_WORD})[\s-](?:${MEASURE_UNIT}\b(?:${PER})?|${KIND}${COUNTED}${PER})`,
  // twenty keys, two thousand requests
  String.raw`(?<![\w-])${BIG_WORD}[\s-]${KIND}${COUNTED}\b(?:${PER})?`,
  // up to ten plans, limit of five keys
  String.raw`(?<=\b${LIMIT}\s)(?:${SMALL_WORD})[\s-]${KIND}${COUNTED}\b`,
  // a burst of 5, rate: 10, quota = 100, at most 20
  String.raw`(?<=\b(?:${UPPER_LIMIT}|${SETTING}(?:\s(?:of|is|was|to|at|=)|:)?)\s)${FIGURE}\b(?!\.\d)`,
  // 10,000 or 100k or two thousand on their own
  String.raw`(?<![\w.,/$-])(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?\s?(?:k|K|million|billion|thousand))\b`,
];

/** Names that end in a number; the number is no quantity even when a unit's word follows. */
const NAMED =
  /(?:\b(?:lessons?|sections?|steps?|questions?|chapters?|tables?|figures?|parts?|exercises?|concepts?|versions?|rules?|levels?|lines?|items?|ports?|Node(?:\.js)?|HTTP|TLS|RFC|OAuth|ES|SHA)[\s/-]?|\bv)$/i;
/** What stands before a status code that is used as a name: `every 429 message`, `HTTP 503 calls`. */
const STATUS_BEFORE = /\b(?:an?|the|each|every|any|no|its|this|that|HTTP|status|code|of|with|and|or)\s$/i;
const STATUS = /^[1-5]\d\d[\s-](?:requests?|reqs?|calls?|messages?)$/;
/** `June 4`, `4 June`, a year: the parts of a date. */
const MONTH = String.raw`(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sep(?:tember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)`;
const DATE_BEFORE = new RegExp(String.raw`\b${MONTH}\.?\s(?:\d{1,2},\s)?$`);
const TIME_OF_DAY = /\d:$/;

const MEASURE = new RegExp(alternatives.map((alternative) => `(?:${alternative})`).join('|'), 'g');

/** Every quantity in `text`, from left to right; of two that overlap the one that starts first. */
export function findMeasures(text: string): Measure[] {
  const found: Measure[] = [];
  for (const match of text.matchAll(MEASURE)) {
    const before = text.slice(0, match.index);
    if (NAMED.test(before) || DATE_BEFORE.test(before) || TIME_OF_DAY.test(before)) continue;
    if (STATUS.test(match[0]) && STATUS_BEFORE.test(before)) continue;
    if (/^\d{4}s$/.test(match[0])) continue;
    found.push({ index: match.index, text: match[0] });
  }
  return found;
}

const SCALES: Record<string, number> = { k: 1e3, thousand: 1e3, hundred: 1e2, m: 1e6, million: 1e6, bn: 1e9, billion: 1e9 };

/** The number that a measure writes in figures: 333000000 for `333 million calls`. Undefined for number words. */
export function figureOf(measure: string): number | undefined {
  const [, figure, scale] = /(\d+(?:,\d{3})*(?:\.\d+)?)\s?(k|M|bn|hundred|thousand|million|billion)?\b/i.exec(measure) ?? [];
  return figure === undefined ? undefined : Number(figure.replaceAll(',', '')) * (SCALES[scale?.toLowerCase() ?? ''] ?? 1);
}

/** True when `text` is a number and nothing else: a bare cell under a heading that names the unit. */
export function isBareNumber(text: string): boolean {
  return new RegExp(String.raw`^[~≈<>≤≥]?\s?${FIGURE}$`).test(text.trim());
}

/** True when `text` names a unit: a table heading such as `Rate (requests per second)`. One alone, `Second`, is what the rows are counted by. */
export function namesUnit(text: string): boolean {
  if (/^(?:second|minute|hour|day|week|month|year|request|call|key)$/i.test(text.trim())) return false;
  return new RegExp(String.raw`(?<![\w-])(?:${MEASURE_UNIT}|${COUNTED}|s|h)(?![\w-])|%|[$€£]`, 'i').test(text);
}
