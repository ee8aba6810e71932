import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RecordFile } from '../../../src/search/index-files.ts';
import type { JudgedDocument } from './measure.ts';

/** The documents of a built index with all their words, vowel marks set aside. */
export function readJudged(folder: string): readonly (JudgedDocument & { readonly names: string })[] {
  return readdirSync(join(folder, 'records'))
    .flatMap((name) => Object.values(JSON.parse(readFileSync(join(folder, 'records', name), 'utf8')) as RecordFile))
    .map(({ id, names, sections }) => ({
      id,
      names: names.join(' · '),
      text: [...names, ...sections.map(({ text }) => text)].join('\n').replace(/\p{M}|\u0640/gu, ''),
    }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
