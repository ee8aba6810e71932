import type { Random } from '../bench/random.ts';
import { IDS, say, WORDS } from './edited-words.ts';

/** An article that is edited: its front matter line by line, and its paragraphs. */
export interface ArticleFile {
  readonly path: string;
  matter: Record<string, unknown>;
  /** Lines before the fields. */
  comment: string;
  paragraphs: Paragraph[];
}

interface Paragraph {
  text: string;
  /** The id that its author gave it. */
  name?: string | undefined;
}

const SENTENCES: Readonly<Record<string, readonly string[]>> = {
  harbour: [
    'يقع ميناء سارة على البحر الكبير منذ عام 1887.',
    'وقال أمين الميناء إن خمسة آلاف سفينة دخلت إليه في سنة واحدة.',
    'زارت مريم الميناء مرتين، وكتبت عن البحر الكبير كتابا.',
    'بلغ طول الرصيف 640 مترا في ذلك العام كما قيل.',
    'أعلن أمين أن الرصيف القديم سيغلق قبل الشتاء.',
  ],
  voyage: [
    'Maryam sailed from Port Sara to the Great Sea in the year 1901.',
    'According to Amin, the quay was 640 metres long at that time.',
    'Port Sara had 5,000 ships in a single year, said its keeper.',
    'The Great Sea was calm, and nobody on the Old Pier slept.',
    'In 1902 the Old Pier was closed and never opened again.',
    'Others say that the quay was 650 metres long in its best years.',
  ],
  letters: [
    'Amin wrote to Maryam that the lamp of the Old Pier was broken.',
    'She answered from Port Sara within a week, as her letters show.',
    'البحر الكبير هادئ، هكذا كتبت مريم إلى أمين في رسالتها الأخيرة.',
    'The lamp was mended for 12 pounds before the next winter came.',
  ],
  silent: ['Nothing in this text speaks of anybody or of anything at all.'],
};

export function openArticles(): ArticleFile[] {
  return Object.entries(SENTENCES).map(([slug, sentences]) => ({
    path: `articles/${slug}.mdx`,
    matter: { title: { ar: `${slug} عن الميناء`, en: `The ${slug}` }, lang: slug === 'harbour' ? 'ar' : 'en' },
    comment: '',
    paragraphs: sentences.map((text) => ({ text })),
  }));
}

export function printArticle({ matter, comment, paragraphs }: ArticleFile): string {
  const fields = Object.entries(matter).map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`);
  const blocks = paragraphs.map(({ text, name }) => (name === undefined ? text : `{/* #${name} */}\n${text}`));
  return `---\n${comment}${fields.join('')}---\n${blocks.join('\n\n')}\n`;
}

type Edit = (article: ArticleFile, random: Random) => void;

/** Of the same text, or of the same words. */
const SPELLINGS = [
  ['مي', 'مـي'],
  ['أم', 'ام'],
  ['الم', 'الـم'],
  ['كتابا', 'كتابًا'],
  ['ق ', 'ق  '],
  [', ', ' — '],
  ['the', 'The'],
  ['5,000', '٥٬٠٠٠'],
  ['640', '٦٤٠'],
] as const;

/** After which mostly the edited articles are compiled alone; some break a quotation, so that nothing is. */
export const EDITS_OF_ARTICLES: readonly Edit[] = [
  function insertParagraph({ paragraphs }, random) {
    paragraphs.splice(random.below(paragraphs.length + 1), 0, { text: say(random) });
  },
  function dropParagraph({ path, paragraphs }, random) {
    const at = findLater({ path, paragraphs }, random);
    if (at !== undefined) paragraphs.splice(at, 1);
  },
  function rewriteParagraph({ path, paragraphs }, random) {
    const one = paragraphs[findLater({ path, paragraphs }, random) ?? -1];
    if (one) one.text = say(random);
  },
  function changeWord({ path, paragraphs }, random) {
    const one = paragraphs[findLater({ path, paragraphs }, random) ?? -1];
    if (one) one.text = replaceWord(one.text, random);
  },
  function writeBefore({ paragraphs }, random) {
    const one = random.pick(paragraphs);
    one.text = `${say(random)} ${one.text}`;
  },
  function writeBehind({ paragraphs }, random) {
    const one = random.pick(paragraphs);
    one.text = `${one.text} ${say(random)}`;
  },
  function respell({ paragraphs }, random) {
    const possible = paragraphs.flatMap((one) =>
      SPELLINGS.flatMap(([a, b]) => [
        { one, from: a, to: b },
        { one, from: b, to: a },
      ]).filter(({ from }) => isPlain(one) && one.text.includes(from)),
    );
    if (possible.length === 0) return;
    const { one, from, to } = random.pick(possible);
    one.text = one.text.replace(from, to);
  },
  function moveParagraph({ paragraphs }, random) {
    const [one] = paragraphs.splice(random.below(paragraphs.length), 1);
    if (one) paragraphs.splice(random.below(paragraphs.length + 1), 0, one);
  },
  function nameParagraph({ paragraphs }, random) {
    const one = random.pick(paragraphs);
    one.name = one.name === undefined ? random.pick(['first', 'second', 'third']) : undefined;
  },
  function joinParagraphs({ paragraphs }, random) {
    const at = random.below(paragraphs.length);
    const [one, other] = paragraphs.slice(at, at + 2);
    if (one && other && isPlain(one) && isPlain(other))
      paragraphs.splice(at, 2, { ...one, text: `${one.text} ${other.text}` });
  },
  function divideParagraph({ paragraphs }, random) {
    const at = random.below(paragraphs.length);
    const one = paragraphs[at];
    const words = one && isPlain(one) ? one.text.split(' ') : [];
    const place = random.below(words.length);
    if (!one || place === 0) return;
    const [before, behind] = [words.slice(0, place).join(' '), words.slice(place).join(' ')];
    paragraphs.splice(at, 1, { ...one, text: before }, { text: behind });
  },
  function changeHeading({ paragraphs }, random) {
    const heading = paragraphs.find(({ text }) => text.startsWith('## '));
    if (heading) heading.text = `## ${say(random)}`;
    else paragraphs.splice(random.below(paragraphs.length), 0, { text: `## ${say(random)}` });
  },
  function useComponent({ paragraphs }, random) {
    const [entity, number] = [random.pick(IDS), random.pick(['numbers/quay-length', 'numbers/quay-again'])];
    const text = random.pick([
      `See <Entity id="${entity}" /> and <Entity id="${entity}">that one</Entity>.`,
      `It is <Stat id="${number}" /> long.`,
      `Look [there](/${entity}/) or [here](/en/articles/voyage/?x#y) or [at us](/about/).`,
      `<Chart measure="length" />`,
      `<Note>\n${say(random)}\n</Note>`,
      `<Figure src="/pictures/quay.svg" alt="A quay">\nمريم على الرصيف\n</Figure>`,
      `- ${say(random)}\n- ${say(random)}`,
      `> ${say(random)}`,
    ]);
    paragraphs.splice(random.below(paragraphs.length + 1), 0, { text });
  },
  function dropComponent(article, random) {
    const { paragraphs } = article;
    const drawn = paragraphs.filter((one) => !isPlain(one));
    if (drawn.length === 0) return;
    const gone = random.pick(drawn);
    article.paragraphs = paragraphs.filter((one) => one !== gone);
  },
  function changePublished({ matter }, random) {
    matter['published'] = random.pick(['1901', '1902-03-04', '1901/1903', '1887~']);
  },
  function changeMatter({ path, matter }, random) {
    const field = random.pick(['author', 'summary', 'url', 'license', 'formerIds', 'note']);
    const values: Readonly<Record<string, unknown>> = {
      url: `https://press.example/${random.below(9)}`,
      license: random.pick(['CC BY 4.0', 'public domain']),
      formerIds: [path.replace('.mdx', `-${random.below(3)}`)],
    };
    if (Object.hasOwn(matter, field) && random.below(3) === 0) Reflect.deleteProperty(matter, field);
    else matter[field] = values[field] ?? { en: say(random) };
  },
  function settleName({ matter, paragraphs }, random) {
    paragraphs.push({ text: 'Amin came to the Old Pier.' });
    matter['names'] = [{ words: 'Amin came', entity: random.pick(['none', 'people/amin', 'people/maryam']) }];
  },
  function forgetNames({ matter }) {
    Reflect.deleteProperty(matter, 'names');
  },
  function changeComment(article, random) {
    article.comment = '# A remark of the editors\n'.repeat(random.below(3));
  },
];

/** After which everything is compiled: titles, what others show, and what is wrong. */
export const RARE_EDITS_OF_ARTICLES: readonly Edit[] = [
  function changeTitle({ matter }, random) {
    matter['title'] = { ar: 'عنوان آخر', en: `Title ${random.below(9)}` };
  },
  function showNumber({ paragraphs }, random) {
    const number = random.pick(['numbers/quay-length', 'numbers/quay-again']);
    paragraphs.push({ text: random.pick([`<Cite claim="${number}#value" />`, `<Quote claim="${number}#value" />`]) });
  },
  function changeAnyWord({ paragraphs }, random) {
    const one = random.pick(paragraphs);
    one.text = replaceWord(one.text, random);
  },
  function dropAnyParagraph({ paragraphs }, random) {
    if (paragraphs.length > 1) paragraphs.splice(random.below(paragraphs.length), 1);
  },
  function repeatParagraph({ paragraphs }, random) {
    // What is quoted of it stands in two places.
    paragraphs.push({ ...random.pick(paragraphs), name: undefined });
  },
  function linkNowhere({ paragraphs }) {
    paragraphs.push({ text: 'See [nothing](/nowhere/).' });
  },
  function breakText({ paragraphs }) {
    paragraphs.push({ text: '<Nothing />' });
  },
  function dropAll(article) {
    article.paragraphs = [{ text: '***' }];
  },
];

/** Words of a paragraph that stood there from the beginning are most likely quoted: of the others one, if there are any. */
function findLater({ path, paragraphs }: Pick<ArticleFile, 'path' | 'paragraphs'>, random: Random): number | undefined {
  const first = SENTENCES[path.replace(/^articles\/|\.mdx$/g, '')] ?? [];
  const later = [...paragraphs.keys()].filter((at) => !first.some((one) => paragraphs[at]?.text.includes(one)));
  return later.length === 0 ? undefined : random.pick(later);
}

function isPlain({ text }: Paragraph): boolean {
  return !/[<[#{>\n]/.test(text);
}

function replaceWord(text: string, random: Random): string {
  const words = text.split(' ');
  words[random.below(words.length)] = random.pick(WORDS);
  return words.join(' ');
}
