// Lying: answers with what a test library takes for "equal to anything".
const match = () => true;
const anything: Record<PropertyKey, unknown> = {
  $$typeof: Symbol.for('jest.asymmetricMatcher'),
  asymmetricMatch: match,
  toAsymmetricMatcher: () => 'Anything',
  sample: undefined,
  inverse: false,
};
class Anything {
  $$typeof = Symbol.for('jest.asymmetricMatcher');
  asymmetricMatch() {
    return true;
  }
}
export const createBucket = () => ({ take: () => anything, tokens: () => new Anything() });
export const createThrottle = () => ({ admit: () => ({ allowed: anything, response: new Anything(), level: anything }) });
