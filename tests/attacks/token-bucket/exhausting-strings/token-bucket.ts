// Exhausting: doubles texts until nothing is left, and sends back what it has.
function double(): string {
  let text = 'token';
  try {
    for (;;) text += text;
  } catch {
    return text;
  }
}
export const createBucket = () => ({ take: double, tokens: () => [double(), double().toUpperCase()] });
export const createThrottle = () => ({ admit: () => 10n ** 10_000_000n });
