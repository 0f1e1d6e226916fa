/** YAML with its places: reads a file and knows on which line everything stands. */
import { isNode, LineCounter, parseDocument, type Document } from 'yaml';
import type { ContentFile, Finding } from './finding.ts';

export interface Place {
  line: number;
  column: number;
}

export interface YamlSource {
  file: ContentFile;
  document: Document;
  /** What the YAML parser refuses. The document is only of use when there is nothing. */
  findings: Finding[];
  placeAt(offset: number): Place;
  /** Where the value at `keys` starts; for a value that is missing, where its parent starts. */
  placeOf(keys: PropertyKey[]): Place;
}

/** @param line - the line of the file on which `file.text` starts: more than 1 for frontmatter */
export function readYaml(file: ContentFile, line = 1): YamlSource {
  const lines = new LineCounter();
  const document = parseDocument(file.text, { lineCounter: lines, prettyErrors: false });
  const placeAt = (offset: number): Place => {
    const place = lines.linePos(offset);
    return { line: place.line + line - 1, column: place.col };
  };
  return {
    file,
    document,
    findings: document.errors.map((error) => ({ file: file.path, ...placeAt(error.pos[0]), message: error.message })),
    placeAt,
    placeOf(keys) {
      for (let depth = keys.length; depth >= 0; depth--) {
        const node = document.getIn(keys.slice(0, depth), true);
        if (isNode(node) && node.range) return placeAt(node.range[0]);
      }
      return { line, column: 1 };
    },
  };
}
