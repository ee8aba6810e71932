import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DrawnPassage, Drawing, Mark } from '../../../src/render/drawing.ts';
import { renderBody, type BodyBlock } from '../../../src/render/render-body.ts';
import { parseMdx } from '../../../src/source/parse-mdx.ts';
import type { Body } from '../../../src/text/body.ts';
import { readBody } from '../../../src/text/read-body.ts';
import { expandToWords, splitWords } from '../../../src/text/split-words.ts';
import { findPassageHtml, toText } from '../in-memory.ts';

/** Bodies in which everything that may stand in a line stands somewhere. */
const BODIES: Readonly<Record<string, string>> = {
  plain: 'ينبع النهر من الجبل ثم يجري شمالا إلى البحر.',
  emphasis: 'ينبع **النهر** من *قلب **الجبل** العالي* ثم ~~يجري~~ شمالا.',
  'emphasis within a word': 'وال**نهر** وب*الجبل* كبير.',
  links: 'انظر [كتاب النهر](https://a.example) و[الجبل *العالي*](/a/) ثم عد.',
  code: 'The word `nahr & <river>` is `old`.',
  signs: 'A & B, &amp;amp; &lt;i&gt; "quoted" \'single\' a\\*b\\_c &copy; &#x200F; 5 > 3.',
  lines: 'سطر أول\nسطر ثان  \nسطر ثالث\\\nسطر رابع.',
  'spaces at the ends of lines': 'one&#32;\n&#32;two &#9;\nthree',
  list: '- بند **أول**\n- بند ثان\n  - بند في بند\n\n1. one\n2. two',
  quotation: '> قال «النهر»\n> هبة.\n\nوانتهى.',
  components: 'يجري <Entity id="k/a">النهر *الكبير*</Entity> إلى البحر.\n\n<Note>\nملاحظة عن **النهر**.\n</Note>',
  'combining marks': 'مَنْبَعُ النَّهْرِ — e\u0301te\u0301, a\u0308.',
  emoji: 'النهر 👨‍👩‍👧‍👦 جميل 🏞️ جدا 😀.',
  'invisible characters': 'soft\u00ADhyphen, \u200Fنهر\u200E, zero\u200Bwidth, نمی\u200Cخواهم.',
  footnote: 'النهر طويل[^1] جدا.\n\n[^1]: حاشية.',
  picture: 'قبل ![نهر](a.png) بعد.',
};

const DOCUMENT = 'articles/a';

describe('a body reads as its source, character for character', () => {
  test.each(Object.entries(BODIES))('without marks: %s', (_name, source) => {
    const body = read(source);
    expectSameText(
      body,
      render(
        source,
        body.passages.map(() => []),
      ),
    );
  });

  test.each(Object.entries(BODIES))('with marks anywhere, one over another: %s', (_name, source) => {
    const body = read(source);
    fc.assert(
      fc.property(
        fc.tuple(...body.passages.map(({ text }) => fc.array(markOf(text.length), { maxLength: 6 }))),
        (marks) => {
          expectSameText(body, render(source, marks));
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('runs of numbers', () => {
  const htmlOf = (source: string): string =>
    render(
      source,
      read(source).passages.map(() => []),
    )
      .map(({ html }) => html)
      .join('');

  test('are isolated in a text from right to left, inside emphasis and links too', () => {
    expect(htmlOf('لديه 18,000–22,000 مقاتل، **10-15%** منهم، [1–2](https://a.example).')).toMatch(
      /<bdi>18,000–22,000<\/bdi> .*<strong><bdi>10-15%<\/bdi><\/strong>.*><bdi>1–2<\/bdi><\/a>/,
    );
  });

  test('are left alone in code, in codes, and in a text from left to right', () => {
    expect(htmlOf('قال `1–2` وF-16.')).not.toContain('<bdi>');
    expect(htmlOf('{/* lang: en */}\n\nIt has 18,000–22,000 fighters.')).not.toContain('<bdi>');
  });
});

describe('marks of whole words', () => {
  test('never split a word', () => {
    const source = 'وللنهر الكبير روافد، وبالجبل العالي ثلوج؛ قال: «النهر والجبل» أخوان منذ 1,250 عاما.';
    const text = read(source).passages[0]?.text ?? '';
    const words = splitWords(text);
    fc.assert(
      fc.property(fc.array(markOf(text.length), { maxLength: 6 }), (marks) => {
        const whole = marks.map((mark) => ({ ...mark, range: expandToWords(text, mark.range) }));
        for (const at of findTagOffsets(inner(render(source, [whole])))) {
          expect(
            words.some(({ start, end }) => start < at && at < end),
            `${text.slice(0, at)}|${text.slice(at)}`,
          ).toBe(false);
        }
      }),
    );
  });

  test('give every quotation one element with its id, however many pieces it is drawn in', () => {
    const source = BODIES['emphasis'] ?? '';
    const length = read(source).passages[0]?.text.length ?? 0;
    fc.assert(
      fc.property(fc.array(markOf(length), { minLength: 1, maxLength: 6 }), (marks) => {
        const html = inner(render(source, [marks]));
        for (const mark of marks) {
          if (mark.type !== 'evidence') continue;
          expect(html.split(`id="${mark.anchor}"`)).toHaveLength(2);
        }
      }),
    );
  });

  test('never put a link into a link', () => {
    const source = BODIES['links'] ?? '';
    const text = read(source).passages[0]?.text ?? '';
    const html = inner(
      render(source, [[{ type: 'evidence', range: { start: 0, end: text.length }, anchor: 'k.a.c', carriesId: true }]]),
    );
    let depth = 0;
    for (const [tag] of html.matchAll(/<\/?a\b/g)) {
      depth += tag === '<a' ? 1 : -1;
      expect(depth).toBeLessThanOrEqual(1);
    }
  });
});

test('evidence that crosses a link is drawn in pieces that light up together', () => {
  const source = 'يجري نهر النيل الكبير شمالا.';
  const html = inner(
    render(source, [
      [
        { type: 'evidence', range: { start: 0, end: 8 }, anchor: 'k.a.c', carriesId: true },
        { type: 'mention', range: { start: 5, end: 14 }, entity: 'rivers/nile', kind: 'rivers' },
      ],
    ]),
  );
  expect(html).toBe(
    '<span class="evidence" id="k.a.c" data-range="1">يجري </span>' +
      '<a class="entity" data-kind="rivers" href="sanad:entity/rivers/nile"><span class="evidence" data-range="1">نهر</span> النيل</a> الكبير شمالا.',
  );
});

test('each block says its language, its direction and its passages', () => {
  const blocks = render('النهر.\n\n{/* lang: en */}\n\nThe river.\n\n<Note>\nA note.\n</Note>', [[], [], []]);
  expect(blocks.map(({ lang, passages, isNote }) => ({ lang, passages, isNote }))).toEqual([
    { lang: 'ar', passages: ['p1'], isNote: false },
    { lang: 'en', passages: ['p2'], isNote: false },
    { lang: 'en', passages: ['p3'], isNote: true },
  ]);
  expect(blocks[0]?.html).toContain('lang="ar" dir="rtl"');
  expect(blocks[1]?.html).toContain('lang="en" dir="ltr"');
});

test('a passage can be linked and focused, also by ids it had before', () => {
  const [block] = render('النهر.', [[]], [['p9', 'old-name']]);
  expect(block?.html).toMatch(/<p id="p1" class="passage" data-passage="p1" data-ordinal="1" tabindex="-1"/);
  expect(block?.html).toContain('<span id="p9" class="alias"></span><span id="old-name" class="alias"></span>');
});

test.each([
  ['a first heading goes under that of the page', '# A\n\n## B', ['h2', 'h3']],
  ['others stay where they are', '## A\n\n### B', ['h2', 'h3']],
  ['none goes below the sixth', '# A\n\n###### B', ['h2', 'h6']],
])('%s', (_what, source, levels) => {
  const html = render(source, [])
    .map((block) => block.html)
    .join('');
  expect([...html.matchAll(/<(h\d)/g)].map(([, level]) => level)).toEqual(levels);
});

test.each([
  ['out of the site', '[x](https://a.example/b)', 'href="https://a.example/b" rel="external noopener noreferrer"'],
  ['within the site', '[x](/rivers/nile/)', 'href="sanad:path/rivers/nile/"'],
  ['within the page', '[x](#p2)', 'href="#p2"'],
])('a link %s', (_what, source, attributes) => {
  expect(render(source, [[]])[0]?.html).toContain(attributes);
});

function read(source: string): Body {
  return readBody(parse(source), source, 'ar');
}

function parse(source: string): Parameters<typeof renderBody>[0] {
  const reading = parseMdx(source, 'articles/a.mdx');
  if (reading.status === 'refused') throw new Error(reading.diagnostics[0]?.message);
  return reading.tree;
}

function render(
  source: string,
  marks: readonly (readonly Mark[])[],
  aliases: readonly (readonly string[])[] = [],
): BodyBlock[] {
  const passages = marks.map((own, at): DrawnPassage => ({
    id: `p${at + 1}`,
    ordinal: at + 1,
    aliases: aliases[at] ?? [],
    marks: own.toSorted((a, b) => a.range.start - b.range.start || b.range.end - a.range.end),
  }));
  const drawing: Drawing = {
    lang: 'ar',
    document: DOCUMENT,
    passages,
    entities: { 'k/a': { kind: 'k', label: { ar: 'ألف' } } },
    statistics: {},
    claims: {},
  };
  return renderBody(parse(source), drawing);
}

let anchors = 0;
/** A mark of any stretch; each piece of evidence has an anchor of its own, as in a real article. */
function markOf(length: number): fc.Arbitrary<Mark> {
  return fc
    .tuple(fc.nat({ max: Math.max(0, length - 1) }), fc.integer({ min: 1, max: length }), fc.boolean())
    .map(([start, size, isLink]): Mark => {
      const range = { start, end: Math.min(length, start + size) };
      return isLink
        ? { type: 'mention', range, entity: 'k/a', kind: 'k' }
        : { type: 'evidence', range, anchor: `k.a.c${(anchors += 1)}`, carriesId: true };
    });
}

function expectSameText(body: Body, blocks: readonly BodyBlock[]): void {
  const html = findPassageHtml(blocks);
  expect(html.size).toBe(body.passages.length);
  body.passages.forEach(({ text }, at) => {
    const drawn = (html.get(`p${at + 1}`) ?? '').replaceAll(/<sup[\s\S]*?<\/sup>/g, '');
    expect(toText(drawn)).toBe(text);
  });
}

function inner(blocks: readonly BodyBlock[]): string {
  return findPassageHtml(blocks).get('p1') ?? '';
}

/** Offsets in the text at which a tag stands. */
function findTagOffsets(html: string): number[] {
  return [...html.matchAll(/<[^>]*>/g)].map(({ index }) => toText(html.slice(0, index)).length);
}
