/** One thing that a query may need to know. */
export type VocabularyEntry =
  | {
      readonly type: 'stem';
      readonly stem: string;
      /** How many documents hold it. */
      readonly documents: number;
      /** Whether it stands in a name. */
      readonly isName: boolean;
      /** Written forms without article, where they differ from the stem. */
      readonly surfaces: readonly string[];
    }
  /** A word that the site only has with a particle written before it. */
  | { readonly type: 'pointer'; readonly stem: string; readonly targets: readonly string[] }
  /** A whole name, as stems with spaces between, and the documents that bear it. */
  | { readonly type: 'name'; readonly name: string; readonly places: readonly string[] }
  /** Words of names by the key that Arabic and Latin spellings share. */
  | { readonly type: 'key'; readonly key: string; readonly words: readonly NameWord[] };

/** A word of a name, as it sounds under a key. */
export interface NameWord {
  readonly stem: string;
  /** The stem, or a form that begins with it where the stem is no word: ISIS sounds as it is written, not as «isi». */
  readonly form: string;
}

/** A line of a vocabulary file, and the letters that tell into which file it goes. */
export interface VocabularyLine {
  readonly shard: string;
  readonly text: string;
}

/** A form that begins with its stem is written as the rest of it. */
const CONTINUES = '+';

export function toLine(entry: VocabularyEntry, shard: string): VocabularyLine {
  return { shard, text: writeEntry(entry) };
}

function writeEntry(entry: VocabularyEntry): string {
  switch (entry.type) {
    case 'stem': {
      const forms = entry.surfaces.map((form) =>
        form.startsWith(entry.stem) ? CONTINUES + form.slice(entry.stem.length) : form,
      );
      return [entry.stem, `${entry.documents}${entry.isName ? '!' : ''}`, ...forms].join('\t');
    }
    case 'pointer':
      return [`>${entry.stem}`, ...entry.targets].join('\t');
    case 'name':
      return [`@${entry.name}`, ...entry.places].join('\t');
    case 'key':
      return [`~${entry.key}`, ...entry.words.map(writeNameWord)].join('\t');
  }
}

function writeNameWord({ stem, form }: NameWord): string {
  return form === stem ? stem : `${stem}${CONTINUES}${form.slice(stem.length)}`;
}

function readNameWord(text: string): NameWord {
  const [stem = '', rest = ''] = text.split(CONTINUES);
  return { stem, form: stem + rest };
}

/** Reads a line that `toLine` wrote. */
export function readLine(line: string): VocabularyEntry {
  const [head = '', ...rest] = line.split('\t');
  switch (head.charAt(0)) {
    case '>':
      return { type: 'pointer', stem: head.slice(1), targets: rest };
    case '@':
      return { type: 'name', name: head.slice(1), places: rest };
    case '~':
      return { type: 'key', key: head.slice(1), words: rest.map(readNameWord) };
    default: {
      const [count = '0', ...forms] = rest;
      return {
        type: 'stem',
        stem: head,
        documents: Number.parseInt(count, 10),
        isName: count.endsWith('!'),
        surfaces: forms.map((form) => (form.startsWith(CONTINUES) ? head + form.slice(1) : form)),
      };
    }
  }
}

/** A file of the vocabulary may grow to so many UTF-16 units before it is divided by one more letter … */
const MOST_UNITS = 12_000;
/** … or more where there would be more files than this: every reader loads the list of them. */
const MOST_FILES = 700;
/** A vocabulary so small is one file: then a typing error in a first letter costs nothing to mend. */
const SMALL_VOCABULARY = 40_000;
const LONGEST_KEY = 5;

/** Files by the letters that their lines' shards begin with; every shard begins with exactly one of the keys. */
export function divideLines(lines: readonly VocabularyLine[]): ReadonlyMap<string, readonly string[]> {
  const files = new Map<string, readonly string[]>();
  const total = lines.reduce((sum, { text }) => sum + text.length + 1, 0);
  const mostUnits = Math.max(MOST_UNITS, total / MOST_FILES);
  const divide = (key: string, part: readonly VocabularyLine[], most: number): void => {
    const size = part.reduce((sum, { text }) => sum + text.length + 1, 0);
    if (size <= most || key.length >= LONGEST_KEY) {
      files.set(
        key,
        part.map(({ text }) => text),
      );
      return;
    }
    const rest = part.filter(({ shard }) => shard.length <= key.length);
    if (rest.length > 0)
      files.set(
        `${key}$`,
        rest.map(({ text }) => text),
      );
    const groups = Map.groupBy(
      part.filter(({ shard }) => shard.length > key.length),
      ({ shard }) => shard.slice(0, key.length + 1),
    );
    for (const [longer, group] of groups) divide(longer, group, mostUnits);
  };
  divide('', lines, SMALL_VOCABULARY);
  return new Map([...files].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** The keys of the files in which a shard, or any shard that it begins, may stand. */
export function findFiles(keys: readonly string[], shard: string, match: 'exact' | 'prefix'): readonly string[] {
  return keys.filter((key) => {
    const letters = key.endsWith('$') ? key.slice(0, -1) : key;
    if (key.endsWith('$') && match === 'exact') return letters === shard;
    return shard.startsWith(letters) || (match === 'prefix' && letters.startsWith(shard));
  });
}
