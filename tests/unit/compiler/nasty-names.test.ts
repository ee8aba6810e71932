import { afterAll, describe, expect, test } from 'vitest';
import { compile } from '../../../src/compiler/compile.ts';
import { openKnowledgeBase } from '../../../src/compiler/knowledge-base.ts';
import { findPassageHtml, prove, toText } from '../in-memory.ts';
import { writeContent } from '../temporary-content.ts';

/** `constructor` is an id like any other: the name of a kind, a slug, a property, a claim, a measure, a passage. */
const CONSTRUCTOR: Readonly<Record<string, string>> = {
  'site.yaml': `
title: Names
description: Names that trip programs
languages: [en]
url: https://names.example/
measures: { constructor: { en: Constructors } }
kinds:
  constructor:
    base: concept
    label: { en: { one: Constructor, other: Constructors } }
    properties:
      constructor: { type: entity(constructor), label: { en: Constructor } }
      needed: { type: text, required: true, label: { en: Needed } }
  statistics:
    base: statistic
    label: { en: { one: Statistic, other: Statistics } }
`,
  'articles/constructor.mdx': `---
title: { en: The constructor }
lang: en
---
{/* #constructor */}

A builder called Vitruvius made 10 machines for the city of Rome.
`,
  'constructor/constructor.mdx': `---
label: { en: Vitruvius }
needed: yes
claims:
  - id: constructor
    property: constructor
    value: constructor/other
    evidence:
      - { article: constructor, quote: A builder called Vitruvius made 10 machines }
---
He built <Cite claim="constructor" /> and <Entity id="constructor/other">taught</Entity>.
`,
  'constructor/other.mdx': `---
label: { en: Somebody Else }
needed: yes
constructor: constructor/constructor
---
`,
  'statistics/constructor.mdx': `---
label: { en: Machines }
value: 10
unit: { en: machines }
asOf: unknown
measure: constructor
evidence:
  - { article: constructor, quote: A builder called Vitruvius made 10 machines }
---
`,
};

describe('an id called constructor', async () => {
  const folder = writeContent(CONSTRUCTOR);
  afterAll(() => folder.remove());
  const compilation = await compile({ ...folder, locks: 'write' });

  test('is compiled without a complaint', () => {
    expect(compilation.diagnostics).toEqual([]);
  });

  test('is found everywhere it is used, and nowhere else', () => {
    if (compilation.status === 'refused') throw new Error('It was refused.');
    const kb = openKnowledgeBase(compilation.knowledgeBaseFile);
    try {
      expect(kb.article('constructor')?.passages.map(({ id }) => id)).toEqual(['constructor']);
      expect(kb.entities('constructor').map(({ id, fields }) => [id, Object.keys(fields)])).toEqual([
        ['constructor/constructor', ['needed']],
        ['constructor/other', ['constructor', 'needed']],
      ]);
      expect(kb.claim('constructor/constructor#constructor')?.property).toBe('constructor');
      expect(kb.evidence('constructor/constructor#constructor').map(({ passage }) => passage)).toEqual(['constructor']);
      expect(kb.statistics('constructor').map(({ id }) => id)).toEqual(['statistics/constructor#value']);
      const html = kb
        .body('constructor/constructor')
        .map((block) => block.html)
        .join('');
      expect(html).toContain('href="sanad:evidence/constructor#constructor.constructor.constructor"');
      expect(html).toContain('href="sanad:entity/constructor/other"');
    } finally {
      kb.close();
    }
  });

  test('is missed where it is required and not written', () => {
    const site = (CONSTRUCTOR['site.yaml'] ?? '').replace(
      'type: entity(constructor), label',
      'type: entity(constructor), required: true, label',
    );
    const { diagnostics } = prove({
      ...CONSTRUCTOR,
      'site.yaml': site,
      'constructor/third.mdx': '---\nlabel: { en: Third One }\nneeded: yes\n---\n',
    });
    expect(diagnostics.map(({ code, place }) => `${place.file} ${code}`)).toEqual([
      'constructor/third.mdx field-missing',
    ]);
  });

  test('is refused where a component or a field has no such thing', () => {
    const { diagnostics } = prove({
      ...CONSTRUCTOR,
      'articles/a.mdx': '---\ntitle: T\nlang: en\nconstructor: x\n---\nWords.\n',
      'constructor/b.mdx':
        '---\nlabel: { en: Bee }\nneeded: yes\n---\nx <constructor /> <Entity id="constructor/other" constructor="a">y</Entity>\n',
      'constructor/c.mdx': '---\nlabel: { en: Sea }\nneeded: yes\n__proto__: { polluted: yes }\n---\n',
    });
    expect(diagnostics.map(({ code, place }) => `${place.file} ${code}`)).toEqual([
      'articles/a.mdx field-unknown',
      'constructor/b.mdx vocabulary-forbidden',
      'constructor/b.mdx attribute-forbidden',
      'constructor/c.mdx field-unknown',
    ]);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

describe('words that trip programs are found, linked and drawn as they are', () => {
  const quote = (body: string, words: string, label = 'Nobody Here'): ReturnType<typeof prove> =>
    prove({
      'site.yaml': `
title: Words
description: Words that trip programs
languages: [ar, en]
url: https://words.example/
kinds:
  things:
    base: concept
    label: { ar: { one: شيء, other: أشياء } }
    properties: { note: { type: text, label: ملاحظة } }
`,
      'articles/a.mdx': `---\ntitle: ${JSON.stringify('T')}\nlang: ar\n---\n${body}\n`,
      'things/t.mdx': `---\nlabel: { ar: ${JSON.stringify(label)} }\nclaims:\n  - id: c\n    property: note\n    value: x\n    evidence:\n      - { article: a, quote: ${JSON.stringify(words)} }\n---\n`,
    });

  test.each([
    ['signs of HTML', 'يقال إن A &amp; B &lt; C دائما.', 'يقال إن A & B < C دائما'],
    ['stars that are stars', 'كتب \\*نجمة\\* ثم مضى إلى بيته.', 'كتب *نجمة* ثم مضى إلى بيته'],
    ['inline markup in the quotation', 'يجري **النهر** في *الوادي* البعيد جدا.', 'يجري النهر في الوادي البعيد'],
    ['markup within a word', 'جاء وال**نهر** يجري من بعيد.', 'جاء والنهر يجري من بعيد'],
    ['a link in the quotation', 'انظر [كتاب *الأنهار*](https://a.example) قبل السفر.', 'انظر كتاب الأنهار قبل السفر'],
    [
      'a component in the quotation',
      'زار <Entity id="things/t">الرحالة</Entity> النهر والبحر معا.',
      'زار الرحالة النهر والبحر معا',
    ],
    ['two paragraphs', 'انتهى الفصل الأول هنا.\n\nوبدأ الفصل الثاني.', 'الفصل الأول هنا.\nوبدأ الفصل'],
    ['items of a list', '- بند أول من القائمة\n- بند ثان منها', 'أول من القائمة\nبند ثان'],
    ['a paragraph and a quotation', 'قال الرحالة في كتابه:\n\n> النهر هبة السماء.', 'في كتابه:\nالنهر هبة السماء'],
    ['lines broken by hand', 'بيت أول من الشعر\\\nوبيت ثان منه.', 'أول من الشعر\nوبيت ثان'],
    ['combining marks', 'مَنْبَعُ النَّهْرِ الكَبِيرِ في الجَبَلِ.', 'مَنْبَعُ النَّهْرِ الكَبِيرِ في الجَبَلِ'],
    ['emoji', 'كتب 👨‍👩‍👧‍👦 و😀 في آخر رسالته.', 'كتب 👨‍👩‍👧‍👦 و😀 في آخر رسالته'],
    ['directions', 'the word \u200Fنهر\u200E means river here.', 'the word \u200Fنهر\u200E means river here'],
  ])('%s', (_what, body, words) => {
    const { graph, diagnostics, bodies } = quote(body, words);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(graph.evidence.map((one) => [one.grade, one.words])).toEqual([['exact', words]]);
    const html = findPassageHtml(bodies.get('articles/a') ?? []);
    const marked = [...html.values()].map((inner) => toText(inner)).join('\n');
    expect(marked).toContain(words);
    expect(marked).toBe(graph.articles[0]?.passages.map(({ text }) => text).join('\n'));
    expect([...html.values()].join('').split('id="things.t.c"')).toHaveLength(2);
  });

  test.each([
    [
      'soft hyphens in the article',
      'الـحضـارة وعلوم\u00ADها في القرن التاسع.',
      'الحضارة وعلومها في القرن التاسع',
      'same-text',
    ],
    ['marks left out by the author', 'مَنْبَعُ النَّهْرِ في الجَبَلِ البعيد.', 'منبع النهر في الجبل البعيد', 'same-text'],
    ['letters spelled otherwise', 'إلى أعلى النهر ثم إلى القرية.', 'الى اعلى النهر ثم الى القريه', 'same-words'],
    ['digits of another script', 'عاش هناك ١٢٥٠ عاما كاملا.', 'عاش هناك 1250 عاما كاملا', 'same-text'],
  ])('%s: found, and told', (_what, body, words, grade) => {
    const { graph, diagnostics } = quote(body, words);
    expect(graph.evidence.map((one) => one.grade)).toEqual([grade]);
    expect(diagnostics.filter(({ code }) => code === 'citation-respelled')).toHaveLength(1);
  });

  test.each([
    ['a figure that differs by one digit', 'عاش هناك 1250 عاما كاملا.', 'عاش هناك 1260 عاما كاملا'],
    ['the end of a longer number', 'عاش هناك 11250 عاما كاملا.', '1250 عاما كاملا'],
    ['the middle of a word', 'رأى الرجلان النهر أمس مساء.', 'رأى الرجل'],
    ['words in another order', 'رأى الرجلان النهر أمس مساء.', 'رأى النهر الرجلان أمس'],
  ])('%s is not found', (_what, body, words) => {
    expect(quote(body, words).diagnostics.map(({ code }) => code)).toContain('citation-missing');
  });

  test.each([
    ['with clitics', 'وصل الرحالة إلى النيل وبالنيل أقام وللنيل غنى.', 'النيل', ['النيل']],
    ['with one clitic', 'وصل الرحالة وبالنيل أقام.', 'النيل', ['وبالنيل']],
    ['not within another word', 'وصل الرحالة إلى النيلوفر أمس.', 'النيل', []],
    ['in signs', 'جاء AT&T إلى المدينة.', 'AT&T', ['AT&T']],
    ['with marks', 'وصل إلى النِّيلِ أمس.', 'النيل', ['النِّيلِ']],
  ])('a name %s is linked as a whole word', (_what, body, label, linked) => {
    const { bodies, diagnostics } = quote(body.replaceAll('&', '&amp;'), 'كلمات ليست في النص أبدا', label);
    expect(diagnostics.map(({ code }) => code)).toContain('citation-missing');
    const html = [...findPassageHtml(bodies.get('articles/a') ?? []).values()].join('');
    expect(
      [...html.matchAll(/<a class="entity"[^>]*>([\s\S]*?)<\/a>/g)].map(([, words = '']) => toText(words)),
    ).toEqual(linked);
  });
});
