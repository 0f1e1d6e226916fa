/** The concepts in rising order: each file tests its own idea and leans only on those above it. */
import './routes.ts';
import './connections.ts';
import './rooms.ts';
import './fan-out.ts';
import './failures.ts';
import './concurrency.ts';
import './retry.ts';
import './order.ts';
