/**
 * Renderings per second: the reference interpreter beside npm's `velocityjs`, in one process, over a response template that turns a
 * page of 100 DynamoDB items into JSON. And how long it takes to read templates of growing size.
 *
 * velocityjs brings no `$input` and no `$util`, so it is handed the cheapest ones that render the template: a path that is not looked at,
 * an escape that is two replacements.
 */
import { Compile, parse as parseVelocity } from 'velocityjs';
import { Effort } from '../solutions/vtl/effort.ts';
import { Interpreter } from '../solutions/vtl/interpreter.ts';
import { createScope } from '../solutions/vtl/scope/globals.ts';
import { Payload } from '../solutions/vtl/scope/payload.ts';
import { parse } from '../solutions/vtl/syntax/parse.ts';
import { render } from '../solutions/vtl/vtl.ts';
import { inTurns, millisecondsOf, summarize, type Samples } from './measure.ts';

export interface RenderFigure {
  engine: 'reference' | 'velocityjs';
  /** What was done once, before the clock ran. */
  inAdvance: 'template and body' | 'template' | 'nothing';
  perSecond: Samples;
}

export interface ReadFigure {
  kilobytes: number;
  milliseconds: Samples;
}

const RENDERINGS_A_ROUND = 40;
const ROUNDS = 15;

const TEMPLATE = `#set($root = $input.path('$'))
{
  "count": $root.Count,
  "songs": [
#foreach($item in $root.Items)
    {
      "id": "$item.id.S",
      "title": "$util.escapeJavaScript($item.title.S)",
      "artist": "$util.escapeJavaScript($item.artist.S)",
      "plays": $item.plays.N,
      "live": #if($item.live.BOOL)true#{else}false#end,
#if($item.album && $item.album.S != "")
      "album": "$item.album.S",
#end
      "tags": [#foreach($tag in $item.tags.L)"$tag.S"#if($foreach.hasNext), #end#end]
    }#if($foreach.hasNext),#end

#end
  ]
}
`;

const ITEMS = Array.from({ length: 100 }, (_, index) => ({
  id: { S: `song-${index}` },
  title: { S: `Song "number" ${index}` },
  artist: { S: `Artist ${index % 7}` },
  plays: { N: String(index * 131) },
  live: { BOOL: index % 2 === 0 },
  ...(index % 3 > 0 && { album: { S: `Album ${index % 11}` } }),
  tags: { L: [{ S: 'rock' }, { S: `year-${1960 + (index % 60)}` }] },
}));
const BODY = JSON.stringify({ Count: 100, Items: ITEMS });

/** @throws Error if the two engines do not render the same JSON */
export async function measureRendering(): Promise<RenderFigure[]> {
  const block = parse(TEMPLATE);
  const asts = parseVelocity(TEMPLATE);
  const payload = new Payload(BODY);
  const document: unknown = JSON.parse(BODY);

  const reference = (template: typeof block, body: Payload): string => {
    const effort = new Effort();
    return new Interpreter(createScope({}, body, effort).scope, effort).run(template);
  };
  const velocity = (template: typeof asts, body: unknown): string =>
    new Compile(template).render({
      input: { path: () => body },
      util: { escapeJavaScript: (text: string) => text.replaceAll('"', '\\"').replaceAll("'", "\\'") },
    });

  const work: Record<RenderFigure['inAdvance'], Record<RenderFigure['engine'], () => string>> = {
    'template and body': { reference: () => reference(block, payload), velocityjs: () => velocity(asts, document) },
    template: { reference: () => reference(block, new Payload(BODY)), velocityjs: () => velocity(asts, JSON.parse(BODY)) },
    nothing: { reference: () => render(TEMPLATE, { body: BODY }), velocityjs: () => velocity(parseVelocity(TEMPLATE), JSON.parse(BODY)) },
  };

  const figures: RenderFigure[] = [];
  for (const [inAdvance, engines] of Object.entries(work) as [RenderFigure['inAdvance'], (typeof work)[RenderFigure['inAdvance']]][]) {
    const [ours, theirs] = [engines.reference(), engines.velocityjs()].map((text) => JSON.stringify(JSON.parse(text)));
    if (ours !== theirs) throw new Error('The two engines render different JSON.');
    const values = await inTurns(ROUNDS, {
      reference: async () => renderingsPerSecond(engines.reference),
      velocityjs: async () => renderingsPerSecond(engines.velocityjs),
    });
    for (const engine of ['reference', 'velocityjs'] as const) figures.push({ engine, inAdvance, perSecond: summarize(values[engine]) });
  }
  return figures;
}

function renderingsPerSecond(work: () => string): number {
  const start = performance.now();
  for (let count = 0; count < RENDERINGS_A_ROUND; count++) work();
  return RENDERINGS_A_ROUND / ((performance.now() - start) / 1000);
}

/** Templates of 10, 100 and 300 KB: ten times the size should take ten times as long. */
export async function measureReading(): Promise<ReadFigure[]> {
  const templates = [10, 100, 300].map((kilobytes) => {
    const size = kilobytes * 1024;
    return { kilobytes, template: TEMPLATE.repeat(Math.floor(size / TEMPLATE.length)).padEnd(size) };
  });
  const measures = Object.fromEntries(
    templates.map(({ kilobytes, template }) => [String(kilobytes), async () => millisecondsOf(() => parse(template))]),
  );
  const values: Record<string, number[]> = await inTurns(ROUNDS, measures);
  return templates.map(({ kilobytes }) => ({ kilobytes, milliseconds: summarize(values[String(kilobytes)]!) }));
}
