// Exhausting: uses up the stack, catches what comes of it, and does its work down there.
function deep(): unknown {
  try {
    return deep();
  } catch {
    try {
      console.log(new Error('down here').stack);
      setTimeout(deep, 0);
    } catch {
      // Once more, one step further up.
    }
    return true;
  }
}
export const createBucket = () => ({ take: deep, tokens: deep });
export const createThrottle = () => ({ admit: deep });
