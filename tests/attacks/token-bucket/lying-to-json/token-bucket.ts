// Lying: says something else when it is written down.
class Answer {
  toJSON() {
    return { allowed: true };
  }
  toString() {
    return 'true';
  }
}
export const createBucket = () => ({ take: () => Object.assign(() => true, { toJSON: () => true }), tokens: () => new Answer() });
export const createThrottle = () => ({ admit: () => new Answer() });
