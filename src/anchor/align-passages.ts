import { foldedText } from '../text/fold-text.ts';
import { hashWords } from './hash-words.ts';
import { findOpen, pair, pairAlike, pairSame, startPairing } from './pair-passages.ts';
import type { Pairing } from './pair-passages.ts';
import { findLikePairs } from './passage-likeness.ts';

/** A passage as its article's lock file keeps it. */
export interface LockedPassage {
  /** Permanent: `p1`, `p2` … or the name the author gave. */
  readonly id: string;
  /** Earlier ids of this passage, newest first: links to them land here. Absent when there are none. */
  readonly aliases?: readonly string[];
  /** Hash of its words (same-words folding): equal for two spellings of one passage. */
  readonly hash: string;
  /** Its plain text when last seen. */
  readonly text: string;
}

/** A passage that is gone from its article. Its id is never given to another one. */
export interface RetiredPassage extends LockedPassage {
  /** The passage it stood after that is still in the article: there its link lands. `null`: at the top. */
  readonly after: string | null;
}

/** The memory of an article's passages: committed beside the article, in the order of the article. */
export interface PassageLock {
  readonly version: 1;
  /** The number of the next new id. */
  readonly next: number;
  readonly passages: readonly LockedPassage[];
  readonly retired: readonly RetiredPassage[];
}

/** A passage as the article has it now. */
export interface NewPassage {
  readonly text: string;
  /** Given by the author by hand: it is the passage's id. When two passages claim one name the first one has it. */
  readonly name?: string | undefined;
}

/** What became of one passage. */
export interface PassageChange {
  /**
   * - `kept`: same text, same order; `moved`: stands elsewhere among the others (the longest row of passages that
   *   kept their order counts as unmoved). A passage that moved and was rewritten has two changes.
   * - `respelled`: same words; `reworded`: other words; both with `before` and `after`, the two texts.
   * - `added`: new here, with `after`; also a passage that came back from retirement, under its old id.
   * - `retired`: gone, with `before`.
   */
  readonly kind: 'kept' | 'respelled' | 'reworded' | 'moved' | 'added' | 'retired';
  readonly id: string;
  readonly before?: string;
  readonly after?: string;
}

/** The ids of an article's passages after an edit. */
export interface Alignment {
  /** One per passage given, in their order; all different. */
  readonly ids: readonly string[];
  /** What to write into the lock file. */
  readonly lock: PassageLock;
  /** In the order of the article, then what was retired in its old order. */
  readonly changes: readonly PassageChange[];
}

const EMPTY_LOCK: PassageLock = { version: 1, next: 1, passages: [], retired: [] };

/**
 * Gives every passage of an edited article the id it had before. Passages are recognised by their name, their exact
 * text, their words (spelling set aside), a text once retired, and at last by likeness; below that a passage is new.
 * Order alone or a hash alone loses ids at the first insertion or the first touched word.
 *
 * A passage that is given a name keeps its earlier id as an alias. One whose name is taken away keeps the name as its
 * id, for links to it exist. A name that moves to another passage takes its own links along, since the author said so,
 * but none of the other ids of the passage it leaves.
 */
export function alignPassages(lock: PassageLock | undefined, passages: readonly NewPassage[]): Alignment {
  const old = lock ?? EMPTY_LOCK;
  const names = keepFirstUses(passages);
  const known = new Map(old.passages.map((passage) => [passage.text, passage.hash]));
  const hashes = passages.map(({ text }) => known.get(text) ?? hashWords(text));

  const pairing = startPairing(old.passages.length, passages.length);
  pairByName(pairing, old, passages, names);
  pairSame(pairing, toTexts(old.passages), toTexts(passages));
  pairSame(pairing, toHashes(old.passages), hashes);
  const returned = findReturned(old.retired, findOpen(pairing.beforeOf), toTexts(passages), hashes);
  const open = findOpen(pairing.beforeOf).filter((at) => !returned.has(at));
  if (open.length > 0) pairAlike(pairing, toWords(old.passages), toWords(passages), open);

  const earlier = passages.map((_, at) => old.passages[pairing.beforeOf[at] ?? -1] ?? returned.get(at));
  const { ids, next } = assignIds(old, names, earlier);
  const locked = passages.map(({ text }, at) => {
    const id = ids[at] ?? '';
    const aliases = toAliases(id, ids, earlier[at], text);
    const words = { hash: hashes[at] ?? '', text };
    return aliases.length === 0 ? { id, ...words } : { id, aliases, ...words };
  });
  return {
    ids,
    lock: { version: 1, next, passages: locked, retired: retirePassages(old, pairing, locked) },
    changes: listChanges(old, passages, hashes, pairing, ids),
  };
}

/** Where a link to a passage id lands. */
export type Landing =
  | { readonly status: 'live'; readonly id: string }
  /** `after`: the passage it stood after, still in the article; `null`: at the top. */
  | { readonly status: 'retired'; readonly after: string | null }
  | { readonly status: 'unknown' };

/** Resolves an id of any age: live, alias or retired. */
export function findLanding(lock: PassageLock, id: string): Landing {
  const owner = lock.passages.find((passage) => listIds(passage).includes(id));
  if (owner !== undefined) return { status: 'live', id: owner.id };
  const retired = lock.retired.find((passage) => listIds(passage).includes(id));
  return retired === undefined ? { status: 'unknown' } : { status: 'retired', after: retired.after };
}

/** Whether two locks say the same; two missing locks do. */
export function isSameLock(a: PassageLock | undefined, b: PassageLock | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return printPassageLock(a) === printPassageLock(b);
}

/** JSON with one passage per line, so that git shows an edit as the lines it touched. Ends with a newline. */
export function printPassageLock(lock: PassageLock): string {
  const passages = lock.passages.map(({ id, aliases, hash, text }) => ({ id, aliases, hash, text }));
  const retired = lock.retired.map(({ id, aliases, after, hash, text }) => ({ id, aliases, after, hash, text }));
  return `{
  "version": 1,
  "next": ${lock.next},
  "passages": ${printLines(passages)},
  "retired": ${printLines(retired)}
}
`;
}

/**
 * Reads a lock file. `undefined` when it is none: not JSON, another version, a field missing or of a wrong type, or an
 * id that stands twice (two branches merged by hand). That must stop a build: without its lock an article would get all new ids.
 */
export function parsePassageLock(json: string): PassageLock | undefined {
  const lock = parseJson(json);
  if (!isRecord(lock)) return undefined;
  const { version, next, passages, retired } = lock;
  if (version !== 1 || typeof next !== 'number' || !Number.isSafeInteger(next) || next < 1) return undefined;
  if (!Array.isArray(passages) || !Array.isArray(retired)) return undefined;
  if (!passages.every(isLockedPassage) || !retired.every(isRetiredPassage)) return undefined;
  const ids = [...passages, ...retired].flatMap(listIds);
  return new Set(ids).size === ids.length ? { version: 1, next, passages, retired } : undefined;
}

/** The name of each passage, where no passage before it has the same one. */
function keepFirstUses(passages: readonly NewPassage[]): (string | undefined)[] {
  const used = new Set<string>();
  return passages.map(({ name }) => {
    if (name === undefined || used.has(name)) return undefined;
    used.add(name);
    return name;
  });
}

/** A name finds its passage whatever its text is now, unless the old text stands, word for word, somewhere else. */
function pairByName(
  pairing: Pairing,
  old: PassageLock,
  passages: readonly NewPassage[],
  names: readonly (string | undefined)[],
): void {
  const places = new Map(old.passages.map(({ id }, index) => [id, index]));
  const texts = new Set(toTexts(passages));
  for (const [at, name] of names.entries()) {
    const index = name === undefined ? undefined : places.get(name);
    const text = index === undefined ? undefined : old.passages[index]?.text;
    if (index === undefined || text === undefined) continue;
    if (text === passages[at]?.text || !texts.has(text)) pair(pairing, index, at);
  }
}

/** Which of the open new passages are retired ones that came back, by exact text or else by the same words. */
function findReturned(
  retired: readonly RetiredPassage[],
  open: readonly number[],
  texts: readonly string[],
  hashes: readonly string[],
): Map<number, RetiredPassage> {
  const returned = new Map<number, RetiredPassage>();
  if (retired.length === 0) return returned;
  const pairing = startPairing(retired.length, open.length);
  const openTexts = open.map((at) => texts[at] ?? '');
  const openHashes = open.map((at) => hashes[at] ?? '');
  pairSame(pairing, toTexts(retired), openTexts);
  pairSame(pairing, toHashes(retired), openHashes);
  for (const [place, at] of open.entries()) {
    const passage = retired[pairing.beforeOf[place] ?? -1];
    if (passage !== undefined) returned.set(at, passage);
  }
  return returned;
}

/** The author's name; else the id it had, or an alias when its id is now another passage's name; else a new id. */
function assignIds(
  old: PassageLock,
  names: readonly (string | undefined)[],
  earlier: readonly (LockedPassage | undefined)[],
): { readonly ids: readonly string[]; readonly next: number } {
  const named = new Set(names);
  const used = new Set<string | undefined>([...names, ...[...old.passages, ...old.retired].flatMap(listIds)]);
  let next = old.next;
  const ids = names.map((name, at) => {
    const passage = earlier[at];
    const kept = name ?? (passage === undefined ? undefined : listIds(passage).find((id) => !named.has(id)));
    if (kept !== undefined) return kept;
    while (used.has(`p${next}`)) next += 1;
    next += 1;
    return `p${next - 1}`;
  });
  return { ids, next };
}

/** Earlier ids go on landing here, unless they are somebody's id now or a name was put on quite another text. */
function toAliases(
  id: string,
  ids: readonly string[],
  earlier: LockedPassage | undefined,
  text: string,
): readonly string[] {
  if (earlier === undefined) return [];
  const aliases = listIds(earlier).filter((alias) => alias !== id && !ids.includes(alias));
  return aliases.length > 0 && isLike(earlier.text, text) ? aliases : [];
}

function isLike(before: string, after: string): boolean {
  if (before === after) return true;
  const words = [foldedText(before, 'same-words'), foldedText(after, 'same-words')] as const;
  return words[0] === words[1] || findLikePairs([words[0]], [words[1]], [0], [0]).length > 0;
}

/**
 * Every id that lands on no passage of the article is retired. `after` always points to a passage in the article: when
 * that one goes, those that pointed to it move up to the one before it.
 */
function retirePassages(
  old: PassageLock,
  pairing: Pairing,
  locked: readonly LockedPassage[],
): readonly RetiredPassage[] {
  const owners = new Map(locked.flatMap((passage) => listIds(passage).map((id) => [id, passage.id] as const)));
  const landing = new Map<string, string | null>(owners);
  let after: string | null = null;
  for (const [index, passage] of old.passages.entries()) {
    for (const id of listIds(passage)) if (!landing.has(id)) landing.set(id, after);
    after = locked[pairing.afterOf[index] ?? -1]?.id ?? after;
  }
  for (const passage of old.retired) {
    const place = landing.get(passage.after ?? '') ?? null;
    for (const id of listIds(passage)) if (!landing.has(id)) landing.set(id, place);
  }
  return [...old.retired, ...old.passages].flatMap((passage) => {
    const [id, ...aliases] = listIds(passage).filter((candidate) => !owners.has(candidate));
    if (id === undefined) return [];
    const rest = { after: landing.get(id) ?? null, hash: passage.hash, text: passage.text };
    return [aliases.length === 0 ? { id, ...rest } : { id, aliases, ...rest }];
  });
}

function listChanges(
  old: PassageLock,
  passages: readonly NewPassage[],
  hashes: readonly string[],
  pairing: Pairing,
  ids: readonly string[],
): readonly PassageChange[] {
  const unmoved = findLongestRise(pairing.beforeOf);
  const changes: PassageChange[] = [];
  for (const [at, { text }] of passages.entries()) {
    const id = ids[at] ?? '';
    const index = pairing.beforeOf[at];
    const before = old.passages[index ?? -1];
    if (index === undefined || before === undefined) {
      changes.push({ kind: 'added', id, after: text });
      continue;
    }
    const isMoved = !unmoved.has(index);
    if (isMoved) changes.push({ kind: 'moved', id });
    if (before.text !== text) {
      changes.push({
        kind: before.hash === hashes[at] ? 'respelled' : 'reworded',
        id,
        before: before.text,
        after: text,
      });
    } else if (!isMoved) changes.push({ kind: 'kept', id });
  }
  for (const index of findOpen(pairing.afterOf)) {
    const passage = old.passages[index];
    if (passage !== undefined) changes.push({ kind: 'retired', id: passage.id, before: passage.text });
  }
  return changes;
}

/** The members of one longest rising subsequence (patience sorting); what is `undefined` belongs to none. */
function findLongestRise(numbers: readonly (number | undefined)[]): ReadonlySet<number> {
  const tops: number[] = [];
  const previous = new Map<number, number | undefined>();
  for (const number of numbers) {
    if (number === undefined) continue;
    const found = tops.findIndex((top) => top >= number);
    const place = found === -1 ? tops.length : found;
    previous.set(number, tops[place - 1]);
    tops[place] = number;
  }
  const members = new Set<number>();
  for (let member = tops.at(-1); member !== undefined; member = previous.get(member)) members.add(member);
  return members;
}

function listIds(passage: LockedPassage): readonly string[] {
  return [passage.id, ...(passage.aliases ?? [])];
}

function toTexts(passages: readonly { readonly text: string }[]): readonly string[] {
  return passages.map(({ text }) => text);
}

function toHashes(passages: readonly LockedPassage[]): readonly string[] {
  return passages.map(({ hash }) => hash);
}

function toWords(passages: readonly { readonly text: string }[]): readonly string[] {
  return passages.map(({ text }) => foldedText(text, 'same-words').trim());
}

function printLines(records: readonly object[]): string {
  if (records.length === 0) return '[]';
  return `[\n${records.map((record) => `    ${JSON.stringify(record)}`).join(',\n')}\n  ]`;
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined; // Text that is no JSON is no lock; the caller reports it.
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isLockedPassage(value: unknown): value is LockedPassage {
  if (!isRecord(value)) return false;
  const { id, aliases, hash, text } = value;
  if (typeof id !== 'string' || id === '' || typeof hash !== 'string' || typeof text !== 'string') return false;
  return aliases === undefined || (Array.isArray(aliases) && aliases.every((alias) => typeof alias === 'string'));
}

function isRetiredPassage(value: unknown): value is RetiredPassage {
  if (!isRecord(value)) return false;
  const { after } = value;
  return (after === null || typeof after === 'string') && isLockedPassage(value);
}
