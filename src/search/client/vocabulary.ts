import { toSkeleton } from '../analyser/skeleton.ts';
import { findFiles, readLine, type NameWord, type VocabularyEntry } from '../vocabulary-lines.ts';

type StemEntry = Extract<VocabularyEntry, { readonly type: 'stem' }>;

/** A stem with its written forms. */
export interface KnownWord extends Omit<StemEntry, 'type'> {
  /** Under which it stands in the index: itself, or the words it is a part of. */
  readonly targets: readonly string[];
}

/** The words of the site that were fetched so far. */
export interface Vocabulary {
  /** Fetches what may be known under these shards, and answers from all that is at hand. */
  readonly load: (shards: readonly string[], match: 'exact' | 'prefix') => Promise<void>;
  readonly stem: (stem: string) => StemEntry | undefined;
  readonly pointer: (stem: string) => readonly string[];
  /** Ids of the documents that bear a whole name. */
  readonly name: (name: string) => readonly string[];
  /** Words of names that sound alike. */
  readonly sounding: (key: string) => readonly NameWord[];
  /** The words at hand of a skeleton. */
  readonly family: (skeleton: string) => readonly KnownWord[];
  /** Every stem at hand, and what the site has only with a particle in front. */
  readonly words: () => Iterable<KnownWord>;
}

/** Whoever types a first letter would otherwise fetch half of a large vocabulary. */
const MOST_FILES_AT_ONCE = 8;

export function createVocabulary(
  files: Readonly<Record<string, string>>,
  readFile: (name: string) => Promise<string>,
): Vocabulary {
  const keys = Object.keys(files);
  const pending = new Map<string, Promise<void>>();
  const stems = new Map<string, StemEntry>();
  const words = new Map<string, KnownWord>();
  const families = new Map<string, KnownWord[]>();
  const pointers = new Map<string, readonly string[]>();
  const names = new Map<string, readonly string[]>();
  const sounds = new Map<string, readonly NameWord[]>();

  const addWord = (word: KnownWord): void => {
    words.set(word.stem, word);
    const skeleton = toSkeleton(word.stem);
    const family = families.get(skeleton);
    if (family === undefined) families.set(skeleton, [word]);
    else family.push(word);
  };
  const take = (line: string): void => {
    const entry = readLine(line);
    if (entry.type === 'stem') {
      stems.set(entry.stem, entry);
      addWord({ ...entry, targets: [entry.stem] });
    } else if (entry.type === 'pointer') {
      pointers.set(entry.stem, entry.targets);
      addWord({ stem: entry.stem, documents: 1, isName: false, surfaces: [], targets: entry.targets });
    } else if (entry.type === 'name') names.set(entry.name, entry.places);
    else sounds.set(entry.key, entry.words);
  };
  const fetchFile = (key: string): Promise<void> => {
    const known = pending.get(key);
    if (known !== undefined) return known;
    const fetched = readFile(files[key] ?? '').then(
      (text) => text.split('\n').forEach(take),
      (error: unknown) => {
        // Asked again, it may be there again.
        pending.delete(key);
        throw error;
      },
    );
    pending.set(key, fetched);
    return fetched;
  };

  return {
    load: async (shards, match) => {
      const wanted = new Set(shards.flatMap((shard) => findFiles(keys, shard, match).slice(0, MOST_FILES_AT_ONCE)));
      await Promise.all([...wanted].map(fetchFile));
    },
    stem: (stem) => stems.get(stem),
    pointer: (stem) => pointers.get(stem) ?? [],
    name: (name) => names.get(name) ?? [],
    sounding: (key) => sounds.get(key) ?? [],
    family: (skeleton) => families.get(skeleton) ?? [],
    words: () => words.values(),
  };
}
