/** The named wrong answers of an exercise: too much for its page, which asks for them when a run has found something. */
import { getCollection, render, type CollectionEntry } from 'astro:content';
import type { APIContext } from 'astro';
import { courseLedger } from '../../../facts/course-ledger.ts';
import { wrongAnswersOf } from '../../../site/wrong-answers.ts';

export async function getStaticPaths() {
  const briefs = await getCollection('exercises');
  return briefs.map((brief) => ({ params: { exercise: brief.id }, props: { brief } }));
}

export async function GET({ props: { brief } }: APIContext<{ brief: CollectionEntry<'exercises'> }>): Promise<Response> {
  const titles = new Map([...myths(), ...(await lessons())]);
  const answers = await wrongAnswersOf(brief.id, `/lessons/${brief.data.lesson}/`, (address) => titles.get(address));
  return Response.json(answers);
}

/** What is often said, in its own words where it begins with them. */
function myths(): [address: string, title: string][] {
  const facts = courseLedger.groups.flatMap(({ facts }) => facts);
  const said = (instead: string) => /^“[^”{]+”/.exec(instead)?.[0].replaceAll('`', '') ?? 'what is often said instead';
  return facts.flatMap(({ id, instead }) => (instead ? [[`/myths/#${id}`, said(instead)]] : []));
}

async function lessons(): Promise<[address: string, title: string][]> {
  const entries = (await getCollection('docs')).filter(({ id }) => id.startsWith('lessons/'));
  const each = entries.map(async (entry): Promise<[string, string][]> => {
    const { headings } = await render(entry);
    return [[`/${entry.id}/`, entry.data.title], ...headings.map(({ slug, text }): [string, string] => [`/${entry.id}/#${slug}`, text])];
  });
  return (await Promise.all(each)).flat();
}
