import { describe, expect, test } from 'vitest';
import { buildPreviewFile, listPreviewed } from '../../../src/site/models/preview-file.ts';
import { SMALL_CORPUS } from '../small-corpus.ts';
import { openContext } from './open-context.ts';

const arabic = openContext(SMALL_CORPUS, 'ar', '/sub/');
const english = openContext(SMALL_CORPUS, 'en', '/sub/');

describe('the previews of a page', () => {
  test('name what its links lead to by the addresses that stand in the page', () => {
    const { root, entities, kinds } = buildPreviewFile('articles/journey', english);
    expect(root).toBe('/sub/en/');
    expect(entities['rivers/nile/']).toMatchObject({ kind: 'rivers', label: 'Nile' });
    expect(kinds['rivers']).toBe('River');
  });

  test('say the language of words that are not in the page’s', () => {
    const { sentences, places } = buildPreviewFile('articles/journey', english);
    expect(sentences.length).toBeGreaterThan(0);
    for (const sentence of sentences) expect(sentence).toEqual([expect.any(String), 'ar', 'rtl']);
    expect(places[0]?.[0]).toBe('The journey of the river');
  });

  test('mark in a sentence the words that were quoted', () => {
    const { evidence, sentences } = buildPreviewFile('articles/journey', arabic);
    const { marks } = evidence['rivers/nile/#mouth'] ?? { marks: [] };
    const words = marks.map(([index = 0, start, end]) => String(sentences[index]).slice(start, end));
    expect(words).toEqual(['يصب النيل في البحر المتوسط بعد رحلة طويلة']);
  });

  test('leave out what the page itself shows', () => {
    const { entities, evidence } = buildPreviewFile('rivers/nile', arabic);
    expect(Object.keys(entities)).not.toContain('rivers/nile/');
    expect(Object.keys(evidence).filter((key) => key.startsWith('rivers/nile/'))).toEqual([]);
  });

  test('say of evidence elsewhere what is claimed', () => {
    const { evidence } = buildPreviewFile('rivers/nile', english);
    const [first] = Object.values(evidence);
    expect(first?.claim).toContain('Nile · Flows into: ');
  });

  test('stand for every document in the language', () => {
    expect(listPreviewed(arabic)).toEqual(
      expect.arrayContaining(['index', 'statistics', 'articles/journey', 'articles/survey', 'rivers/nile']),
    );
  });
});
