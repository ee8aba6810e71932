import { beforeAll, describe, expect, test } from 'vitest';
import type { SearchDocument, SearchSection } from '../../../src/search/document.ts';
import type { IndexTarget } from '../../../src/search/finish-index.ts';
import { indexAnew } from '../../../src/search/index-anew.ts';
import { indexChanges } from '../../../src/search/index-changes.ts';
import { MANIFEST, type Manifest } from '../../../src/search/index-files.ts';
import { fetchRuntime, type Runtime } from '../../../src/search/pagefind-format.ts';
import { createSearchMemory, type SearchMemory } from '../../../src/search/search-memory.ts';
import { startRandom, type Random } from '../../bench/random.ts';

type Files = Map<string, Buffer>;

/** Above this records share files. */
const DOCUMENTS = 60;
const ROUNDS = 12;
/** With a letter that may be a particle: how they are read depends on which of them the others use. */
const DOUBTFUL = [
  'وكندا',
  'كندا',
  'بلجيكا',
  'لجيكا',
  'وجد',
  'جد',
  'فرنسا',
  'رنسا',
  'لدول',
  'دول',
  'كتاب',
  'تاب',
  'وتاب',
];
const PLAIN = ['من', 'lamp', 'keeper', '33', 'ألف', 'million', 'sea', 'café', 'حلف', 'ناتو', 'الناتو', 'خانۓ'];

const toSortKey = (_language: string, name: string): string => name;
let runtime: Runtime;
beforeAll(async () => {
  runtime = await fetchRuntime();
});

describe('an index that is brought up to date', () => {
  test('has the bytes of one that is made of all documents anew, whatever changed', async () => {
    const random = startRandom(2016);
    const documents = Array.from({ length: DOCUMENTS }, (_, at) => write(random, at));
    const memory = createSearchMemory();
    let files = await build(documents, memory);
    // Many words: the index has several chunks, and most of them stay.
    expect([...files.keys()].filter((path) => path.startsWith('index/')).length).toBeGreaterThan(3);
    let kept = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const changed = new Map<number, string>();
      for (let left = 1 + random.below(3); left > 0; left -= 1) {
        const at = random.below(DOCUMENTS);
        documents[at] = edit(random, documents[at] ?? write(random, at), round);
        changed.set(at, JSON.stringify(documents[at]));
      }
      const next: Files = new Map();
      const target = toTarget(next, files);
      indexChanges(changed, { memory, target, browse: undefined, toSortKey });
      kept += [...next].filter(([path, content]) => files.get(path) === content).length;
      const anew = await build(documents, createSearchMemory());
      expect([...next.keys()].toSorted()).toEqual([...anew.keys()].toSorted());
      expect(
        [...anew].filter(([path, content]) => next.get(path)?.equals(content) !== true).map(([path]) => path),
      ).toEqual([]);
      files = next;
    }
    // Else everything was written, and nothing brought up to date.
    expect(kept).toBeGreaterThan(ROUNDS * DOCUMENTS * 0.8);
  }, 60_000);

  test('keeps its orders when only a text changed, and lists the new file of its record', async () => {
    const random = startRandom(11);
    const documents = Array.from({ length: 3 }, (_, at) => write(random, at));
    const memory = createSearchMemory();
    const files = await build(documents, memory);
    const [first] = documents;
    if (first === undefined) throw new Error('No documents.');
    const changed = new Map([[0, JSON.stringify({ ...first, sections: first.sections.slice(1) })]]);
    const next: Files = new Map();
    indexChanges(changed, { memory, target: toTarget(next, files), browse: undefined, toSortKey });
    const listOrders = (of: Files): Manifest['orders'] => (JSON.parse(String(of.get(MANIFEST))) as Manifest).orders;
    const { records: before, ...orders } = listOrders(files);
    const { records: after, ...same } = listOrders(next);
    expect(same).toEqual(orders);
    expect(after).not.toBe(before);
  });

  test('is written anew from where a file of the last one is missing', async () => {
    const random = startRandom(7);
    const documents = Array.from({ length: 3 }, (_, at) => write(random, at));
    const memory = createSearchMemory();
    const files = await build(documents, memory);
    const [record = ''] = [...files.keys()].filter((path) => path.startsWith('records/'));
    files.delete(record);
    expect(() =>
      indexChanges(new Map(), { memory, target: toTarget(new Map(), files), browse: undefined, toSortKey }),
    ).toThrow('missing or was changed');
  });
});

async function build(documents: readonly SearchDocument[], memory: SearchMemory): Promise<Files> {
  const files: Files = new Map();
  const texts = documents.map((document) => JSON.stringify(document));
  const settings = { memory, browse: undefined, toSortKey, runtime: Promise.resolve(runtime) };
  await indexAnew(texts, { ...settings, target: toTarget(files, new Map()) });
  return files;
}

function toTarget(files: Files, last: Files): IndexTarget {
  return {
    write: (path, content) => void files.set(path, Buffer.from(content)),
    keep: (path) => {
      const known = last.get(path);
      if (known !== undefined) files.set(path, known);
      return known !== undefined;
    },
    read: (path) => last.get(path) ?? Buffer.alloc(0),
  };
}

function write(random: Random, at: number): SearchDocument {
  const title = `${say(random, 2)} ${at}`;
  const view = { href: `/${at}/`, title, summary: undefined, summaryLanguage: undefined };
  const section = (): SearchSection => ({
    text: say(random, 150),
    lang: 'ar',
    fragment: `p${random.below(99)}`,
    shownIn: ['ar'],
    mentions: random.below(3) === 0 ? [{ start: 0, end: 12, names: [say(random, 2)] }] : [],
  });
  return {
    id: `x/${at}`,
    kind: 'x',
    views: { ar: view },
    names: [title],
    epithets: random.below(4) === 0 ? [say(random, 1)] : [],
    filters: { kind: ['x'], year: [String(1990 + random.below(20))] },
    ...(random.below(2) === 0 ? {} : { date: { year: 1990 + random.below(20), month: 1, day: 1 } }),
    sections: [section(), section()],
  };
}

/** Another document in its place, a word more at its end, or nothing but another name. */
function edit(random: Random, document: SearchDocument, round: number): SearchDocument {
  const at = Number(document.id.slice(2));
  const [first, ...others] = document.sections;
  if (first === undefined || random.below(3) === 0) return write(random, at);
  if (random.below(2) === 0)
    return {
      ...document,
      sections: [{ ...first, text: `${first.text} ${random.pick(DOUBTFUL)} new${round}` }, ...others],
    };
  return { ...document, names: [...document.names, say(random, 1)] };
}

function say(random: Random, words: number): string {
  const word = (): string => {
    const kind = random.below(10);
    if (kind < 2) return random.pick(DOUBTFUL);
    return kind < 4 ? random.pick(PLAIN) : `w${random.below(4000).toString(36)}`;
  };
  return Array.from({ length: words }, word).join(' ');
}
