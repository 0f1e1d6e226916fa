/**
 * The course: its lessons in order and the exercises that hang beside them. Whether one is written is not said here; that is
 * found by looking at `content/` (course.ts). Once it is, its own title and minutes are shown.
 */

export interface PlannedLesson {
  /** 1 to 16. */
  number: number;
  /** The file's name in `content/lessons`, without number and ending. */
  name: string;
  title: string;
  /** What it is about, in one line. */
  line: string;
  /** Folder names of its code exercises. */
  exercises?: string[];
}

export const plannedLessons: PlannedLesson[] = [
  {
    number: 1,
    name: 'front-desk',
    title: 'The front desk',
    line: 'What a gateway is, the order in which it checks a request, and where its growth ends.',
  },
  {
    number: 2,
    name: 'api-types',
    title: 'Three API types',
    line: 'REST, HTTP and WebSocket APIs: what each can do and what it leaves out.',
  },
  { number: 3, name: 'anatomy', title: 'Anatomy of an API', line: 'Resources, methods, stages, endpoints, domains, OpenAPI.' },
  {
    number: 4,
    name: 'integrations',
    title: 'Integrations',
    line: 'What answers behind the desk: functions, services, private networks, mocks.',
  },
  {
    number: 5,
    name: 'mapping-templates',
    title: 'Mapping templates',
    line: 'Rewriting requests and replies in VTL, with AWS’s own truth and whitespace.',
    exercises: ['vtl'],
  },
  { number: 6, name: 'validation', title: 'Request validation', line: 'Refusing a bad request before it costs anything.' },
  {
    number: 7,
    name: 'authorization',
    title: 'Authentication and authorization',
    line: 'Signatures, tokens, authorizers, policies: who may pass.',
    exercises: ['authorizer-policy'],
  },
  {
    number: 8,
    name: 'throttling',
    title: 'Throttling, quotas and usage plans',
    line: 'How fast a guest may knock, and who decides.',
    exercises: ['token-bucket'],
  },
  {
    number: 9,
    name: 'caching',
    title: 'Caching',
    line: 'Answering without asking the room: keys, lifetimes, invalidation.',
    exercises: ['cache-keys'],
  },
  { number: 10, name: 'cors', title: 'CORS', line: 'Why the browser refuses an answer that curl gets.' },
  {
    number: 11,
    name: 'websocket',
    title: 'WebSocket APIs',
    line: 'Routes, connections, and calling a whole room at once.',
    exercises: ['websocket-broadcast'],
  },
  { number: 12, name: 'releases', title: 'Stages, deployments and canaries', line: 'Bringing a change to guests, a few of them first.' },
  {
    number: 13,
    name: 'errors-and-limits',
    title: 'Errors, limits and observability',
    line: 'Reading what the desk wrote down when something broke.',
  },
  { number: 14, name: 'cost', title: 'Cost and capacity', line: 'What a month of traffic costs, and what it needs.' },
  {
    number: 15,
    name: 'choosing',
    title: 'Choosing a front door',
    line: 'API Gateway, a load balancer, a function address, or a content network.',
  },
  {
    number: 16,
    name: 'production',
    title: 'Ready for production',
    line: 'The checks before opening night, common mistakes, the interview room.',
  },
];

/** What an exercise is called before its brief is written. */
export const plannedExercises: Record<string, string> = {
  vtl: 'Template interpreter',
  'authorizer-policy': 'Authorizer and policy',
  'token-bucket': 'Token bucket',
  'cache-keys': 'Cache keys',
  'websocket-broadcast': 'Broadcast to a room',
};
