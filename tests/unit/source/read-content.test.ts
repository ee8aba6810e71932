import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readContent } from '../../../src/source/read-content.ts';

const folder = mkdtempSync(join(tmpdir(), 'sanad-read-'));
afterAll(() => rmSync(folder, { recursive: true }));

function write(path: string, text: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

write('site.yaml', 'title: T');
write('b/z.mdx', 'zed');
write('b/a.mdx', '\uFEFFwith a mark of byte order');
write('a/نهر.mdx', 'نهر 😀');
write('a/map.PNG', 'x');
write('a/.hidden.mdx', 'x');
write('.git/config', 'x');
write('a/notes.docx', 'x');
write('a/latin.mdx', Uint8Array.of(0x63, 0x61, 0x66, 0xe9));
write('a/cut.mdx', Uint8Array.of(0xd9));
write('a/long.mdx', 'x'.repeat(4_000_001));
symlinkSync(join(folder, 'site.yaml'), join(folder, 'a/link.mdx'));
symlinkSync(folder, join(folder, 'loop'));

const content = readContent(folder);

test('reads every text, sorted by path, hidden ones left alone', () => {
  expect(content.files.map(({ path }) => path)).toEqual(['a/نهر.mdx', 'b/a.mdx', 'b/z.mdx', 'site.yaml']);
  expect(content.files[0]?.text).toBe('نهر 😀');
  expect(content.assets).toEqual(['a/map.PNG']);
});

test('says of every file that it did not read why not', () => {
  expect(content.diagnostics.map(({ code, place, message }) => [place.file, code, message])).toEqual([
    ['a/link.mdx', 'file-unreadable', expect.stringContaining('symbolic link')],
    ['a/long.mdx', 'file-unreadable', 'A text may have at most 4 MB; this one has 4.1 MB.'],
    ['loop', 'file-unreadable', expect.stringContaining('symbolic link')],
    ['a/notes.docx', 'file-misplaced', 'A file of this type is not read.'],
    ['a/cut.mdx', 'file-unreadable', 'The file is not UTF-8 text.'],
    ['a/latin.mdx', 'file-unreadable', 'The file is not UTF-8 text.'],
  ]);
});

test('a folder with more files than any site has is not read', () => {
  expect(readContent(folder, 5)).toMatchObject({
    files: [],
    assets: [],
    diagnostics: [{ code: 'limit-passed', place: { file: '.' } }],
  });
});

test.skipIf(process.platform === 'win32')('what is neither file nor folder is refused, not waited for', () => {
  execFileSync('mkfifo', [join(folder, 'a/pipe.mdx')]);
  expect(readContent(folder).diagnostics).toContainEqual(
    expect.objectContaining({ place: { file: 'a/pipe.mdx' }, message: 'This is neither a file nor a folder.' }),
  );
  rmSync(join(folder, 'a/pipe.mdx'));
});

test('a folder that is not there is told, not thrown', () => {
  expect(readContent(join(folder, 'nowhere')).diagnostics).toMatchObject([
    { code: 'file-unreadable', place: { file: '.' } },
  ]);
});
