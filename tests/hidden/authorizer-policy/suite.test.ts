/** The concepts in rising order: each file tests its own idea and leans only on those above it. */
import './wildcards.ts';
import './statements.ts';
import './conditions.ts';
import './malformed.ts';
import './both-sides.ts';
import './callers.ts';
import './answers.ts';
import './result-cache.ts';
