import { expect, test } from 'vitest';
import { rewritePage, rewriteStyles } from '../../../../src/cli/portable/rewrite-page.ts';
import { openSiteFiles, toRelativeAddress } from '../../../../src/cli/portable/site-files.ts';

const FILES = [
  'index.html',
  'a/index.html',
  'a/b/index.html',
  'نهر/index.html',
  '_astro/page.js',
  '_astro/style.css',
  'fonts/one two.woff2',
  'pictures/x.png',
  'pictures/y.png',
  'previews/a.json',
  'pagefind/sanad.json',
];
const site = openSiteFiles(FILES, '/', 'https://site.example/');
const deep = openSiteFiles(FILES, '/deep/er/', 'https://site.example/');
const body = (html: string, from = 'a/b/index.html'): string => rewritePage(from, html, site).html;

test.each([
  ['a page', '<a href="/a/">', '<a href="../index.html">'],
  ['the page itself', '<a href="/a/b/#x">', '<a href="index.html#x">'],
  ['the home page', '<a href="/">', '<a href="../../index.html">'],
  ['a query and a fragment', '<a href="/a/?q=1&amp;r=2#p%201">', '<a href="../index.html?q=1&amp;r=2#p%201">'],
  ['letters beyond ASCII', '<a href="/%D9%86%D9%87%D8%B1/">', '<a href="../../%D9%86%D9%87%D8%B1/index.html">'],
  ['a file', '<img src="/pictures/x.png" alt="">', '<img src="../../pictures/x.png" alt="">'],
  [
    'several files',
    '<img srcset="/pictures/x.png 1x, /pictures/y.png 2x">',
    '<img srcset="../../pictures/x.png 1x, ../../pictures/y.png 2x">',
  ],
  ['a form', '<form action="/a/">', '<form action="../index.html">'],
  ['the site by its full address', '<a href="https://site.example/a/">', '<a href="../index.html">'],
  ['a folder for scripts', '<div data-index="/pagefind/">', '<div data-index="../../pagefind/">'],
  [
    'a page that leads on',
    '<meta http-equiv="refresh" content="0; url=/a/">',
    '<meta http-equiv="refresh" content="0; url=../index.html">',
  ],
  ['a script', '<script src="/_astro/page.js"></script>', '<script src="../../_astro/page.js"></script>'],
  [
    'a module',
    '<script type="module" src="/_astro/page.js"></script>',
    '<script defer src="../../_astro/page.js"></script>',
  ],
  [
    'a style sheet with a hash',
    '<link rel="stylesheet" href="/_astro/style.css" integrity="sha384-x" crossorigin>',
    '<link rel="stylesheet" href="../../_astro/style.css">',
  ],
])('%s is led to from where the page lies', (_what, html, expected) => {
  expect(body(html)).toBe(expected);
});

test.each([
  '<a href="#p1">',
  '<a href="https://elsewhere.example/a/">',
  '<a href="//elsewhere.example/a/">',
  '<a href="mailto:a@site.example">',
  '<p data-kind="a" title="/a/">',
  '<!-- <a href="/a/"> -->',
  '<svg viewBox="0 0 1 1"><path d="m0 0"></path></svg>',
  '<input disabled value="/a/">',
])('%s stays as it is', (html) => {
  expect(body(html)).toBe(html);
});

test.each([
  '<link rel="canonical" href="https://site.example/a/">',
  '<link rel="alternate" hreflang="en" href="https://site.example/en/">',
  '<link rel="preload" href="/fonts/one%20two.woff2" as="font" crossorigin>',
  '<link rel="search" type="application/opensearchdescription+xml" href="/opensearch.xml" title="x">',
  '<meta http-equiv="Content-Security-Policy" content="default-src \'self\'">',
])('%s is of no use on a disk', (html) => {
  expect(body(html)).toBe('');
});

test('a page begins with a policy and the script that stands for the server', () => {
  const html = body('<head><meta charset="utf-8"><title>t</title></head>');
  expect(html).toMatch(
    /^<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; [^"]*"><script src="\.\.\/\.\.\/portable\.js"><\/script><title>/,
  );
});

test('a page says what it needs', () => {
  const page = rewritePage(
    'index.html',
    '<a href="/a/"></a><img src="/pictures/x.png"><script type="module" src="/_astro/page.js"></script><body data-previews="/previews/a.json">',
    site,
  );
  expect([...page.files]).toEqual(['a/index.html', 'pictures/x.png']);
  expect([...page.modules]).toEqual(['_astro/page.js']);
  expect([...page.data]).toEqual(['previews/a.json']);
});

test.each(['/عربي/', '/%D8%B9%D8%B1%D8%A8%D9%8A/'])(
  'a base beyond ASCII is found however it is written: %s',
  (base) => {
    const arabic = openSiteFiles(FILES, base, 'https://site.example/');
    for (const written of ['/عربي/', '/%D8%B9%D8%B1%D8%A8%D9%8A/'])
      expect(arabic.find(`${written}a/#x`)).toEqual({ path: 'a/index.html', suffix: '#x' });
  },
);

test('a site below a path is found below it, and nowhere else', () => {
  expect(deep.find('/deep/er/a/')).toEqual({ path: 'a/index.html', suffix: '' });
  expect(deep.find('/a/')).toBeUndefined();
  expect(deep.find('/deep/er/missing/')).toBeUndefined();
  expect(deep.find('/deep/er/%E0%A4%A')).toBeUndefined();
});

test('the fonts of a style sheet lie where it says', () => {
  const { css, files } = rewriteStyles(
    '_astro/style.css',
    `a{src:url(/fonts/one%20two.woff2)}b{c:url("data:x")}`,
    site,
  );
  expect(css).toBe(`a{src:url("../fonts/one%20two.woff2")}b{c:url("data:x")}`);
  expect([...files]).toEqual(['fonts/one two.woff2']);
});

test.each(FILES.flatMap((from) => FILES.map((to) => [from, to] as const)))(
  'the way from %s to %s ends there',
  (from, to) => {
    const address = toRelativeAddress(from, { path: to, suffix: '#x' });
    const end = new URL(address, `file:///root/${from.split('/').map(encodeURIComponent).join('/')}`);
    expect(decodeURIComponent(end.pathname)).toBe(`/root/${to}`);
    expect(end.hash).toBe('#x');
  },
);
