import type { AnalysedToken } from './analyser/analyse-text.ts';
import { toNameKey } from './analyser/name-key.ts';
import { toSkeleton } from './analyser/skeleton.ts';
import type { SearchDocument } from './document.ts';
import { toDocumentId } from './index-files.ts';
import { toLine, type VocabularyLine } from './vocabulary-lines.ts';

/** What the index holds at each place of a document: the stems of one token, none for a stop word. */
export interface IndexedDocument {
  /** By token, over all sections in order. */
  readonly positions: readonly (readonly string[])[];
  /** Number of the first token of each section. */
  readonly starts: readonly number[];
  /** For each token that begins a name: of how many tokens it is. */
  readonly spans: ReadonlyMap<number, number>;
  /** Stems of its names. */
  readonly title: readonly string[];
}

/** How often each word is used, by its likeliest stem: what a letter that may be a particle is decided by. */
export type WordUses = ReadonlyMap<string, number>;

export interface VocabularyBuilder {
  /** Takes the documents one by one, with their numbers and the part of the index they are in. */
  readonly add: (document: SearchDocument, number: number, part: number) => IndexedDocument;
  /** All that was learnt; documents are named by their ids, parts by their bits if there is more than one. */
  readonly toLines: () => readonly VocabularyLine[];
}

interface Entry {
  documents: number;
  isName: boolean;
  /** A bit for each part that has it. */
  parts: number;
  readonly surfaces: Map<string, number>;
}

/** Reads texts; gives the same for the same words. */
type Analyse = (text: string) => readonly AnalysedToken[];

/** Counts the words of the documents that are noted. */
export function countWords(analyse: Analyse): {
  readonly uses: WordUses;
  readonly note: (document: SearchDocument) => void;
} {
  const uses = new Map<string, number>();
  const note = ({ sections, names, epithets }: SearchDocument): void => {
    for (const text of [...sections.map((section) => section.text), ...names, ...epithets]) {
      for (const { readings, isStopWord } of analyse(text)) {
        if (!isStopWord) uses.set(readings[0].stem, (uses.get(readings[0].stem) ?? 0) + 1);
      }
    }
  };
  return { uses, note };
}

/**
 * Decides what each token is indexed as, and gathers all that a query must know of the words of the site.
 *
 * A letter that may be a particle is taken off only where the rest is a word that the site uses by itself; where it is
 * rarer than the whole, the word is indexed under both.
 */
export function createVocabularyBuilder(uses: WordUses, analyse: Analyse): VocabularyBuilder {
  const entries = new Map<string, Entry>();
  const pointers = new Map<string, Set<string>>();
  const names = new Map<string, Set<number>>();
  let parts = 0;

  const toStems = (token: AnalysedToken): readonly string[] => {
    if (token.isStopWord) return [];
    const stems = chooseStems(token, uses);
    for (const { stem, taken } of token.readings) {
      if (taken === 'plain' || taken === 'article' || uses.has(stem)) continue;
      const whole = token.readings[0].stem;
      const known = pointers.get(stem);
      if (known === undefined) pointers.set(stem, new Set([whole]));
      else known.add(whole);
    }
    return token.scaled === undefined ? stems : [...stems, token.scaled];
  };

  const add = (document: SearchDocument, number: number, part: number): IndexedDocument => {
    const own = new Set<string>();
    const isNameOf = new Set<string>();
    const note = (token: AnalysedToken, stems: readonly string[]): void => {
      for (const stem of stems) {
        own.add(stem);
        let entry = entries.get(stem);
        if (entry === undefined)
          entries.set(stem, (entry = { documents: 0, isName: false, parts: 0, surfaces: new Map<string, number>() }));
        const surface = stem === token.readings[0].stem ? token.bare : stem;
        entry.surfaces.set(surface, (entry.surfaces.get(surface) ?? 0) + 1);
      }
    };
    const positions: (readonly string[])[] = [];
    const starts: number[] = [];
    const spans = new Map<number, number>();
    for (const { text, mentions } of document.sections) {
      const tokens = analyse(text);
      const start = positions.length;
      starts.push(start);
      for (const token of tokens) {
        const stems = toStems(token);
        note(token, stems);
        positions.push(stems);
      }
      for (const mention of mentions) {
        const first = tokens.findIndex(({ token }) => token.end > mention.start);
        if (first < 0) continue;
        const last = tokens.findLastIndex(({ token }) => token.start < mention.end);
        // What stands there already is found, and marked, where it stands.
        const written = new Set(positions.slice(start + first, start + last + 1).flat());
        const others = mention.names.flatMap(analyse).flatMap((token) => {
          const stems = toStems(token).filter((stem) => !written.has(stem));
          note(token, stems);
          return stems;
        });
        positions[start + first] = [...new Set([...(positions[start + first] ?? []), ...others])];
        if (last > first) spans.set(start + first, last - first + 1);
      }
    }
    for (const name of [...document.names, ...document.epithets]) {
      const tokens = analyse(name);
      for (const token of tokens) {
        const stems = toStems(token);
        note(token, stems);
        stems.forEach((stem) => isNameOf.add(stem));
      }
      const key = toNameStems(tokens);
      if (key === '') continue;
      const bearers = names.get(key);
      if (bearers === undefined) names.set(key, new Set([number]));
      else bearers.add(number);
    }
    parts = Math.max(parts, part + 1);
    for (const stem of own) {
      const entry = entries.get(stem);
      if (entry === undefined) continue;
      entry.documents += 1;
      if (isNameOf.has(stem)) entry.isName = true;
      // Not with `|`, which knows 32 bits.
      if (Math.floor(entry.parts / 2 ** part) % 2 === 0) entry.parts += 2 ** part;
    }
    return { positions, starts, spans, title: [...isNameOf] };
  };

  return { add, toLines: () => writeLines(entries, pointers, names, parts) };
}

/** A name as the key under which a query that says exactly this is answered: the first stems of its telling words. */
export function toNameStems(tokens: readonly AnalysedToken[]): string {
  const telling = tokens.filter(({ isStopWord }) => !isStopWord);
  return (telling.length > 0 ? telling : tokens).map(({ readings }) => readings[0].stem).join(' ');
}

function chooseStems({ readings }: AnalysedToken, uses: ReadonlyMap<string, number>): readonly string[] {
  const [first, ...others] = readings;
  const stems = [first.stem];
  for (const { stem, taken } of others) {
    const count = uses.get(stem) ?? 0;
    if (count === 0) continue;
    if (taken === 'proclitic' && count >= (uses.get(first.stem) ?? 0) && stems.length === 1) {
      // «وكندا» is Canada. The whole stays as well only when it is as common.
      if (count > (uses.get(first.stem) ?? 0) && stems[0] === first.stem) stems.shift();
    }
    stems.push(stem);
  }
  return [...new Set(stems)];
}

function writeLines(
  entries: ReadonlyMap<string, Entry>,
  pointers: ReadonlyMap<string, ReadonlySet<string>>,
  names: ReadonlyMap<string, ReadonlySet<number>>,
  partCount: number,
): readonly VocabularyLine[] {
  const lines: VocabularyLine[] = [];
  const keys = new Map<string, string[]>();
  for (const [stem, { documents, isName, surfaces, parts }] of entries) {
    const forms = [...surfaces.keys()].filter((surface) => surface !== stem).toSorted();
    const isIn = partCount > 1 ? { parts } : {};
    lines.push(toLine({ type: 'stem', stem, documents, isName, surfaces: forms, ...isIn }, toSkeleton(stem)));
    const key = isName && !/^\d/.test(stem) ? toNameKey(stem) : undefined;
    if (key !== undefined) keys.set(key, [...(keys.get(key) ?? []), stem]);
  }
  for (const [stem, targets] of pointers) {
    const known = [...targets].filter((target) => entries.has(target)).toSorted();
    if (!entries.has(stem) && known.length > 0)
      lines.push(toLine({ type: 'pointer', stem, targets: known }, toSkeleton(stem)));
  }
  for (const [name, bearers] of names) {
    const places = [...bearers].map(toDocumentId);
    lines.push(toLine({ type: 'name', name, places }, toSkeleton(name.split(' ')[0] ?? name)));
  }
  for (const [key, stems] of keys) lines.push(toLine({ type: 'key', key, stems: stems.toSorted() }, key));
  return lines.toSorted((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
}
