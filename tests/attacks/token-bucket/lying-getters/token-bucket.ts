// Lying: answers are computed when they are looked at, each time another one.
let looks = 0;
const answer = () => ({
  get allowed() {
    return looks++ % 2 === 0;
  },
  get response() {
    return looks % 3 === 0 ? undefined : 'THROTTLED';
  },
  get level() {
    return ['plan', 'method', 'account'][looks % 3];
  },
});
export const createBucket = () => ({ take: answer, tokens: answer });
export const createThrottle = () => ({ admit: answer });
