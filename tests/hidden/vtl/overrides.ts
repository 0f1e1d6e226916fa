import { describe, expect, it } from 'vitest';
import { each, kindsOf, overridesOf, part, textsOf } from './subject.ts';

describe('overrides', () => {
  it('the status of the response can be set', async () => {
    expect(await overridesOf('#set($context.responseOverride.status = 444)')).toEqual({ responseOverride: { status: 444 } });
  });

  it('a status that is set as text stays text', async () => {
    expect(await overridesOf('#set($context.responseOverride.status = "444")')).toEqual({ responseOverride: { status: '444' } });
  });

  it('headers of the response can be set', async () => {
    const template =
      "#set($context.responseOverride.header.Location = \"/pets/$input.path('$.id')\")#set($context.responseOverride.header['X-Room'] = '12')";
    expect(await overridesOf(template, { body: '{"id": 7}' })).toEqual({
      responseOverride: { header: { Location: '/pets/7', 'X-Room': '12' } },
    });
  });

  it('headers, path and query string of the request can be set', async () => {
    const template = `#set($context.requestOverride.header.X-Trace = "t")
#set($context.requestOverride.path.id = "8")
#set($context.requestOverride.querystring.page = "2")`;
    expect(await overridesOf(template)).toEqual({
      requestOverride: { header: { 'X-Trace': 't' }, path: { id: '8' }, querystring: { page: '2' } },
    });
  });

  it('a name may be a key in brackets, and come from a variable', async () => {
    const template =
      '#set($n = "page")#set($context.requestOverride.querystring[$n] = "2")#set($context["requestOverride"]["header"]["a:$n"] = "b")';
    expect(await overridesOf(template)).toEqual({ requestOverride: { querystring: { page: '2' }, header: { 'a:page': 'b' } } });
  });

  it('put does the same as #set', async () => {
    const template =
      '#set($headers = $context.responseOverride.header)#set($ignore = $headers.put("X-A", "1"))$context.responseOverride.header.put("X-B", "2")';
    expect(await overridesOf(template)).toEqual({ responseOverride: { header: { 'X-A': '1', 'X-B': '2' } } });
  });

  it('a loop can pass every header on', async () => {
    const template =
      '#foreach($h in $input.params().header.keySet())#set($context.requestOverride.header[$h] = $input.params().header[$h])#end';
    expect(await overridesOf(template, { params: { header: { Accept: 'a', 'X-B': 'b' } } })).toEqual({
      requestOverride: { header: { Accept: 'a', 'X-B': 'b' } },
    });
  });

  it('what was set can be read again', async () => {
    const template = '#set($context.responseOverride.status = 404)$context.responseOverride.status';
    expect(await part.compile(template).run({})).toEqual({ text: '404', responseOverride: { status: 404 } });
  });

  it('each parameter can be overridden once: a second time is an error', async () => {
    const twice = [
      '#set($context.responseOverride.status = 404)#set($context.responseOverride.status = 410)',
      '#set($context.requestOverride.header.A = "1")#set($context.requestOverride.header["A"] = "2")',
    ];
    const once = [
      '#set($context.requestOverride.header.A = "1")#set($context.requestOverride.header.B = "2")#set($context.requestOverride.path.A = "3")',
    ];
    expect(await kindsOf([...twice, ...once])).toEqual({ ...each(twice, 'evaluation'), ...each(once, undefined) });
  });

  it('where nothing is set there are no overrides', async () => {
    const template = part.compile(
      '#if($context.stage == "dev")#set($context.responseOverride.status = 500)#end$context.responseOverride.status',
    );
    const runs = [template.run({ context: { stage: 'prod' } }), template.run({ context: { stage: 'dev' } }), template.run({})];
    expect(await Promise.all(runs)).toEqual([{ text: '' }, { text: '500', responseOverride: { status: 500 } }, { text: '' }]);
  });

  it('one group does not bring the other along', async () => {
    expect(await overridesOf('#set($context.requestOverride.path.id = "8")')).toEqual({ requestOverride: { path: { id: '8' } } });
  });

  it('what the request template left in the context can be read by the response template', async () => {
    const cases = { '$context.requestOverride.path.user $context.stage': 'ann prod' };
    expect(await textsOf(cases, { context: { stage: 'prod', requestOverride: { path: { user: 'ann' } } } })).toEqual(cases);
  });
});
