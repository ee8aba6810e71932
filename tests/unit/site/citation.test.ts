import { describe, expect, test } from 'vitest';
import type { ArticleMatter } from '../../../src/schema/article-schema.ts';
import type { Article, Passage } from '../../../src/graph/graph.ts';
import { buildCitation, type PassageCitation } from '../../../src/site/models/citation.ts';
import { SMALL_CORPUS } from '../small-corpus.ts';
import { openContext } from './open-context.ts';

const arabic = openContext(SMALL_CORPUS, 'ar');
const english = openContext(SMALL_CORPUS, 'en');

const BARE = { title: { en: 'The Storm', ar: 'العاصفة' }, lang: 'en', inferred: [] };
const passage = { id: 'p3', ordinal: 3 } as Passage;

const cite = (matter: Partial<ArticleMatter>, context = english): PassageCitation =>
  buildCitation({ id: 'storm', matter: { ...BARE, ...matter } } as unknown as Article, passage, context);
const toText = ({ parts }: PassageCitation): string =>
  parts.map((part) => (typeof part === 'string' ? part : part.text)).join('');

describe('a citation of a passage', () => {
  test.each([
    [
      'an author, a publisher and a date',
      { author: { en: 'A. Writer' }, publisher: { en: 'The Coast' }, published: '2016-08' },
      'A. Writer. “The Storm”. The Coast, August 2016. On “Rivers”, passage 3. https://example.org/en/articles/storm/#p3',
    ],
    [
      'nothing but a title',
      {},
      'Author unknown. “The Storm”. On “Rivers”, passage 3. https://example.org/en/articles/storm/#p3',
    ],
    [
      'what the editor supplied',
      { published: '2016~', inferred: ['title', 'published'] },
      'Author unknown. “[The Storm]”. [about 2016]. On “Rivers”, passage 3. https://example.org/en/articles/storm/#p3',
    ],
  ])('names %s', (_, matter, expected) => {
    expect(toText(cite(matter))).toBe(expected);
  });

  test('is in the language of the page', () => {
    expect(toText(cite({ published: '2016' }, arabic))).toBe(
      'كاتب غير معروف. «العاصفة». 2016. في موقع «أنهار»، الفقرة 3. https://example.org/articles/storm/#p3',
    );
  });

  test('comes as an entry for BibTeX too', () => {
    expect(cite({ author: { en: 'A. Writer' }, published: '2016-08' }).bibtex).toBe(
      [
        '@misc{storm-p3,',
        '  author = {{A. Writer}},',
        '  title = {{The Storm}},',
        '  year = {2016},',
        '  howpublished = {Rivers},',
        '  note = {passage 3},',
        '  url = {https://example.org/en/articles/storm/#p3},',
        '  language = {en}',
        '}',
      ].join('\n'),
    );
  });

  test.each([
    ['a date that spans years', '2015/2016'],
    ['a decade', '201X'],
    ['an open end', '2015/..'],
  ])('gives BibTeX no year for %s', (_, published) => {
    expect(cite({ published }).bibtex).not.toContain('year');
  });

  test('keeps what BibTeX would read as its own from doing so', () => {
    const { bibtex } = cite({ title: { en: '50% & } {more_ \\end ~ ^ # $' } });
    expect(bibtex).toContain(
      'title = {{50\\% \\& ) (more\\_ \\textbackslash{}end \\textasciitilde{} \\textasciicircum{} \\# \\$}}',
    );
  });
});
