/** What “night shift” says. */
import { amount } from '../calculators/words.ts';
import { stopOf, STOPS, type Fault, type Reply, type Run, type Stop, type Verdict } from './night-shift.ts';
import { refusalOf, statusOf, THRESHOLDS, UNKNOWN, type Alarm, type Metric, type Metrics, type Replies } from './night-shift-desk.ts';
import { RAISED, type Cure } from './night-shift-nights.ts';

export const STOP_NAMES: Record<Stop, string> = {
  path: 'The path that is asked for',
  authorizer: 'The authorizer',
  key: 'The API key',
  plan: 'The plan’s limit',
  account: 'The account’s limit',
  permission: 'The permission to call the function',
  time: 'A clock that strikes too early',
  reply: 'The form of the function’s reply',
};

export const CURE_NAMES: Record<Cure, string> = {
  path: 'Tell the partner the right path',
  policy: 'Let the authorizer’s policy allow the partner',
  authorizer: 'Mend the authorizer’s code',
  key: 'Enable the partner’s key',
  plan: `Raise the plan’s rate to ${RAISED.plan} a second`,
  pace: 'Have the partner’s client keep to its plan',
  account: 'Double the account’s rate',
  permission: 'Let the gateway call the function',
  timeout: `Let the integration take ${RAISED.timeout} seconds`,
  functionTimeout: `Let the function run for ${RAISED.functionTimeout} seconds`,
  shape: 'Mend the form of the function’s reply',
};

const PARTNER = '203.0.113.9';
const SCANNER = '192.0.2.66';
export const CALLER_NAMES: Record<Reply['call']['caller'], string> = { guest: 'guests', partner: `partner, ${PARTNER}`, scanner: SCANNER };

const two = (value: number) => String(value).padStart(2, '0');
/** The shift begins at half past two. */
export const clock = (seconds: number): string => `02:${two(30 + Math.floor(seconds / 60))}:${two(Math.floor(seconds) % 60)}`;

/** May break before its last word. */
export const metricName = (metric: Metric): string => metric.replace(/(?<=n)Latency/, '\u200BLatency');

export const minuteName = (minute: number): string => `02:${30 + minute}`;

const milliseconds = (seconds: number) => String(Math.max(1, Math.round(seconds * 1000)));

export const LOG_FORMAT = 'time ip "request" status refusal latency backendLatency';

/** A line of the access log, in that format. */
export function logLine({ call, ending, latency, backend }: Reply, replies: Replies, request: string): string {
  const ip =
    call.caller === 'partner'
      ? PARTNER
      : call.caller === 'scanner'
        ? SCANNER
        : `198.51.100.${1 + Math.floor(((call.luck * 1000) % 1) * 250)}`;
  const asked = call.caller === 'scanner' ? 'GET /wp-login.php' : call.caller === 'partner' ? request : 'GET /rooms';
  const backendLatency = backend === undefined ? (ending === 'permission' ? UNKNOWN : '-') : milliseconds(backend);
  return `${clock(call.at)} ${ip} "${asked}" ${statusOf(ending, replies)} ${refusalOf(ending)} ${milliseconds(latency)} ${backendLatency}`;
}

/** A reply as it came over the wire, without what says nothing. */
export function wireLines(fault: Fault, replies: Replies): string[] {
  const [status, errorType, body] = replies[fault];
  return [
    `HTTP/2 ${status}`,
    'content-type: application/json',
    `x-amzn-errortype: ${errorType || UNKNOWN}`,
    '',
    body || `{"message":${UNKNOWN}}`,
  ];
}

export function functionSentence({ begun, ended }: { begun: number; ended: number }): string {
  if (begun === 0) return 'Not a line since 02:33.';
  const runs = `Begun since 02:33: ${amount(begun)}.`;
  return ended === 0 ? `${runs} All of them came to their end.` : `${runs} Ended with “Task timed out”: ${amount(ended)}.`;
}

const IS_SUM: Record<Metric, boolean> = { Count: true, '4XXError': true, '5XXError': true, Latency: false, IntegrationLatency: false };

export const figure = (metric: Metric, value: number | undefined): string =>
  value === undefined ? '–' : IS_SUM[metric] ? amount(value) : `${amount(Math.round(value))} ms`;

/** What the ten minutes come to: a sum, or from which average to which. */
export function metricSentence(metric: Metric, metrics: Metrics): string {
  const values = metrics[metric].filter((value) => value !== undefined);
  if (IS_SUM[metric]) return `${amount(values.reduce((total, value) => total + value, 0))} in all`;
  if (values.length === 0) return 'nothing measured';
  const [least, most] = [Math.min(...values), Math.max(...values)].map((value) => amount(Math.round(value)));
  return least === most ? `${most} ms` : `${least} to ${most} ms`;
}

export function guessSentence(guess: Stop, fault: Fault): string {
  const [said, is] = [STOP_NAMES[guess], STOP_NAMES[stopOf(fault)]];
  return guess === stopOf(fault) ? `${is}, as you said.` : `${is}. You said: ${said[0]!.toLowerCase()}${said.slice(1)}.`;
}

/** What tells this fault from those that look like it. */
export function whySentence(fault: Fault, replies: Replies): string {
  const [status] = replies[fault];
  const key = replies.key[0];
  switch (fault) {
    case 'key':
      return `All come from one address, each with ${status} and INVALID_API_KEY: the key was disabled. A wrong path and a policy that denies have the same status. A throttle would be ${replies.plan[0]}.`;
    case 'plan':
      return `${status}, THROTTLED, and only for the partner, while the guests are served. So its own plan is full. A full account turns away the guests as well.`;
    case 'account':
      return `${status}, THROTTLED, for guests and partner alike, though neither calls more than before. What they share is the account, and with it the calls of every other API in the Region.`;
    case 'path':
      return `MISSING_AUTHENTICATION_TOKEN is this type’s word for a path that it does not have. Read the request: the s is missing at its end. A bad key is ${key}, too, with another word.`;
    case 'denied':
      return `ACCESS_DENIED: the authorizer ran and said no. If it had crashed it would be ${replies.broken[0]}, and the guests would have it, too. A disabled key has this status and another word.`;
    case 'broken':
      return `AUTHORIZER_FAILURE, for everybody. The function’s log is as empty as without a permission, and the status the same: the word in the log tells them apart.`;
    case 'permission':
      return `${status}, and the function’s log is empty since 02:33. No word of an authorizer stands in the access log, so the call came past it and ended at the function’s door.`;
    case 'malformed':
      return `${status}, and the function’s log is full of calls that came to their end. The gateway takes no field that it does not know, so one more breaks the reply. The bookings were made.`;
    case 'late':
      return `${status}, and backendLatency stops at the gateway’s limit. The function goes on: its log says that every report was finished, for nobody.`;
    case 'ended':
      return `The same ${status} as a malformed reply. But backendLatency is alike for all of them, and the function’s log says “Task timed out”: it was ended by its own timeout, which nobody had set.`;
  }
}

export const ALARM_NAMES: Record<Alarm, string> = {
  named: '“throttling”, on 4XXError',
  fail: '“we fail”, on 5XXError',
  slow: '“we are slow”, on the p99 of Latency',
  filter: '“we turn away customers”, on THROTTLED in the log',
};

export function alarmRules(share: number): Record<Alarm, string> {
  return {
    named: `above ${share * 100} percent of the calls, five minutes in a row`,
    fail: `above ${THRESHOLDS.fail * 100} percent, three minutes of five`,
    slow: `above ${THRESHOLDS.slow} seconds, three minutes of five`,
    filter: `above ${THRESHOLDS.filter} lines a minute, three minutes of five`,
  };
}

/** Whether what rang has named the cause. */
export function alarmSentence(alarm: Alarm, fault: Fault): string {
  const throttled = fault === 'plan' || fault === 'account';
  switch (alarm) {
    case 'named':
      return throttled
        ? 'Tonight its name is true, by chance: it counts every client error.'
        : 'Its name is wrong. Nothing was throttled; it counts every client error.';
    case 'fail':
      return 'Its name is true, and says no more than it measures. At which stop, no metric knows.';
    case 'slow':
      return 'Its name is true: they wait. Whether for the database, the function or a clock, it cannot say.';
    case 'filter':
      return 'It names the cause as far as the word goes. Whose limit it was stands in the other fields.';
  }
}

export function alarmsSentence(rang: readonly Alarm[], said: readonly Alarm[]): string {
  const all = rang.length === 1 ? 'One of them rings.' : `${rang.length} of them ring.`;
  const right = rang.length === said.length && rang.every((alarm) => said.includes(alarm));
  return right ? `${all} As you said.` : all;
}

export const verdictMark = (verdict: Verdict): string => (verdict === 'cured' ? 'It counts.' : 'It does not count.');

/** What the replay shows. @param left how most calls end that still fail */
export function verdictSentence(cure: Cure, verdict: Verdict, fault: Fault, left: Fault | undefined, after: Run, replies: Replies): string {
  if (verdict === 'nothing') return `Nothing has changed. ${hint(cure, fault, replies)}`;
  if (verdict === 'other')
    return `The ${replies[fault][0]} are gone, and now it is ${replies[left!][0]}, for the guests, too. The limit has kept the calls from a database that cannot take them. Without it all of them wait for each other.`;
  if (cure === 'pace')
    return `Nobody is refused any more. ${amount(after.held)} calls did not come in these minutes, so the import takes longer. If the partner was sold more than its plan gives, raise the plan, as far as what stands behind can take it.`;
  return `Nobody fails any more. ${lessonOf(cure, replies)}`;
}

function lessonOf(cure: Exclude<Cure, 'pace'>, replies: Replies): string {
  const lessons: Record<typeof cure, string> = {
    path: 'A name that was published is best kept: a path that is spelled in a second way costs less than this night.',
    policy: 'Answers that were kept from before may still deny for a while.',
    authorizer: 'Let it end in a clear no, and not in an exception, wherever it can decide.',
    key: 'What was disabled by hand should say by whom, and why.',
    plan: 'What the customer pays for is now what the plan gives, and the database takes it.',
    account: 'Who asks for it in the night waits for the answer. A load test belongs into an account of its own.',
    permission: 'The permission belongs into the stack in which the function is.',
    timeout:
      'But they wait as long as before, and a little longer, so the alarm on Latency goes on ringing. The second page serves a report without a wait.',
    functionTimeout: `But it is above the gateway’s limit now. A slower bank would cost a ${replies.late[0]}, and the function would go on working for nobody.`,
    shape: 'The bookings of these minutes exist. Whoever tried again may have two.',
  };
  return lessons[cure];
}

/** Why this setting could not help. */
function hint(cure: Cure, fault: Fault, replies: Replies): string {
  const isLimit = cure === 'plan' || cure === 'pace' || cure === 'account';
  if (isLimit && replies[fault][0] !== replies.plan[0]) return `A limit refuses with ${replies.plan[0]}. Here it is ${replies[fault][0]}.`;
  if (isLimit) return 'It is another limit that is full.';
  if (STOP_OF_CURE[cure] === stopOf(fault)) return SAME_STOP[fault]!;
  return STOPS.indexOf(STOP_OF_CURE[cure]) < STOPS.indexOf(stopOf(fault))
    ? 'The calls came past that stop, and failed further on.'
    : 'No call that failed came as far as that stop.';
}

const STOP_OF_CURE: Record<Cure, Stop> = {
  path: 'path',
  policy: 'authorizer',
  authorizer: 'authorizer',
  key: 'key',
  plan: 'plan',
  pace: 'plan',
  account: 'account',
  permission: 'permission',
  timeout: 'time',
  functionTimeout: 'time',
  shape: 'reply',
};

/** Where one stop can fail in two ways, and the other one was mended. */
const SAME_STOP: Partial<Record<Fault, string>> = {
  denied: 'The stop is the right one, but it did not crash: it ran and said no.',
  broken: 'The stop is the right one, but it never came to say anything.',
  ended: 'It is a clock, but the function’s own strikes first.',
  late: 'It is a clock, but the gateway’s strikes first.',
};
