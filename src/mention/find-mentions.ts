// Names in a text, by whole written words: leftmost first, then longest, then least stripped. One pass over the words.
import type { Range } from '../text/range.ts';
import type { NameIndex } from './build-name-index.ts';
import type { Match, Passage } from './find-matches.ts';
import { findMatches, readPassage } from './find-matches.ts';

/** A place where a text names an entity: the whole written words, proclitics included, the English 's left out. */
export interface Mention extends Range {
  /** Sorted. One: found. Several: the name is ambiguous, and links to none of them. */
  readonly entities: readonly string[];
  /** The label or alias as its author wrote it. */
  readonly name: string;
  /** The part without the proclitics. */
  readonly nameRange: Range;
  /** The people or their adjective is named, not the entity itself: shown, not counted. */
  readonly demonym: boolean;
}

export interface MentionOptions {
  /** Stretches in which nothing is a mention: what an author linked by hand, or forbade. */
  readonly forbidden?: readonly Range[];
}

/**
 * The mentions in one passage, sorted by start, never overlapping. Offsets are into `text`.
 * Give it a passage, not an article: cues decide for the text they stand in, and no name runs over a blank line.
 * A name that stays ambiguous here may be decided by `resolveMentions` from the rest of the article.
 */
export function findMentions(text: string, index: NameIndex, { forbidden = [] }: MentionOptions = {}): Mention[] {
  const passage = readPassage(text, index, forbidden);
  const mentions: Mention[] = [];
  let at = 0;
  while (at < passage.words.length) {
    const best = selectBest(findMatches(passage, at, 'name'), mentions.at(-1)?.end ?? 0);
    if (best[0] === undefined) at++;
    else {
      mentions.push(toMention(passage, best, best[0]));
      at = best[0].last + 1;
    }
  }
  return mentions;
}

/** The longest, least stripped matches that begin at or behind `from`; several when names are written alike. */
function selectBest(matches: readonly Match[], from: number): Match[] {
  if (matches.length === 0) return [];
  const [best, ...others] = matches.filter(({ start }) => start >= from).sort(byPreference);
  if (best === undefined) return [];
  const alike = [best, ...others.filter((other) => byPreference(best, other) === 0)];
  // An entity's own name outranks a demonym of another written alike (a language and its people).
  const own = alike.filter(({ indexed }) => indexed.name.demonym !== true);
  return own.length > 0 ? own : alike;
}

function byPreference(a: Match, b: Match): number {
  return b.end - a.end || a.start - b.start || a.rank - b.rank;
}

function toMention(passage: Passage, matches: readonly Match[], { start, end, nameStart }: Match): Mention {
  const candidates = [...new Set(matches.map(({ indexed }) => indexed.name.entity))].sort();
  const entities = candidates.length > 1 ? keepCued(passage, candidates) : candidates;
  const named = matches.find(({ indexed }) => indexed.name.entity === entities[0]);
  return {
    start,
    end,
    entities,
    name: named?.indexed.name.text ?? '',
    nameRange: { start: nameStart, end },
    demonym: named?.indexed.name.demonym === true,
  };
}

/** The one candidate that has a cue in the passage, or all of them. */
function keepCued(passage: Passage, candidates: readonly string[]): readonly string[] {
  const cued = candidates.filter((entity) => passage.cuedEntities().has(entity));
  return cued.length === 1 ? cued : candidates;
}
