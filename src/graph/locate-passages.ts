import { alignPassages, type Alignment } from '../anchor/align-passages.ts';
import type { Place } from '../diagnostic/place.ts';
import type { BodyPassage, Use } from '../text/body.ts';
import type { ArticleEntry, Corpus, Entry } from './corpus.ts';
import type { Passage, RetiredPassage } from './graph.ts';

/** Every article's passages with the ids they had before, by slug. */
export function alignArticles(corpus: Corpus): ReadonlyMap<string, Alignment> {
  return new Map(
    corpus.articles.map(({ document, body, lock }) => [document.slug, alignPassages(lock, body.passages)]),
  );
}

/** An article's passages under their permanent ids. */
export function toArticlePassages({ document, body }: ArticleEntry, alignment: Alignment): Passage[] {
  const aliases = new Map(alignment.lock.passages.map((passage) => [passage.id, passage.aliases ?? []]));
  return body.passages.map((passage, at) => {
    const id = alignment.ids[at] ?? `p${at + 1}`;
    return toPassage(passage, id, at, document.path, aliases.get(id) ?? []);
  });
}

/** What components without words of their own show: a label or a quantity, in the language of the passage. */
export type ComponentWords = (use: Use, lang: string) => string | undefined;

/** The id of an entity's or page's passage, by its place from 0. */
export function toProseId(at: number): string {
  return `t${at + 1}`;
}

/** An entity's or page's passages: `t1`, `t2` … in their order; nothing outside the site refers to them. */
export function toProsePassages({ document, body }: Entry, wordsOf: ComponentWords): Passage[] {
  return body.passages.map((passage, at) => ({
    ...toPassage(passage, toProseId(at), at, document.path, []),
    gaps: body.uses.flatMap((use) => {
      if (use.passage !== at || !use.range || use.range.end > use.range.start) return [];
      const { start } = use.range;
      if (use.type === 'claim') {
        const isSpaced = /[ \t]$/.test(passage.text.slice(0, start));
        const isBeforeMark = /^[^\p{L}\p{N}\s]/u.test(passage.text.slice(start));
        return isSpaced && isBeforeMark ? [{ at: start - 1, text: '', drop: 1 }] : [];
      }
      const text = wordsOf(use, passage.lang);
      return text === undefined ? [] : [{ at: start, text }];
    }),
  }));
}

/** The passages that an article once had. */
export function toRetiredPassages({ lock }: Alignment): RetiredPassage[] {
  return lock.retired.map(({ id, text, after }) => ({ id, text, after: after ?? undefined }));
}

function toPassage(passage: BodyPassage, id: string, at: number, file: string, aliases: readonly string[]): Passage {
  const { text, lang, sentences, isNote } = passage;
  const place: Place = { file, point: passage.origins[0]?.point };
  return { id, ordinal: at + 1, text, lang, sentences, place, isNote, aliases, gaps: [] };
}
