/** A concept as the page of its exercise shows it. */
export interface ShownConcept {
  id: string;
  title: string;
  points: number;
  /** Worth stars. */
  beyond: boolean;
  /** HTML of the course’s own. */
  hints: readonly string[];
}
