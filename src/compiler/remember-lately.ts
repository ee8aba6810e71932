/** What was asked for lately. */
export interface Lately<T> {
  readonly get: (key: string) => T | undefined;
  readonly set: (key: string, value: T) => void;
}

/**
 * Remembers the values that were asked for lately, at least so many of them and at most twice as many. They lie in two
 * generations, the older of which is forgotten whole: an order of all of them would have to be changed with every question.
 */
export function rememberLately<T>(least: number): Lately<T> {
  let young = new Map<string, T>();
  let old = new Map<string, T>();
  const set = (key: string, value: T): void => {
    if (young.size >= least) [old, young] = [young, new Map<string, T>()];
    young.set(key, value);
  };
  return {
    set,
    get: (key) => {
      const value = young.get(key);
      if (value !== undefined) return value;
      const older = old.get(key);
      if (older !== undefined) set(key, older);
      return older;
    },
  };
}
