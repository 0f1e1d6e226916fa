import { describe, expect, it } from 'vitest';
import { knownName, readArguments, WrongUse } from '../../src/cli/support/arguments.ts';

const FLAGS = { watch: { type: 'boolean' }, from: { type: 'string' }, help: { type: 'boolean', short: 'h' } } as const;
const read = (args: string[], env = {}) => readArguments('grade', args, FLAGS, env);

describe('a command line', () => {
  it('is names and flags, in any order', () => {
    expect(read(['--watch', 'bell', '--from', 'there', 'keys'])).toEqual({
      names: ['bell', 'keys'],
      flags: { watch: true, from: 'there' },
    });
  });

  it('may join a flag and its value, or use the short name', () => {
    expect(read(['--from=there', '-h'])).toEqual({ names: [], flags: { from: 'there', help: true } });
  });

  it.each([
    [['--wach'], 'grade has no flag --wach. Did you mean --watch? It knows --watch, --from, --help.'],
    [['-x'], 'grade has no flag -x. It knows --watch, --from, --help.'],
    [['--constructor'], 'grade has no flag --constructor.'],
    [['--from'], '--from needs a value: npm run grade -- --from VALUE'],
    [['--from', '--watch'], '--from needs a value'],
    [['--watch=yes'], '--watch takes no value.'],
  ])('%j is refused', (args, message) => {
    expect(() => read(args)).toThrow(message);
    expect(() => read(args)).toThrow(WrongUse);
  });

  it('whose flag npm took for itself is shown as it should be typed', () => {
    const env = { npm_lifecycle_event: 'grade', npm_config_watch: 'true' };
    expect(() => read(['bell'], env)).toThrow('npm run grade bell -- --watch');
  });

  it('is not disturbed by what npm itself was told elsewhere', () => {
    expect(read([], { npm_lifecycle_event: 'test', npm_config_watch: 'true' })).toEqual({ names: [], flags: {} });
  });
});

describe('a name', () => {
  it('that there is', () => {
    expect(knownName('exercise', 'bell', ['bell', 'keys'])).toBe('bell');
  });

  it('that is nearly one is answered with it, and with the list', () => {
    expect(() => knownName('exercise', 'bel', ['bell', 'keys'])).toThrow(
      'There is no exercise "bel". Did you mean "bell"? There are: bell, keys.',
    );
  });

  it('that is like none is answered with the list', () => {
    expect(() => knownName('exercise', 'corridor', ['bell'])).toThrow('There is no exercise "corridor". There is: bell.');
  });
});
