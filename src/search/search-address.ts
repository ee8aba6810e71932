/** What a reader asks for. */
export interface SearchState {
  readonly query: string;
  /** Empty for all kinds. */
  readonly kind: string;
}

/** Reads `?q=…&kind=…`. */
export function readSearchAddress(search: string): SearchState {
  const parameters = new URLSearchParams(search);
  return { query: parameters.get('q')?.trim() ?? '', kind: parameters.get('kind') ?? '' };
}

/** The part of the address from the question mark on; nothing when nothing is asked. */
export function writeSearchAddress({ query, kind }: SearchState): string {
  const parameters = new URLSearchParams();
  if (query !== '') parameters.set('q', query);
  if (kind !== '') parameters.set('kind', kind);
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}
