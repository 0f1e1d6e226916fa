/** Situations to start from, most of them faults. */
import type { Setup } from './four-boxes.ts';

export interface Preset {
  name: string;
  scene: string;
  setup: Setup;
  /** What to try next. */
  next: string;
}

/** Nothing is wrong with it, and the kitchen cooks. */
export const SOUND: Setup = {
  hotel: 'sent',
  content: 'json',
  dish: 'text',
  validator: 'on',
  parameter: 'required',
  model: 'json',
  type: 'HTTP',
  mapping: 'on',
  template: 'json',
  passthrough: 'NEVER',
  answer: 201,
  success: '2\\d{2}',
  failure: '404',
  fallback: 500,
  header: 'on',
  statuses: '200 201 404 500',
  declared: 'yes',
};

export const PRESETS: readonly Preset[] = [
  {
    name: 'A 404 on the way back',
    scene:
      'The kitchen does not know the dish and answers 404. The integration is of the type HTTP, with a template for JSON. On the way back the pattern 2\\d{2} makes 201, and a response without a pattern makes 200.',
    setup: { ...SOUND, answer: 404, failure: 'none', fallback: 200 },
    next: 'Give 404 a pattern of its own. Then try 4\\d{2}, and 4.',
  },
  {
    name: 'A header for the app',
    scene:
      'The app wants to know which kitchen cooks. So the integration responses copy the kitchen’s header x-kitchen. The method responses were left as they are: four statuses, no header.',
    setup: { ...SOUND, declared: 'no' },
    next: 'Declare the header. Then take the mapping away and leave the declaration. Then declare 200 and 201 only.',
  },
  {
    name: 'Half a pattern',
    scene:
      'All refusals of the kitchen shall become 404, so somebody wrote the pattern 4. The default is 500, and it is declared. The kitchen answers 404.',
    setup: { ...SOUND, answer: 404, failure: '4' },
    next: 'Try No such dish.*, which is what stands in the kitchen’s body. Then 4\\d{2}.',
  },
  {
    name: 'No default',
    scene: 'Everything that the kitchen may say has a pattern: 2\\d{2} and 404. Tonight it is closed and says 503.',
    setup: { ...SOUND, answer: 503, fallback: 'none' },
    next: 'Take the pattern of success away, too, and let the kitchen cook: who is told of the order?',
  },
  {
    name: 'Past both locks',
    scene:
      'A model for JSON wants a text in dish, and a template for JSON picks that one field. Passthrough was never set, so it is WHEN_NO_MATCH. The caller sends a number in dish, as text/plain.',
    setup: { ...SOUND, content: 'text', dish: 'number', passthrough: 'WHEN_NO_MATCH' },
    next: 'Send the same as JSON, then as text/plain with NEVER: two locks, two statuses.',
  },
  {
    name: 'Required, unchecked',
    scene:
      'The method says that x-hotel is required and that the body has a model. Its validator is none. The caller leaves the header out.',
    setup: { ...SOUND, hotel: 'left-out', validator: 'off' },
    next: 'Turn the validator on. Then declare the header without requiring it, and then not at all: that last one ends elsewhere.',
  },
  {
    name: 'Now it is a proxy',
    scene:
      'The type was changed to HTTP_PROXY. Template, patterns and declared statuses were left in place: success becomes 201, all else 500. The kitchen answers 404.',
    setup: { ...SOUND, type: 'HTTP_PROXY', answer: 404, failure: 'none' },
    next: 'Take away what you like on the right, one after the other. Then look what a proxy keeps from the kitchen.',
  },
];
