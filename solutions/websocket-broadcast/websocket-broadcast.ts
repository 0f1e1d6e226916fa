/** WebSocket broadcast, the reference: which route a message takes, who is connected, and how a room hears of it. */
export { createBroadcaster } from './broadcaster.ts';
export { createConnections } from './connections.ts';
export { selectRoute } from './route.ts';
