/** YAML with its places: reads a file and knows on which line everything stands. */
import { CORE_SCHEMA, load, YAMLException } from 'js-yaml';
import { isNode, LineCounter, parseDocument, type Document } from 'yaml';
import type { ContentFile, Finding } from './finding.ts';

export interface Place {
  line: number;
  column: number;
}

export interface YamlSource {
  file: ContentFile;
  /** What the file says: lists, objects, texts, numbers. Only of use when there are no findings. */
  value: unknown;
  /** The same with places and comments. */
  readonly document: Document;
  /** What the YAML parser refuses. */
  findings: Finding[];
  placeAt(offset: number): Place;
  /** Where the value at `keys` starts; for a value that is missing, where its parent starts. */
  placeOf(keys: PropertyKey[]): Place;
}

/**
 * Places are asked for where something is wrong, which is hardly ever, and to know them takes six times as long as to read
 * what is said: so they are read when somebody asks.
 * @param line - the line of the file on which `file.text` starts: more than 1 for frontmatter
 */
export function readYaml(file: ContentFile, line = 1): YamlSource {
  const lines = new LineCounter();
  let document: Document | undefined;
  const withPlaces = () => (document ??= parseDocument(file.text, { lineCounter: lines, prettyErrors: false }));
  const placeAt = (offset: number): Place => {
    withPlaces();
    const place = lines.linePos(offset);
    return { line: place.line + line - 1, column: place.col };
  };
  const source: YamlSource = {
    file,
    value: undefined,
    get document() {
      return withPlaces();
    },
    findings: [],
    placeAt,
    placeOf(keys) {
      for (let depth = keys.length; depth >= 0; depth--) {
        const node = withPlaces().getIn(keys.slice(0, depth), true);
        if (isNode(node) && node.range) return placeAt(node.range[0]);
      }
      return { line, column: 1 };
    },
  };
  try {
    source.value = load(file.text, { schema: CORE_SCHEMA }) ?? null;
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const refused = withPlaces().errors.map(({ pos, message }) => ({ ...placeAt(pos[0]), message }));
    const here = { line: error.mark.line + line, column: error.mark.column + 1, message: error.reason };
    source.findings = (refused.length > 0 ? refused : [here]).map((problem) => ({ file: file.path, ...problem }));
  }
  return source;
}
