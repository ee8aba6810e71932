import { expect, test } from 'vitest';
import { openSearchBoxes } from '../../../../src/cli/portable/open-search-boxes.ts';
import { rewriteScript } from '../../../../src/cli/portable/rewrite-script.ts';
import { openSiteFiles } from '../../../../src/cli/portable/site-files.ts';

const site = openSiteFiles(['search/index.html', '_astro/a.css'], '/عربي/', 'https://site.example/');
const BOX = '<dialog class="b" data-search-dialog data-kinds="{&#34;a>b&#34;:1}"><p>x</p></dialog>';
const SEARCH = `<head><link rel="stylesheet" href="/a.css"><link rel="stylesheet" href="/b.css"></head><body><dialog id="other"></dialog>${BOX}</body>`;
const withBox = openSearchBoxes(site, () => SEARCH);
const OPENER = '<a href="/%D8%B9%D8%B1%D8%A8%D9%8A/search/" data-search-open>s</a>';

test('a page that opens the search box gets it, and the style sheets that it lacks', () => {
  expect(withBox(`<head><link rel="stylesheet" href="/a.css"></head><body>${OPENER}</body>`)).toBe(
    `<head><link rel="stylesheet" href="/a.css"><link rel="stylesheet" href="/b.css"></head><body>${OPENER}${BOX}</body>`,
  );
});

test.each([
  ['does not open the box', '<head></head><body><a href="/search/">s</a></body>'],
  ['has the box', `<head></head><body>${OPENER}${BOX}</body>`],
  ['opens what is not there', '<head></head><body><a href="/elsewhere/" data-search-open>s</a></body>'],
])('a page that %s stays as it is', (_what, html) => {
  expect(withBox(html)).toBe(html);
});

test.each(['"/عربي/_astro/a.css"', "'/عربي/_astro/a.css'", '`/%D8%B9%D8%B1%D8%A8%D9%8A/_astro/a.css`'])(
  'a script fetches a style sheet where the site lies: %s',
  (address) => {
    const { code, files } = rewriteScript(`e.href=${address};f("/عربي/_astro/b.css")`, site);
    expect(code).toBe('e.href=(globalThis.sanadRoot+"_astro/a.css");f("/عربي/_astro/b.css")');
    expect([...files]).toEqual(['_astro/a.css']);
  },
);
