import { toNameKey } from './analyser/name-key.ts';
import { toSkeleton } from './analyser/skeleton.ts';
import { toDocumentId } from './index-files.ts';
import { toWord } from './posting-lists.ts';
import type { WordFacts } from './search-memory.ts';
import { toLine, type NameWord, type VocabularyLine } from './vocabulary-lines.ts';
import type { WordTypes } from './word-types.ts';

/** What the lines are written from. */
export interface VocabularySource {
  readonly types: WordTypes;
  /** Words of the index. */
  readonly words: Iterable<WordFacts>;
  /** Numbers of the documents that bear a name, which is given by its stems. */
  readonly names: ReadonlyMap<string, ReadonlySet<number>>;
}

/** All that a query must know of the words of the site, sorted. */
export function buildVocabulary({ types, words, names }: VocabularySource): readonly VocabularyLine[] {
  const facts = new Map<string, WordFacts>();
  for (const word of words) facts.set(word[0], word);
  const surfaces = new Map<string, Set<string>>();
  const pointers = new Map<string, Set<string>>();
  for (const { bare, readings } of types.list()) {
    const [whole, ...others] = readings;
    for (const stem of types.toStems({ readings, isStopWord: false, amount: undefined })) {
      const known = surfaces.get(stem) ?? surfaces.set(stem, new Set()).get(stem);
      if (stem === whole.stem) known?.add(bare);
    }
    for (const { stem, taken } of others) {
      if (taken === 'plain' || taken === 'article' || types.usesOf(stem) > 0) continue;
      const known = pointers.get(stem);
      if (known === undefined) pointers.set(stem, new Set([whole.stem]));
      else known.add(whole.stem);
    }
  }
  const stems = new Map<string, WordFacts>();
  const toldOf = new Set<string>();
  for (const stem of surfaces.keys()) {
    const word = toWord(stem);
    const own = facts.get(word);
    toldOf.add(word);
    if (own !== undefined) stems.set(stem, own);
  }
  // Numbers that nobody writes so: «33 ألفا» is also 33000. They are digits and nothing else.
  for (const [word, own] of facts) if (!toldOf.has(word)) stems.set(word.slice(0, -1), own);

  const lines: VocabularyLine[] = [];
  const keys = new Map<string, NameWord[]>();
  for (const [stem, [, documents, isName]] of stems) {
    const written = surfaces.get(stem) ?? new Set<string>();
    const forms = [...written].filter((form) => form !== stem).toSorted();
    lines.push(toLine({ type: 'stem', stem, documents, isName: isName === 1, surfaces: forms }, toSkeleton(stem)));
    if (isName === 1 && !/^\d/.test(stem))
      for (const [key, form] of listNameKeys(stem, written)) keys.set(key, [...(keys.get(key) ?? []), { stem, form }]);
  }
  for (const [stem, targets] of pointers) {
    const known = [...targets].filter((target) => stems.has(target)).toSorted();
    if (!stems.has(stem) && known.length > 0)
      lines.push(toLine({ type: 'pointer', stem, targets: known }, toSkeleton(stem)));
  }
  for (const [name, bearers] of names) {
    const places = [...bearers].toSorted((a, b) => a - b).map(toDocumentId);
    lines.push(toLine({ type: 'name', name, places }, toSkeleton(name.split(' ')[0] ?? name)));
  }
  for (const [key, own] of keys)
    lines.push(toLine({ type: 'key', key, words: own.toSorted((a, b) => (a.stem < b.stem ? -1 : 1)) }, key));
  return lines.toSorted((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
}

/**
 * The keys under which a word of a name sounds, each with the shortest form that has it: a stem that nobody writes («isi» of
 * ISIS) sounds as the words that it is the stem of.
 */
function listNameKeys(stem: string, written: ReadonlySet<string>): ReadonlyMap<string, string> {
  const forms = [...written].filter((form) => form.startsWith(stem)).toSorted((a, b) => a.length - b.length);
  const found = new Map<string, string>();
  for (const form of written.has(stem) || forms.length === 0 ? [stem] : forms) {
    const key = toNameKey(form);
    if (key !== undefined && !found.has(key)) found.set(key, form);
  }
  return found;
}
