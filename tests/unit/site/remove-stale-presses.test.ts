import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DESCRIPTION, removeStalePresses, toUnfinishedFolder } from '../../../src/site/press/remove-stale-presses.ts';
import { makeFolder } from '../../support/temporary-folder.ts';

test('what a killed build began and presses of projects that are gone are removed, and nothing else', () => {
  const folder = makeFolder();
  const project = makeFolder();
  const { pid: ended } = spawnSync(process.execPath, ['--version']);
  const add = (press: string, description: unknown): void => {
    mkdirSync(press, { recursive: true });
    writeFileSync(join(press, DESCRIPTION), JSON.stringify(description));
  };
  add(join(folder, 'press-aa'), { project });
  add(join(folder, 'press-bb'), { project: join(project, 'gone') });
  add(join(folder, `press-aa-${ended}`), {});
  add(toUnfinishedFolder(join(folder, 'press-aa')), {});
  add(join(folder, 'cache-of-a-project'), {});
  // Of a build that puts one in its place just now.
  mkdirSync(join(folder, 'press-cc'));

  removeStalePresses(folder);
  expect(readdirSync(folder).sort()).toEqual(
    ['cache-of-a-project', 'press-aa', `press-aa-${process.pid}`, 'press-cc'].sort(),
  );
  removeStalePresses(join(folder, 'not-there'));
});
