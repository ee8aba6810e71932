import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { parseArguments } from '../../../src/cli/parse-arguments.ts';
import { findProject, SITE_MARK, type FolderUse, type ProjectReading } from '../../../src/cli/project.ts';

const cwd = realpathSync(mkdtempSync(join(tmpdir(), 'sanad-project-')));
for (const folder of ['content', 'other/site', '..hidden']) mkdirSync(join(cwd, folder), { recursive: true });
writeFileSync(join(cwd, 'file'), '');
afterAll(() => rmSync(cwd, { recursive: true }));

const REPLACE: FolderUse = { content: 'read', output: 'replaced' };

function find(content: string, out: string, at = cwd, use = REPLACE): ProjectReading {
  const parsed = parseArguments(['build', '--content', content, '--out', out], false);
  if (parsed.status !== 'command') throw new Error(parsed.status);
  return findProject(parsed.options, at, use);
}

test.each([
  ['beside each other', 'content', 'dist', cwd, 'content/'],
  ['elsewhere', 'other/site', 'other/dist', cwd, 'other/site/'],
  ['by an absolute path', join(cwd, 'content'), join(cwd, 'dist'), cwd, 'content/'],
  ['from another folder', '../content', '../dist', join(cwd, 'other'), '../content/'],
  ['with a folder that begins with two dots', '..hidden', 'dist', cwd, '..hidden/'],
])('folders %s', (_what, content, out, at, shownFolder) => {
  expect(find(content, out, at)).toMatchObject({ status: 'found', project: { shownFolder } });
});

test('every content folder has a cache of its own, the same each time', () => {
  const cacheOf = (content: string): string | undefined => {
    const reading = find(content, 'dist');
    return reading.status === 'found' ? reading.project.cacheFolder : undefined;
  };
  expect(cacheOf('content')).toBe(cacheOf('./content/'));
  expect(cacheOf('content')).not.toBe(cacheOf('other/site'));
  expect(cacheOf('content')?.startsWith(join(cwd, '.sanad'))).toBe(true);
});

test.each([
  ['a content folder that is not there', 'contents', 'dist', /There is no folder `contents`\..*--content DIR/],
  ['a content folder that is a file', 'file', 'dist', /There is no folder `file`/],
  ['an output that is the content', 'content', 'content', /cannot be written to `content`/],
  ['an output around the content', 'other/site', 'other', /everything in that folder is replaced/],
  ['an output within the content', 'content', 'content/dist', /--out DIR/],
  ['an output within the content that begins with two dots', 'content', 'content/..dist', /--out DIR/],
  ['an output that is the working folder', 'content', '.', /cannot be written/],
  ['an output above the working folder', 'content', '..', /cannot be written/],
  ['an output that is everything', 'content', '/', /cannot be written/],
])('%s is refused', (_what, content, out, message) => {
  const reading = find(content, out);
  expect(reading.status === 'refused' && reading.message).toMatch(message);
});

test('a preview needs no content', () => {
  expect(find('nowhere', 'dist', cwd, { content: 'unused', output: 'read' }).status).toBe('found');
});

test('a command that writes no site does not mind where one would stand', () => {
  expect(find('content', 'content/dist', cwd, { content: 'read', output: 'unused' }).status).toBe('found');
});

test('a folder with other files is never replaced; an empty one and one of ours are', () => {
  mkdirSync(join(cwd, 'precious'));
  expect(find('content', 'precious').status).toBe('found');
  writeFileSync(join(cwd, 'precious/thesis.txt'), 'years of work');
  const reading = find('content', 'precious');
  expect(reading.status === 'refused' && reading.message).toMatch(/files that Sanad did not write/);
  writeFileSync(join(cwd, 'precious', SITE_MARK), '');
  expect(find('content', 'precious').status).toBe('found');
});

test.skipIf(process.platform === 'win32')('where the output is a link, the folder that it leads to is meant', () => {
  mkdirSync(join(cwd, 'published'));
  symlinkSync(join(cwd, 'published'), join(cwd, 'linked'));
  expect(find('content', 'linked')).toMatchObject({ project: { outputFolder: join(cwd, 'published') } });
  symlinkSync(join(cwd, 'content'), join(cwd, 'led-astray'));
  expect(find('content', 'led-astray')).toMatchObject({
    message: expect.stringMatching(/cannot be written/) as string,
  });
  symlinkSync(join(cwd, 'gone'), join(cwd, 'dangling'));
  expect(find('content', 'dangling')).toMatchObject({ message: expect.stringMatching(/not there/) as string });
});

test('the folder of Sanad itself is never replaced', () => {
  const installation = new URL('../../../', import.meta.url).pathname;
  expect(find('content', installation).status).toBe('refused');
});
