/** The concepts in rising order: each file tests its own idea and leans only on those above it. The first six count; the others go beyond. */
import './references.ts';
import './input.ts';
import './set.ts';
import './if.ts';
import './foreach.ts';
import './util.ts';
import './expressions.ts';
import './methods.ts';
import './printing.ts';
import './whitespace.ts';
import './escapes.ts';
import './json-path.ts';
import './bodies.ts';
import './overrides.ts';
import './directives.ts';
import './errors.ts';
import './limits.ts';
