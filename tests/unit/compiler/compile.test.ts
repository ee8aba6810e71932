import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { compile, type Compilation } from '../../../src/compiler/compile.ts';
import { openKnowledgeBase, writeKnowledgeBase, type KnowledgeBase } from '../../../src/compiler/knowledge-base.ts';
import { ALL } from '../../../src/compiler/list-queries.ts';
import { openPool } from '../../../src/compiler/pool.ts';
import type { TaskTexts } from '../../../src/compiler/task-texts.ts';
import { runTaskToTexts, type Task } from '../../../src/compiler/tasks.ts';
import type { Passage } from '../../../src/graph/graph.ts';
import { prove } from '../in-memory.ts';
import { SMALL_CORPUS } from '../small-corpus.ts';
import { writeContent, type TemporaryContent } from '../temporary-content.ts';

const opened: TemporaryContent[] = [];
afterAll(() => opened.forEach((content) => content.remove()));

function open(content: Readonly<Record<string, string>> = SMALL_CORPUS): TemporaryContent {
  const folder = writeContent(content);
  opened.push(folder);
  return folder;
}

async function compileWell(folder: TemporaryContent): Promise<Extract<Compilation, { status: 'compiled' }>> {
  const compilation = await compile({ ...folder, locks: 'write' });
  if (compilation.status === 'refused')
    throw new Error(compilation.diagnostics.map(({ message }) => message).join('\n'));
  return compilation;
}

const WHOLE = { entities: ALL, passages: ALL };

/** All that pages can read, in one text. */
function dump(file: string): string {
  const kb = openKnowledgeBase(file);
  try {
    const documents = [
      ...kb.articles().map(({ id }) => `articles/${id}`),
      ...kb.entities().map(({ id }) => id),
      ...kb.pages().map(({ id }) => id),
    ];
    return JSON.stringify([
      kb.site,
      kb.articles(),
      kb.entities(),
      kb.pages(),
      documents.map((id) => [
        id,
        kb.body(id),
        kb.drawing(id),
        kb.mentionsIn(id),
        kb.mentions(id),
        kb.claims(id),
        kb.related(id, WHOLE),
        kb.counts(id),
      ]),
      kb.entities().flatMap(({ id }) => kb.claims(id).map((claim) => [claim.id, kb.evidence(claim.id)])),
    ]);
  } finally {
    kb.close();
  }
}

function withoutPages(dumped: string): unknown {
  return JSON.parse(dumped, (_, value: unknown) =>
    Array.isArray(value) ? value.filter((one) => !Array.isArray(one) || !String(one[0]).startsWith('pages/')) : value,
  );
}

describe('the same content gives the same bytes', () => {
  test('compiled twice, in two places', async () => {
    const [first, second] = [open(), open()];
    const [a, b] = [await compileWell(first), await compileWell(second)];
    expect(JSON.stringify(b.diagnostics)).toBe(JSON.stringify(a.diagnostics));
    expect(readFileSync(b.knowledgeBaseFile).equals(readFileSync(a.knowledgeBaseFile))).toBe(true);
  });

  test('compiled cold and warm', async () => {
    const folder = open();
    const cold = await compileWell(folder);
    const coldBytes = readFileSync(cold.knowledgeBaseFile);
    const warm = await compileWell(folder);
    expect(JSON.stringify(warm.diagnostics)).toBe(JSON.stringify(cold.diagnostics));
    expect(readFileSync(warm.knowledgeBaseFile).equals(coldBytes)).toBe(true);
    expect(warm.lockUpdates).toEqual([]);
  });

  test('edited and taken back', async () => {
    const folder = open();
    const before = dump((await compileWell(folder)).knowledgeBaseFile);
    const path = 'seas/mediterranean.mdx';
    folder.write(path, (SMALL_CORPUS[path] ?? '').replace('يصب فيه النيل', 'يصب فيه الدانوب'));
    const between = dump((await compileWell(folder)).knowledgeBaseFile);
    folder.write(path, SMALL_CORPUS[path] ?? '');
    const after = dump((await compileWell(folder)).knowledgeBaseFile);
    expect(between).not.toBe(before);
    expect(after).toBe(before);
  });

  test('with a cache that is rubbish', async () => {
    const folder = open();
    const before = dump((await compileWell(folder)).knowledgeBaseFile);
    writeFileSync(join(folder.cacheFolder, 'cache.sqlite'), 'rubbish');
    expect(dump((await compileWell(folder)).knowledgeBaseFile)).toBe(before);
  });

  test('from files and from memory', async () => {
    const folder = open();
    const fromFiles = dump((await compileWell(folder)).knowledgeBaseFile);
    const { graph, bodies } = prove(SMALL_CORPUS);
    const file = join(folder.cacheFolder, 'memory.sqlite');
    writeKnowledgeBase(file, { graph, bodies, drawings: new Map() });
    // Free pages are code: the site renders them itself.
    expect(withoutPages(dump(file))).toEqual(withoutPages(fromFiles));
  });

  test('read by one thread and by several', async () => {
    const site = prove(SMALL_CORPUS).corpus.site;
    const tasks = Array.from({ length: 400 }, (_, at): Extract<Task, { type: 'read' }> => ({
      type: 'read',
      site,
      file: {
        path: `rivers/r${at}.mdx`,
        text: `---\nlabel: { ar: نهر ${at} }\n---\nماء ${at} يجري {x}.\n`.replace('{x}', at % 3 === 0 ? '{x}' : ''),
      },
    }));
    const pool = openPool(2);
    try {
      const results = new Map<number, TaskTexts>();
      let taken = 0;
      const source = tasks.values().map((task) => ((taken += 1), task));
      await pool.run(source, (number, result) => {
        results.set(number, result);
        // What waits is bounded, however many there are.
        expect(taken - results.size).toBeLessThan(180);
      });
      expect(tasks.map((_, number) => results.get(number))).toEqual(tasks.map((task) => runTaskToTexts(task)));
    } finally {
      await pool.close();
    }
  });
});

describe('the knowledge base gives both ways of every link', async () => {
  const { knowledgeBaseFile } = await compileWell(open());
  const { graph } = prove(SMALL_CORPUS);
  const ask = <T>(question: (kb: KnowledgeBase) => T): T => {
    const kb = openKnowledgeBase(knowledgeBaseFile);
    try {
      return question(kb);
    } finally {
      kb.close();
    }
  };

  test('a passage lists a claim if and only if the claim cites the passage', () => {
    ask((kb) => {
      const forward = graph.claims.flatMap(({ id }) =>
        kb.evidence(id).map((one) => `${id} ${one.article} ${one.anchor}`),
      );
      const backward = graph.articles.flatMap(({ id }) =>
        kb.evidenceIn(id).map((one) => `${one.claim} ${one.article} ${one.anchor}`),
      );
      expect(forward.sort()).toEqual(backward.sort());
      expect(forward).toHaveLength(graph.evidence.length);
    });
  });

  test('a text lists a mention if and only if the entity lists the text', () => {
    ask((kb) => {
      // Ranges differ on purpose: an entity shows sentences with the words of components filled in.
      const key = (one: { entity: string; document: string; passage: string }): string =>
        `${one.entity} ${one.document}#${one.passage}`;
      const documents = [
        ...graph.articles.map(({ id }) => `articles/${id}`),
        ...graph.entities.map(({ id }) => id),
        ...graph.pages.map(({ id }) => id),
      ];
      const forward = documents.flatMap((id) => kb.mentionsIn(id).map(key));
      const backward = graph.entities.flatMap(({ id }) => kb.mentions(id).map(key));
      expect(forward.sort()).toEqual(backward.sort());
      expect(forward).toHaveLength(graph.mentions.length);
    });
  });

  test('an entity shows sentences as readers see them, the words of components included', () => {
    ask((kb) => {
      const shown = kb.mentions('statistics/length-of-nile').filter(({ document }) => document === 'rivers/nile');
      expect(shown.map(({ passageText, range }) => passageText.slice(range.start, range.end))).toEqual([
        '6,650 كيلومتر',
      ]);
    });
  });

  test('two entities are related to each other by the same passages', () => {
    ask((kb) => {
      const pairs = graph.entities.flatMap(({ id }) =>
        kb.related(id, WHOLE).first.map((one) => `${id} ${one.entity} ${one.shared.join(' ')}`),
      );
      const swapped = graph.entities.flatMap(({ id }) =>
        kb.related(id, WHOLE).first.map((one) => `${one.entity} ${id} ${one.shared.join(' ')}`),
      );
      expect(pairs.length).toBeGreaterThan(0);
      expect(pairs.sort()).toEqual(swapped.sort());
    });
  });

  test('evidence comes with the sentence it stands in, in the order of its claim', () => {
    ask((kb) => {
      const evidence = kb.evidence('rivers/nile#mouth');
      expect(evidence.map(({ index }) => index)).toEqual([0, 1]);
      for (const { passageText, words } of evidence) expect(passageText).toContain(words);
    });
  });

  test('counts are those of the lists', () => {
    ask((kb) => {
      for (const { id } of graph.entities) {
        expect(kb.counts(id)).toMatchObject({ claims: kb.claims(id).length, mentions: kb.mentions(id).length });
      }
    });
  });

  test('statistics are found by their measure', () => {
    expect(ask((kb) => kb.statistics('length').map(({ id }) => id))).toEqual(['statistics/length-of-nile#value']);
    expect(ask((kb) => kb.statistics('constructor'))).toEqual([]);
  });

  test('what is not there is nothing', () => {
    ask((kb) => {
      for (const id of ['constructor', '__proto__', "'; DROP TABLE claim; --", '']) {
        expect([kb.article(id), kb.entity(id), kb.claim(id), kb.drawing(id)]).toEqual([
          undefined,
          undefined,
          undefined,
          undefined,
        ]);
        expect([kb.claims(id), kb.evidence(id), kb.mentions(id), kb.related(id, WHOLE).first, kb.body(id)]).toEqual([
          [],
          [],
          [],
          [],
          [],
        ]);
      }
    });
  });
});

describe('passage locks', () => {
  test('are written when all is well, and then nothing changes any more', async () => {
    const folder = open();
    const { lockUpdates } = await compileWell(folder);
    expect(lockUpdates.map(({ path }) => path)).toEqual([
      'articles/journey.passages.json',
      'articles/survey.passages.json',
    ]);
    expect((await compile({ ...folder, locks: 'frozen' })).status).toBe('compiled');
  });

  test('are not written when something is wrong', async () => {
    const folder = open({ ...SMALL_CORPUS, 'rivers/rhine.mdx': '---\nlabel: X\n---\n' });
    expect((await compile({ ...folder, locks: 'write' })).status).toBe('refused');
    expect(existsSync(join(folder.contentFolder, 'articles/journey.passages.json'))).toBe(false);
    expect(existsSync(join(folder.cacheFolder, 'knowledge.sqlite'))).toBe(false);
  });

  test('keep the id of a passage when another one is put before it', async () => {
    const folder = open();
    const readSurvey = async (): Promise<readonly Passage[]> => {
      const kb = openKnowledgeBase((await compileWell(folder)).knowledgeBaseFile);
      try {
        return kb.passages('articles/survey');
      } finally {
        kb.close();
      }
    };
    const before = await readSurvey();
    folder.write(
      'articles/survey.mdx',
      (SMALL_CORPUS['articles/survey.mdx'] ?? '').replace(
        '---\nThe Nile',
        '---\nIt was a dry year for everybody.\n\nThe Nile',
      ),
    );
    const after = await readSurvey();
    expect(after.slice(1).map(({ id, text }) => [id, text])).toEqual(before.map(({ id, text }) => [id, text]));
    expect(before.map(({ id }) => id)).not.toContain(after[0]?.id);
  });

  test('that would change stop a frozen compile, and stay as they are', async () => {
    const folder = open();
    await compileWell(folder);
    const lock = join(folder.contentFolder, 'articles/survey.passages.json');
    const text = readFileSync(lock, 'utf8');
    folder.write('articles/survey.mdx', (SMALL_CORPUS['articles/survey.mdx'] ?? '') + '\nA new block of prose.\n');
    const compilation = await compile({ ...folder, locks: 'frozen' });
    expect(compilation.diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual([
      'lock-stale',
    ]);
    expect(readFileSync(lock, 'utf8')).toBe(text);
  });
});

describe('one mistake is told once', () => {
  const codes = async (over: Readonly<Record<string, string>>): Promise<string[]> => {
    const { diagnostics } = await compile({ ...open({ ...SMALL_CORPUS, ...over }), locks: 'write' });
    return diagnostics.filter(({ severity }) => severity === 'error').map(({ code, place }) => `${place.file} ${code}`);
  };

  test.each([
    [
      'an entity whose front matter cannot be read is not unknown as well',
      { 'seas/mediterranean.mdx': '---\nlabel: [\n---\n' },
      ['seas/mediterranean.mdx yaml-syntax'],
    ],
    [
      'nor one whose fields are wrong',
      { 'seas/mediterranean.mdx': '---\nlabel: X\n---\n' },
      ['seas/mediterranean.mdx field-value'],
    ],
    [
      'nor one whose body cannot be read',
      { 'seas/mediterranean.mdx': '---\nlabel: { ar: البحر المتوسط }\n---\n<Note>\n' },
      ['seas/mediterranean.mdx mdx-syntax'],
    ],
    [
      'an article that cannot be read is not missing as well',
      { 'articles/journey.mdx': '---\ntitle: T\nlang: ar\n---\n{\n' },
      ['articles/journey.mdx mdx-syntax'],
    ],
    [
      'nor is it without passages',
      { 'articles/survey.mdx': '---\ntitle: T\nlang: ar\n---\n<script/>\n' },
      ['articles/survey.mdx vocabulary-forbidden'],
    ],
    [
      'a claim that cannot be read is not unknown as well',
      {
        'rivers/nile.mdx': (SMALL_CORPUS['rivers/nile.mdx'] ?? '').replace(
          'value: seas/mediterranean',
          'value: Mediterranean',
        ),
      },
      ['rivers/nile.mdx field-value'],
    ],
  ])('%s', async (_what, over, wanted) => {
    expect(await codes(over)).toEqual(wanted);
  });
});

test('a folder without site.yaml is refused, not a crash', async () => {
  expect(
    (await compile({ ...open({}), locks: 'write', contentFolder: '/nonexistent/content' })).diagnostics.map(
      ({ code }) => code,
    ),
  ).toEqual(['file-unreadable', 'site-missing']);
});
