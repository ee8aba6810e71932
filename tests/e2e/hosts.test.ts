import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HOSTS } from '../../src/check/host-limits.ts';
import { findSite, listFiles } from '../support/built-site.ts';
import { runSanad } from '../support/run-sanad.ts';
import { serveAsHost, type HostServer } from '../support/serve-as-host.ts';
import { ROOT, SITES } from '../support/sites.ts';
import { useWindows } from './support/readers.ts';
import { say } from './support/strings.ts';

/** The root of a name, a folder below it, and one whose name has to be encoded. */
const BASES = ['/', '/sub/', '/عربي/'];
const LONG = 240_000;

const output = mkdtempSync(join(tmpdir(), 'sanad-hosts-'));
const folders = new Map<string, string>();

beforeAll(async () => {
  folders.set('/', findSite('lighthouses').folder);
  for (const base of BASES.slice(1)) {
    const folder = join(output, encodeURIComponent(base));
    const content = ROOT + SITES.lighthouses.content;
    const { status, stderr } = await runSanad(
      ['build', '--content', content, '--out', folder, '--base', base, '--url', 'https://example.org', '--frozen'],
      output,
    );
    expect(status, stderr).toBe(0);
    folders.set(base, folder);
  }
}, LONG);

afterAll(() => rmSync(output, { recursive: true, force: true }));

describe.each(BASES)('under %s', (base) => {
  test.each(HOSTS)('%s answers every address as it should', async (host) => {
    const server = await serveAsHost(host, folderOf(base), base);
    const ask = (path: string): Promise<Response> => fetch(server.url + path, { redirect: 'manual' });
    try {
      const page = await ask('towers/halder-light/');
      const text = await page.text();
      expect(page.status).toBe(200);
      expect(text).toContain('Halder');
      expect(text).toMatch(/<meta http-equiv="content-security-policy" content="default-src 'none';/i);
      if (host !== 'github') {
        expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
        expect(page.headers.get('x-content-type-options')).toBe('nosniff');
        expect(page.headers.get('cache-control')).toMatch(/max-age=0, ?must-revalidate/);
      }

      const bare = await ask('towers/halder-light?from=a');
      expect(bare.status).toBeGreaterThanOrEqual(301);
      expect(resolve(server, bare)).toBe(`${server.url}towers/halder-light/?from=a`);

      // An old address leads on, by the host or by its page.
      const moved = await ask('towers/cape-light/');
      if (moved.status === 301) expect(resolve(server, moved)).toBe(`${server.url}towers/halder-light/`);
      else expect(await moved.text()).toContain(`0; url=${new URL(server.url).pathname}towers/halder-light/`);

      for (const path of ['towers/of-babel/', 'towers/of-babel', 'ar/towers/of-babel/']) {
        const missing = await ask(path);
        // Some first lead to the address with a slash, whatever stands there.
        const answer = missing.status === 301 || missing.status === 308 ? await ask(`${path}/`) : missing;
        const page = await answer.text();
        expect(answer.status).toBe(404);
        for (const language of ['en', 'ar'] as const) expect(page).toContain(say(language, 'not-found.title'));
      }

      for (const preset of host === 'cloudflare' || host === 'netlify' ? ['_headers', '_redirects'] : [])
        expect((await ask(preset)).status).toBe(404);
    } finally {
      await server.close();
    }
  });

  test.each(HOSTS.filter((host) => host !== 'github'))(
    '%s keeps for long what has a hash in its name, and nothing else',
    async (host) => {
      const server = await serveAsHost(host, folderOf(base), base);
      const kept: string[] = [];
      try {
        for (const file of sampleFiles(folderOf(base))) {
          const { headers } = await fetch(server.url + file, { method: 'HEAD' });
          const control = headers.get('cache-control') ?? '';
          if (control.includes('immutable')) kept.push(file);
          else expect(control, file).toMatch(/max-age=0, ?must-revalidate/);
        }
      } finally {
        await server.close();
      }
      expect(kept.length).toBeGreaterThan(5);
      expect(kept.filter((file) => !/[._][A-Za-z0-9_-]{7,16}\.\w+$|\/[0-9a-z]{9}\.(?:txt|json)$/.test(file))).toEqual(
        [],
      );
    },
  );
});

describe('a reader', () => {
  const windows = useWindows();
  const servers: HostServer[] = [];
  // After the windows: a closed one may still have been asking for something.
  afterAll(() => Promise.all(servers.map((server) => server.close())));

  test.each(BASES.flatMap((base) => HOSTS.map((host) => [host, base] as const)))(
    'of a site on %s under %s goes the whole way, and nothing is refused',
    async (host, base) => {
      const server = await serveAsHost(host, folderOf(base), base);
      servers.push(server);
      const page = await windows.open(server.origin, { expected: /status 404|404 \(Not Found\)/ });
      const refused: string[] = [];
      await page.exposeFunction('tellRefused', (what: string) => refused.push(what));
      await page.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
          (window as unknown as { tellRefused(what: string): void }).tellRefused(
            `${location.pathname}: ${violatedDirective} ${blockedURI}`,
          );
        });
      });

      // An address without its slash, from there to the words that a claim rests on, and who is meant there.
      await page.goto(`${server.url}towers/halder-light`);
      await page.waitForURL(`${server.url}towers/halder-light/`);
      const words = page.locator('.claim a.words, a.words').first();
      const address = await words.getAttribute('href');
      await words.click();
      await page.waitForURL(new URL(address ?? '', server.origin).href);
      expect(await page.locator(':target').count()).toBe(1);
      await page.locator('main [data-passage] a.entity').first().hover();
      await page.locator('#preview_card').waitFor();

      // The same in Arabic, and a search there.
      await page.locator('.languages a[hreflang="ar"]').click();
      await page.waitForURL((url) => url.href.startsWith(`${server.url}ar/articles/`));
      await page.goto(`${server.url}ar/search/?q=${encodeURIComponent('هالدر')}`);
      await page.locator('[data-search-results] > li a').first().click();
      await page.waitForURL((url) => url.href.startsWith(`${server.url}ar/`) && !url.pathname.endsWith('/search/'));

      // Where nothing stands, in the language of the address and in the other one.
      for (const [path, language] of [
        ['nothing/here/', 'en'],
        ['ar/nothing/here/', 'ar'],
      ] as const) {
        await page.goto(server.url + path);
        await page.getByRole('heading', { level: 1, name: say(language, 'not-found.title') }).waitFor();
        expect(await page.locator('main').evaluate((main) => getComputedStyle(main).direction)).toBe(
          language === 'ar' ? 'rtl' : 'ltr',
        );
      }
      await page.locator('main .in-other-language[lang="en"] a').first().click();
      await page.waitForURL(server.url);
      expect(refused).toEqual([]);
    },
  );
});

function folderOf(base: string): string {
  const folder = folders.get(base);
  if (folder === undefined) throw new Error(`No site was built for ${base}.`);
  return folder;
}

/** Some files of every folder that has any but pages. */
function sampleFiles(folder: string): readonly string[] {
  const files = listFiles(folder).filter(
    (file) => !file.endsWith('.html') && !/^_|^\.|^vercel\.json/.test(file.replace('_astro/', 'astro/')),
  );
  return [...Map.groupBy(files, (file) => file.slice(0, file.lastIndexOf('/') + 1)).values()].flatMap((own) =>
    own.slice(0, 8),
  );
}

function resolve(server: HostServer, { headers }: Response): string {
  return new URL(headers.get('location') ?? '', server.url).href;
}
