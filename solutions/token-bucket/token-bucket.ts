/** Token bucket, the reference: one bucket, then the throttle that asks several of them, and the quota. */
export { createBucket } from './bucket.ts';
export { createThrottle } from './throttle.ts';
