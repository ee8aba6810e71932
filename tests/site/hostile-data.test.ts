import { XMLParser } from 'fast-xml-parser';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { listFiles } from '../support/built-site.ts';
import { hostileTexts, makeContent, plainTexts } from '../support/hostile-content.ts';
import { findAll, parseHtml, type HtmlElement } from '../support/html.ts';
import { runSanad } from '../support/run-sanad.ts';
import { makeFolder } from '../support/temporary-folder.ts';

const LONG = 300_000;

test(
  'thousands of hostile texts in every field make no element, attribute or script, and nothing that cannot be read',
  async () => {
    const hostile = hostileTexts(20_161_121);
    const [plainSite, hostileSite] = [await build(makeContent(plainTexts())), await build(makeContent(hostile))];
    expect(hostile.count()).toBeGreaterThan(2000);

    const files = listFiles(hostileSite).filter((file) => !isHashed(file));
    expect(files).toEqual(listFiles(plainSite).filter((file) => !isHashed(file)));
    const read = (folder: string, file: string): string => readFileSync(join(folder, file), 'utf8');
    for (const file of files) {
      const [plain, other] = [read(plainSite, file), read(hostileSite, file)];
      if (file.endsWith('.html')) {
        expect(toSkeleton(other), file).toEqual(toSkeleton(plain));
        expect(findUnsafe(other), file).toEqual([]);
      } else if (file.endsWith('.csv')) {
        const [rows, expected] = [parseCsv(other), parseCsv(plain)];
        expect(
          rows.map((row) => row.length),
          file,
        ).toEqual(expected.map((row) => row.length));
        expect(
          rows.flat().filter((cell) => /^[=+\-@\t\r＝＋－＠]/.test(cell)),
          file,
        ).toEqual([]);
      } else if (/\.(?:json|webmanifest)$/.test(file)) {
        expect(toShape(JSON.parse(other)), file).toEqual(toShape(JSON.parse(plain)));
      } else if (file.endsWith('.xml')) {
        const [data, expected]: unknown[] = [other, plain].map((xml) => new XMLParser().parse(xml) as unknown);
        expect(toShape(data), file).toEqual(toShape(expected));
      }
    }
    for (const file of listFiles(hostileSite).filter((one) => /^pagefind\/.*\.json$/.test(one)))
      expect(() => JSON.parse(read(hostileSite, file)) as unknown, file).not.toThrow();
  },
  LONG,
);

async function build(content: Readonly<Record<string, string>>): Promise<string> {
  const folder = makeFolder();
  const drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0"/></svg>';
  for (const [path, text] of Object.entries({ ...content, 'pictures/one.svg': drawing })) {
    mkdirSync(dirname(join(folder, 'content', path)), { recursive: true });
    writeFileSync(join(folder, 'content', path), text);
  }
  const { status, stdout, stderr } = await runSanad(['build'], folder);
  expect(status, stdout + stderr).toBe(0);
  return join(folder, 'dist');
}

/** Files named after what is in them: fonts, bundles and parts of the search index. */
function isHashed(file: string): boolean {
  return file.startsWith('_astro/') || file.startsWith('pagefind/');
}

/** Attributes in which a page says what it is made of; of all others only that they are there. */
const SAID = ['id', 'class', 'rel', 'type', 'name', 'src', 'action', 'lang', 'dir', 'http-equiv', 'data-kind'];

/** Elements with their attributes, one line each, further in for every element around it. */
function toSkeleton(html: string): string[] {
  const lines: string[] = [];
  const visit = ({ tag, attributes, children, text }: HtmlElement, depth: number): void => {
    if (tag === 'bdi' && children.length === 0 && isNumberRun(text) && Object.keys(attributes).length === 0) return;
    const own = Object.keys(attributes)
      // Written only where a text is not sorted by itself.
      .filter((name) => name !== 'data-sort')
      .sort()
      .map((name) => (SAID.includes(name) ? `${name}=${withoutHash(attributes[name] ?? '')}` : name));
    const line = `${' '.repeat(depth)}${tag} ${own.join(' ')}`;
    // A name in a drawing is broken into lines, as many as it is long: they count as one.
    if (tag === 'text' && children.length === 0 && line === lines.at(-1)) return;
    lines.push(line);
    for (const child of children) visit(child, depth + 1);
  };
  visit(parseHtml(html), 0);
  return lines;
}

/** Numbers with signs between them keep their order by an element of their own, wherever a text has such a run. */
function isNumberRun(text: string): boolean {
  return /^\d[\d\s.,%/:‐‑–—−-]*$/.test(text);
}

function withoutHash(value: string): string {
  return value.startsWith('/_astro/') ? '/_astro/' : value;
}

function findUnsafe(html: string): string[] {
  return findAll(parseHtml(html), () => true).flatMap(({ tag, attributes, text }) => [
    ...Object.keys(attributes).filter((name) => /^on/i.test(name) || name === 'style' || name === 'srcdoc'),
    ...['href', 'src', 'action', 'formaction']
      .map((name) => attributes[name] ?? '/')
      .filter((address) => !/^(?:https?:\/\/|mailto:|\/(?!\/)|#)/.test(address)),
    ...(tag === 'script' && attributes.type === 'application/ld+json' ? findUnreadable(text) : []),
  ]);
}

function findUnreadable(json: string): string[] {
  try {
    JSON.parse(json);
    return [];
  } catch (error) {
    return [`${String(error)}: ${json}`];
  }
}

/** Types and keys of data, the texts themselves set aside; keys that are texts as their number. */
function toShape(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toShape);
  if (value === null || typeof value !== 'object') return typeof value;
  return Object.entries(value).map(([key, inner]) => [/^[\w./#-]*$/.test(key) ? key : 'text', toShape(inner)]);
}

/** RFC 4180, without any code of the program under test. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  const cells = text.replace(/^\uFEFF/, '').matchAll(/("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n|$)/g);
  for (const [all, cell = '', end] of cells) {
    if (all === '') break;
    rows.at(-1)?.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end === '\r\n') rows.push([]);
  }
  return rows;
}
