// The names of a site as a trie of folded words, so that a text is read once however many names there are.
import { IGNORABLE, splitWords } from '../text/split-words.ts';
import { foldName } from './fold-name.ts';
import { foldPunctuation } from './fold-punctuation.ts';
import { isCaseExact } from './is-case-exact.ts';
import type { Name } from './name.ts';
import { readProclitics } from './read-proclitics.ts';
import { hasCapital, readWordForm, type WordForm } from './read-word-form.ts';

export type { Name } from './name.ts';

/**
 * What `findMentions` reads texts with. Plain data. `starts` and `forms` remember which names a written word may begin and
 * how it folds, so that a word costs its folding once for all texts; they never change an answer.
 */
export interface NameIndex {
  readonly firstWords: ReadonlyMap<string, WordNode>;
  readonly starts: Map<string, readonly NameStart[]>;
  readonly forms: Map<string, WordForm>;
}

/** A place in the trie: the words read so far, the names that end here and the words that may follow. */
export interface WordNode {
  readonly names: readonly IndexedName[];
  readonly next: ReadonlyMap<string, WordNode> | undefined;
}

/** A name (or a cue of its entity) with everything that finding it asks for, computed once. */
export interface IndexedName {
  readonly name: Name;
  readonly role: 'name' | 'cue';
  /** Letters and digits, folded. */
  readonly letters: number;
  /** Per gap between two words: what the label has there, folded; undefined when it is white space everywhere. */
  readonly gaps: readonly string[] | undefined;
  /** The label's own punctuation before its first and after its last word, folded, without a last full stop. */
  readonly lead: string;
  readonly tail: string;
  /** The label ends in a full stop («U.S.»), which a text may have or lack. */
  readonly hasLastStop: boolean;
  /** Per word: its spelling, when case must be as written. */
  readonly spellings: readonly string[] | undefined;
  /** Per word: whether it must begin with a capital; undefined when no word must. */
  readonly capitals: readonly boolean[] | undefined;
}

/** A way in which a written word may begin a name. */
export interface NameStart {
  readonly node: WordNode;
  /** Folded letters of the proclitics in front of the name; '' for none. */
  readonly proclitics: string;
  /** UTF-16 units the proclitics take in the written word. */
  readonly skipped: number;
  /** Whether the 's was left out, so that nothing of the name can follow. */
  readonly isPossessor: boolean;
}

/** More distinct words than a million hold; the memory starts again there, so that it stays small. */
const REMEMBERED_WORDS = 1 << 18;

/** The index of all names; names without a letter or digit are in none. Order matters only for equal labels. */
export function buildNameIndex(names: readonly Name[]): NameIndex {
  const root: GrowingNode = { names: [], next: undefined };
  const cues = new Set<string>();
  for (const name of names) {
    insert(root, name, 'name');
    for (const text of name.cues ?? []) {
      const key = JSON.stringify([name.entity, text]);
      if (cues.has(key)) continue;
      cues.add(key);
      insert(root, { entity: name.entity, text, lang: name.lang }, 'cue');
    }
  }
  return { firstWords: root.next ?? new Map<string, WordNode>(), starts: new Map(), forms: new Map() };
}

/** The names a written word (as `splitWords` cut it) may begin, best reading first; from memory if it was met before. */
export function findStarts(index: NameIndex, written: string): readonly NameStart[] {
  return remember(index.starts, written, () => {
    const starts = readStarts(index.firstWords, written);
    // One shared empty list: most words begin no name, and there are many of them.
    return starts.length === 0 ? NO_STARTS : starts;
  });
}

/** How a written word folds; from memory if it was asked for before. */
export function findForm(index: NameIndex, written: string): WordForm {
  return remember(index.forms, written, () => readWordForm(written));
}

function remember<Value>(memory: Map<string, Value>, written: string, read: () => Value): Value {
  const known = memory.get(written);
  if (known !== undefined) return known;
  if (memory.size >= REMEMBERED_WORDS) memory.clear();
  const value = read();
  memory.set(written, value);
  return value;
}

const NO_STARTS: readonly NameStart[] = [];

interface GrowingNode {
  readonly names: IndexedName[];
  next: Map<string, GrowingNode> | undefined;
}

function insert(root: GrowingNode, name: Name, role: IndexedName['role']): void {
  const { text } = name;
  const ranges = splitWords(text);
  const [first] = ranges;
  if (first === undefined) return;
  const last = ranges.at(-1) ?? first;

  const forms = ranges.map(({ start, end }) => readWordForm(text.slice(start, end)));
  const folded = forms.map((form) => form.folded);
  const spellings = forms.map(({ spelling }) => spelling);
  const gaps = ranges.slice(1).map(({ start }, before) => foldPunctuation(text.slice(ranges[before]?.end, start)));
  const capitals = spellings.map(hasCapital);
  const tail = foldPunctuation(text.slice(last.end)).trim();
  const hasLastStop = tail.endsWith('.');

  let node = root;
  for (const word of folded) {
    node.next ??= new Map();
    let child = node.next.get(word);
    if (child === undefined) node.next.set(word, (child = { names: [], next: undefined }));
    node = child;
  }
  node.names.push({
    name,
    role,
    letters: folded.join('').length,
    gaps: gaps.every((gap) => gap === ' ') ? undefined : gaps,
    lead: foldPunctuation(text.slice(0, first.start)).trim(),
    tail: hasLastStop ? tail.slice(0, -1) : tail,
    hasLastStop,
    spellings: isCaseExact(name) ? spellings : undefined,
    capitals: capitals.includes(true) ? capitals : undefined,
  });
}

function readStarts(firstWords: ReadonlyMap<string, WordNode>, written: string): NameStart[] {
  const { folded, possessor } = readWordForm(written);
  const starts: NameStart[] = [];
  for (const { proclitics, rest } of readProclitics(folded)) {
    const node = firstWords.get(rest);
    if (node === undefined) continue;
    starts.push({ node, proclitics, skipped: lengthOfLetters(written, proclitics.length), isPossessor: false });
  }
  const owner = possessor && firstWords.get(possessor.folded);
  if (owner !== undefined) starts.push({ node: owner, proclitics: '', skipped: 0, isPossessor: true });
  return starts;
}

const LETTER_WITH_MARKS = new RegExp(`${IGNORABLE}*(?!${IGNORABLE}).${IGNORABLE}*`, 'gsu');

/**
 * UTF-16 length of the first `count` letters of a written word with their marks and tatweel. A ligature that begins
 * inside them and ends behind them is left to the name.
 */
function lengthOfLetters(written: string, count: number): number {
  let [letters, length] = [0, 0];
  for (const [character] of count === 0 ? [] : written.matchAll(LETTER_WITH_MARKS)) {
    letters += foldName(character).length;
    if (letters > count) break;
    length += character.length;
  }
  return length;
}
