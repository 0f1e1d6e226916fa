/** Lives to start from. The first is the one that is asked about first. */
import type { Life } from './connection-life.ts';

export interface Preset {
  name: string;
  scene: string;
  life: Life;
}

const KEPT: Life = { beat: 'client', every: 8, incident: 'none', at: 30 };

export const PRESETS: readonly [Preset, ...Preset[]] = [
  {
    name: 'Pings',
    scene: 'A program listens for bookings. At night there are none. Its WebSocket library sends a ping frame every 5 minutes.',
    life: { ...KEPT, beat: 'frames', every: 5 },
  },
  { name: 'A heartbeat', scene: 'The same program sends a message instead, every 8 minutes: {"action":"ping"}.', life: KEPT },
  {
    name: 'Too slow a heart',
    scene: 'To save half of the messages somebody sets the heartbeat to 12 minutes.',
    life: { ...KEPT, every: 12 },
  },
  {
    name: 'Only the backend',
    scene: 'A dashboard never says a word. The backend posts a value every 5 minutes.',
    life: { ...KEPT, beat: 'backend', every: 5 },
  },
  { name: 'Thrown out', scene: 'A guest is banned. The backend sends DELETE for the connection.', life: { ...KEPT, incident: 'delete' } },
  {
    name: 'A picture',
    scene: 'Somebody pastes a photo into the chat, and the client sends it as one frame of 200 KB.',
    life: { ...KEPT, incident: 'large', at: 12 },
  },
  { name: 'The lid', scene: 'In the middle of a chat the laptop is shut. It says goodbye to nobody.', life: { ...KEPT, incident: 'lid' } },
  {
    name: 'Renewed',
    scene: 'The client leaves by itself, early, and opens the next connection.',
    life: { ...KEPT, incident: 'close', at: 97 },
  },
];
