import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** How much of everything stands in the crowded content: more than one page of each list holds. */
export const CROWD = {
  letters: 12,
  /** Sentences of each letter that name one person. */
  namings: 40,
  /** Other people, and those whose English prose names her while the Arabic does not. */
  people: 205,
  friends: 120,
  /** Claims of hers, and statistics of one measure, all of them out of one article. */
  claims: 130,
  figures: 130,
} as const;

/** An archive in which one person, one article and one measure have far more than others. */
export function writeCrowdedContent(folder: string): void {
  for (const [path, text] of listFiles()) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

function* listFiles(): Generator<readonly [path: string, text: string]> {
  yield ['site.yaml', SITE];
  for (let letter = 1; letter <= CROWD.letters; letter += 1) {
    yield [`articles/letter-${letter}.mdx`, letter % 2 === 0 ? writeLetter(letter) : writeArabicLetter(letter)];
  }
  const days = count(Math.max(CROWD.claims, CROWD.figures));
  yield [
    'articles/chronicle.mdx',
    `---\ntitle: { en: The Chronicle of the Harbour, ar: سجل الميناء }\nlang: en\npublished: 1931\n---\n${days
      .map((day) => `${toDeed(day)} ${toCount(day)} Nothing else was written down.`)
      .join('\n\n')}\n`,
  ];
  yield [
    'people/sara-haddad.mdx',
    `---\nlabel: { ar: سارة حداد, en: Sara Haddad }\nclaims:\n${count(CROWD.claims)
      .map(
        (day) =>
          `  - id: deed-${day}\n    property: opened\n    value: { en: Gate ${day}, ar: البوابة ${day} }\n    evidence:\n      - { article: chronicle, quote: "${toDeed(day)}" }\n`,
      )
      .join('')}---\n`,
  ];
  for (const person of count(CROWD.people)) {
    const prose =
      person <= CROWD.friends
        ? 'يعمل في الميناء كل يوم.\n\n{/* lang: en */}\n\nHe has worked with Sara Haddad since the war.\n'
        : '';
    yield [`people/pilot-${person}.mdx`, `---\nlabel: { ar: المرشد ${person}, en: Pilot ${person} }\n---\n${prose}`];
  }
  for (const day of count(CROWD.figures)) {
    yield [
      `figures/boats-${day}.mdx`,
      `---\nlabel: { ar: قوارب اليوم ${day}, en: Boats of day ${day} }\nvalue: ${1000 + day}\nunit: { ar: قارب, en: boats }\nasOf: ${1800 + day}\nmeasure: boats\nevidence:\n  - { article: chronicle, quote: "${toCount(day)}" }\n---\n`,
    ];
  }
}

function count(most: number): readonly number[] {
  return Array.from({ length: most }, (_, at) => at + 1);
}

function toDeed(day: number): string {
  return `On day ${day} of the great repair Sara Haddad opened gate ${day} with her own key.`;
}

function toCount(day: number): string {
  return `The watch of that day counted ${1000 + day} boats.`;
}

function writeLetter(letter: number): string {
  const text = count(CROWD.namings).map(
    (line) => `Item ${letter}-${line}: the key was in the hand of Sara Haddad. The sea was calm.`,
  );
  return `---\ntitle: { en: Letter ${letter}, ar: الرسالة ${letter} }\nlang: en\n---\n${text.join('\n\n')}\n`;
}

function writeArabicLetter(letter: number): string {
  const text = count(CROWD.namings).map(
    (line) => `البند ${letter}-${line}: كان المفتاح في يد سارة حداد وحدها. وكان البحر هادئا.`,
  );
  return `---\ntitle: { en: Letter ${letter}, ar: الرسالة ${letter} }\nlang: ar\n---\n${text.join('\n\n')}\n`;
}

const SITE = `title: { ar: أرشيف الميناء, en: The Archive of the Harbour }
description: { ar: رسائل وسجل من ميناء متخيَّل., en: Letters and a chronicle of an invented harbour. }
languages: [ar, en]
url: https://harbour.example/
measures:
  boats: { ar: القوارب في اليوم, en: Boats in a day }
kinds:
  people:
    base: person
    label:
      ar: { one: شخص, other: الأشخاص }
      en: { one: Person, other: People }
    properties:
      opened: { type: text, many: true, label: { ar: ما فتحته, en: Opened } }
  figures:
    base: statistic
    label:
      ar: { one: إحصاء, other: الإحصاءات }
      en: { one: Statistic, other: Statistics }
`;
