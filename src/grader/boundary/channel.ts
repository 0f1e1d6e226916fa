/**
 * The line to one subject. Text only, in both directions, so that nothing a subject sends can be more than a string.
 * Whoever made the subject hands this over: a child process, a Worker, a sandboxed frame.
 */
export interface Channel {
  post(text: string): void;
  /** Called with what the subject sends. */
  onText: (text: string) => void;
  /** Called once when the subject ends by itself, with the reason as a sentence; never after `kill`. */
  onEnd: (why: string) => void;
  /** Ends the subject and everything that it started, whatever it is doing. Nothing arrives afterwards. */
  kill(): void;
}

/** Starts a fresh subject that loads the submission at once. */
export type OpenChannel = () => Channel;
