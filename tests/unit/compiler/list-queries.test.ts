import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import {
  findChangedGroups,
  openKnowledgeBase,
  READS,
  writeKnowledgeBase,
  type KnowledgeBase,
} from '../../../src/compiler/knowledge-base.ts';
import { ALL, type NamingText } from '../../../src/compiler/list-queries.ts';
import { prove } from '../in-memory.ts';
import { SMALL_CORPUS } from '../small-corpus.ts';

const ROOT = mkdtempSync(join(tmpdir(), 'sanad-lists-'));
afterAll(() => rmSync(ROOT, { recursive: true }));

const NILE = 'rivers/nile';
/** Of an entity the text in a language, or in its first. */
const showIn =
  (language: string) =>
  ({ document, lang, languages }: NamingText): boolean =>
    document.startsWith('articles/') ||
    (!document.startsWith('pages/') && lang === (languages.includes(language) ? language : languages[0]));
const SHOWN = showIn('ar');
const SEA = `---
label: { ar: بحر مزدوج, en: Double Sea }
---
يصب فيه النيل.

{/* lang: en */}

The Nile ends here. The Nile begins elsewhere.
`;

/** The small site, with a sea that names the Nile once in Arabic and twice in English. */
const CONTENT: Readonly<Record<string, string>> = { ...SMALL_CORPUS, 'seas/double.mdx': SEA };

describe('parts of lists', () => {
  const kb = open(write('whole', CONTENT));

  test('put together are the whole list, however they are cut', () => {
    const { total, sentences: whole } = kb.namings(NILE, SHOWN, { from: 0, most: ALL });
    expect(whole).toHaveLength(total);
    for (const most of [1, 2, 3]) {
      const parts = Array.from({ length: Math.ceil(total / most) }, (_, at) =>
        kb.namings(NILE, SHOWN, { from: at * most, most }),
      );
      expect(parts.flatMap(({ sentences }) => sentences)).toEqual(whole);
      expect(new Set(parts.map((part) => part.total))).toEqual(new Set([total]));
    }
  });

  test('hold every naming that the language shows, each in one sentence', () => {
    for (const language of ['ar', 'en']) {
      const { sentences } = kb.namings(NILE, showIn(language), { from: 0, most: ALL });
      const listed = sentences.flatMap(({ mentions }) => mentions).map(toPlace);
      const shown = kb
        .mentions(NILE)
        .filter(({ document, passageLang }) => {
          if (document.startsWith('pages/')) return false;
          const languages = kb.languagesOf(document);
          return (
            document.startsWith('articles/') || passageLang === (languages.includes(language) ? language : languages[0])
          );
        })
        .map(toPlace);
      expect(listed.length).toBeGreaterThan(2);
      expect(listed.toSorted()).toEqual(shown.toSorted());
    }
  });

  test('count by language: a text in another is not shown', () => {
    const count = (language: string): number =>
      kb
        .namings(NILE, showIn(language), { from: 0, most: ALL })
        .sentences.filter(({ document }) => document === 'seas/double').length;
    expect([count('ar'), count('en')]).toEqual([1, 2]);
  });

  test('of related entities hold those that share most, and say how many there are', () => {
    const whole = kb.related(NILE, { entities: ALL, passages: ALL });
    expect(whole.first).toHaveLength(whole.total);
    expect(whole.total).toBeGreaterThan(1);
    const [first] = kb.related(NILE, { entities: 1, passages: 1 }).first;
    expect(first).toEqual({ ...whole.first[0], shared: whole.first[0]?.shared.slice(0, 1) });
    const shared = kb.sharedWith(
      NILE,
      whole.first.map(({ entity }) => entity),
    );
    expect([...shared.values()].toSorted()).toEqual(whole.first.map(({ total }) => total).toSorted());
  });
});

describe('what an answer was made from is told: where another site answers otherwise, some of it has changed', () => {
  const QUESTIONS: Readonly<Record<string, (kb: KnowledgeBase) => unknown>> = {
    'the first sentences': (kb) => kb.namings(NILE, SHOWN, { from: 0, most: 2 }),
    'the last sentences': (kb) => kb.namings(NILE, SHOWN, { from: 2, most: 2 }),
    'sentences in English': (kb) => kb.namings(NILE, showIn('en'), { from: 0, most: ALL }),
    'related entities': (kb) => kb.related(NILE, { entities: 2, passages: 2 }),
    'what two share': (kb) => kb.sharedWith(NILE, ['seas/mediterranean']),
    'statistics of a measure': (kb) => kb.measured('length', { from: 0, most: 1 }),
    'the place of a statistic': (kb) => kb.placeOf('statistics/length-of-nile#value', 'length'),
    'measures of a kind': (kb) => kb.measuresOf('statistics'),
    'who is often named': (kb) => kb.namedMoreThan(2),
  };
  const EDITS: Readonly<Record<string, Readonly<Record<string, string | undefined>>>> = {
    'an article that names it more': {
      'articles/survey.mdx': `${CONTENT['articles/survey.mdx'] ?? ''}\nThe Nile is named again beside the Danube.\n`,
    },
    'a new article': {
      'articles/again.mdx': '---\ntitle: { en: Again }\nlang: en\n---\nThe Nile and the Mediterranean.\n',
    },
    'an entity that names it less': { 'seas/double.mdx': SEA.replace('The Nile begins elsewhere.', 'It ends.') },
    'an entity without one of its languages': {
      'seas/double.mdx': SEA.replace('يصب فيه النيل.\n\n{/* lang: en */}\n', ''),
    },
    'an entity that is gone': { 'seas/double.mdx': undefined },
    'a statistic more': {
      'articles/far.mdx': '---\ntitle: { en: Far }\nlang: en\n---\nThe Danube runs for 2850 kilometres.\n',
      'statistics/length-of-danube.mdx':
        '---\nlabel: { en: Length of it, ar: طوله }\nvalue: 2850\nunit: { en: kilometres, ar: كيلومتر }\nasOf: 1900\nmeasure: length\nevidence:\n  - { article: far, quote: The Danube runs for 2850 kilometres }\n---\n',
    },
  };
  const before = write('before', CONTENT);

  test.each(Object.keys(EDITS))('%s', (name) => {
    const edited = Object.entries({ ...CONTENT, ...EDITS[name] }).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    );
    const after = write(name.replaceAll(' ', '-'), Object.fromEntries(edited));
    const changed = findChangedGroups(before, after);
    const [kb, other] = [open(before), open(after)];
    let different = 0;
    for (const [what, ask] of Object.entries(QUESTIONS)) {
      const told = new Set<string>();
      const listen = (group: unknown): void => void told.add(String(group));
      READS.subscribe(listen);
      const answer = ask(kb);
      READS.unsubscribe(listen);
      if (JSON.stringify(toPlain(answer)) === JSON.stringify(toPlain(ask(other)))) continue;
      different += 1;
      expect(
        [...told].some((group) => changed.has(group)),
        what,
      ).toBe(true);
    }
    expect(different).toBeGreaterThan(0);
  });
});

function write(name: string, content: Readonly<Record<string, string>>): string {
  const file = join(ROOT, `${name}.sqlite`);
  const { graph, bodies } = prove(content);
  writeKnowledgeBase(file, { graph, bodies, drawings: new Map() });
  return file;
}

function open(file: string): KnowledgeBase {
  const kb = openKnowledgeBase(file);
  afterAll(() => kb.close());
  return kb;
}

function toPlace({ document, passage, range }: ReturnType<KnowledgeBase['mentions']>[number]): string {
  return `${document}#${passage} ${range.start}-${range.end}`;
}

function toPlain(answer: unknown): unknown {
  return answer instanceof Map ? [...answer] : answer;
}
