/** What of a built site is kept on a device, and how much that may weigh. */

/** A file of the built site. */
export interface BuiltFile {
  /** Path below the site’s root, with slashes. */
  file: string;
  /** Bytes on the device. */
  size: number;
  /** Bytes on the way, after gzip. */
  transfer: number;
}

/** What each kind may weigh on the way, in bytes after gzip. The first visit brings it all. */
export const BUDGET = {
  pages: 2_200_000,
  scripts: 1_100_000,
  styles: 80_000,
  fonts: 150_000,
  search: 1_100_000,
  pictures: 50_000,
} as const;

type Kind = keyof typeof BUDGET;

/** What all of it together may take on a device, in bytes. */
export const ROOM = 20_000_000;

/** What the course works without: kept once somebody has used it. */
const EXTRAS = [/^_astro\/(?:type|format)\.worker[-.]/];

/** Never asked for by a page: search boxes that Pagefind brings and ours replaces, and the picture that is shown where a link is shared. */
const NEVER_ASKED_FOR = [/^pagefind\/pagefind-(?:ui|modular-ui|component-ui|highlight)\./, /^pagefind\/wasm\.unknown\./, /^card\.png$/];

export function placeOnDevice(file: string): 'kept' | 'extra' | 'left' {
  if (NEVER_ASKED_FOR.some((pattern) => pattern.test(file))) return 'left';
  return EXTRAS.some((pattern) => pattern.test(file)) ? 'extra' : 'kept';
}

function kindOf(file: string): Kind {
  if (file.startsWith('pagefind/')) return 'search';
  if (file.endsWith('.html')) return 'pages';
  if (/\.m?js$|\.wasm$|\.json$/.test(file)) return 'scripts';
  if (file.endsWith('.css')) return 'styles';
  return file.endsWith('.woff2') ? 'fonts' : 'pictures';
}

/** What is too heavy, by how much, and what can be done; undefined if all of it fits. */
export function overweight(files: readonly BuiltFile[], budget: Readonly<Record<Kind, number>> = BUDGET, room = ROOM): string | undefined {
  const byKind = Map.groupBy(files, ({ file }) => kindOf(file));
  const size = sum(files.map((file) => file.size));
  const lines = [
    ...[...byKind].flatMap(([kind, ofKind]) => {
      const transfer = sum(ofKind.map((file) => file.transfer));
      return transfer > budget[kind]
        ? [`${kind}: ${kB(transfer)} after gzip, ${over(transfer, budget[kind])}. Heaviest: ${heaviest(ofKind)}.`]
        : [];
    }),
    ...(size > room ? [`together: ${kB(size)} on the device, ${over(size, room)}. Heaviest: ${heaviest(files)}.`] : []),
  ];
  if (lines.length === 0) return undefined;
  return [
    'The course has outgrown what a device keeps of it for reading without a network.',
    ...lines,
    'Make it lighter; or, where the course works without it, name it among the EXTRAS in src/offline/weight.ts; or raise the BUDGET there.',
  ].join('\n');
}

const sum = (figures: readonly number[]) => figures.reduce((total, figure) => total + figure, 0);

const kB = (bytes: number) => `${Math.ceil(bytes / 1000).toLocaleString('en-US')} kB`;

const over = (weight: number, limit: number) => `${kB(weight - limit)} over its budget of ${kB(limit)}`;

function heaviest(files: readonly BuiltFile[]): string {
  const first = [...files].sort((a, b) => b.transfer - a.transfer).slice(0, 3);
  return first.map(({ file, transfer }) => `${file} (${kB(transfer)})`).join(', ');
}
