/** The concepts in rising order: each file tests its own idea and leans only on those above it. */
import './capacity.ts';
import './refill.ts';
import './cap.ts';
import './refusal.ts';
import './levels.ts';
import './overrides.ts';
import './clients.ts';
import './quota.ts';
