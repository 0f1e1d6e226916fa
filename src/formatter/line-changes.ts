/** From one text to another by the lines that differ, so that whatever stands on the others stays where it is. */
import { diffArrays } from 'diff';
import { replacementFor, type Replacement } from '../workbench/replacement.ts';

/** In rising order, offsets in `before`. None: the texts are equal. */
export function lineChanges(before: string, after: string): Replacement[] {
  const changes: Replacement[] = [];
  let offset = 0;
  let removed = '';
  let added = '';
  const flush = () => {
    const change = replacementFor(removed, added);
    if (change) changes.push({ from: offset + change.from, to: offset + change.to, insert: change.insert });
    offset += removed.length;
    removed = '';
    added = '';
  };
  for (const part of diffArrays(linesOf(before), linesOf(after))) {
    const text = part.value.join('');
    if (part.removed) removed += text;
    else if (part.added) added += text;
    else {
      flush();
      offset += text.length;
    }
  }
  flush();
  return changes;
}

/** Each with its end. */
function linesOf(text: string): string[] {
  return text.split(/(?<=\n)/);
}
