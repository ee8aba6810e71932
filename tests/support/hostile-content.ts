import { startRandom } from '../bench/random.ts';

/** Makes the texts of a site: the same site comes of any of them, whatever they say. */
export interface TextMaker {
  /** A text for a field of front matter. `head` is its beginning, where order or identity hang on it. */
  field(head?: string): string;
  /** A text that ends no sentence, to be quoted. */
  words(): string;
}

const PIECES = [
  ...[
    '"',
    "'",
    '`',
    '<',
    '>',
    '&',
    '=',
    '/',
    '\\',
    '{',
    '}',
    '[',
    ']',
    '(',
    ')',
    '$',
    '#',
    ';',
    ':',
    ',',
    '|',
    '*',
    '_',
    '~',
  ],
  ...['<script>alert(1)</script>', '</script><script>alert(1)</script>', '</title><script>', '</style>', '</textarea>'],
  ...['<img src=x onerror=alert(1)>', '<svg/onload=alert(1)>', '"><svg onload=alert(1)>', "' onmouseover='alert(1)"],
  ...['" autofocus onfocus="alert(1)', '<!--', '-->', '--!>', '<![CDATA[', ']]>', '<?xml', '<!doctype html>'],
  ...['javascript:alert(1)', 'data:text/html,<b>', 'https://evil.example/', '//evil.example', 'www.evil.example'],
  ...[
    '&lt;script&gt;',
    '&#60;',
    '&#x3c;b&#x3e;',
    '&quot;',
    '&amp;amp;',
    '&nbsp;',
    '\\u003cscript\\u003e',
    '%3Cscript%3E',
  ],
  ...['${alert(1)}', '{{7*7}}', '{1+1}', '<%= 1 %>', '#{1}', '{/* a */}', '*/', '/*', '{...a}', 'import a from "b"'],
  ...['=HYPERLINK("https://evil.example")', '+1+1', '-1+1', '@SUM(1)', "=cmd|' /C calc'!A0", '＝1+1', '\t=1'],
  ...[
    '---',
    '- a',
    '? a',
    '!!js/function',
    '&a *a',
    '# a',
    '%YAML',
    '> a',
    '| a',
    '![a](b)',
    '[a](javascript:b)',
    '**a**',
  ],
  ...[
    '\u2028',
    '\u2029',
    '\u200e',
    '\u200f',
    '\u061c',
    '\u200c',
    '\u200d',
    '\u2067نهر\u2069',
    '\u00a0',
    '\u00ad',
    '\u200b',
  ],
  ...['__proto__', 'constructor', 'toString', 'null', 'undefined', 'NaN', '../../etc/passwd', 'C:\\', '%00', '%s%n'],
  ...['نَهْرٌ', 'ﷺ', 'ـــ', '١٢٣', 'e\u0301', '👨‍👩‍👧‍👦', '🇧🇪', '𝕏', 'ｓｃｒｉｐｔ', 'ﬁ', 'İ', 'ß', 'Ω', '你好'],
  ...[
    '</bdi>',
    '</a>',
    '</main>',
    '</body>',
    '<base href="https://evil.example/">',
    '<meta http-equiv="refresh" content="0">',
  ],
  ...[
    '<iframe srcdoc="a">',
    '<math><mtext>',
    '<template>',
    '<plaintext>',
    '<noscript>',
    '<style>*{}</style>',
    'class="a"',
  ],
];

/** Signs with which a sentence may end: where sentences are counted they would change what is drawn. */
const ENDINGS = /[.!?؟…;؛:\n\u2028\u2029]/g;

/** Texts that would be something else in HTML, CSV, JSON, YAML, MDX, addresses or scripts; from a fixed seed. */
export function hostileTexts(seed: number): TextMaker & { count(): number } {
  const random = startRandom(seed);
  let made = 0;
  const make = (): string => {
    made += 1;
    const pieces = Array.from({ length: 1 + random.below(5) }, () => random.pick(PIECES));
    return pieces.join(random.below(3) === 0 ? ' ' : '');
  };
  return {
    count: () => made,
    field: (head = '') => (head === '' ? `${make()}x` : `${head} ${make()}x`),
    words: () => `${make().replace(ENDINGS, '')}x`,
  };
}

/** Plain words, no two texts alike: what is alike is shown once, and hostile texts are not. */
export function plainTexts(): TextMaker {
  let made = 0;
  const make = (): string => {
    made += 1;
    return `plain words ${made.toString(26).replaceAll(/\d/g, (digit) => 'qrstuvwxyz'.charAt(Number(digit)))}`;
  };
  return { field: (head = '') => (head === '' ? make() : `${head} ${make()}`), words: make };
}

const KINDS = 3;
const ENTITIES = 16;
const SENTENCES = 2;

/** A site in which every field that an author may write holds a text of `texts`: files by path. */
export function makeContent(texts: TextMaker): Readonly<Record<string, string>> {
  const both = (head = ''): string => `{ ar: ${quote(texts.field(head))}, en: ${quote(texts.field(head))} }`;
  const files: Record<string, string> = { 'site.yaml': makeSite(texts, both) };
  for (let kind = 0; kind < KINDS; kind += 1) {
    const article = `article-${kind}`;
    const quoted: string[] = [];
    for (let at = 0; at < ENTITIES; at += 1) {
      const words = Array.from(
        { length: SENTENCES },
        (_, n) => `Sentence${kind}x${at}x${n} says ${texts.words()} here`,
      );
      quoted.push(...words);
      files[`kind-${kind}/entity-${at}.mdx`] = makeEntity(texts, both, { kind, at, article, words });
    }
    quoted.push(`Measure${kind} was 42 pieces of it`);
    files[`statistics/statistic-${kind}.mdx`] = makeStatistic(texts, both, kind, article);
    files[`articles/${article}.mdx`] = makeArticle(texts, both, kind, quoted);
  }
  files['pages/about.mdx'] =
    `---\ntitle: ${quote(texts.field('About'))}\nsummary: ${quote(texts.field())}\n---\nWords ${escapeMarkdown(texts.words())}\n`;
  return files;
}

function makeSite(texts: TextMaker, both: (head?: string) => string): string {
  const numbers = (): string => `{ one: ${quote(texts.field())}, other: ${quote(texts.field())} }`;
  const kinds = Array.from(
    { length: KINDS },
    (_, kind) => `
  kind-${kind}:
    base: ${['person', 'place', 'concept'][kind] ?? 'concept'}
    label: { ar: ${numbers()}, en: ${numbers()} }
    properties:
      note: { type: text, many: true, label: ${both()} }
      site: { type: url, many: true, label: ${both()} }
      kin: { type: entity(kind-${kind}), many: true, label: ${both()} }`,
  );
  return `
title: ${both('Site')}
description: ${both()}
languages: [ar, en]
url: https://hostile.example/
measures: { amount: ${both('Amount')} }
kinds:${kinds.join('')}
  statistics:
    base: statistic
    label: { ar: ${numbers()}, en: ${numbers()} }
`;
}

interface EntityPlan {
  readonly kind: number;
  readonly at: number;
  readonly article: string;
  readonly words: readonly string[];
}

function makeEntity(
  texts: TextMaker,
  both: (head?: string) => string,
  { kind, at, article, words }: EntityPlan,
): string {
  const aliases = Array.from({ length: 4 }, (_, n) => quote(texts.field(`Alias${kind}x${at}x${n}`)));
  const notes = Array.from({ length: 8 }, () => both());
  const claims = words.map(
    (one, n) => `
  - id: claim-${n}
    property: ${n === 0 ? 'note' : 'kin'}
    value: ${n === 0 ? both() : `kind-${kind}/entity-${(at + 1) % ENTITIES}`}
    saidBy: ${both()}
    evidence: [{ article: ${article}, quote: ${quote(one)} }]`,
  );
  return `---
label: ${both(`Name${kind}x${String(at).padStart(2, '0')}`)}
aliases: { en: [${aliases.slice(0, 2).join(', ')}], ar: [${aliases.slice(2).join(', ')}] }
summary: ${both()}
sameAs: { wikidata: ${quote(texts.field('Q'))}, other: ${quote(texts.field('https://a.example/'))} }
note: [${notes.join(', ')}]
site: [${quote(`https://a.example/${encodeURI(texts.words())}`)}, ${quote(`https://a.example/?a=${texts.words().replaceAll(/\s/g, '')}`)}]
claims:${claims.join('')}
---
Words ${escapeMarkdown(texts.words())} <Cite claim="claim-0" />

<Quote claim="claim-0" />

<Note>
Words ${escapeMarkdown(texts.words())}
</Note>

<Figure src="pictures/one.svg" alt="${escapeAttribute(texts.words())}">
Words ${escapeMarkdown(texts.words())}
</Figure>

- **Strong ${escapeMarkdown(texts.words())}**
- [${escapeMarkdown(texts.words())}](https://a.example/)
`;
}

function makeStatistic(texts: TextMaker, both: (head?: string) => string, kind: number, article: string): string {
  return `---
label: ${both(`Statistic${kind}`)}
value: 42
unit: ${both()}
asOf: 2016
measure: amount
saidBy: ${both()}
summary: ${both()}
evidence: [{ article: ${article}, quote: Measure${kind} was 42 pieces of it }]
---
Words ${escapeMarkdown(texts.words())}
`;
}

function makeArticle(
  texts: TextMaker,
  both: (head?: string) => string,
  kind: number,
  quoted: readonly string[],
): string {
  return `---
title: ${both(`Title${kind}`)}
lang: en
author: ${both()}
publisher: ${both()}
published: 2016-0${kind + 1}
url: ${quote(`https://a.example/${encodeURI(texts.words())}`)}
license: ${quote(texts.field())}
summary: ${both()}
note: ${both()}
---
${quoted.map((one) => `${escapeMarkdown(one)}.`).join('\n\n')}
`;
}

/** In YAML as it is in JSON. */
function quote(text: string): string {
  return JSON.stringify(text);
}

function escapeMarkdown(text: string): string {
  return text.replaceAll(/[!-/:-@[-`{-~]/g, String.raw`\$&`);
}

function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}
