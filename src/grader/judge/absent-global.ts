/** What a submission looks for that a browser or Node has, and that it does not. */

const ELSEWHERE = new Set(
  (
    'AbortController AbortSignal Blob Buffer Event EventTarget TextDecoder TextEncoder URL URLSearchParams WebSocket XMLHttpRequest atob btoa ' +
    'crypto document fetch global localStorage module navigator performance process require self setImmediate structuredClone window'
  ).split(' '),
);

/** A sentence for whoever used such a name, after a blank; empty for every other error. */
export function aboutAbsentGlobal(thrown: unknown): string {
  const name = thrown instanceof Error && thrown.name === 'ReferenceError' && /^(\w+) is not defined$/.exec(thrown.message)?.[1];
  return name && ELSEWHERE.has(name) ? ` There is no \`${name}\` here: a submission has ECMAScript, a console and timers.` : '';
}
