/** Property tests try the same cases everywhere and every time: what fails once fails again. */
import fc from 'fast-check';

fc.configureGlobal({ seed: 20_261_121 });
