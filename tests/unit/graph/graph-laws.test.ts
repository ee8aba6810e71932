import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitWords } from '../../../src/text/split-words.ts';
import { findPassageHtml, prove, toText } from '../in-memory.ts';
import { SMALL_CORPUS } from '../small-corpus.ts';

const { graph, diagnostics, bodies } = prove(SMALL_CORPUS);
const passages = new Map(
  [
    ...graph.articles.map((one) => [`articles/${one.id}`, one.passages] as const),
    ...[...graph.entities, ...graph.pages].map((one) => [one.id, one.passages] as const),
  ].flatMap(([document, own]) => own.map((passage) => [`${document}#${passage.id}`, passage] as const)),
);

test('the small corpus is proved without a complaint', () => {
  expect(diagnostics.filter(({ severity }) => severity !== 'note')).toEqual([]);
  expect(graph.evidence.length).toBe(5);
  expect(graph.mentions.length).toBeGreaterThan(8);
});

test('the order of the files decides nothing: the same graph, the same diagnostics, the same pages', () => {
  const entries = Object.entries({ ...SMALL_CORPUS, ...WRONG });
  const wanted = print(entries);
  fc.assert(
    fc.property(fc.shuffledSubarray(entries, { minLength: entries.length }), (shuffled) => {
      expect(print(shuffled)).toBe(wanted);
    }),
    { numRuns: 30 },
  );
});

describe('every list is sorted', () => {
  test.each([
    ['articles', graph.articles],
    ['entities', graph.entities],
    ['pages', graph.pages],
  ])('%s, by id', (_what, list) => {
    const ids = list.map(({ id }) => id);
    expect(ids).toEqual(ids.toSorted());
  });

  test('evidence, in reading order of its articles', () => {
    const order = graph.evidence.map(({ article, spans: [span] }) => [
      article,
      passages.get(`articles/${article}#${span?.passage ?? ''}`)?.ordinal ?? 0,
      span?.range.start ?? 0,
    ]);
    expect(order).toEqual(
      order.toSorted((a, b) =>
        String(a[0]) < String(b[0])
          ? -1
          : String(a[0]) > String(b[0])
            ? 1
            : Number(a[1]) - Number(b[1]) || Number(a[2]) - Number(b[2]),
      ),
    );
  });
});

describe('nothing leads nowhere', () => {
  test('evidence belongs to a claim, and its words stand where it says', () => {
    for (const { claim, article, words, spans } of graph.evidence) {
      expect(graph.claims.some(({ id }) => id === claim)).toBe(true);
      const texts = spans.map(({ passage, range }) =>
        passages.get(`articles/${article}#${passage}`)?.text.slice(range.start, range.end),
      );
      expect(texts.join('\n')).toBe(words);
    }
  });

  test('a quotation over two blocks has a span in each', () => {
    const two = graph.evidence.find(({ claim }) => claim === 'rivers/nile#two-blocks');
    expect(two?.spans).toHaveLength(2);
  });

  test('a mention names an entity that is there, in whole words, within one sentence', () => {
    for (const { entity, document, passage, range, sentence } of graph.mentions) {
      expect(graph.entities.some(({ id }) => id === entity)).toBe(true);
      const text = passages.get(`${document}#${passage}`)?.text ?? '';
      expect(text).not.toBe('');
      expect(sentence.start).toBeLessThanOrEqual(range.start);
      expect(splitWords(text).every((word) => !isCut(word, range.start) && !isCut(word, range.end))).toBe(true);
    }
  });

  test('an anchor stands for one quotation', () => {
    const anchors = graph.evidence.map(({ article, anchor }) => `${article}#${anchor}`);
    expect(new Set(anchors).size).toBe(anchors.length);
  });

  test('an entity is never a mention on its own page, and linked once per passage at most', () => {
    expect(graph.mentions.filter(({ entity, document }) => entity === document)).toEqual([]);
    const firsts = graph.mentions
      .filter(({ isFirst }) => isFirst)
      .map(({ document, passage, entity }) => `${document}#${passage} ${entity}`);
    expect(new Set(firsts).size).toBe(firsts.length);
  });
});

describe('what is drawn is what the graph says', () => {
  test('a body reads as its source, word for word', () => {
    for (const [document, blocks] of bodies) {
      for (const [id, html] of findPassageHtml(blocks)) {
        const words = toText(
          html.replaceAll(/<sup[\s\S]*?<\/sup>/g, '').replaceAll(/<a class="stat"[\s\S]*?<\/a>/g, ''),
        );
        expect(words, `${document}#${id}`).toBe(passages.get(`${document}#${id}`)?.text);
      }
    }
  });

  test('every piece of evidence has one place in its article to land on', () => {
    for (const { article, anchor } of graph.evidence) {
      const html = (bodies.get(`articles/${article}`) ?? []).map((block) => block.html).join('');
      expect(html.split(`id="${anchor}"`)).toHaveLength(2);
    }
  });

  test('every first mention is a link, and no other words are', () => {
    for (const [document, blocks] of bodies) {
      const html = blocks.map((block) => block.html).join('');
      const drawn = [...html.matchAll(/<a class="entity"[^>]*href="sanad:entity\/([^"]+)"/g)]
        .map(([, entity]) => entity)
        .sort();
      const wanted = graph.mentions
        .filter((mention) => mention.document === document && (mention.isFirst || isSettled(mention)))
        .map(({ entity }) => entity)
        .sort();
      expect(drawn, document).toEqual(wanted);
    }
  });
});

/** Files with mistakes, whose diagnostics must not depend on their order either. */
const WRONG: Readonly<Record<string, string>> = {
  'rivers/rhine.mdx': `---\nlabel: { ar: الراين, en: Rhine }\naliases: { en: [Danube] }\nclaims:\n  - id: mouth\n    property: flows-into\n    value: seas/nort\n    evidence:\n      - { article: surveys, quote: nothing of the kind }\n---\nThe Danube.\n`,
  'rivers/rhone.mdx': `---\nlabel: { ar: الرون, en: Rhone }\naliases: { en: [Danube] }\n---\nSee <Entity id="rivers/nil">it</Entity>.\n`,
  'rivers/x.mdx': `---\nlabel: X\n---\n`,
};

function print(entries: readonly (readonly [string, string])[]): string {
  const proved = prove(Object.fromEntries(entries));
  return JSON.stringify(
    [proved.graph, proved.diagnostics, [...proved.bodies].toSorted(([a], [b]) => (a < b ? -1 : 1))],
    null,
    1,
  );
}

function isCut({ start, end }: { start: number; end: number }, at: number): boolean {
  return start < at && at < end;
}

/** Written as a component: `isFirst` is for those found in the text. */
function isSettled({ document, passage, range }: (typeof graph.mentions)[number]): boolean {
  const text = SMALL_CORPUS[`${document}.mdx`] ?? '';
  const words = passages.get(`${document}#${passage}`)?.text.slice(range.start, range.end) ?? '';
  return words === '' ? false : text.includes(`">${words}</Entity>`);
}
