import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { runSanad } from '../support/run-sanad.ts';
import { ROOT, SITES } from '../support/sites.ts';
import { makeFolder } from '../support/temporary-folder.ts';

const CONTENT = join(ROOT, SITES.main.content);

/** Brotli, the page and its style sheets: a first flight of ten packets. */
const MOST = 14 * 1024;
const WORDS = 2000;
const WORDS_EACH = 80;
/** A claim on every passage, of as many entities as a long article goes into. */
const NAMES = ['سورية', 'العراق', 'أوروبا', 'الغرب', 'داعش', 'الناتو', 'فرنسا', 'تركيا', 'بلجيكا', 'كندا'];
const WORDS_QUOTED = 8;

test('an article of two thousand words, with a claim on every passage, is read after 14 KB of HTML and styles', async () => {
  const passages = gatherPassages();
  const words = passages.flatMap((passage) => passage.split(' '));
  expect(words.length).toBeGreaterThanOrEqual(WORDS);
  const folder = makeFolder();
  for (const [path, content] of Object.entries(writeContent(passages))) {
    mkdirSync(dirname(join(folder, 'content', path)), { recursive: true });
    writeFileSync(join(folder, 'content', path), content);
  }
  const { status, stdout, stderr } = await runSanad(['build'], folder);
  expect(status, stdout + stderr).toBe(0);
  const out = join(folder, 'dist');
  const html = readFileSync(join(out, 'articles/long/index.html'), 'utf8').replace(
    /<script type="application\/ld\+json">[\s\S]*?<\/script>/g,
    '',
  );
  const sheets = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href = '']) =>
    readFileSync(join(out, href)),
  );
  expect(sheets.length).toBeGreaterThan(0);
  const bytes = [Buffer.from(html), ...sheets].reduce((sum, one) => sum + brotliCompressSync(one).length, 0);
  expect(bytes).toBeLessThanOrEqual(MOST);
});

/** Passages of real Arabic: the sentences that the entities of the site are described in, each once. */
function gatherPassages(): readonly string[] {
  const files = readdirSync(CONTENT, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.mdx') && !file.startsWith('articles') && !file.endsWith('.en.mdx'))
    .toSorted();
  const sentences = files.flatMap((file) => {
    const [, , ...body] = readFileSync(join(CONTENT, file), 'utf8').split(/^---$/m);
    return body
      .join('')
      .replace(/<[^>]*>|[{}*#>`_]/g, '')
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .split(/(?<=[.!؟])\s+/)
      .map((sentence) => sentence.trim().replace(/\s+/g, ' '))
      .filter((sentence) => sentence.split(' ').length > 5 && !/[A-Za-z]/.test(sentence));
  });
  const passages: string[][] = [[]];
  let count = 0;
  for (const sentence of new Set(sentences)) {
    if (count >= WORDS) break;
    const words = sentence.split(' ');
    const last = passages.at(-1) ?? [];
    if (last.length < WORDS_EACH) last.push(...words);
    else passages.push(words);
    count += words.length;
  }
  return passages.map((words) => words.join(' '));
}

function writeContent(passages: readonly string[]): Readonly<Record<string, string>> {
  const text = passages.join('\n\n');
  const quotes = passages.map((passage) => {
    const words = passage.split(' ');
    const starts = [...words.keys()].map((start) => words.slice(start, start + WORDS_QUOTED).join(' '));
    return starts.find((quote) => !quote.includes('"') && text.split(quote).length === 2) ?? '';
  });
  const entities = NAMES.map((name, index): [string, string] => {
    const claims = quotes.flatMap((quote, place) =>
      place % NAMES.length === index
        ? [
            `  - id: said-${place}\n    property: said\n    value: { ar: "${quote.split(' ').slice(0, 5).join(' ')}" }\n` +
              `    evidence:\n      - article: long\n        quote: "${quote}"\n`,
          ]
        : [],
    );
    return [`places/place-${index}.mdx`, `---\nlabel: { ar: ${name} }\nclaims:\n${claims.join('')}---\n`];
  });
  return {
    'site.yaml': `title: { ar: مقالة طويلة }
description: { ar: مقالة من ألفي كلمة }
languages: [ar]
url: https://long.example/
kinds:
  places:
    base: place
    label: { ar: { one: مكان, other: الأماكن } }
    properties: { said: { type: text, many: true, label: { ar: ما قيل } } }
`,
    'articles/long.mdx': `---\ntitle: { ar: مقالة طويلة }\nlang: ar\npublished: 2016\nsummary: { ar: مقالة من ألفي كلمة }\n---\n${text}\n`,
    ...Object.fromEntries(entities),
  };
}
