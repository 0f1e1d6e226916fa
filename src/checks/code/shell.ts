/** Shell blocks parse, as Bash reads them. */
import { parse, ParseError } from 'sh-syntax';
import type { Problems } from './check-code.ts';
import { placeInPage, type Fence } from './fences.ts';

export function shellProblems(fences: Fence[]): Promise<Problems> {
  return Promise.all(
    fences.map(async (fence) => {
      try {
        await parse(fence.code);
        return [];
      } catch (error) {
        if (!(error instanceof ParseError)) throw error;
        return [{ ...placeInPage(fence, error.Pos?.Line ?? 1, error.Pos?.Col ?? 1), message: `not a shell command: ${error.Text}` }];
      }
    }),
  );
}
