/** The texts of the course, in pages and in YAML, as those checks read them that look at words and at marks. */
import type { Place, YamlSource } from '../facts/yaml-source.ts';
import type { Page } from './mdx.ts';
import { passagesOf } from './passages.ts';
import { yamlStringsOf } from './yaml-strings.ts';

export interface Sources {
  pages: readonly Page[];
  yaml: readonly YamlSource[];
}

/** A text, and where each part of it stands. Code of a page is opaque in it; code of YAML stands between backticks. */
export interface Text {
  file: string;
  /** In YAML, the key that it stands under. */
  key?: string;
  text: string;
  placeOf(part: string, index: number): Place;
}

/** Keys whose texts are code, names or addresses. */
const NO_PROSE = new Set(['code', 'language', 'url', 'id', 'topics', 'output', 'template', 'body', 'amount']);

export function textsOf({ pages, yaml }: Sources): Text[] {
  return [
    ...pages.flatMap((page) => [...proseOf(page), ...(page.frontmatter ? stringsOf(page.frontmatter) : [])]),
    ...yaml.flatMap(stringsOf),
  ];
}

function proseOf(page: Page): Text[] {
  return passagesOf(page).map(({ text, placeAt }) => ({ file: page.file.path, text, placeOf: (_, index) => placeAt(index) }));
}

/** A text without a space is an id, an address or a value. */
function stringsOf(source: YamlSource): Text[] {
  return yamlStringsOf(source)
    .filter(({ key, text }) => !NO_PROSE.has(key) && text.includes(' '))
    .map(({ key, text, placeOf }) => ({ file: source.file.path, key, text, placeOf }));
}
