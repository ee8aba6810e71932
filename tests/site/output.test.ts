import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkOutput, type OutputFault, type OutputReport } from '../../src/site/check-output.ts';
import { findSite, listFiles } from '../support/built-site.ts';
import { SITE_NAMES, type AuthoredSiteName } from '../support/sites.ts';
import { makeFolder } from '../support/temporary-folder.ts';

const URLS: Readonly<Record<AuthoredSiteName, string>> = {
  main: 'https://sanad.example/',
  lighthouses: 'https://lights.example/',
};

function check(folder: string, name: AuthoredSiteName): Promise<OutputReport> {
  return checkOutput({ folder, base: '/', siteUrl: URLS[name] });
}

describe.each(SITE_NAMES)('the finished site %s', (name) => {
  test('has no fault that its own build looks for', async () => {
    const { problems, pages, untold } = await check(findSite(name).folder, name);
    expect(problems).toEqual([]);
    expect(untold).toBe(0);
    expect(pages).toBe(listFiles(findSite(name).folder).filter((file) => file.endsWith('.html')).length);
  });
});

/** Changes of a finished site: some break it, some do not. */
const CHANGES: readonly (readonly [what: string, file: string, change: (text: string) => string | undefined])[] = [
  ['nothing but the time of a file', 'towers/halder-light/index.html', (text) => text],
  ['a page that is gone', 'towers/halder-light/index.html', () => undefined],
  [
    'ids that links lead to',
    'articles/night-of-the-long-swell/index.html',
    (text) => text.replaceAll(/ id="p\d+"/g, ''),
  ],
  ['all links of a page', 'towers/index.html', (text) => text.replaceAll(/ href="[^"]*"/g, '')],
  ['a new link to what is not there', 'index.html', (text) => text.replace('</main>', '<a href="/lost/">a</a></main>')],
  ['a new link to what is there', 'index.html', (text) => text.replace('</main>', '<a href="/towers/">a</a></main>')],
  ['a page that names itself otherwise', 'index.html', (text) => text.replace('rel="canonical"', 'rel="other"')],
  ['a sitemap without a page', 'sitemap.xml', (text) => text.replace(/<url>.*?<\/url>/s, '')],
  [
    'a language that is not named',
    'towers/index.html',
    (text) => text.replace(/<link rel="alternate"[^>]*hreflang="ar"[^>]*>/, ''),
  ],
  ['an id twice', 'towers/index.html', (text) => text.replace('</main>', '<i id="same"></i><i id="same"></i></main>')],
  ['a feed that is gone', 'feed.xml', () => undefined],
];

test('a site of which most is known is told what one is told that is read anew', async () => {
  const folder = makeFolder();
  cpSync(findSite('lighthouses').folder, folder, { recursive: true });
  const settings = { folder, base: '/', siteUrl: URLS.lighthouses };
  const file = join(makeFolder(), 'output.sqlite');
  const first = await checkOutput({ ...settings, memory: { file, key: 'same', last: undefined } });
  expect(first.problems).toEqual([]);
  first.remember('site');
  let faults = 0;
  for (const [what, path, change] of CHANGES) {
    const place = join(folder, path);
    const before = readFileSync(place, 'utf8');
    const after = change(before);
    if (after === undefined) rmSync(place);
    else writeFileSync(place, after);
    const known = await checkOutput({ ...settings, memory: { file, key: 'same', last: 'site' } });
    const anew = await checkOutput(settings);
    expect(known.problems, what).toEqual(anew.problems);
    expect(known.examined, what).toBeLessThan(anew.examined / 10);
    if (anew.problems.length > 0) faults += 1;
    known.close();
    anew.close();
    writeFileSync(place, before);
  }
  expect(faults).toBeGreaterThan(6);
});

test('what is remembered is of the one site that was checked', async () => {
  const { folder } = findSite('lighthouses');
  const file = join(makeFolder(), 'output.sqlite');
  const ask = async (key: string, last: string | undefined): Promise<number> => {
    const checked = await checkOutput({ folder, base: '/', siteUrl: URLS.lighthouses, memory: { file, key, last } });
    checked.remember('site');
    checked.close();
    return checked.examined;
  };
  const all = await ask('one', undefined);
  expect(all).toBeGreaterThan(50);
  expect(await ask('one', 'site')).toBe(0);
  expect(await ask('one', 'another site')).toBe(all);
  expect(await ask('another', 'site')).toBe(all);
});

/** A fault put into one file, and how it must be told. */
interface Planted {
  readonly fault: OutputFault;
  readonly file: string;
  /** Words of the message that only this fault has. */
  readonly words: string;
}

interface Plan {
  readonly fault: OutputFault;
  readonly files: RegExp;
  /** The file with the fault in it and what the message names; nothing where the file has no place for it. `mark` stands nowhere else. */
  readonly plant: (text: string, mark: string) => readonly [text: string, words: string] | undefined;
}

function replaceFirst(text: string, pattern: RegExp, by: (match: RegExpExecArray) => string): string | undefined {
  const match = pattern.exec(text);
  return match === null
    ? undefined
    : text.slice(0, match.index) + by(match) + text.slice(match.index + match[0].length);
}

function planter(pattern: RegExp, by: (mark: string, match: RegExpExecArray) => string): Plan['plant'] {
  return (text, mark) => {
    const changed = replaceFirst(text, pattern, (match) => by(mark, match));
    return changed === undefined ? undefined : [changed, mark];
  };
}

const PLANS: readonly Plan[] = [
  {
    fault: 'link-broken',
    files: /\.html$/,
    plant: planter(
      /<a class="entity"([^>]*) href="[^"]*"/,
      (mark, [, rest = '']) => `<a class="entity"${rest} href="/${mark}/"`,
    ),
  },
  {
    fault: 'link-broken',
    files: /\.html$/,
    plant: planter(/<main /, (mark) => `<img src="/pictures/${mark}.png" alt=""><main `),
  },
  {
    fault: 'link-broken',
    files: /\.html$/,
    plant: planter(/<main /, (mark) => `<img srcset="/favicon.svg 1x, /${mark}.svg 2x" alt=""><main `),
  },
  {
    fault: 'link-broken',
    files: /\.html$/,
    plant: planter(/<main /, (mark) => `<a href="https://sanad.example/${mark}/">x</a><main `),
  },
  {
    fault: 'link-broken',
    files: /\.html$/,
    plant: planter(
      /<\/body>/,
      (mark) =>
        `<script type="application/ld+json">{"@type":"Claim","url":"https://sanad.example/${mark}/"}</script></body>`,
    ),
  },
  {
    fault: 'link-broken',
    files: /previews\/.*\.json$/,
    plant: planter(/"entities":\{"[^"]*"/, (mark) => `"entities":{"${mark}/"`),
  },
  {
    fault: 'link-broken',
    files: /records\/.*[02468ace]\.json$/,
    plant: planter(/"href":"[^"]*"/, (mark) => `"href":"/${mark}/"`),
  },
  { fault: 'link-broken', files: /\.css$/, plant: planter(/url\([^)]*\)/, (mark) => `url(/_astro/${mark}.woff2)`) },
  {
    fault: 'link-broken',
    files: /\.csv$/,
    plant: planter(/https:\/\/sanad\.example\/[^"]*/, (mark) => `https://sanad.example/${mark}/`),
  },
  {
    fault: 'link-broken',
    files: /list\.json$/,
    plant: planter(/https:\/\/sanad\.example\/[^"]*/, (mark) => `https://sanad.example/${mark}/`),
  },
  {
    fault: 'fragment-broken',
    files: /\.html$/,
    plant: planter(/<main /, (mark) => `<a href="/articles/nato-against-isis/#${mark}">x</a><main `),
  },
  { fault: 'fragment-broken', files: /\.html$/, plant: planter(/<main /, (mark) => `<a href="#${mark}">x</a><main `) },
  {
    fault: 'fragment-broken',
    files: /\.html$/,
    plant: planter(
      /<\/body>/,
      (mark) =>
        `<script type="application/ld+json">{"citation":["https://sanad.example/articles/nato-against-isis/#${mark}"]}</script></body>`,
    ),
  },
  {
    fault: 'fragment-broken',
    files: /records\/.*[13579bdf]\.json$/,
    plant: planter(/"fragment":"[^"]+"/, (mark) => `"fragment":"${mark}"`),
  },
  {
    fault: 'fragment-broken',
    files: /previews\/.*\.json$/,
    plant: planter(/"evidence":\{"[^"#]*#[^"]*"/, (mark) => `"evidence":{"articles/nato-against-isis/#${mark}"`),
  },
  {
    fault: 'id-duplicate',
    files: /\.html$/,
    plant: planter(/<main /, (mark) => `<i id="${mark}"></i><b id="${mark}"></b><main `),
  },
  {
    fault: 'reference-broken',
    files: /\.html$/,
    plant: planter(/<main /, (mark) => `<i aria-describedby="${mark}"></i><main `),
  },
  {
    fault: 'address-forbidden',
    files: /\.html$/,
    plant: planter(/<main /, (mark) => `<a href="javascript:${mark}">x</a><main `),
  },
  {
    fault: 'address-forbidden',
    files: /\.html$/,
    plant: planter(/<main /, (mark) => `<a href="sanad:entity/${mark}">x</a><main `),
  },
  {
    fault: 'canonical-wrong',
    files: /^(?!.*404).*\.html$/,
    plant: planter(/rel="canonical" href="[^"]*"/, (mark) => `rel="canonical" href="https://sanad.example/${mark}/"`),
  },
  {
    fault: 'alternate-broken',
    files: /\.html$/,
    plant: planter(
      /rel="alternate" hreflang="en" href="[^"]*"/,
      (mark) => `rel="alternate" hreflang="en" href="https://sanad.example/en/${mark}/"`,
    ),
  },
];

test('a thousand faults planted in a finished site are all found, each in its file and by its name', async () => {
  const folder = makeFolder();
  cpSync(findSite('main').folder, folder, { recursive: true });
  const planted = plantFaults(folder);
  expect(planted.length).toBeGreaterThan(1000);
  expect(new Set(planted.map(({ fault }) => fault)).size).toBeGreaterThan(6);

  const { problems } = await check(folder, 'main');
  const told = Map.groupBy(problems, ({ file }) => file);
  const missed = planted.filter(
    ({ fault, file, words }) =>
      !(told.get(file) ?? []).some((one) => one.fault === fault && new RegExp(`${words}(?!\\d)`).test(one.message)),
  );
  expect(missed).toEqual([]);
});

function plantFaults(folder: string): readonly Planted[] {
  const planted: Planted[] = [];
  for (const file of listFiles(folder)) {
    const path = join(folder, file);
    let text = readFileSync(path, 'utf8');
    for (const { fault, files, plant } of PLANS) {
      if (!files.test(file)) continue;
      const done = plant(text, `planted-${planted.length}`);
      if (done === undefined) continue;
      text = done[0];
      planted.push({ fault, file, words: done[1] });
    }
    if (PLANS.some(({ files }) => files.test(file))) writeFileSync(path, text);
  }
  return planted;
}

describe('faults of a site as a whole', () => {
  const copySite = (): string => {
    const copy = makeFolder();
    cpSync(findSite('lighthouses').folder, copy, { recursive: true });
    return copy;
  };
  const found = async (folder: string): Promise<string[]> =>
    (await check(folder, 'lighthouses')).problems.map(({ fault, file }) => `${fault} ${file}`);

  test('addresses that do not begin with the path under which the site will stand', async () => {
    const { folder } = findSite('lighthouses');
    const { problems } = await checkOutput({ folder, base: '/sub/', siteUrl: URLS.lighthouses });
    const missed = new Set(problems.filter(({ fault }) => fault === 'base-missed').map(({ file }) => file));
    expect(listFiles(folder).filter((file) => file.endsWith('.html') && !missed.has(file))).toEqual([]);
  });

  test('a page that nothing leads to but its own translation', async () => {
    const folder = copySite();
    const page = (lang: string): string =>
      `<!doctype html><html><head><link rel="canonical" href="https://lights.example${lang}/lost/"><link rel="alternate" hreflang="en" href="https://lights.example/lost/"><link rel="alternate" hreflang="ar" href="https://lights.example/ar/lost/"></head><body><a href="/lost/">a</a><a href="/ar/lost/">b</a></body></html>`;
    mkdirSync(join(folder, 'lost'));
    mkdirSync(join(folder, 'ar/lost'));
    writeFileSync(join(folder, 'lost/index.html'), page(''));
    writeFileSync(join(folder, 'ar/lost/index.html'), page('/ar'));
    expect((await found(folder)).filter((one) => one.startsWith('page-orphaned'))).toEqual([
      'page-orphaned ar/lost/index.html',
      'page-orphaned lost/index.html',
    ]);
  });

  test('languages of which only one knows the other', async () => {
    const folder = copySite();
    const file = join(folder, 'towers/halder-light/index.html');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/<link rel="alternate"[^>]*hreflang="ar"[^>]*>/, ''));
    expect(await found(folder)).toEqual(['alternate-broken ar/towers/halder-light/index.html']);
  });

  test('a page that its sitemap leaves out, one that it should not name, and one that is not there', async () => {
    const folder = copySite();
    const pages = listFiles(folder)
      .filter((file) => file.endsWith('index.html'))
      .filter((file) => !/noindex|http-equiv="refresh"/.test(readFileSync(join(folder, file), 'utf8')))
      .map((file) => `https://lights.example/${file.replace(/index\.html$/, '')}`);
    const write = (addresses: readonly string[]): void =>
      writeFileSync(
        join(folder, 'sitemap.xml'),
        `<?xml version="1.0"?><urlset>${addresses.map((one) => `<url><loc>${one}</loc></url>`).join('')}</urlset>`,
      );
    write(pages);
    expect(await found(folder)).toEqual([]);
    write([
      ...pages.filter((one) => !one.endsWith('/towers/')),
      'https://lights.example/404.html',
      'https://lights.example/gone/',
    ]);
    expect(await found(folder)).toEqual([
      'sitemap-wrong ar/towers/index.html',
      'link-broken sitemap.xml',
      'sitemap-wrong sitemap.xml',
      'sitemap-wrong towers/index.html',
    ]);
  });

  test('files beside the pages: a feed, rules of redirection, JSON that is none', async () => {
    const folder = copySite();
    writeFileSync(
      join(folder, 'feed.xml'),
      '<feed><link href="https://lights.example/towers/"/><id>https://lights.example/gone/</id></feed>',
    );
    writeFileSync(join(folder, '_redirects'), '# a\n/old/ /towers/ 301\n/older/ /nowhere/ 301\n/x/* /y/:splat 301\n');
    writeFileSync(join(folder, 'data.json'), '{"a":');
    writeFileSync(join(folder, 'robots.txt'), 'User-agent: *\nSitemap: https://lights.example/map.xml\n');
    expect(await found(folder)).toEqual([
      'link-broken _redirects',
      'file-broken data.json',
      'link-broken feed.xml',
      'link-broken robots.txt',
    ]);
  });
});
