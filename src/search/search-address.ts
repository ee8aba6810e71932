/** What a reader asks for. */
export interface SearchState {
  readonly query: string;
  /** Empty for all kinds. */
  readonly kind: string;
  /** Id of an article; empty for all. */
  readonly article: string;
  /** Years, empty for no bound. */
  readonly from: string;
  readonly to: string;
  /** `page` for one result of each page. */
  readonly group: string;
}

const FILTERS = ['kind', 'article', 'from', 'to', 'group'] as const;

/** Reads `?q=…&kind=…&article=…&from=…&to=…&group=…`. */
export function readSearchAddress(search: string): SearchState {
  const parameters = new URLSearchParams(search);
  const read = (name: string): string => parameters.get(name)?.trim() ?? '';
  return {
    query: read('q'),
    kind: read('kind'),
    article: read('article'),
    from: read('from'),
    to: read('to'),
    group: read('group'),
  };
}

/** The part of the address from the question mark on; nothing when nothing is asked. */
export function writeSearchAddress(state: SearchState): string {
  const parameters = new URLSearchParams();
  if (state.query !== '') parameters.set('q', state.query);
  for (const name of FILTERS) if (state[name] !== '') parameters.set(name, state[name]);
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}
