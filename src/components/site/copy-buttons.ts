/** A button on every code block that copies its code. It is made here, so that a page brings its code only once. */
export function addCopyButtons(root: ParentNode): void {
  for (const frame of root.querySelectorAll<HTMLElement>('.expressive-code .frame')) {
    const code = frame.querySelector('code');
    if (!code) continue;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy-code';
    button.textContent = 'Copy';
    button.setAttribute('aria-label', 'Copy the code');
    const said = document.createElement('span');
    said.className = 'sr-only';
    said.role = 'status';
    button.addEventListener('click', async () => {
      const isCopied = await copy(textOf(frame), code);
      said.textContent = isCopied ? 'Copied.' : 'The code is selected. Copy it with the keyboard.';
      button.textContent = isCopied ? 'Copied' : 'Selected';
    });
    button.addEventListener('blur', () => {
      said.textContent = '';
      button.textContent = 'Copy';
    });
    frame.append(button, said);
  }
}

/** The code of a block, line by line. Of a terminal only what is typed: its lines that are comments stay behind. */
export function textOf(frame: Element): string {
  const lines = Array.from(frame.querySelectorAll('.ec-line .code'), (line) => (line.textContent ?? '').replace(/\n$/, ''));
  const isTerminal = frame.classList.contains('is-terminal');
  return lines.filter((line) => !isTerminal || !/^\s*#/.test(line)).join('\n');
}

/** Whether `text` is on the clipboard now. Where a page may not write there, `element` is selected instead. */
async function copy(text: string, element: Element): Promise<boolean> {
  try {
    // Missing on an insecure origin, such as the address of a laptop in a room.
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    getSelection()?.selectAllChildren(element);
    return false;
  }
}
