import { describe, expect, it } from 'vitest';
import { chromiumLaunchOptions, installedBrowser } from '../site/support/chromium.ts';

describe('the browser of the tests', () => {
  it.each([
    ['linux', { PATH: '/usr/local/bin:/usr/bin' }, '/usr/bin/chromium'],
    ['darwin', { HOME: '/Users/ada' }, '/Users/ada/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
    ['win32', { 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' }, 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'],
  ] as const)('is found where installers put it on %s', (platform, env, file) => {
    expect(installedBrowser(platform, env, (candidate) => candidate === file)).toBe(file);
  });

  it('is not found where there is none', () => {
    expect(installedBrowser('linux', { PATH: '/usr/bin' }, () => false)).toBeUndefined();
  });

  it('says so if CHROME_PATH names no file', async () => {
    await expect(chromiumLaunchOptions({ CHROME_PATH: '/no/such/chrome' })).rejects.toThrow(
      'CHROME_PATH names a file that does not exist: /no/such/chrome',
    );
  });
});
