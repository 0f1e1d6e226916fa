/**
 * “The sealed envelope”: a page at one origin calls a REST API at another; what goes out, what comes back, and what the page’s script may
 * see of it. The three authors of the lesson write the headers: the mock behind OPTIONS, the backend, and gateway responses on refusals.
 * The browser’s part is the CORS protocol of the Fetch standard; the gateway’s is B-COR-01.
 */

/** What the script asks for. `form`: a POST as text/plain, such as a form could send it. */
export const CALLS = ['get', 'form', 'token', 'json', 'delete'] as const;
export type Call = (typeof CALLS)[number];

/** Access-Control-Allow-Origin: not there, the page’s own, any, two in one value. */
export const ORIGINS = ['none', 'page', 'star', 'two'] as const;
export type Origin = (typeof ORIGINS)[number];

/** A list of methods or of headers: not there, the right names, a star. */
export const NAMES = ['none', 'named', 'star'] as const;
export type Names = (typeof NAMES)[number];

/** What answers OPTIONS: the mock; an authorizer that stands before it; nothing. */
export const DOORS = ['mock', 'guarded', 'missing'] as const;
export type Door = (typeof DOORS)[number];

/** What answers the call: the backend; a throttle of the gateway; the gateway in place of a backend that crashed. */
export const REPLIES = ['backend', 'throttled', 'crashed'] as const;
export type Reply = (typeof REPLIES)[number];

interface Allows {
  origin: Origin;
  credentials: boolean;
}
export interface MockHeaders extends Allows {
  methods: Names;
  headers: Names;
}
export interface ReplyHeaders extends Allows {
  /** Access-Control-Expose-Headers names the reply’s own header. */
  expose: boolean;
}

export interface Situation {
  call: Call;
  /** The page says `credentials: 'include'`. */
  cookies: boolean;
  door: Door;
  reply: Reply;
  mock: MockHeaders;
  backend: ReplyHeaders;
  gateway: ReplyHeaders;
}

/** Statuses of what the gateway answers by itself. */
export interface Statuses {
  guarded: number;
  missing: number;
  throttled: number;
  crashed: number;
}

export type Author = 'mock' | 'backend' | 'gateway';

/** Why a reply stays shut, or the call is not sent. */
export type Fault = 'no-origin' | 'two-origins' | 'star-with-cookies' | 'no-credentials' | 'status' | 'method' | 'header';

export interface Answer {
  status: number;
  author: Author;
  allows: Allows;
  /** Undefined: the browser is content. */
  fault?: Fault | undefined;
}

/** What the script has in the end: the reply, an error although the call was made, an error because it was not. */
export const OUTCOMES = ['opened', 'sealed', 'unsent'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export interface Delivery {
  /** Undefined: the call is simple, nothing is asked ahead. */
  preflight?: Answer | undefined;
  /** Undefined: it was not sent. */
  call?: Answer | undefined;
  outcome: Outcome;
  /** The script can read the reply’s own header. */
  reads: boolean;
  /** The backend ran. */
  ran: boolean;
}

const OK = 200;
const NO_CONTENT = 204;

/** The header that makes a call ask ahead, if there is one. */
export const ownHeader = (call: Call): string | undefined =>
  call === 'token' ? 'authorization' : call === 'json' ? 'content-type' : undefined;
export const methodOf = (call: Call): string => (call === 'delete' ? 'DELETE' : call === 'json' || call === 'form' ? 'POST' : 'GET');
export const isSimple = (call: Call): boolean => call === 'get' || call === 'form';

export function deliver(situation: Situation, statuses: Statuses): Delivery {
  const { call, cookies, reply, backend, gateway } = situation;
  const preflight = isSimple(call) ? undefined : askAhead(situation, statuses);
  if (preflight?.fault) return { preflight, outcome: 'unsent', reads: false, ran: false };
  const author = reply === 'backend' ? 'backend' : 'gateway';
  const allows = reply === 'backend' ? backend : gateway;
  const status = reply === 'backend' ? OK : statuses[reply];
  const fault = faultOf(allows, cookies);
  return {
    preflight,
    call: { status, author, allows, fault },
    outcome: fault ? 'sealed' : 'opened',
    reads: !fault && allows.expose,
    ran: reply !== 'throttled',
  };
}

/** The preflight carries no token and no cookie, so a guard refuses it, and the refusal is the gateway’s own. */
function askAhead({ call, cookies, door, mock, gateway }: Situation, statuses: Statuses): Answer {
  if (door !== 'mock') return { status: statuses[door], author: 'gateway', allows: gateway, fault: faultOf(gateway, cookies) ?? 'status' };
  const fault = faultOf(mock, cookies) ?? faultOfNames(call, cookies, mock);
  return { status: NO_CONTENT, author: 'mock', allows: mock, fault };
}

/** In the order in which a browser looks. With cookies a star counts nowhere. */
function faultOf({ origin, credentials }: Allows, cookies: boolean): Fault | undefined {
  if (origin === 'none') return 'no-origin';
  if (origin === 'two') return 'two-origins';
  if (!cookies) return undefined;
  if (origin === 'star') return 'star-with-cookies';
  return credentials ? undefined : 'no-credentials';
}

/** GET and POST need no permission. By the standard a star does not cover `authorization`. */
function faultOfNames(call: Call, cookies: boolean, { methods, headers }: MockHeaders): Fault | undefined {
  const isCovered = (names: Names) => names === 'named' || (names === 'star' && !cookies);
  if (call === 'delete' && !isCovered(methods)) return 'method';
  if (call === 'token' && headers !== 'named') return 'header';
  if (call === 'json' && !isCovered(headers)) return 'header';
  return undefined;
}

/** One setting of one author, changed. */
export function withHeaders<Who extends Author>(situation: Situation, who: Who, part: Partial<Situation[Who]>): Situation {
  return { ...situation, [who]: { ...situation[who], ...part } };
}
