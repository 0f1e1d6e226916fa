import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PRESETS, SOUND } from '../../src/explorables/four-boxes-presets.ts';
import { CHOICES, idleParts, run, type Part, type Setup } from '../../src/explorables/four-boxes.ts';

const ran = (change: Partial<Setup> = {}) => {
  const outcome = run({ ...SOUND, ...change });
  if ('refused' in outcome) throw new Error(outcome.refused.join());
  return outcome;
};
const refusedBy = (change: Partial<Setup>) => {
  const outcome = run({ ...SOUND, ...change });
  return 'refused' in outcome ? outcome.refused : [];
};

it('a sound setup: the template’s body goes out, 201 and the header come back', () => {
  expect(ran()).toEqual({ backend: { body: 'template', hotel: 'sent' }, caller: { status: 201, picked: 'success', header: true } });
});

describe('AWS refuses', () => {
  it('a mapping that reads an undeclared parameter, required or not', () => {
    expect(refusedBy({ parameter: 'unknown' })).toEqual(['mapping-undeclared']);
    expect(refusedBy({ parameter: 'declared' })).toEqual([]);
    expect(refusedBy({ parameter: 'unknown', mapping: 'off' })).toEqual([]);
  });

  it('an integration response whose status the method does not declare', () => {
    expect(refusedBy({ statuses: '200 201' })).toEqual(['status-undeclared']);
    expect(refusedBy({ statuses: '200 201', failure: 'none', fallback: 200 })).toEqual([]);
    expect(refusedBy({ statuses: '200', success: 'none', failure: 'none', fallback: 'none' })).toEqual([]);
  });

  it('a mapped header that the method response does not declare; declared and not mapped is allowed', () => {
    expect(refusedBy({ declared: 'no' })).toEqual(['header-undeclared']);
    expect(refusedBy({ header: 'off' })).toEqual([]);
    expect(refusedBy({ declared: 'no', success: 'none', failure: 'none', fallback: 'none' })).toEqual([]);
  });

  it('in the order of the calls', () => {
    expect(refusedBy({ parameter: 'unknown', statuses: '200', declared: 'no' })).toEqual([
      'mapping-undeclared',
      'status-undeclared',
      'header-undeclared',
    ]);
  });
});

describe('the validator', () => {
  it('refuses a missing required header before it looks at the body', () => {
    expect(ran({ hotel: 'left-out', dish: 'number' }).caller).toEqual({ status: 'bad-request', by: 'parameter' });
    expect(ran({ hotel: 'left-out', parameter: 'declared', dish: 'number' }).caller).toEqual({ status: 'bad-request', by: 'model' });
  });

  it('checks a body only if its type has a model', () => {
    expect(ran({ dish: 'number', model: 'none' }).backend.body).toBe('template');
    expect(ran({ dish: 'number', content: 'text', passthrough: 'WHEN_NO_MATCH' }).backend.body).toBe('as-sent');
  });

  it('is what makes “required” more than a word', () => {
    expect(ran({ hotel: 'left-out', dish: 'number', validator: 'off' })).toEqual({
      backend: { body: 'template', hotel: 'no-value' },
      caller: { status: 201, picked: 'success', header: true },
    });
  });
});

describe('a body whose type has no template', () => {
  it.each([
    ['WHEN_NO_MATCH', 'json', 'as-sent'],
    ['WHEN_NO_TEMPLATES', 'json', 'nothing'],
    ['NEVER', 'json', 'nothing'],
    ['WHEN_NO_MATCH', 'none', 'as-sent'],
    ['WHEN_NO_TEMPLATES', 'none', 'as-sent'],
    ['NEVER', 'none', 'nothing'],
  ] as const)('under %s, with template %s: %s', (passthrough, template, body) => {
    const { backend, caller } = ran({ content: 'text', passthrough, template });
    expect(backend.body).toBe(body);
    expect(caller.status).toBe(body === 'nothing' ? 'unsupported-type' : 201);
  });
});

describe('the integration response', () => {
  it.each([
    [404, '404', { status: 404, picked: 'failure', header: true }],
    [404, '4\\d{2}', { status: 404, picked: 'failure', header: true }],
    [404, '4', { status: 500, picked: 'fallback', header: true }],
    [404, 'No such dish.*', { status: 500, picked: 'fallback', header: true }],
    [404, 'none', { status: 500, picked: 'fallback', header: true }],
    [503, '4\\d{2}', { status: 500, picked: 'fallback', header: true }],
    [201, '404', { status: 201, picked: 'success', header: true }],
  ] as const)('%d against %j', (answer, failure, caller) => {
    expect(ran({ answer, failure }).caller).toEqual(caller);
  });

  it('without a default leaves what matches nothing to the gateway, after the backend has done its work', () => {
    expect(ran({ success: 'none', fallback: 'none' })).toEqual({
      backend: { body: 'template', hotel: 'sent' },
      caller: { status: 'no-match' },
    });
  });
});

it('a header that nobody maps does not go on, and a proxy hands it on unasked', () => {
  expect(ran({ mapping: 'off' }).backend).toEqual({ body: 'template', hotel: 'unmapped' });
  expect(ran({ mapping: 'off', type: 'HTTP_PROXY' }).backend).toEqual({ body: 'as-sent', hotel: 'sent' });
});

const setups = fc.record(
  Object.fromEntries(Object.entries(CHOICES).map(([part, choices]) => [part, fc.constantFrom<unknown>(...choices)])),
) as unknown as fc.Arbitrary<Setup>;

describe('for any setup', () => {
  it('a proxy that is not refused gives the caller what the backend answers, or the validator’s refusal', () => {
    fc.assert(
      fc.property(setups, (setup) => {
        const outcome = run({ ...setup, type: 'HTTP_PROXY' });
        fc.pre(!('refused' in outcome));
        expect([setup.answer, 'bad-request']).toContain(outcome.caller.status);
      }),
    );
  });

  it('the backend hears of a request exactly if neither validator nor passthrough stopped it', () => {
    fc.assert(
      fc.property(setups, (setup) => {
        const outcome = run(setup);
        fc.pre(!('refused' in outcome));
        const stopped = outcome.caller.status === 'bad-request' || outcome.caller.status === 'unsupported-type';
        expect(outcome.backend.body === 'nothing').toBe(stopped);
      }),
    );
  });

  it('an idle setting changes nothing', () => {
    fc.assert(
      fc.property(setups, (setup) => {
        for (const part of idleParts(setup)) {
          for (const choice of CHOICES[part as Part]) expect(run({ ...setup, [part]: choice } as Setup)).toEqual(run(setup));
        }
      }),
    );
  });
});

it('every situation is another one', () => {
  expect(new Set(PRESETS.map(({ setup }) => JSON.stringify(setup))).size).toBe(PRESETS.length);
});
