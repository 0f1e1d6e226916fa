/** Minutes as a reader plans with them. */

/** `45 minutes`, `2 hours`, `1 hour 5 minutes`. */
export function spanOf(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return [hours > 0 && counted(hours, 'hour'), (rest > 0 || hours === 0) && counted(rest, 'minute')].filter(Boolean).join(' ');
}

/** The same to plan by, to the half hour: `about 13 and a half hours`. What is shorter than two hours stays as it is. */
export function roughSpanOf(minutes: number): string {
  if (minutes < 120) return spanOf(minutes);
  const halves = Math.round(minutes / 30);
  return `about ${Math.floor(halves / 2)}${halves % 2 === 1 ? ' and a half' : ''} hours`;
}

/** A time since the beginning, as a clock shows it: `0:08`, `1:25`. */
export function clockOf(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

function counted(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`;
}
