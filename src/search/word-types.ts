import type { AnalysedToken } from './analyser/analyse-text.ts';
import type { Reading } from './analyser/stem-arabic.ts';
import { listAdded, type SearchDocument } from './document.ts';

/** A word as the texts of a site write it: all tokens that look and read alike. */
export interface WordType {
  readonly bare: string;
  readonly readings: AnalysedToken['readings'];
  /** How often it stands in texts and names. */
  readonly uses: number;
  /** How often it stands in names and glosses that are only added where they are meant. */
  readonly added: number;
}

/** A word type as plain data. */
export type WrittenType = readonly [
  uses: number,
  added: number,
  bare: string,
  ...readings: (readonly [Reading['stem'], Reading['taken']])[],
];

/** Reads texts; gives the same for the same words. */
export type Analyse = (text: string) => readonly AnalysedToken[];

/** The words of a site, counted: what a letter that may be a particle is decided by. */
export interface WordTypes {
  /** Counts the words of a document, or with -1 takes them away again. */
  readonly count: (document: SearchDocument, times: 1 | -1) => void;
  /** Of which stems a token is, as the counts say now; none for a stop word. */
  readonly toStems: (token: Pick<AnalysedToken, 'readings' | 'isStopWord' | 'amount'>) => readonly string[];
  /** How often the words are used whose likeliest stem this is. */
  readonly usesOf: (stem: string) => number;
  /** Words that are used at all. */
  readonly list: () => Iterable<WordType>;
  /**
   * Begins to note what changes. `take` gives stems that were chosen until then: every document that has a word for which
   * others are chosen now was found by one of them.
   */
  readonly watch: () => { readonly take: () => ReadonlySet<string> };
  readonly write: () => readonly WrittenType[];
}

interface Counted {
  readonly bare: string;
  readonly readings: AnalysedToken['readings'];
  /** Of its likeliest stem, which others may share. */
  readonly stem: Counter;
  uses: number;
  added: number;
}

interface Counter {
  uses: number;
}

/** Counts words from nothing, or on from what `write` gave. */
export function createWordTypes(analyse: Analyse, known: readonly WrittenType[] = []): WordTypes {
  const types = new Map<string, Counted>();
  const stems = new Map<string, Counter>();
  const byReadings = new WeakMap<object, Counted>();
  let chosen = new WeakMap<object, readonly string[]>();
  let before: Map<string, number> | undefined;

  const create = (bare: string, readings: Counted['readings']): Counted => {
    const [{ stem }] = readings;
    let counter = stems.get(stem);
    if (counter === undefined) stems.set(stem, (counter = { uses: 0 }));
    return { bare, readings, stem: counter, uses: 0, added: 0 };
  };
  const addUses = (type: Counted, count: number): void => {
    const [{ stem }] = type.readings;
    if (before !== undefined && !before.has(stem)) before.set(stem, type.stem.uses);
    type.uses += count;
    type.stem.uses += count;
  };
  for (const [own, added, bare, first, ...others] of known) {
    if (first === undefined) continue;
    const readings = [first, ...others].map(([stem, taken]) => ({ stem, taken })) as unknown as Counted['readings'];
    const type = create(bare, readings);
    type.added = added;
    addUses(type, own);
    types.set(toKey(bare, readings), type);
  }

  /** The analyser gives the same words the same readings, mostly the very same list. */
  const find = ({ bare, readings }: AnalysedToken): Counted => {
    const seen = byReadings.get(readings);
    if (seen !== undefined) return seen;
    const key = toKey(bare, readings);
    let type = types.get(key);
    if (type === undefined) types.set(key, (type = create(bare, readings)));
    byReadings.set(readings, type);
    return type;
  };

  const usesOf = (stem: string): number => stems.get(stem)?.uses ?? 0;
  return {
    usesOf,
    count: ({ sections, names, epithets }, times) => {
      chosen = new WeakMap();
      for (const text of [...sections.map((section) => section.text), ...names, ...epithets]) {
        for (const token of analyse(text)) {
          if (!token.isStopWord) addUses(find(token), times);
        }
      }
      for (const text of sections.flatMap(listAdded)) {
        for (const token of analyse(text)) if (!token.isStopWord) find(token).added += times;
      }
    },
    toStems: ({ readings, isStopWord, amount }) => {
      if (isStopWord) return [];
      let own = chosen.get(readings);
      if (own === undefined) chosen.set(readings, (own = chooseStems(readings, usesOf)));
      return amount === undefined ? own : [...own, amount.digits];
    },
    list: function* () {
      for (const type of types.values()) if (type.uses + type.added > 0) yield type;
    },
    watch: () => {
      const old = new Map<string, number>();
      before = old;
      return {
        take: () => {
          before = undefined;
          const usedBefore = (stem: string): number => old.get(stem) ?? usesOf(stem);
          const flipped = new Set<string>();
          for (const { readings } of types.values()) {
            if (readings.length === 1 || !readings.some(({ stem }) => old.has(stem))) continue;
            const [was, is] = [chooseStems(readings, usedBefore), chooseStems(readings, usesOf)];
            // Every document that has the word has all of them: the rarest names the fewest others.
            const [rarest] = was.toSorted((a, b) => usedBefore(a) - usedBefore(b));
            if (rarest !== undefined && was.join(' ') !== is.join(' ')) flipped.add(rarest);
          }
          return flipped;
        },
      };
    },
    write: () =>
      [...types.entries()]
        .filter(([, type]) => type.uses + type.added > 0)
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([, type]): WrittenType => [
          type.uses,
          type.added,
          type.bare,
          ...type.readings.map(({ stem, taken }) => [stem, taken] as const),
        ]),
  };
}

function toKey(bare: string, readings: AnalysedToken['readings']): string {
  return readings.reduce((key, { stem, taken }) => `${key}\t${stem}\t${taken}`, bare);
}

/**
 * A letter that may be a particle is taken off only where the rest is a word that the site uses by itself; where it is
 * rarer than the whole, the word is indexed under both.
 */
export function chooseStems(
  [first, ...others]: AnalysedToken['readings'],
  usesOf: (stem: string) => number,
): readonly string[] {
  const whole = usesOf(first.stem);
  const stems = [first.stem];
  for (const { stem, taken } of others) {
    const count = usesOf(stem);
    if (count === 0) continue;
    // «وكندا» is Canada. The whole stays as well only when it is as common.
    if (taken === 'proclitic' && count > whole && stems.length === 1 && stems[0] === first.stem) stems.shift();
    stems.push(stem);
  }
  return [...new Set(stems)];
}
