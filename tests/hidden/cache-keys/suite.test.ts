/** The concepts in rising order: each file tests its own idea and leans only on those above it. */
import './projection.ts';
import './reading.ts';
import './encoding.ts';
import './identity.ts';
import './ttl.ts';
import './storing.ts';
import './refresh.ts';
import './room.ts';
