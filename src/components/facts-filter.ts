/** The filter box of the facts page. It is hidden until this runs: without scripts the ledger stands there whole. */
export function filterFacts(page: Document): void {
  const box = page.querySelector<HTMLElement>('.filter')!;
  const input = box.querySelector('input')!;
  const output = box.querySelector('output')!;
  const sections = [...page.querySelectorAll<HTMLElement>('section:has(.ledger)')].map((section) => ({
    section,
    facts: [...section.querySelectorAll('li')].map((item) => ({ item, text: item.textContent.toLowerCase() })),
  }));

  const apply = () => {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const { section, facts } of sections) {
      for (const { item, text } of facts) item.hidden = !words.every((word) => text.includes(word));
      const left = facts.filter(({ item }) => !item.hidden).length;
      section.hidden = left === 0;
      shown += left;
    }
    output.textContent = words.length > 0 ? `${shown} of ${output.dataset.total} facts` : `${output.dataset.total} facts`;
  };

  input.addEventListener('input', apply);
  // A link to a fact shows it, whatever the filter says.
  window.addEventListener('hashchange', () => {
    if (!page.querySelector(':target')?.closest('[hidden]')) return;
    input.value = '';
    apply();
    page.querySelector(':target')?.scrollIntoView();
  });
  apply();
  box.hidden = false;
}
