/**
 * What a submission may see of a Worker's global scope: the language, without what only makes sense between threads and without what not
 * every engine has yet. The terminal's subject sees the same names. `console` and timers are put back afterwards, made by the boundary.
 */
const LANGUAGE = new Set<PropertyKey>(
  `globalThis Infinity NaN undefined eval isFinite isNaN parseFloat parseInt decodeURI decodeURIComponent encodeURI encodeURIComponent
  Object Function Boolean Symbol Number BigInt Math Date String RegExp JSON Reflect Proxy Intl Promise Iterator
  Error AggregateError EvalError RangeError ReferenceError SuppressedError SyntaxError TypeError URIError
  Array Map Set WeakMap WeakSet WeakRef FinalizationRegistry DisposableStack AsyncDisposableStack
  ArrayBuffer DataView Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array
  BigInt64Array BigUint64Array Float16Array Float32Array Float64Array`.split(/\s+/),
);

/**
 * Takes everything else away: network, storage, other Workers, messages, the event system.
 *
 * The scope's prototypes are emptied too: `fetch` and `importScripts` live there, and an engine refuses to give the scope another
 * prototype. `TEMPORARY` and `PERSISTENT`, two old constants, cannot be deleted and can do nothing.
 */
export function cutWorld(scope: object): void {
  for (let holder: object | null = scope; holder && holder !== Object.prototype; holder = Reflect.getPrototypeOf(holder)) {
    for (const name of Reflect.ownKeys(holder)) {
      if (holder !== scope || !LANGUAGE.has(name)) Reflect.deleteProperty(holder, name);
    }
  }
}
