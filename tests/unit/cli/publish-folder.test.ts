import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { exchangeFolders } from '../../../src/cli/exchange-folders.ts';
import { healPlace, preparePlace, publishFolder, toBesideFolder } from '../../../src/cli/publish-folder.ts';
import { ROOT } from '../../support/sites.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'sanad-publish-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function make(name: string, text: string): string {
  mkdirSync(join(root, name), { recursive: true });
  writeFileSync(join(root, name, 'index.html'), text);
  return join(root, name);
}

test('a first site stands where there was none, in folders that are made for it', () => {
  publishFolder(make('fresh', 'new'), join(root, 'a/b/dist'));
  expect(readFileSync(join(root, 'a/b/dist/index.html'), 'utf8')).toBe('new');
  expect(existsSync(join(root, 'fresh'))).toBe(false);
});

test('a new site takes the place of the old one, whole, and leaves nothing behind', () => {
  const dist = make('dist', 'old');
  writeFileSync(join(dist, 'gone.html'), 'old');
  publishFolder(make('fresh', 'new'), dist);
  expect(readdirSync(dist)).toEqual(['index.html']);
  expect(readdirSync(root)).toEqual(['dist']);
});

test('the old site stays when there is no new one', () => {
  const dist = make('dist', 'old');
  expect(() => publishFolder(join(root, 'nothing'), dist)).toThrow();
  expect(read('dist')).toBe('old');
});

test('a site that was built beside its place is put there without a copy', () => {
  const place = make('dist', 'old');
  const beside = make(`dist.sanad-new-${process.pid}`, 'new');
  const { ino } = statSync(join(beside, 'index.html'));
  expect(toBesideFolder(place)).toBe(beside);
  publishFolder(beside, place);
  expect(read('dist')).toBe('new');
  expect(statSync(join(place, 'index.html')).ino).toBe(ino);
  expect(readdirSync(root)).toEqual(['dist']);
});

describe('where folders cannot be exchanged in one step', () => {
  const inTwoSteps = { rename: renameSync, exchange: () => false };

  test('a new site takes the place of the old one all the same', () => {
    make('dist.sanad-old', 'older');
    publishFolder(make('fresh', 'new'), make('dist', 'old'), inTwoSteps);
    expect(read('dist')).toBe('new');
    expect(readdirSync(root)).toEqual(['dist']);
  });

  test('the old site is put back when the new one cannot be put in its place', () => {
    const place = make('dist', 'old');
    const fresh = make('fresh', 'new');
    const rename = (from: string, to: string): void => {
      if (from === toBesideFolder(place)) throw new Error('The disk went away.');
      renameSync(from, to);
    };
    expect(() => publishFolder(fresh, place, { ...inTwoSteps, rename })).toThrow('The disk went away.');
    expect(read('dist')).toBe('old');
  });

  test('a program that is killed between the two steps leaves the old site beside, and the next command puts it back', () => {
    const place = make('dist', 'old');
    dieBetweenRenames(make('fresh', 'new'), place);
    expect(existsSync(place)).toBe(false);
    healPlace(place);
    expect(read('dist')).toBe('old');
    preparePlace(place);
    expect(readdirSync(root)).toEqual(['dist']);
  });
});

const CAN_EXCHANGE = canExchange();

test.runIf(CAN_EXCHANGE)(
  'where they can, whoever looks sees a whole site at every moment of fifty publications',
  async () => {
    const place = make('dist', '0');
    const script = `
      const { statSync, writeSync } = require('node:fs');
      let [seen, missed] = [0, 0];
      writeSync(1, 'looking');
      for (;;) {
        if (statSync(process.argv[1], { throwIfNoEntry: false }) === undefined) missed += 1;
        if (++seen % 1000 === 0) writeSync(1, ' ' + missed);
      }`;
    const watcher = spawn(process.execPath, ['-e', script, join(place, 'index.html')]);
    let said = '';
    watcher.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    await expect.poll(() => said.split(' ').length).toBeGreaterThan(2);
    for (let round = 1; round <= 50; round += 1) {
      publishFolder(make('fresh', String(round)), place);
      expect(read('dist')).toBe(String(round));
    }
    const looks = said.length;
    await expect.poll(() => said.length).toBeGreaterThan(looks);
    watcher.kill('SIGKILL');
    expect(new Set(said.split(' ').slice(1, -1))).toEqual(new Set(['0']));
    expect(readdirSync(root)).toEqual(['dist']);
  },
);

test('folders of which one is not there are not exchanged', () => {
  const one = make('one', '1');
  expect(() => exchangeFolders(one, join(root, 'other'))).toThrow();
  expect(read('one')).toBe('1');
});

describe('what builds that were cut off left behind', () => {
  test.each(['dist.sanad-old', `dist.sanad-new-${endedPid()}`, `dist.sanad-gone-${endedPid()}`])(
    '%s goes away, and the site stays',
    (left) => {
      make('dist', 'whole');
      make(left, 'left');
      preparePlace(join(root, 'dist'));
      expect(read('dist')).toBe('whole');
      expect(readdirSync(root)).toEqual(['dist']);
    },
  );

  test('an old site that was removed in part is never put back: it has lost its name before', () => {
    const place = make('dist', 'old');
    const names: string[] = [];
    publishFolder(make('fresh', 'new'), place, {
      exchange: () => false,
      rename: (from, to) => {
        renameSync(from, to);
        names.push(...readdirSync(root));
      },
    });
    rmSync(place, { recursive: true });
    // As if the program had been killed while it removed what it had moved aside.
    make(`dist.sanad-gone-${endedPid()}`, 'half');
    healPlace(place);
    expect(names).toContain('dist.sanad-old');
    expect(existsSync(place)).toBe(false);
  });

  test('where nothing is, nothing is healed', () => {
    healPlace(join(root, 'dist'));
    healPlace(join(root, 'a/b/dist'));
    expect(readdirSync(root)).toEqual([]);
  });

  test('what another program still builds, and what it moved aside, are left alone', () => {
    // This test was started by a program that runs as long as it does.
    make(`dist.sanad-new-${process.ppid}`, 'half');
    make('dist.sanad-old', 'old');
    healPlace(join(root, 'dist'));
    preparePlace(join(root, 'dist'));
    expect(readdirSync(root).sort()).toEqual([`dist.sanad-new-${process.ppid}`, 'dist.sanad-old'].sort());
  });
});

function read(folder: string): string {
  return readFileSync(join(root, folder, 'index.html'), 'utf8');
}

function dieBetweenRenames(finished: string, place: string): void {
  const { signal } = spawnSync(process.execPath, [`${ROOT}tests/support/publish-and-die.ts`, finished, place]);
  expect(signal).toBe('SIGKILL');
}

function endedPid(): number {
  return spawnSync(process.execPath, ['--version']).pid;
}

function canExchange(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'sanad-exchange-'));
  try {
    for (const name of ['a', 'b']) mkdirSync(join(folder, name));
    return exchangeFolders(join(folder, 'a'), join(folder, 'b'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
