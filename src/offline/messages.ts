/** A page tells the edition that waits to take the place of the one before. */
export const TAKE_OVER = 'take over';

/** Header of a request for a file as the build wrote it: a server that puts something into its pages leaves it out. */
export const AS_BUILT = 'x-as-built';
