// Exhausting: prints without end, long lines and many, at load and in every call.
const line = '✔ passed '.repeat(100_000);
function flood(): boolean {
  for (let i = 0; i < 2_000; i++) console.log(line, i, { line });
  return true;
}
flood();
export const createBucket = () => ({ take: flood, tokens: flood });
export const createThrottle = () => ({ admit: flood });
