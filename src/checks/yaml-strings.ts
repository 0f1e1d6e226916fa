/** Every text in a YAML file, with its key and its place: what the checks read of quizzes and of frontmatter. */
import { isScalar, visit, type Pair } from 'yaml';
import type { Place, YamlSource } from '../facts/yaml-source.ts';

export interface YamlString {
  /** The key that it stands under; for an entry of a list, the list's key. */
  key: string;
  text: string;
  /** Where `part`, which `text` contains, stands in the file. */
  placeOf(part: string): Place;
}

export function yamlStringsOf({ file, document, placeAt }: YamlSource): YamlString[] {
  const strings: YamlString[] = [];
  visit(document, {
    Scalar(position, node, path) {
      if (position === 'key' || typeof node.value !== 'string' || !node.range) return;
      const text = node.value;
      const [start, end] = node.range;
      const pair = path.findLast((ancestor): ancestor is Pair => typeof ancestor === 'object' && 'key' in ancestor);
      strings.push({
        key: isScalar(pair?.key) ? String(pair.key.value) : '',
        text,
        // A part that a folded scalar breaks over two lines is placed where its text starts.
        placeOf: (part) => placeAt(start + Math.max(0, file.text.slice(start, end).indexOf(part))),
      });
    },
  });
  return strings;
}
