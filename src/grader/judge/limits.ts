/** What a submission may use up, the same in every host. Times in milliseconds. */
export const LIMITS = {
  /** For the calls of one message; a property's cases travel in one. */
  call: 2_000,
  /** For loading the submission. */
  load: 2_000,
  /** For loading and for all tests, over the whole suite. */
  submission: 10_000,
  /** Hangs in one concept after which its other tests are not run. */
  hangsPerConcept: 2,
  /** Subjects that may be lost (hung, crashed, run out of memory) before the rest is not run. */
  subjects: 12,
  /** Characters of one message. */
  message: 16_000_000,
  /** Resident memory of the subject's process, in megabytes. */
  memory: 256,
};

export type Limits = typeof LIMITS;

/** The longest that a timer can wait. */
const FOR_EVER = 2 ** 31 - 1;

/** For a learner who stands in the debugger. */
export const PATIENT_LIMITS: Limits = { ...LIMITS, call: FOR_EVER, load: FOR_EVER, submission: FOR_EVER };
