import { describe, expect, test } from 'vitest';
import { readPages } from '../support/built-site.ts';
import { findAll, findAllByClass, findAllByTag, findById } from '../support/html.ts';

/** Names of the project's own content, and its own. */
const FIRST_SITE = [/\bNATO\b/, /\bISIS\b/, /Obama/, /Belgium/, /Sanad/, /الناتو/, /داعش/, /أوباما/, /بلجيكا/];

describe('a site on another subject', () => {
  const site = readPages('lighthouses');

  test('has no word of the first one', () => {
    const found = site.pages.flatMap(({ path, html }) =>
      FIRST_SITE.filter((word) => word.test(html)).map((word) => `${path}: ${String(word)}`),
    );
    expect(found).toEqual([]);
  });

  test('has its own main language at the root and the other below', () => {
    expect(site.page('/').root.attributes).toMatchObject({ lang: 'en', dir: 'ltr' });
    expect(site.page('/ar/').root.attributes).toMatchObject({ lang: 'ar', dir: 'rtl' });
    expect(site.has('/en/')).toBe(false);
  });

  test('runs the code of free pages', () => {
    const { root } = site.page('/about/');
    const [prose] = findAllByClass(root, 'prose');
    expect(prose?.text).toContain('burned for 1860 minutes');
    expect(prose && findAllByTag(prose, 'li').map(({ text }) => text)).toEqual(['two long', 'one short']);
  });

  test('shows a page that nobody has translated in the language that it has, and says so', () => {
    const { root } = site.page('/ar/signals/');
    expect(findAllByClass(root, 'other-language')).toHaveLength(1);
    const [prose] = findAllByClass(root, 'prose');
    expect(prose?.attributes).toMatchObject({ lang: 'en', dir: 'ltr' });
  });

  test('shows claims that are not simply supported as what they are', () => {
    const { root } = site.page('/towers/halder-light/');
    expect(findById(root, 'first-lit-1861')?.attributes['data-status']).toBe('unsourced');
    expect(findById(root, 'first-lit-1861')?.text).toContain('unsourced');
    const retracted = findById(root, 'first-lit-1850');
    expect(retracted && findAllByTag(retracted, 's').map(({ text }) => text.trim())).toEqual(['1850']);
    const marn = site.page('/keepers/ilsa-marn/').root;
    expect(['left-1944', 'left-1946'].map((id) => findById(marn, id)?.attributes['data-status'])).toEqual([
      'contested',
      'contested',
    ]);
  });

  test('says in which way a quotation differs from its article', () => {
    const grades = (path: string, claim: string): string[] => {
      const element = findById(site.page(path).root, claim);
      return element === undefined ? ['no such claim'] : findAllByClass(element, 'grade').map(({ text }) => text);
    };
    expect(grades('/keepers/ilsa-marn/', 'keys')).toEqual([
      'differs from the article only in vowel marks or the shape of signs',
    ]);
    expect(grades('/measurements/wave-height/', 'value')).toEqual([
      'differs from the article only in spelling or punctuation',
    ]);
    expect(grades('/keepers/tobin-reyle/', 'oil')).toEqual([]);
  });

  test('takes a slug that is a word of the language it is written in', () => {
    const { root } = site.page('/towers/constructor/');
    expect(findAllByTag(root, 'h1')[0]?.text).toBe('the Constructor');
    expect(findById(root, 'constructor')?.attributes['class']).toContain('claim');
  });

  test('keeps pictures beside the pages that show them', () => {
    const { root } = site.page('/towers/halder-light/');
    const pictures = findAll(root, ({ tag }) => tag === 'img');
    expect(pictures.map(({ attributes }) => attributes['alt'])).toEqual(['A tower with a lamp at its top']);
  });

  test('compares statistics of one measure, also in prose', () => {
    const { root } = site.page('/storms/long-swell/');
    const [table] = findAllByClass(root, 'measure');
    const links = table && findAllByClass(table, 'entity').map(({ text }) => text);
    expect(links?.toSorted()).toEqual(['Boats in the Almanac', 'Boats in the harbour book']);
  });

  test('links Arabic names with the letters that are joined to them', () => {
    const { root } = site.page('/ar/articles/keepers-of-the-coast/');
    const names = findAllByClass(root, 'passage').flatMap((passage) =>
      findAllByClass(passage, 'entity').map(({ text }) => text),
    );
    expect(names).toContain('ومنارة المُنشئ');
  });
});
