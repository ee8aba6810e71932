import { linkSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compileIfChanged } from '../../../src/compiler/compile-if-changed.ts';
import { openKnowledgeBase, type KnowledgeBase } from '../../../src/compiler/knowledge-base.ts';
import { readRows } from '../../support/read-rows.ts';
import { copyContent, makeFolder } from '../../support/temporary-folder.ts';

const SLUG = 'night-of-the-long-swell';
const ARTICLE = `articles/${SLUG}.mdx`;
const LOCK = `articles/${SLUG}.passages.json`;

interface Site {
  readonly compile: (locks?: 'write' | 'frozen') => ReturnType<typeof compileIfChanged>;
  /** Changes a text of the content. */
  readonly edit: (path: string, change: (text: string) => string) => void;
  readonly remove: (path: string) => void;
}

function openSite(): Site {
  const root = makeFolder();
  const contentFolder = copyContent('lighthouses', root);
  return {
    compile: (locks = 'write') => compileIfChanged({ contentFolder, cacheFolder: join(root, 'cache'), locks }),
    edit: (path, change) => {
      const file = join(contentFolder, path);
      writeFileSync(file, change(readFileSync(file, 'utf8')));
    },
    remove: (path) => rmSync(join(contentFolder, path)),
  };
}

test('nothing is compiled again after locks were written for the first time', async () => {
  const { compile, remove } = openSite();
  remove(LOCK);
  expect((await compile()).status).toBe('compiled');
  expect((await compile()).status).toBe('unchanged');
});

test('an article with a new passage is compiled alone, and nothing again after its lock was written', async () => {
  const { compile, edit } = openSite();
  await compile();
  edit(ARTICLE, (text) => `${text}\nThe boats of Halder came home.\n`);
  const compilation = await compile();
  expect(compilation.status).toBe('patched');
  expect((await compile()).status).toBe('unchanged');
  if (compilation.status !== 'patched') return;
  const kb = openKnowledgeBase(compilation.knowledgeBaseFile);
  const last = kb.article(SLUG)?.passages.at(-1);
  kb.close();
  expect(last?.text).toBe('The boats of Halder came home.');
});

test('a quotation that is no longer in an edited article is refused, as if everything was compiled', async () => {
  const { compile, edit } = openSite();
  await compile();
  edit(ARTICLE, (text) => text.replace('Marn kept the light until 1946', 'Marn kept the light until 1947'));
  const { status, diagnostics } = await compile();
  expect(status).toBe('refused');
  expect(diagnostics.map(({ code, place }) => `${code} ${place.file}`)).toContain(
    'citation-missing keepers/ilsa-marn.mdx',
  );
});

test('where locks are frozen an edited article is refused until its lock says so', async () => {
  const { compile, edit } = openSite();
  await compile();
  edit(ARTICLE, (text) => `${text}\nThe boats of Halder came home.\n`);
  const { status, diagnostics } = await compile('frozen');
  expect([status, diagnostics.find(({ code }) => code === 'lock-stale')?.place.file]).toEqual(['refused', LOCK]);
  expect((await compile()).status).toBe('patched');
  expect((await compile('frozen')).status).toBe('unchanged');
});

test('an article that is taken back together with its lock is what it was, row by row', async () => {
  const { compile, edit } = openSite();
  const first = await compile();
  if (first.status === 'refused') throw new Error('The site is sound.');
  const before = readRows(first.knowledgeBaseFile);
  const kept = new Map<string, string>();
  const keep = (path: string): void => edit(path, (text) => (kept.set(path, text), text));
  for (const path of [ARTICLE, LOCK]) keep(path);
  edit(ARTICLE, (text) => text.replace(/\n---\n+/, (end) => `${end}The boats of Halder came home.\n\n`));
  expect((await compile()).status).toBe('patched');
  expect(readRows(first.knowledgeBaseFile)).not.toEqual(before);
  for (const [path, text] of kept) edit(path, () => text);
  expect((await compile()).status).toBe('patched');
  expect(readRows(first.knowledgeBaseFile)).toEqual(before);
});

test('the file of the knowledge base before last is used again, unless somebody reads it or it has another name', async () => {
  const { compile, edit } = openSite();
  const file = (await compile().then((one) => (one.status === 'refused' ? undefined : one.knowledgeBaseFile))) ?? '';
  let sentences = 0;
  const write = async (): Promise<number> => {
    edit(ARTICLE, (text) => `${text}\nSentence ${(sentences += 1)}.\n`);
    expect((await compile()).status).toBe('patched');
    return statSync(file).ino;
  };
  const readLast = (kb: KnowledgeBase): string | undefined => kb.article(SLUG)?.passages.at(-1)?.text;
  const [first, second, third] = [await write(), await write(), await write()];
  expect([second === first, third === first]).toEqual([false, true]);

  const reader = openKnowledgeBase(file);
  await write();
  expect(await write()).not.toBe(third);
  expect(readLast(reader)).toBe('Sentence 3.');
  reader.close();

  const named = `${file}.named`;
  linkSync(file, named);
  const fifth = statSync(file).ino;
  await write();
  expect(await write()).not.toBe(fifth);
  const [kb, kept] = [openKnowledgeBase(file), openKnowledgeBase(named)];
  expect([readLast(kb), readLast(kept)]).toEqual(['Sentence 7.', 'Sentence 5.']);
  for (const one of [kb, kept]) one.close();
});
