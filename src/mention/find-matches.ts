// Which names could stand at a word, judged one by one; the choice between them is made in find-mentions.ts.
import type { Range } from '../text/range.ts';
import { isOverlapping } from '../text/range.ts';
import type { Word } from '../text/split-words.ts';
import { splitWords } from '../text/split-words.ts';
import type { IndexedName, NameIndex, NameStart, WordNode } from './build-name-index.ts';
import { findForm, findStarts } from './build-name-index.ts';
import { foldPunctuation } from './fold-punctuation.ts';
import { isCueWord } from './is-cue-word.ts';
import type { WordForm } from './read-word-form.ts';
import { hasCapital, POSSESSIVE_LENGTH } from './read-word-form.ts';

/** A text made ready for matching. */
export interface Passage {
  readonly text: string;
  readonly words: readonly Word[];
  readonly index: NameIndex;
  readonly forbidden: readonly Range[];
  /** Entities with a cue in the passage; looked for when first asked, since few names need it. */
  readonly cuedEntities: () => ReadonlySet<string>;
}

/** A name that is written as its author asks for; the range is that of the mention it would be. */
export interface Match extends Range {
  readonly indexed: IndexedName;
  /** The last of its words. */
  readonly last: number;
  readonly nameStart: number;
  /** Position among the readings of the first word: the lower, the less is stripped. */
  readonly rank: number;
}

export function readPassage(text: string, index: NameIndex, forbidden: readonly Range[]): Passage {
  let cued: ReadonlySet<string> | undefined;
  const cuedEntities = () => (cued ??= findCued(passage));
  const passage: Passage = { text, words: splitWords(text), index, forbidden, cuedEntities };
  return passage;
}

function findCued(passage: Passage): ReadonlySet<string> {
  const cues = passage.words.flatMap((_, at) => findMatches(passage, at, 'cue'));
  return new Set(cues.map(({ indexed }) => indexed.name.entity));
}

/** Most words begin no name. */
const NO_MATCHES: readonly Match[] = [];

/** Everything of the role asked for that begins at the word `first`. */
export function findMatches(passage: Passage, first: number, role: IndexedName['role']): readonly Match[] {
  const word = passage.words[first];
  const starts = word === undefined ? [] : findStarts(passage.index, passage.text.slice(word.start, word.end));
  if (starts.length === 0) return NO_MATCHES;
  const matches: Match[] = [];
  starts.forEach((start, rank) => {
    for (const { node, last, ending } of followWords(passage, start, first)) {
      for (const indexed of node.names) {
        if (indexed.role !== role) continue;
        const match = toMatch(passage, indexed, { first, last, start, rank, ending });
        if (match !== undefined) matches.push(match);
      }
    }
  });
  return matches;
}

/** A node of the trie that the words from the first one to `last` lead to. */
interface Reached {
  readonly node: WordNode;
  readonly last: number;
  /** How the last word is taken: whole, or without its English 's. */
  readonly ending: 'whole' | 'possessor';
}

function followWords(passage: Passage, start: NameStart, first: number): Reached[] {
  if (start.isPossessor) return [{ node: start.node, last: first, ending: 'possessor' }];
  const reached: Reached[] = [];
  let node: WordNode | undefined = start.node;
  for (let last = first; node !== undefined; last++) {
    reached.push({ node, last, ending: 'whole' });
    if (node.next === undefined) break;
    const form = formAt(passage, last + 1);
    if (form === undefined) break;
    const owner: WordNode | undefined = form.possessor && node.next.get(form.possessor.folded);
    if (owner !== undefined) reached.push({ node: owner, last: last + 1, ending: 'possessor' });
    node = node.next.get(form.folded);
  }
  return reached;
}

/** Where a name would stand: the words `first` to `last`, begun and ended as said. */
interface Place extends Omit<Reached, 'node'> {
  readonly first: number;
  readonly start: NameStart;
  readonly rank: number;
}

function toMatch(passage: Passage, indexed: IndexedName, place: Place): Match | undefined {
  if (!takesProclitics(indexed, place.start.proclitics)) return undefined;
  if (!hasItsCase(passage, indexed, place) || !hasItsGaps(passage, indexed, place)) return undefined;
  const range = takeOwnPunctuation(passage.text, indexed, toWordRange(passage, place));
  if (range === undefined || isInLongerToken(passage, indexed, place, range)) return undefined;
  if (indexed.role === 'name') {
    if (passage.forbidden.some((forbidden) => isOverlapping(forbidden, range))) return undefined;
    if (indexed.name.common === true && !isCued(passage, indexed, place)) return undefined;
  }
  return { indexed, last: place.last, rank: place.rank, ...range, nameStart: range.start + place.start.skipped };
}

/** Below this many letters a name takes no proclitics: about a third of such forms are words of their own. */
const LETTERS_FOR_PROCLITICS = 3;

function takesProclitics({ name, letters, lead }: IndexedName, proclitics: string): boolean {
  if (proclitics === '') return true;
  if (letters < LETTERS_FOR_PROCLITICS || lead !== '') return false;
  return !(name.off ?? []).some((off) => Array.from(off).some((letter) => proclitics.includes(letter)));
}

function hasItsCase(passage: Passage, { spellings, capitals }: IndexedName, place: Place): boolean {
  if (spellings === undefined && capitals === undefined) return true;
  for (let at = place.first; at <= place.last; at++) {
    const form = formAt(passage, at);
    const asked = spellings?.[at - place.first];
    // Only Arabic words take proclitics, and they have no case.
    const isBare = at > place.first || place.start.proclitics === '';
    const whole = at < place.last || place.ending === 'whole';
    const spelling = whole ? form?.spelling : form?.possessor?.spelling;
    if (asked !== undefined && isBare && spelling !== asked) return false;
    if (capitals?.[at - place.first] === true && !hasCapital(spelling ?? '')) return false;
  }
  return true;
}

const BLANK_LINE = /\n\s*\n|\u2029/;

/** Between the words: white space, or what the label itself has there. */
function hasItsGaps({ text, words }: Passage, { gaps }: IndexedName, { first, last }: Place): boolean {
  for (let at = first; at < last; at++) {
    const written = text.slice(words[at]?.end, words[at + 1]?.start);
    const [gap, asked] = [foldPunctuation(written), gaps?.[at - first] ?? ' '];
    if (gap !== asked && (gap !== ' ' || asked === '')) return false;
    if (BLANK_LINE.test(written)) return false;
  }
  return true;
}

function toWordRange({ words }: Passage, { first, last, ending }: Place): Range {
  const end = words[last]?.end ?? 0;
  return { start: words[first]?.start ?? 0, end: ending === 'possessor' ? end - POSSESSIVE_LENGTH : end };
}

/** The range with the label's own punctuation around it; undefined where the text lacks it. */
function takeOwnPunctuation(text: string, { lead, tail, hasLastStop }: IndexedName, words: Range): Range | undefined {
  const start = words.start - lead.length;
  const end = words.end + tail.length;
  if (foldPunctuation(text.slice(Math.max(0, start), words.start)) !== lead) return undefined;
  if (foldPunctuation(text.slice(words.end, end)) !== tail) return undefined;
  return { start, end: hasLastStop && text[end] === '.' ? end + 1 : end };
}

/** Domain names, addresses and identifiers: NATO.int, NATO@example.org, NATO_2030. A stop before a capital is a lost space. */
const TOKEN_AFTER = /^(?:\.\p{Ll}|[@_])/u;

/** A Latin name inside an address, or an abbreviation inside a longer one («U.S.» in «U.S.A.»). */
function isInLongerToken({ text, words }: Passage, indexed: IndexedName, place: Place, range: Range): boolean {
  if (words[place.last]?.script === 'latin' && TOKEN_AFTER.test(text.slice(range.end, range.end + 2))) return true;
  if (words[place.first]?.script === 'latin' && text[range.start - 1] === '_') return true;
  if (!indexed.hasLastStop) return false;
  const [before, after] = [words[place.first - 1], words[place.last + 1]];
  return (
    (after !== undefined && isInitial(after) && after.start === range.end) ||
    (before !== undefined && isInitial(before) && text.slice(before.end, range.start) === '.')
  );
}

function isInitial(word: Word): boolean {
  return word.script === 'latin' && word.end - word.start === 1;
}

/** A cue word right before the name (a proclitic would part them), or a cue of the entity anywhere in the passage. */
function isCued(passage: Passage, { name }: IndexedName, { first, start }: Place): boolean {
  return isAfterCueWord(passage, first, start) || passage.cuedEntities().has(name.entity);
}

function isAfterCueWord(passage: Passage, first: number, { proclitics }: NameStart): boolean {
  const before = formAt(passage, first - 1);
  if (before === undefined || proclitics !== '' || !isCueWord(before.folded)) return false;
  const gap = passage.text.slice(passage.words[first - 1]?.end, passage.words[first]?.start);
  return foldPunctuation(gap) === ' ' && !BLANK_LINE.test(gap);
}

function formAt({ text, words, index }: Passage, at: number): WordForm | undefined {
  const word = words[at];
  return word && findForm(index, text.slice(word.start, word.end));
}
