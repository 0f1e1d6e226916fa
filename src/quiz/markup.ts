/**
 * Inline markup of quiz texts: `code`, *emphasis*, {fact …}, {given …}, {sum …}. `example.yaml` shows each.
 * Numbers come from the ledger when the page is built, so that one edit there changes the quiz too.
 */
import { formatFact, formatQuantity, formatValue } from '../facts/format.ts';
import { factById, type Ledger } from '../facts/ledger.ts';
import { unknown } from '../facts/nearest.ts';
import { UNITS, type Unit } from '../facts/schema.ts';
import { evaluateSum, type SumNames } from '../facts/sum.ts';

export type Inline =
  | { type: 'text'; text: string }
  | { type: 'code'; text: string }
  | { type: 'emphasis'; children: Inline[] }
  /** `bare`: only the number, without its unit. */
  | { type: 'fact'; id: string; bare: boolean }
  /** What the question itself supposes, in its own words: `15,000 requests`, `29-second`. */
  | { type: 'given'; text: string }
  | { type: 'sum'; expression: string; names: SumNames; unit: Unit };

/** A piece of markup that stands for a number. */
export type Figure = Extract<Inline, { type: 'fact' | 'given' | 'sum' }>;

const PIECE = /`([^`]+)`|\{([^{}]*)\}|\*(?=\S)([^*]*[^*\s])\*/g;

/**
 * Reads `source`.
 * @throws Error that quotes the piece it cannot read and shows how to write it.
 */
export function parseMarkup(source: string): Inline[] {
  const pieces: Inline[] = [];
  const addText = (text: string) => {
    const stray = /[`{}]/.exec(text);
    if (stray) throw new Error(`a \`${stray[0]}\` without its partner near "${text.slice(stray.index).trim().slice(0, 24)}"`);
    if (text !== '') pieces.push({ type: 'text', text });
  };
  let end = 0;
  for (const match of source.matchAll(PIECE)) {
    addText(source.slice(end, match.index));
    end = match.index + match[0].length;
    const [, code, braced, emphasized] = match;
    if (code !== undefined) pieces.push({ type: 'code', text: code });
    else if (braced !== undefined) pieces.push(parseFigure(braced));
    else pieces.push({ type: 'emphasis', children: parseMarkup(emphasized!) });
  }
  addText(source.slice(end));
  return pieces;
}

/**
 * The number behind `figure` and its unit.
 * @throws Error that says what is wrong with the fact or the sum.
 */
export function valueOf(figure: Figure, ledger: Ledger): { value: number; unit: Unit } {
  switch (figure.type) {
    case 'given':
      return givenValue(figure.text);
    case 'sum':
      return { value: evaluateSum(figure.expression, figure.names, ledger).value, unit: figure.unit };
    case 'fact': {
      const fact = factById(ledger, figure.id);
      if (typeof fact.value !== 'number') throw new Error(`fact "${figure.id}" is no number but "${fact.value}"`);
      return { value: fact.value, unit: fact.unit };
    }
  }
}

/** `piece` as plain text: for a label, an attribute, an `<option>`. */
export function plainText(piece: Inline | Inline[], ledger: Ledger): string {
  if (Array.isArray(piece)) return piece.map((part) => plainText(part, ledger)).join('');
  switch (piece.type) {
    case 'text':
    case 'code':
    case 'given':
      return piece.text;
    case 'emphasis':
      return plainText(piece.children, ledger);
    case 'fact': {
      const fact = factById(ledger, piece.id);
      return piece.bare ? formatValue(fact) : formatFact(fact);
    }
    case 'sum': {
      const { value, unit } = valueOf(piece, ledger);
      return formatQuantity(value, unit);
    }
  }
}

/** `15,000 requests` as 15,000 and its unit; a unit stands as in the ledger's schema (`s`) or as the site writes it (`seconds`). */
function givenValue(text: string): { value: number; unit: Unit } {
  const [, digits] = /^\$?(-?\d[\d,]*(?:\.\d+)?)(?![\d.])/.exec(text) ?? [];
  const value = Number(digits?.replaceAll(',', ''));
  const unit = text === digits ? 'count' : UNITS.find((known) => formatQuantity(value, known) === text || `${digits} ${known}` === text);
  if (digits === undefined || !unit)
    throw new Error(`{given ${text}} is no number with a known unit: write {given 15,000 requests} or {given 0.5 s}`);
  return { value, unit };
}

function parseFigure(source: string): Figure {
  const [, word, rest] = /^\s*(\S*)\s*(.*?)\s*$/s.exec(source)!;
  switch (word) {
    case 'fact': {
      const [, id, bare] = /^([a-z0-9-]+)(\s+value)?$/.exec(rest!) ?? [];
      if (!id) throw new Error(`cannot read {${source}}: write {fact some-id} or {fact some-id value}`);
      return { type: 'fact', id, bare: bare !== undefined };
    }
    case 'given':
      if (!rest) throw new Error('cannot read {given}: write what the question supposes, {given 15,000 requests}');
      return { type: 'given', text: rest };
    case 'sum': {
      const [expression, names = '', unit] = rest!.split('|').map((part) => part.trim());
      if (!expression) throw new Error(`cannot read {${source}}: write {sum expression | name=fact-or-number … | unit}`);
      return { type: 'sum', expression, names: sumNames(names), unit: unitNamed(unit) };
    }
    default:
      throw new Error(`${unknown('markup', word!, ['fact', 'given', 'sum'])}; braces that mean themselves stand in \`code\``);
  }
}

function sumNames(source: string): SumNames {
  const entries = source
    .split(/\s+/)
    .filter(Boolean)
    .map((entry) => {
      const [name, value] = entry.split('=');
      if (!name || !value) throw new Error(`cannot read "${entry}" in a sum: write name=fact-id or name=number`);
      return [name, Number.isNaN(Number(value)) ? value : Number(value)] as const;
    });
  return Object.fromEntries(entries);
}

function unitNamed(name: string | undefined): Unit {
  if (!name) return 'count';
  const unit = UNITS.find((known) => known === name);
  if (!unit) throw new Error(unknown('unit', name, UNITS));
  return unit;
}
