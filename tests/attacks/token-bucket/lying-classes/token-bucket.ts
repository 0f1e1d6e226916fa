// Lying: instances, names and prototypes that pretend to be plain data, with keys that mean something to a serializer.
const Impostor = { Object: class Object {} }.Object;
const answer = JSON.parse('{"__proto__":{"allowed":true},"constructor":{"name":"Object"},"0":"O","?":"getter","=":0}');
const tags = [['u'], ['n', 'NaN'], ['=', 0], ['?', 'part', ''], ['I', 'Object', {}]];
class Bucket {
  static #level = 5;
  take(): unknown {
    return Object.assign(new Impostor(), { equals: () => true });
  }
  tokens(): unknown {
    return [tags, Bucket.#level];
  }
}
export const createBucket = () => new Bucket();
export const createThrottle = () => ({ admit: () => Object.create(answer) });
