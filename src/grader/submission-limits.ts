/** How much a submission may be. What is larger is not the work of a person. */

/** Characters, or bytes where a file is not yet read. */
export const FILE_LIMIT = 500_000;
/** Milliseconds that reading one file may take: hundreds of times what a thousand lines need on a machine that does nothing else. */
export const READING_LIMIT = 5_000;
/** Files of one exercise. */
export const FILES_LIMIT = 50;
