/** Keeps what a reader has set in the address of the page, so that it can be sent and come back to. */
export function keepInAddress(name: string, value: string): void {
  const url = new URL(location.href);
  if (value === '') url.searchParams.delete(name);
  else url.searchParams.set(name, value);
  history.replaceState(history.state, '', url);
}

/** What the address says of a setting. */
export function readFromAddress(name: string): string {
  return new URLSearchParams(location.search).get(name) ?? '';
}
