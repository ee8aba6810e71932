import { describe, expect, test } from 'vitest';
import { toShelf } from '../../../src/graph/find-shelf.ts';
import { buildPreviewFile, type PreviewFile } from '../../../src/site/models/preview-file.ts';
import type { PageContext } from '../../../src/site/page-context.ts';
import { SMALL_CORPUS } from '../small-corpus.ts';
import { openContext } from './open-context.ts';

const arabic = openContext(SMALL_CORPUS, 'ar', '/sub/');
const english = openContext(SMALL_CORPUS, 'en', '/sub/');

function previewsOf(entity: string, context: PageContext): PreviewFile {
  return buildPreviewFile(toShelf(entity, context.kb.shelves), context);
}

describe('the previews of a shelf', () => {
  test('name its entities by the addresses that stand in pages', () => {
    const { entities, kinds } = previewsOf('rivers/nile', english);
    expect(entities['rivers/nile/']).toMatchObject({ kind: 'rivers', label: 'Nile' });
    expect(kinds['rivers']).toBe('River');
  });

  test('say the language of words that are not in the page’s', () => {
    const { sentences, places } = previewsOf('rivers/nile', english);
    expect(sentences.length).toBeGreaterThan(0);
    expect(sentences).toContainEqual([expect.stringMatching(/^\p{Script=Arabic}/u), 'ar', 'rtl']);
    expect(sentences).toContainEqual(expect.stringMatching(/^The Nile/));
    expect(places[0]?.[0]).toBe('The journey of the river');
  });

  test('mark in a sentence the words that were quoted', () => {
    const { evidence, sentences } = previewsOf('rivers/nile', arabic);
    const { marks } = evidence['rivers/nile/#mouth'] ?? { marks: [] };
    const words = marks.map(([index = 0, start, end]) => String(sentences[index]).slice(start, end));
    expect(words).toEqual(['يصب النيل في البحر المتوسط بعد رحلة طويلة']);
  });

  test('say of words in an article what is claimed, of a claim only where its words stand', () => {
    const { evidence } = previewsOf('rivers/nile', english);
    const inArticles = Object.entries(evidence).filter(([address]) => address.startsWith('articles/'));
    expect(inArticles.length).toBeGreaterThan(0);
    for (const [, { claim }] of inArticles) expect(claim).toContain('Nile · ');
    expect(evidence['rivers/nile/#mouth']?.claim).toBeUndefined();
  });

  test('stand for every entity and for all the words that claims rest on, once each', () => {
    const { kb, urls } = english;
    const files = Array.from({ length: kb.shelves }, (_, shelf) => buildPreviewFile(shelf, english));
    expect(files.flatMap(({ entities }) => Object.keys(entities)).toSorted()).toEqual(
      kb
        .entityIds()
        .map((id) => `${id}/`)
        .toSorted(),
    );
    const anchors = kb
      .articles()
      .flatMap(({ id }) => kb.evidenceIn(id))
      .map(({ article, anchor }) => urls.evidence(article, anchor).slice(urls.home().length));
    const found = files.flatMap(({ evidence }) => Object.keys(evidence)).filter((key) => key.startsWith('articles/'));
    expect(found.toSorted()).toEqual(anchors.toSorted());
  });
});
