import { describe, expect, test } from 'vitest';
import { readAuthoredContent } from '../support/authored-content.ts';
import { readPages, toLanguageRoot, type BuiltPage } from '../support/built-site.ts';
import { findAll, findAllByTag, type HtmlElement } from '../support/html.ts';
import { SITE_NAMES } from '../support/sites.ts';

const DIRECTIONS: Readonly<Record<string, string>> = { ar: 'rtl', en: 'ltr' };

describe.each(SITE_NAMES)('pages of the site %s', (name) => {
  const site = readPages(name);
  const content = readAuthoredContent(site.contentFolder);

  test('stand for every article, entity and kind of the content, in every language', () => {
    const paths = [
      '',
      'search/',
      'articles/',
      'about/',
      'map/',
      'timeline/',
      'graph/',
      ...content.articles.map(({ slug }) => `articles/${slug}/`),
      ...content.kinds.map((kind) => `${kind}/`),
      ...content.entities.map(({ id }) => `${id}/`),
    ];
    const missing = site.languages
      .flatMap((language) => paths.map((path) => toLanguageRoot(site, language) + path))
      .filter((path) => !site.has(path));
    expect(missing).toEqual([]);
  });

  test('say their language and direction', () => {
    const [first = '', ...others] = site.languages;
    const wrong = site.pages.flatMap(({ path, root: { attributes } }) => {
      const expected = others.find((language) => path.startsWith(`/${language}/`)) ?? first;
      const isRight = attributes.lang === expected && attributes.dir === DIRECTIONS[expected];
      return isRight ? [] : [`${path}: ${String(attributes.lang)} ${String(attributes.dir)}`];
    });
    expect(wrong).toEqual([]);
  });

  test('never give a language without the direction of its script, or the other way about', () => {
    const wrong = eachElement(site.pages, ({ attributes }) => {
      const { lang, dir } = attributes;
      if (lang === undefined || dir === undefined || dir === 'auto') return undefined;
      return DIRECTIONS[lang] === dir ? undefined : `lang=${lang} dir=${dir}`;
    });
    expect(wrong).toEqual([]);
  });

  test('use every id once', () => {
    const doubles = site.pages.flatMap(({ path, root }) => {
      const ids = findAll(root, ({ attributes }) => attributes.id !== undefined).map(({ attributes }) => attributes.id);
      return ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `${path}#${String(id)}`);
    });
    expect(doubles).toEqual([]);
  });

  test('refer only to elements that they have', () => {
    const dangling = site.pages.flatMap(({ path, root }) => {
      const ids = new Set(findAll(root, () => true).map(({ attributes }) => attributes.id));
      return findAll(root, () => true)
        .flatMap(({ attributes }) =>
          ['aria-labelledby', 'aria-describedby', 'aria-controls', 'for'].flatMap(
            (one) => attributes[one]?.split(' ') ?? [],
          ),
        )
        .filter((id) => !ids.has(id))
        .map((id) => `${path}#${id}`);
    });
    expect(dangling).toEqual([]);
  });

  test('have one heading of the first level, a title and a main part', () => {
    const wrong = site.pages.filter(({ root, html }) => {
      const titles = findAllByTag(root, 'title').filter(({ parent }) => parent?.tag === 'head');
      const counts = [titles.length, ...['h1', 'main'].map((tag) => findAllByTag(root, tag).length)];
      return !html.includes('http-equiv="refresh"') && counts.join() !== '1,1,1';
    });
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  test('hold no script, style or event handler of their own', () => {
    const inline = eachElement(site.pages, ({ tag, attributes }) => {
      if (tag === 'style') return '<style>';
      if (tag === 'script' && attributes.src === undefined && attributes.type !== 'application/ld+json')
        return '<script>';
      const handler = Object.keys(attributes).find((one) => one === 'style' || one.startsWith('on'));
      if (handler !== undefined) return `<${tag} ${handler}>`;
      if (['iframe', 'object', 'embed', 'base', 'frame', 'applet'].includes(tag)) return `<${tag}>`;
      const code = Object.entries(attributes).find(
        ([one, value]) => one === 'srcdoc' || (one !== 'content' && /^\s*(?:javascript|vbscript|data):/i.test(value)),
      );
      return code === undefined ? undefined : `<${tag} ${code[0]}> with an address that is code`;
    });
    expect(inline).toEqual([]);
  });

  test('say of every picture what it shows, or that it shows nothing', () => {
    const silent = eachElement(site.pages, ({ tag, attributes }) => {
      if (tag === 'img') return attributes.alt === undefined ? '<img>' : undefined;
      if (tag !== 'svg') return undefined;
      const isNamed = attributes.role !== undefined && attributes['aria-label'] !== undefined;
      return attributes['aria-hidden'] === 'true' || isNamed ? undefined : '<svg>';
    });
    expect(silent).toEqual([]);
  });
});

function eachElement(pages: readonly BuiltPage[], judge: (element: HtmlElement) => string | undefined): string[] {
  return pages.flatMap(({ path, root }) =>
    findAll(root, () => true).flatMap((element) => {
      const problem = judge(element);
      return problem === undefined ? [] : [`${path}: ${problem}`];
    }),
  );
}
