/** Spelling of the prose, in American English. The course’s own words, such as names of products, stand in `content/words.txt`. */
import dictionary from 'dictionary-en';
import nspell from 'nspell';
import type { ContentFile, Finding } from '../facts/finding.ts';
import { OPAQUE } from '../facts/measures.ts';
import { textsOf, type Sources, type Text } from './texts.ts';

const NO_WORDS = /`[^`]*`|\{[^{}]*\}|https?:\/\/\S+|\S*[@/\\_#=<>~$]\S*|\S*\w\.\w\S*/g;
const WORD = /[\p{L}\p{M}\d]+(?:['’][\p{L}\p{M}]+)*/gu;
/** `GetItem`, `WAF`, `X`, `5XX`: names, codes and shortened words. */
const NAME = /\d|\p{L}.*\p{Lu}|^\p{L}$/u;

/** Finds the words that neither the dictionary nor the course knows. */
export type SpellCheck = (sources: Sources) => Finding[];

/** @param own - one word a line; a line that begins with # is a comment */
export function spellCheckWith(own: ContentFile): SpellCheck {
  const speller = nspell({ aff: Buffer.from(dictionary.aff), dic: Buffer.from(dictionary.dic) });
  for (const word of own.text.split('\n')) if (word && !word.startsWith('#')) speller.add(word.trim());
  const known = new Map<string, boolean>();

  const isRight = (word: string): boolean => {
    const plain = word.replace('’', "'");
    const right = known.get(plain) ?? (speller.correct(plain) || speller.correct(plain.replace(/'s?$/, '')));
    known.set(plain, right);
    return right;
  };

  return (sources) => textsOf(sources).flatMap((text) => misspelledIn(text, isRight));
}

function misspelledIn({ file, text, placeOf }: Text, isRight: (word: string) => boolean): Finding[] {
  const prose = text.replace(NO_WORDS, (piece) => OPAQUE.repeat(piece.length));
  return [...prose.matchAll(WORD)].flatMap(({ 0: word, index }) =>
    NAME.test(word) || isRight(word)
      ? []
      : [
          {
            file,
            ...placeOf(word, index),
            message: `"${word}" is in no dictionary`,
            mend: 'mend it, put code between backticks, or add a word that the course needs to content/words.txt',
          },
        ],
  );
}
