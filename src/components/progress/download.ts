/** Gives the reader a text as a file. */
export function download(name: string, text: string, type = 'application/json'): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // A download that has begun keeps what it needs.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
