import { describe, expect, it } from 'vitest';
import { notJudged, verdictOf } from '../../src/grader/verdict.ts';
import { behavesLike, printOf } from '../../src/workbench/behaves-like.ts';
import { bell, runOf } from '../cli/support/sample.ts';
import { broken, passed, refused, shownBell, twoPresses, verdictWith as withBeyond } from './support/bell-verdicts.ts';

/** Its third concept counts like the others. */
const counting = { ...bell, concepts: bell.concepts.map((concept) => ({ ...concept, beyond: false })) };
const verdictWith = (changes: Parameters<typeof runOf>[1]) => verdictOf(counting, runOf(counting, changes));

const onePress = 'one press is one ring';
const answers = (actual: string, expected = '2') => ({
  status: 'failed' as const,
  message: 'Your code answers differently.',
  expected,
  actual,
});
const throws = (message: string) => ({ status: 'failed' as const, message });

const deaf = verdictWith({ [twoPresses]: answers('1') });
const stutters = verdictWith({ [twoPresses]: answers('3'), 'the corridor answers': answers('0', '1') });
const prints = { deaf: printOf(deaf), stutters: printOf(stutters) };

describe('the print of a verdict', () => {
  it('has the concepts that broke, in their order', () => {
    expect([Object.keys(printOf(stutters)), printOf(passed)]).toEqual([['ringing', 'echo'], {}]);
  });

  it('says nothing of what lies beyond', () => {
    expect(printOf(withBeyond({ [twoPresses]: answers('1'), 'the corridor answers': answers('0', '1') }))).toEqual(prints.deaf);
  });

  it('is the same wherever something was thrown, and however long it took', () => {
    const [one, other] = [
      throws('Your code threw Error: no (bell.ts, line 3).'),
      throws('Your code threw Error: no (my-bell.ts, line 90).'),
    ];
    expect(printOf(verdictWith({ [twoPresses]: { ...one, ms: 4 } }))).toEqual(printOf(verdictWith({ [twoPresses]: other })));
  });

  it('is the same however far a run came within its limits', () => {
    const late = { status: 'not-run' as const, message: 'not run: the 10 s of this submission are used up' };
    expect(printOf(verdictWith({ [onePress]: answers('1'), [twoPresses]: late }))).toEqual(
      printOf(verdictWith({ [onePress]: answers('1') })),
    );
  });

  it('differs by what was got, by what was expected, by what was thrown, and by which rules broke', () => {
    const ways: Parameters<typeof verdictWith>[0][] = [
      { [twoPresses]: answers('1') },
      { [twoPresses]: answers('3') },
      { [twoPresses]: answers('1', '4') },
      { [twoPresses]: throws('Your code threw Error: no.') },
      { [onePress]: answers('1') },
      { [onePress]: answers('1'), [twoPresses]: answers('1') },
    ];
    expect(new Set(ways.map((changes) => printOf(verdictWith(changes)).ringing)).size).toBe(ways.length);
  });
});

describe('a submission behaves like a wrong answer', () => {
  it('that breaks the same rules with the same values', () => {
    expect([behavesLike(deaf, prints), behavesLike(stutters, prints)]).toEqual([['deaf'], ['stutters']]);
  });

  it('also where it has not come to the concepts behind', () => {
    expect(behavesLike(verdictWith({ [twoPresses]: answers('1'), 'the corridor answers': throws('Not written.') }), prints)).toEqual([
      'deaf',
    ]);
  });

  it('and not like one that breaks something which it passes', () => {
    expect(behavesLike(verdictWith({ [twoPresses]: answers('3') }), prints)).toEqual([]);
  });

  it('and not like one that gives other values, or breaks another rule first', () => {
    expect(behavesLike(verdictWith({ [twoPresses]: answers('7') }), prints)).toEqual([]);
    const first = { 'a bell that nobody pressed has not rung': answers('1', '0'), [twoPresses]: answers('1') };
    expect(behavesLike(verdictWith(first), prints)).toEqual([]);
  });

  it('and like the one that agrees further, where two begin alike', () => {
    const both = { ...prints, echoes: printOf(verdictWith({ [twoPresses]: answers('1'), 'the corridor answers': answers('0', '1') })) };
    expect(behavesLike(verdictWith({ [twoPresses]: answers('1'), 'the corridor answers': answers('0', '1') }), both)).toEqual(['echoes']);
    expect(behavesLike(deaf, both)).toEqual(['deaf']);
  });

  it('or like two that nothing tells apart, and like none where there are more', () => {
    expect(behavesLike(deaf, { ...prints, twin: prints.deaf })).toEqual(['deaf', 'twin']);
    expect(behavesLike(deaf, { ...prints, twin: prints.deaf, triplet: prints.deaf })).toEqual([]);
  });

  it('and like none where it has not begun, unless it is one to the end', () => {
    const silent = { 'a bell that nobody pressed has not rung': answers('1', '0') };
    const never = verdictWith({ ...silent, 'the corridor answers': answers('0', '1') });
    const stub = verdictWith({ ...silent, 'the corridor answers': throws('Not written.') });
    expect([stub, never].map((verdict) => behavesLike(verdict, { never: printOf(never) }))).toEqual([[], ['never']]);
  });

  it('and like none where nothing of what broke could be run', () => {
    const late = verdictWith({ [twoPresses]: { status: 'not-run', message: 'not run' } });
    expect(behavesLike(late, { late: printOf(late) })).toEqual([]);
  });

  it('and like none where it passed, could not be loaded, was not judged, or breaks what no wrong answer does', () => {
    const verdicts = [passed, refused('Unexpected token.'), notJudged(shownBell, 'No test reported anything.'), broken];
    expect(verdicts.map((verdict) => behavesLike(verdict, { stutters: prints.stutters }))).toEqual([[], [], [], []]);
  });
});
