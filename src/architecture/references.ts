/** Whether everything exists that an architecture exercise names: topics, decisions and options, rows of the matrix, facts, prices. */
import { reportUnknown, type Course, type Report } from './report.ts';
import type { ArchitectureExercise, Choices, Rule } from './schema.ts';

type Path = PropertyKey[];

export function referenceProblems(exercise: ArchitectureExercise, course: Course, report: Report): void {
  const { decisions, needs, charges } = exercise;
  const decisionIds = decisions.map(({ id }) => id);
  const optionIds = new Map(decisions.map(({ id, options }) => [id, options.map((option) => option.id)]));

  const choices = (made: Choices | Record<string, string> | undefined, path: Path) => {
    for (const [decision, options] of Object.entries(made ?? {})) {
      reportUnknown('decision', decision, decisionIds, [...path, decision], report);
      for (const option of [options].flat())
        reportUnknown('option', option, optionIds.get(decision) ?? [option], [...path, decision], report);
    }
  };
  const facts = (ids: readonly unknown[], path: Path) => {
    for (const id of ids) if (typeof id === 'string') reportUnknown('fact', id, course.ledger.facts.keys(), path, report);
  };
  const once = (ids: readonly string[], kind: string, pathOf: (index: number) => Path) =>
    ids.forEach((id, index) => {
      if (ids.indexOf(id) < index) report(pathOf(index), `an earlier ${kind} has this name`);
    });
  const ruleProblems = (rule: Rule, path: Path) => {
    choices(rule.when, [...path, 'when']);
    if (rule.by === 'matrix') {
      reportUnknown('row', rule.row, course.features.keys(), [...path, 'row'], report);
      for (const decision of [rule.of].flat()) reportUnknown('decision', decision, decisionIds, [...path, 'of'], report);
    } else if (rule.by === 'sum') facts(Object.values(rule.with ?? {}), [...path, 'with']);
    else {
      facts(rule.facts ?? [], [...path, 'facts']);
      rule.cases.forEach((one, index) => {
        choices(one.when, [...path, 'cases', index, 'when']);
        facts(one.facts ?? [], [...path, 'cases', index, 'facts']);
      });
    }
  };

  exercise.topics.forEach((topic, index) => reportUnknown('topic', topic, course.topics, ['topics', index], report));
  once(decisionIds, 'decision', (index) => ['decisions', index, 'id']);
  once(
    needs.map(({ id }) => id),
    'need',
    (index) => ['needs', index, 'id'],
  );
  once(
    exercise.load.map(({ name }) => name),
    'figure',
    (index) => ['load', index, 'name'],
  );
  decisions.forEach(({ id, options }, index) => {
    once(optionIds.get(id)!, 'option', (place) => ['decisions', index, 'options', place, 'id']);
    once(
      options.map((option) => option.name),
      'option',
      (place) => ['decisions', index, 'options', place, 'name'],
    );
    options.forEach(({ numbers = {} }, place) => {
      for (const [name, value] of Object.entries(numbers)) {
        const path = ['decisions', index, 'options', place, 'numbers', name];
        facts(typeof value === 'object' ? Object.values(value.with) : [value], path);
        const elsewhere = decisions.find(
          (other) => other.id !== id && other.options.some((option) => option.numbers?.[name] !== undefined),
        );
        if (elsewhere) report(path, `decision "${elsewhere.id}" has numbers of this name too; a sum could not tell them apart`);
      }
    });
  });
  needs.forEach(({ rules }, index) => rules.forEach((rule, place) => ruleProblems(rule, ['needs', index, 'rules', place])));
  charges.forEach(({ price, with: names = {}, when }, index) => {
    facts([price], ['charges', index, 'price']);
    facts(Object.values(names), ['charges', index, 'with']);
    choices(when, ['charges', index, 'when']);
  });
  exercise.model.forEach(({ design }, index) => {
    choices(design, ['model', index, 'design']);
    for (const decision of decisionIds)
      if (!(decision in design))
        report(['model', index, 'design'], `leaves decision "${decision}" open: a model answer decides everything`);
  });
  exercise.tempting.forEach(({ choose, fails }, index) => {
    choices(choose, ['tempting', index, 'choose']);
    reportUnknown(
      'need',
      fails,
      needs.map(({ id }) => id),
      ['tempting', index, 'fails'],
      report,
    );
  });
}
