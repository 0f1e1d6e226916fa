/**
 * `npm run bench`: every measured claim of the project, in one run on one machine, beside what it is measured against.
 * `npm run bench vtl grading` runs these sections alone, `npm run bench -- --json` prints the figures as JSON. Nothing here passes or
 * fails: a busy machine is no reason to.
 */
import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { unknown } from '../src/facts/nearest.ts';
import { SECTIONS } from './sections.ts';
import { formatTable } from './table.ts';

// Node warns of its own experimental parts; whoever reads figures need not know.
process.removeAllListeners('warning');

const { values: flags, positionals } = parseArgs({ options: { json: { type: 'boolean', default: false } }, allowPositionals: true });
const names = SECTIONS.map(({ name }) => name);
for (const name of positionals) if (!names.includes(name)) throw new Error(unknown('section', name, names));

const chosen = SECTIONS.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
const gigabytes = (totalmem() / 1e9).toFixed(0);
const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, ${gigabytes} GB, ${process.platform}, Node ${process.version}`;
if (!flags.json)
  process.stdout.write(`${machine}\nMedians; the noise is the distance between the quartiles, as a share of the median.\n\n`);

const measured: Record<string, unknown> = {};
for (const { name, measure } of chosen) {
  if (!flags.json) process.stderr.write(`${name} …\n`);
  const { figures, tables } = await measure();
  measured[name] = figures;
  if (!flags.json) for (const [headings, ...rows] of tables) process.stdout.write(formatTable(headings!, rows));
}
if (flags.json) process.stdout.write(`${JSON.stringify({ machine, ...measured }, null, 2)}\n`);
