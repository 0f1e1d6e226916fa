/** `<fd-placement>`: the placement quiz on its page. */
import { progress } from '../../progress/here.ts';
import { openPlacement } from './placement-form.ts';

class PlacementElement extends HTMLElement {
  #open = false;

  connectedCallback(): void {
    if (this.#open) return;
    this.#open = true;
    openPlacement(this, progress);
  }
}

customElements.define('fd-placement', PlacementElement);
