import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compileApart } from '../../../src/compiler/compile-apart.ts';
import { compile, type Compilation, type CompileOptions } from '../../../src/compiler/compile.ts';
import { readRows } from '../../support/read-rows.ts';
import { copyContent, makeFolder } from '../../support/temporary-folder.ts';

/** All that a compile gives, but for where it put it. */
function toResult(compilation: Compilation): unknown {
  if (compilation.status === 'refused') return compilation;
  const { knowledgeBaseFile, ...rest } = compilation;
  return { ...rest, rows: readRows(knowledgeBaseFile) };
}

test('a thread of its own gives what a compile gives, and tells how far it is', async () => {
  const root = makeFolder();
  const contentFolder = copyContent('lighthouses', root);
  await compile({ contentFolder, cacheFolder: join(root, 'locks'), locks: 'write' });
  const stages = new Set<string>();
  const onProgress: CompileOptions['onProgress'] = (stage, done, total) => {
    if (done === total) stages.add(stage);
  };
  const options = { contentFolder, locks: 'write' } as const;
  const apart = await compileApart({ ...options, cacheFolder: join(root, 'apart'), onProgress });
  const here = await compile({ ...options, cacheFolder: join(root, 'here') });
  expect(apart.status).toBe('compiled');
  expect(toResult(apart)).toEqual(toResult(here));
  expect(stages).toEqual(new Set(['read', 'prove', 'render', 'write']));
});

test('what is wrong is told from there, and a fault of the system reaches the caller', async () => {
  const root = makeFolder();
  const contentFolder = copyContent('lighthouses', root);
  writeFileSync(join(contentFolder, 'nothing-reads-this.yaml'), 'a: 1\n');
  const options = { contentFolder, locks: 'write' } as const;
  const apart = await compileApart({ ...options, cacheFolder: join(root, 'apart') });
  expect(apart.status).toBe('refused');
  expect(apart).toEqual(await compile({ ...options, cacheFolder: join(root, 'here') }));
  mkdirSync(join(root, 'blocked'));
  writeFileSync(join(root, 'blocked/cache'), 'a file where a folder is wanted');
  await expect(compileApart({ ...options, cacheFolder: join(root, 'blocked/cache') })).rejects.toThrow();
});
