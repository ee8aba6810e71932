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
  /** Values by facet, as `kind.property`. */
  readonly facets: Readonly<Record<string, string>>;
  /** `name`, `oldest` or `newest`; empty for the best first. */
  readonly sort: string;
  /** `page` for one result of each page. */
  readonly group: string;
}

export const NOTHING_ASKED: SearchState = {
  query: '',
  kind: '',
  article: '',
  from: '',
  to: '',
  facets: {},
  sort: '',
  group: '',
};

const SETTINGS = ['kind', 'article', 'from', 'to', 'sort', 'group'] as const;
const FACET = /^[a-z0-9-]+\.[a-z0-9-]+$/;

/** Reads `?q=…&kind=…&article=…&from=…&to=…&sort=…&group=…&<kind>.<property>=…`; what it does not know it leaves out. */
export function readSearchAddress(search: string): SearchState {
  const parameters = new URLSearchParams(search);
  const read = (name: string): string => parameters.get(name)?.trim() ?? '';
  return {
    query: read('q'),
    kind: read('kind'),
    article: read('article'),
    from: read('from'),
    to: read('to'),
    facets: Object.fromEntries(
      [...new Set(parameters.keys())]
        .filter((name) => FACET.test(name) && read(name) !== '')
        .map((name) => [name, read(name)]),
    ),
    sort: read('sort'),
    group: read('group'),
  };
}

/** The part of the address from the question mark on; nothing when nothing is asked. */
export function writeSearchAddress(state: SearchState): string {
  const parameters = new URLSearchParams();
  if (state.query !== '') parameters.set('q', state.query);
  for (const name of SETTINGS) if (state[name] !== '') parameters.set(name, state[name]);
  for (const [name, value] of Object.entries(state.facets)) if (value !== '') parameters.set(name, value);
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}

/** Whether anything narrows the results down. Order and grouping do not. */
export function isFiltered({ kind, article, from, to, facets }: SearchState): boolean {
  return [kind, article, from, to, ...Object.values(facets)].some((value) => value !== '');
}
