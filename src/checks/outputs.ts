/** Renders every template that a quiz asks about: what readers are told is what comes out. */
import type { TemplateInput, VtlPart } from '../../exercises/vtl/contract.ts';
import type { Finding } from '../facts/finding.ts';
import type { Quiz } from '../quiz/read.ts';
import type { QuestionOf } from '../quiz/schema.ts';

/** @param render - of the reference interpreter */
export function outputProblems(quizzes: readonly Quiz[], render: VtlPart['render']): Finding[] {
  return quizzes.flatMap(({ id, questions }) =>
    questions.flatMap((question) => {
      if (question.kind !== 'output') return [];
      const output = rendered(question, render);
      if (output.trim() === question.answer.trim()) return [];
      const message = `question "${question.id}": answer: the template renders to ${JSON.stringify(output)}, not to ${JSON.stringify(question.answer)}`;
      return [{ file: `content/quizzes/${id}.yaml`, line: 1, column: 1, message }];
    }),
  );
}

function rendered({ template, input }: QuestionOf<'output'>, render: VtlPart['render']): string {
  const { body, path, querystring, header, context, stageVariables } = input;
  const given: TemplateInput = {
    ...(body !== undefined && { body }),
    params: { ...(path && { path }), ...(querystring && { querystring }), ...(header && { header }) },
    ...(context && { context: context as NonNullable<TemplateInput['context']> }),
    ...(stageVariables && { stageVariables }),
  };
  try {
    return render(template, given);
  } catch (error) {
    return `an error: ${error instanceof Error ? error.message : String(error)}`;
  }
}
