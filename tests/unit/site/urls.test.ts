import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createUrls, normalizeBase } from '../../../src/site/urls.ts';

const at = (language: string, base = '/') =>
  createUrls({ languages: ['ar', 'en'], base, siteUrl: 'https://example.org/' }, language);

describe('addresses', () => {
  test.each([
    ['home in the main language', at('ar').home(), '/'],
    ['home in another language', at('en').home(), '/en/'],
    ['home below a base', at('en', '/sub/').home(), '/sub/en/'],
    ['an article', at('ar').article('nato'), '/articles/nato/'],
    ['a passage', at('en').passage('nato', 'p3'), '/en/articles/nato/#p3'],
    ['exact words', at('ar').evidence('nato', 'members.belgium.strikes'), '/articles/nato/#members.belgium.strikes'],
    ['an entity', at('ar', '/sub').entity('members/belgium'), '/sub/members/belgium/'],
    ['a claim', at('en').claim('members/belgium#strikes'), '/en/members/belgium/#strikes'],
    ['a search for Arabic words', at('ar').search('حلف & ناتو'), `/search/?q=${encodeURIComponent('حلف & ناتو')}`],
    ['a passage of an entity', at('ar').place('members/belgium', 't1'), '/members/belgium/#t1'],
    ['a free page by its document', at('en').document('pages/about.en'), '/en/about/'],
    ['the page for addresses that lead nowhere', at('ar').notFound(), '/404.html'],
    ['the same in another language', at('en').notFound(), '/en/404/'],
    ['a picture', at('en', '/sub/').picture('maps/a b.png'), '/sub/pictures/maps/a%20b.png'],
  ])('%s', (_, actual, expected) => {
    expect(actual).toBe(expected);
  });

  test.each([
    ['/sub/en/members/belgium/', { document: 'members/belgium', fragment: '' }],
    ['/sub/en/articles/nato/#members.belgium.x', { document: 'articles/nato', fragment: 'members.belgium.x' }],
    ['/sub/en/members/', undefined],
    ['/sub/members/belgium/', undefined],
    ['https://elsewhere.example/members/belgium/', undefined],
  ])('the document that %s leads to is read from it', (url, expected) => {
    expect(at('en', '/sub/').read(url)).toEqual(expected);
  });

  test.each([
    ['/about/', '/sub/en/about/'],
    ['/en/about/#why', '/sub/en/about/#why'],
    ['/files/report.pdf', '/sub/files/report.pdf'],
    ['/', '/sub/en/'],
  ])('a path that an author writes, %s, stays within the base and the language', (path, expected) => {
    expect(at('en', '/sub/').path(path)).toBe(expected);
  });

  test('the same page in another language differs in the language alone', () => {
    expect(at('ar').inLanguage('en', 'members/belgium/')).toBe('/en/members/belgium/');
    expect(at('en').inLanguage('ar', 'members/belgium/')).toBe('/members/belgium/');
  });

  test('canonical addresses have the origin of the site', () => {
    expect(at('en', '/sub/').absolute('/sub/en/')).toBe('https://example.org/sub/en/');
  });
});

describe('the base path', () => {
  test.each([
    ['', '/'],
    ['/', '/'],
    ['sub', '/sub/'],
    ['//sub/deep//', '/sub/deep/'],
    ['/عربي/', `/${encodeURIComponent('عربي')}/`],
  ])('%j becomes %s', (base, expected) => {
    expect(normalizeBase(base)).toBe(expected);
  });

  test('normalising twice equals once', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z0-9ء-ي-]{1,8}$/), { maxLength: 3 }), (parts) => {
        const once = normalizeBase(parts.join('/'));
        expect(normalizeBase(once)).toBe(once);
      }),
    );
  });
});
