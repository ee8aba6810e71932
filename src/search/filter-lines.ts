/** Which documents have a value, as numbers in rising order. */
export interface FilterValue {
  readonly value: string;
  readonly documents: readonly number[];
}

/**
 * A line for each value: the value, then runs of documents, each as the distance from the end of the last run and, where it
 * is longer than one, its length. Documents of one kind are neighbours, so that most values are a single run.
 */
export function writeFilter(values: readonly FilterValue[]): string {
  return values
    .toSorted((a, b) => (a.value < b.value ? -1 : a.value > b.value ? 1 : 0))
    .map(({ value, documents }) => `${value.replace(/[\t\n]/g, ' ')}\t${writeRuns(documents)}`)
    .join('\n');
}

function writeRuns(documents: readonly number[]): string {
  const runs: string[] = [];
  let end = 0;
  for (let at = 0; at < documents.length;) {
    const from = documents[at] ?? 0;
    let length = 1;
    while (documents[at + length] === from + length) length += 1;
    runs.push((from - end).toString(36) + (length > 1 ? `+${length.toString(36)}` : ''));
    end = from + length;
    at += length;
  }
  return runs.join(' ');
}

/** Reads what `writeFilter` wrote. */
export function readFilter(text: string): readonly FilterValue[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [value = '', runs = ''] = line.split('\t');
      const documents: number[] = [];
      let end = 0;
      for (const run of runs.split(' ').filter((one) => one !== '')) {
        const [gap = '0', length = '1'] = run.split('+');
        const from = end + Number.parseInt(gap, 36);
        end = from + Number.parseInt(length, 36);
        for (let number = from; number < end; number++) documents.push(number);
      }
      return { value, documents };
    });
}
