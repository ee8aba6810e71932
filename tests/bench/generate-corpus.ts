// A whole content folder of any size, from a seed: articles in Arabic and English, and entities of six kinds whose
// quotations really stand in them. The same texts can be written as plain notes for generators that prove nothing.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildVocabulary, drawByRank } from './generate-text.ts';
import { startRandom, type Random } from './random.ts';

export interface CorpusSize {
  readonly entities: number;
  readonly articles: number;
}

/** What one thousand entities come with, at every size. */
export function toCorpusSize(entities: number): CorpusSize {
  return { entities, articles: Math.max(2, Math.round(entities / 50)) };
}

interface Names {
  readonly ar: string;
  readonly en: string;
}

/** An entity before it is written down. */
export interface CorpusEntity {
  readonly kind: keyof typeof KINDS;
  readonly slug: string;
  readonly name: Names;
  readonly summary: Names;
  readonly facts: readonly Fact[];
  /** Paragraphs, Arabic first. */
  readonly prose: { readonly ar: readonly string[]; readonly en: readonly string[] };
}

/** What an article says of an entity, in a sentence of its own. */
interface Fact {
  readonly article: string;
  readonly sentence: string;
  readonly year: number;
  /** Of a statistic. */
  readonly number?: number;
  /** Id of the entity that the fact joins it to. */
  readonly target?: string;
}

export interface CorpusArticle {
  readonly slug: string;
  readonly lang: 'ar' | 'en';
  readonly title: string;
  readonly year: number;
  readonly paragraphs: readonly string[];
}

export interface Corpus {
  readonly entities: readonly CorpusEntity[];
  readonly articles: readonly CorpusArticle[];
}

const KINDS = {
  people: { base: 'person', ar: ['شخص', 'الأشخاص'], en: ['Person', 'People'], share: 40 },
  organizations: { base: 'organization', ar: ['منظمة', 'المنظمات'], en: ['Organization', 'Organizations'], share: 20 },
  places: { base: 'place', ar: ['مكان', 'الأماكن'], en: ['Place', 'Places'], share: 15 },
  events: { base: 'event', ar: ['حدث', 'الأحداث'], en: ['Event', 'Events'], share: 10 },
  statistics: { base: 'statistic', ar: ['إحصاء', 'الإحصاءات'], en: ['Statistic', 'Statistics'], share: 10 },
  works: { base: 'work', ar: ['عمل', 'الأعمال'], en: ['Work', 'Works'], share: 5 },
} as const;

/** So many statistics are one series, a year each. */
const SERIES = 25;

/** Sounds with their two spellings; three of them make a name that is no word. */
const SOUNDS =
  'با ba|تور tur|جي ji|حام ham|خور khor|دال dal|را ra|زين zin|سا sa|شير shir|صو so|ضا da|طار tar|عن an|غو gho|في fi|قاس qas|كا ka|لون lon|ما ma|نير nir|ها ha|وا wa|يو yu|بير bir|تا ta|جون jon|دو do|روم rom|زا za|سول sul|شا sha|فار far|قو qo|كير kir|لا la|مود mud|نا na|هير hir|ياس yas'
    .split('|')
    .map((pair) => pair.split(' ') as [string, string]);

const FIRST =
  'أحمد Ahmad|محمد Muhammad|علي Ali|حسن Hasan|حسين Husayn|خالد Khalid|سعيد Said|كريم Karim|جمال Jamal|سمير Samir|نبيل Nabil|رامي Rami|وليد Walid|ماجد Majid|طارق Tariq|فارس Faris|زياد Ziyad|عمر Umar|يوسف Yusuf|إبراهيم Ibrahim|ليلى Layla|فاطمة Fatima|مريم Maryam|زينب Zaynab|سلمى Salma|هدى Huda|نورا Nura|ريم Rim|منى Muna|سعاد Suad'
    .split('|')
    .map((pair) => pair.split(' ') as [string, string]);

const ENGLISH =
  'council report border river market school treaty budget harbour election minister village factory union bridge winter drought museum archive court border patrol witness census railway clinic harvest festival delegation ceasefire inquiry committee province district election engineer journal vaccine orchard tax loan shortage reform protest strike fleet convoy radio library teacher student worker farmer visitor neighbour agreement decision meeting letter speech record price wage profit debt supply demand growth decline storm flood fire rescue shelter food water power road tunnel station airport ship truck car house garden street square tower wall gate field forest mountain valley lake island coast desert season summer spring autumn morning evening week month decade century history memory language story song film stage picture colour light sound voice word number line page book'.split(
    ' ',
  );
const ENGLISH_VERBS =
  'said announced opened closed reached left joined refused promised signed delayed built repaired sold bought counted found lost asked answered described reported denied confirmed accepted moved returned followed ended began'.split(
    ' ',
  );
const ENGLISH_SMALL = 'the of and to in a for on with by from at after before between during near'.split(' ');

const LARGE_PRIME = 7919;

/** Everything, in memory: about 3 KB an entity. */
export function generateCorpus({ entities: count, articles: articleCount }: CorpusSize, seed = 1): Corpus {
  const random = startRandom(seed);
  const arabic = drawByRank(
    random,
    buildVocabulary().filter((word) => /^[\p{L}\p{M}]+$/u.test(word)),
  );
  const english = (): string => {
    const chance = random.next();
    if (chance < 0.4) return random.pick(ENGLISH_SMALL);
    return chance < 0.55 ? random.pick(ENGLISH_VERBS) : random.pick(ENGLISH);
  };
  const words = (lang: 'ar' | 'en', length: number): string[] =>
    Array.from({ length }, lang === 'ar' ? arabic : english);

  const heads = Array.from({ length: count }, (_, at) => toHead(at, random));
  const articles = Array.from({ length: articleCount }, (_, at) => ({
    slug: `article-${at + 1}`,
    lang: at % 4 === 3 ? ('en' as const) : ('ar' as const),
    year: 1990 + (at % 35),
    sentences: [] as string[],
  }));

  let statistics = 0;
  const entities = heads.map(({ kind, slug, name }, at): CorpusEntity => {
    const facts = Array.from({ length: 1 + (at % 3) }, (_, turn): Fact => {
      const article = articles[(at + turn * LARGE_PRIME) % articleCount];
      if (article === undefined) throw new Error('A corpus has at least one article.');
      const { lang } = article;
      const number = kind === 'statistics' && turn === 0 ? 11 + random.below(980) : undefined;
      const year = number === undefined ? article.year : 1990 + (statistics++ % SERIES);
      const other = heads[(at * 31 + turn * 17 + 1 + random.below(7)) % count];
      const isJoined = number === undefined && other !== undefined && other.slug !== slug && turn === 1;
      const parts = [
        ...words(lang, 3 + random.below(6)),
        name[lang],
        ...words(lang, 2 + random.below(4)),
        ...(number === undefined ? [] : lang === 'ar' ? ['بلغ', `${number} شخصا`] : ['reached', `${number} people`]),
        ...(isJoined ? [other.name[lang]] : []),
        ...words(lang, 3 + random.below(5)),
      ];
      const sentence = `${parts.join(' ')}.`;
      article.sentences.push(sentence);
      return {
        article: article.slug,
        sentence,
        year,
        ...(number === undefined ? {} : { number }),
        ...(isJoined ? { target: `${other.kind}/${other.slug}` } : {}),
      };
    });
    const named = (lang: 'ar' | 'en'): string =>
      heads[Math.floor(random.next() ** 3 * count)]?.name[lang] ?? name[lang];
    const paragraph = (lang: 'ar' | 'en'): string =>
      [
        [...words(lang, 4 + random.below(8)), name[lang], ...words(lang, 4 + random.below(6))].join(' '),
        [...words(lang, 5 + random.below(9)), named(lang), ...words(lang, 3 + random.below(6))].join(' '),
      ]
        .map((sentence) => `${sentence}.`)
        .join(' ');
    return {
      kind,
      slug,
      name,
      summary: { ar: `${words('ar', 9).join(' ')}.`, en: `${words('en', 9).join(' ')}.` },
      facts,
      prose: { ar: Array.from({ length: 2 + random.below(2) }, () => paragraph('ar')), en: [paragraph('en')] },
    };
  });

  return {
    entities,
    articles: articles.map(({ slug, lang, year, sentences }) => ({
      slug,
      lang,
      year,
      title: lang === 'ar' ? `مقالة ${words('ar', 4).join(' ')}` : `On ${words('en', 4).join(' ')}`,
      paragraphs: toParagraphs(
        sentences.flatMap((sentence) => [sentence, `${words(lang, 8 + random.below(10)).join(' ')}.`]),
        random,
      ),
    })),
  };
}

/** Languages that pages are drawn in, the main one first. */
export type CorpusLanguages = readonly ['ar', 'en'] | readonly ['ar'];

/** The same folder for the same size and seed. All texts are in it whatever the languages of its pages are. */
export function writeCorpus(
  folder: string,
  { entities, articles }: Corpus,
  languages: CorpusLanguages = ['ar', 'en'],
): void {
  for (const name of ['articles', ...Object.keys(KINDS)]) mkdirSync(join(folder, name), { recursive: true });
  const statistics = entities.filter(({ kind }) => kind === 'statistics').map(({ slug }) => slug);
  writeFileSync(join(folder, 'site.yaml'), printSite(Math.ceil(statistics.length / SERIES), languages));
  const measures = new Map(statistics.map((slug, at) => [slug, `measure-${Math.floor(at / SERIES)}`]));
  for (const article of articles) writeFileSync(join(folder, 'articles', `${article.slug}.mdx`), printArticle(article));
  for (const entity of entities) {
    const text = printEntity(entity, measures.get(entity.slug), languages);
    writeFileSync(join(folder, entity.kind, `${entity.slug}.mdx`), text);
  }
}

/** The same texts as Markdown with a title and links, one file each, in `notes/`. */
export function writeNotes(folder: string, { entities, articles }: Corpus): void {
  mkdirSync(join(folder, 'notes'), { recursive: true });
  for (const { slug, title, paragraphs } of articles) {
    const text = `---\ntitle: ${JSON.stringify(title)}\n---\n\n${paragraphs.join('\n\n')}\n`;
    writeFileSync(join(folder, 'notes', `${slug}.md`), text);
  }
  for (const { slug, name, summary, facts, prose } of entities) {
    const quotations = facts.map(
      ({ article, sentence, target }) =>
        `> ${sentence}\n>\n> [${article}](/notes/${article}/)${target === undefined ? '' : ` [${target}](/notes/${target.split('/')[1] ?? ''}/)`}`,
    );
    const text = [
      `---\ntitle: ${JSON.stringify(`${name.ar} ${name.en}`)}\n---`,
      summary.ar,
      summary.en,
      ...quotations,
      ...prose.ar,
      ...prose.en,
      '',
    ].join('\n\n');
    writeFileSync(join(folder, 'notes', `${slug}.md`), text);
  }
}

function toHead(at: number, random: Random): Pick<CorpusEntity, 'kind' | 'slug' | 'name'> {
  const kind = toKind(at);
  const made = toMadeName(at);
  const first = random.pick(FIRST);
  const second = random.pick(FIRST);
  switch (kind) {
    case 'people':
      return {
        kind,
        slug: `person-${at}`,
        name: { ar: `${first[0]} ${second[0]} ${made.ar}`, en: `${first[1]} ${second[1]} ${made.en}` },
      };
    case 'organizations':
      return { kind, slug: `organization-${at}`, name: { ar: `منظمة ${made.ar}`, en: `${made.en} Organization` } };
    case 'places':
      return { kind, slug: `place-${at}`, name: { ar: `مدينة ${made.ar}`, en: `${made.en} City` } };
    case 'events':
      return { kind, slug: `event-${at}`, name: { ar: `مؤتمر ${made.ar}`, en: `${made.en} Conference` } };
    case 'statistics':
      return { kind, slug: `statistic-${at}`, name: { ar: `عدد سكان ${made.ar}`, en: `People of ${made.en}` } };
    case 'works':
      return { kind, slug: `work-${at}`, name: { ar: `كتاب ${made.ar}`, en: `Book of ${made.en}` } };
  }
}

/** Kinds take turns by their share, so that every part of a corpus is mixed alike. */
function toKind(at: number): CorpusEntity['kind'] {
  let place = (at * 37) % 100;
  for (const [kind, { share }] of Object.entries(KINDS)) {
    if (place < share) return kind as CorpusEntity['kind'];
    place -= share;
  }
  return 'people';
}

/** Three or four sounds by the digits of a number: no two numbers have the same. */
function toMadeName(at: number): Names {
  const parts: [string, string][] = [];
  for (let rest = at + SOUNDS.length ** 2; rest > 0; rest = Math.floor(rest / SOUNDS.length)) {
    parts.push(SOUNDS[rest % SOUNDS.length] ?? ['', '']);
  }
  const en = parts.map(([, latin]) => latin).join('');
  return { ar: parts.map(([arabic]) => arabic).join(''), en: (en[0] ?? '').toUpperCase() + en.slice(1) };
}

function toParagraphs(sentences: readonly string[], random: Random): readonly string[] {
  const paragraphs: string[] = [];
  for (let at = 0; at < sentences.length;) {
    const size = 2 + random.below(3);
    paragraphs.push(sentences.slice(at, at + size).join(' '));
    at += size;
  }
  return paragraphs;
}

function printSite(measureCount: number, languages: CorpusLanguages): string {
  const anyKind = Object.keys(KINDS).join('|');
  const kinds = Object.entries(KINDS).map(
    ([id, { base, ar, en }]) => `  ${id}:
    base: ${base}
    label:
      ar: { one: ${ar[0]}, other: ${ar[1]} }
      en: { one: ${en[0]}, other: ${en[1]} }
    properties:
      seen: { type: date, many: true, label: { ar: ذُكر في, en: Named in } }
      linked-to: { type: entity(${anyKind}), many: true, label: { ar: متصل بـ, en: Linked to } }
`,
  );
  const measures = Array.from(
    { length: measureCount },
    (_, at) => `  measure-${at}: { ar: المقياس ${at + 1}, en: Measure ${at + 1} }\n`,
  );
  return `title: { ar: مدونة كبيرة, en: A large corpus }
description: { ar: نصوص مولَّدة لقياس السرعة., en: Generated texts to measure speed with. }
languages: [${languages.join(', ')}]
url: https://sanad.example/
measures:${measures.length === 0 ? ' {}' : ''}
${measures.join('')}kinds:
${kinds.join('')}`;
}

function printArticle({ lang, title, year, paragraphs }: CorpusArticle): string {
  const matter = `title: { ${lang}: ${JSON.stringify(title)} }\nlang: ${lang}\nauthor: { ${lang}: ${lang === 'ar' ? 'كاتب' : 'An author'} }\npublished: ${year}-06-01`;
  return `---\n${matter}\n---\n${paragraphs.join('\n\n')}\n`;
}

function printEntity(
  { kind, name, summary, facts, prose }: CorpusEntity,
  measure: string | undefined,
  languages: CorpusLanguages,
): string {
  const [first] = facts;
  const isStatistic = kind === 'statistics';
  const claims = facts.flatMap(({ article, sentence, year, target }, at) =>
    isStatistic && at === 0
      ? []
      : [
          `  - id: fact-${at + 1}`,
          `    property: ${target === undefined ? 'seen' : 'linked-to'}`,
          `    value: ${target ?? JSON.stringify(String(year))}`,
          `    qualifiers: { asOf: ${year} }`,
          '    evidence:',
          `      - { article: ${article}, quote: ${JSON.stringify(sentence)} }`,
        ],
  );
  const own =
    isStatistic && first
      ? [
          `value: ${first.number ?? 0}`,
          'unit: { ar: شخص, en: people }',
          `asOf: ${first.year}`,
          `measure: ${measure ?? ''}`,
          'evidence:',
          `  - { article: ${first.article}, quote: ${JSON.stringify(first.sentence)} }`,
        ]
      : [];
  return [
    '---',
    `label: { ar: ${JSON.stringify(name.ar)}, en: ${JSON.stringify(name.en)} }`,
    `summary: { ar: ${JSON.stringify(summary.ar)}, en: ${JSON.stringify(summary.en)} }`,
    ...own,
    ...(claims.length > 0 ? ['claims:', ...claims] : []),
    '---',
    prose.ar.join('\n\n'),
    '',
    ...(languages.length > 1 ? ['{/* lang: en */}', ''] : []),
    prose.en.join('\n\n'),
    '',
  ].join('\n');
}
