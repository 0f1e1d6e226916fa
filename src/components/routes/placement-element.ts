/** `<fd-placement>`: the placement quiz on its page. */
import { openPlacement } from './placement-form.ts';

class PlacementElement extends HTMLElement {
  #open = false;

  connectedCallback(): void {
    if (this.#open) return;
    this.#open = true;
    openPlacement(this, () => localStorage);
  }
}

customElements.define('fd-placement', PlacementElement);
