/**
 * What the engine itself renders. `recorded.json` was made by running Apache Velocity 1.7, json-path 2.10.0 and json-smart 2.6.0 on
 * templates of our own, set up as B-VTL-01 says: null stands for an error. Corners that nobody meets, where the reference differs on
 * purpose, are not in it.
 */
import { expect, it } from 'vitest';
import { render } from '../../../solutions/vtl/vtl.ts';
import { TemplateError } from '../../../solutions/vtl/template-error.ts';
import recorded from './recorded.json' with { type: 'json' };

type Recording = [template: string, output: string | null, body?: string];

function rendered(template: string, body: string | undefined): string | null {
  try {
    return render(template, { body });
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    return null;
  }
}

it('renders what the engine renders, and fails where it fails', () => {
  const recordings = recorded.templates as Recording[];
  const results = recordings.map(([template, , body]): Recording =>
    body === undefined ? [template, rendered(template, body)] : [template, rendered(template, body), body],
  );
  expect(results).toEqual(recordings);
});

it('finds at a path what the engine finds', () => {
  const { document, rows } = recorded.paths;
  const results = rows.map(([path]) => [path, rendered(`$input.path('${path!.replaceAll("'", "''")}')`, document)]);
  expect(results).toEqual(rows);
});
