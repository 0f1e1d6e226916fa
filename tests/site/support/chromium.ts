import { spawn } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createBrotliDecompress } from 'node:zlib';
import { chromium, type Browser, type LaunchOptions } from 'playwright-core';
import { putInPlace } from './put-in-place.ts';

/**
 * A browser for the tests, on a machine that may have nothing but npm. In this order:
 *
 *   1. CHROME_PATH, if it is set
 *   2. on Linux x64: the Chromium that the package `@sparticuz/chromium` carries, unpacked once. The same one everywhere,
 *      and a shell without a window starts and opens pages several times faster than a desktop browser does
 *   3. Chrome, Chromium or Edge where the system's installers put them
 */
export async function chromiumLaunchOptions(env: NodeJS.ProcessEnv = process.env): Promise<LaunchOptions> {
  const args = ['--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update'];

  if (env.CHROME_PATH) {
    if (!existsSync(env.CHROME_PATH)) throw new Error(`CHROME_PATH names a file that does not exist: ${env.CHROME_PATH}`);
    return { args, executablePath: env.CHROME_PATH };
  }
  if (process.platform === 'linux' && process.arch === 'x64') {
    const folder = await unpackedChromium();
    return { args, executablePath: join(folder, 'chromium'), env: { ...definedOnly(env), ...bundledEnvironment(folder) } };
  }
  const installed = installedBrowser(process.platform, env);
  if (installed) return { args, executablePath: installed };
  throw new Error('The browser tests need Chrome, Chromium or Edge. Install one, or set CHROME_PATH to its executable.');
}

/** A name for loopback that is no secure origin, as the address of a laptop in a room is none. */
export const INSECURE_HOST = 'desk.test';

/** Starts that browser without a window. Whoever starts it closes it. */
export async function launchChromium(): Promise<Browser> {
  const options = await chromiumLaunchOptions();
  const args = [...(options.args ?? []), `--host-resolver-rules=MAP ${INSECURE_HOST} 127.0.0.1`];
  return chromium.launch({ ...options, args, headless: true });
}

/** Where the installers of Chrome, Chromium and Edge put the executable; the first that exists. */
export function installedBrowser(
  platform: NodeJS.Platform,
  env: NodeJS.ProcessEnv,
  exists: (file: string) => boolean = existsSync,
): string | undefined {
  return candidates(platform, env).find(exists);
}

function candidates(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string[] {
  if (platform === 'darwin') {
    const homes = ['', env.HOME ?? ''];
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].flatMap((name) =>
      homes.map((home) => `${home}/Applications/${name}.app/Contents/MacOS/${name}`),
    );
  }
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((root) => root !== undefined);
    const files = [
      'Google\\Chrome\\Application\\chrome.exe',
      'Chromium\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ];
    return files.flatMap((file) => roots.map((root) => `${root}\\${file}`));
  }
  const names = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'microsoft-edge-stable', 'microsoft-edge'];
  const folders = (env.PATH ?? '').split(':').filter((folder) => folder.startsWith('/'));
  return names.flatMap((name) => folders.map((folder) => `${folder}/${name}`));
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

/** The unpacked browser brings the libraries and the fonts that a bare machine lacks. */
function bundledEnvironment(folder: string): Record<string, string> {
  return { LD_LIBRARY_PATH: join(folder, 'lib'), FONTCONFIG_FILE: join(folder, 'fonts.conf') };
}

/** The package's browser, unpacked into the ignored cache under node_modules; a new version gets a folder of its own. */
async function unpackedChromium(): Promise<string> {
  const modules = fileURLToPath(new URL('../../../node_modules/', import.meta.url));
  const archives = join(modules, '@sparticuz/chromium/bin');
  const { version } = JSON.parse(await readFile(join(archives, '../package.json'), 'utf8'));
  const cache = join(modules, '.cache');
  const folder = join(cache, `chromium-${version}`);
  if (existsSync(folder)) return folder;

  await mkdir(cache, { recursive: true });
  const fresh = await mkdtemp(`${folder}-`);
  await Promise.all([
    pipeline(brotliSource(join(archives, 'chromium.br')), createWriteStream(join(fresh, 'chromium'), { mode: 0o755 })),
    untar(join(archives, 'al2023.tar.br'), fresh),
    untar(join(archives, 'fonts.tar.br'), fresh),
  ]);
  await writeFile(join(fresh, 'fonts.conf'), fontConfiguration(folder));
  await putInPlace(fresh, folder);
  return folder;
}

function brotliSource(archive: string) {
  return createReadStream(archive, { highWaterMark: 2 ** 20 }).pipe(createBrotliDecompress({ chunkSize: 2 ** 20 }));
}

async function untar(archive: string, into: string): Promise<void> {
  const tar = spawn('tar', ['-xf', '-', '-C', into], { stdio: ['pipe', 'ignore', 'inherit'] });
  const ended = new Promise<void>((resolve, reject) => {
    tar.once('error', reject);
    tar.once('close', (code) => (code === 0 ? resolve() : reject(new Error(`tar could not unpack ${archive} (exit ${code})`))));
  });
  const sent = pipeline(brotliSource(archive), tar.stdin).catch((error: NodeJS.ErrnoException) => {
    // tar need not read what follows the end of an archive. Whether it has all says its exit code.
    if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE' && error.code !== 'EPIPE') throw error;
  });
  await Promise.all([sent, ended]);
}

/** The package's own file points at folders of a cloud runtime. */
function fontConfiguration(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <cachedir>${folder}/font-cache</cachedir>
</fontconfig>
`;
}
