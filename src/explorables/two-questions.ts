/**
 * “Two questions”: which type of API a list of needs leaves, by the feature matrix. The first asks whether the backend must speak unasked,
 * which is the row of WebSocket connections; the second whether a need is left that an HTTP API does not meet.
 */

export const TYPES = ['websocket', 'rest', 'http'] as const;
export type ApiType = (typeof TYPES)[number];

type Has = 'yes' | 'no' | 'partly';

/** A row of the feature matrix, for the three types alone. Notes stand where a type has not all of it. */
export interface Need {
  id: string;
  title: string;
  group: string;
  types: Readonly<Record<ApiType, { has: Has; note?: string }>>;
}

/** The need that answers the first question. */
export const UNASKED = 'websocket';

/** A need that a type meets not, or in part. */
export interface Gap {
  /** None for what no row says. */
  id?: string;
  title: string;
  note?: string;
}

export interface Judgement {
  type: ApiType;
  /** Any of these excludes the type. */
  lacks: readonly Gap[];
  /** Each of these needs a second look. */
  partly: readonly Gap[];
}

export interface Decision {
  /** Undefined: no type meets the whole list. */
  type: ApiType | undefined;
  /** Each of these alone decides for the type; none when HTTP is left because nothing argues against it. */
  deciding: readonly Gap[];
  judgements: Readonly<Record<ApiType, Judgement>>;
}

/** Needs that nobody knows count for nothing. */
export function decide(matrix: readonly Need[], needs: ReadonlySet<string>): Decision {
  const list = matrix.filter(({ id }) => needs.has(id));
  const judge = (type: ApiType): Judgement => {
    const gaps = (has: Has) => list.filter(({ types }) => types[type].has === has).map((need) => gapOf(need, type));
    return { type, lacks: [...(type === 'websocket' && !needs.has(UNASKED) ? [REQUESTS] : []), ...gaps('no')], partly: gaps('partly') };
  };
  const judgements = { websocket: judge('websocket'), rest: judge('rest'), http: judge('http') };
  const { rest, http } = judgements;
  // Where REST and HTTP are both left, price breaks the tie.
  const type = (needs.has(UNASKED) ? (['websocket'] as const) : (['http', 'rest'] as const)).find(
    (candidate) => judgements[candidate].lacks.length === 0,
  );
  const deciding = type === 'websocket' ? rest.lacks.filter(({ id }) => id === UNASKED) : type === 'rest' ? http.lacks : rest.lacks;
  return { type, deciding: type === undefined ? [] : deciding, judgements };
}

/** What a WebSocket API is by its nature; no row of the matrix says so. */
const REQUESTS: Gap = { title: 'ordinary requests', note: 'it takes messages over open connections' };

function gapOf({ id, title, types }: Need, type: ApiType): Gap {
  const { note } = types[type];
  return { id, title, ...(note !== undefined && { note }) };
}

const LETTERS: Record<string, Has> = { y: 'yes', n: 'no', p: 'partly' };

/** The matrix from the short text that a page carries. */
export function unpack(text: string): Need[] {
  let group = '';
  return text.split('\n').flatMap((line) => {
    const [id = '', title, letters = '', ...notes] = line.split('|');
    if (title === undefined) {
      group = id;
      return [];
    }
    const answers = TYPES.map((type, index) => {
      const note = notes[index];
      return [type, { has: LETTERS[letters[index]!]!, ...(note && { note }) }];
    });
    return [{ id, title, group, types: Object.fromEntries(answers) as Need['types'] }];
  });
}
