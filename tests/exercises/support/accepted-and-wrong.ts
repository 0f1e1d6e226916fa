/** What a hidden suite is held to: the accepted solutions of an exercise, and the wrong answers, each with what it breaks. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

export interface WrongAnswer {
  name: string;
  /** The concept that breaks first. */
  breaks: string;
  /** The concepts that break with it, in the exercise's order. */
  also: string[];
}

/** Folders from the project's root: the reference, and every folder in it that holds another accepted solution. */
export function solutionsOf(root: string, exercise: string): string[] {
  const inside = readdirSync(join(root, 'solutions', exercise), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return [`solutions/${exercise}`, ...inside.map(({ name }) => `solutions/${exercise}/${name}`)].filter((folder) =>
    existsSync(join(root, folder, `${exercise}.ts`)),
  );
}

export function wrongAnswersTo(root: string, exercise: string): WrongAnswer[] {
  return parse(readFileSync(join(root, 'tests/wrong', exercise, 'manifest.yaml'), 'utf8')) as WrongAnswer[];
}
