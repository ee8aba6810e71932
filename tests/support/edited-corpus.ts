import type { Random } from '../bench/random.ts';
import {
  openArticles,
  printArticle,
  EDITS_OF_ARTICLES,
  RARE_EDITS_OF_ARTICLES,
  type ArticleFile,
} from './edited-articles.ts';
import { IDS, LABELS, say, WORDS } from './edited-words.ts';

/** A corpus whose entities and articles are edited in every way in which they can be: pages and settings stay. */
export interface EditedCorpus {
  /** All files as they are now. */
  readonly files: () => Readonly<Record<string, string>>;
  /** Edits some entities and articles by chance, and says how. */
  readonly edit: (random: Random) => readonly string[];
  /** Takes the last edits back: for those that were refused. */
  readonly undo: () => void;
}

interface Matter {
  label: Record<string, string>;
  aliases?: Record<string, unknown>;
  claims?: Claim[];
  [field: string]: unknown;
}

interface Claim {
  id: string;
  property: string;
  value: unknown;
  status?: string;
  qualifiers?: Record<string, string>;
  saidBy?: unknown;
  evidence?: Cited[];
}

interface Cited {
  article: string;
  quote: string;
}

interface EntityFile {
  readonly path: string;
  matter: Matter;
  /** Lines before the fields. */
  comment: string;
  body: string[];
  /** Written in place of all that. */
  broken: string | undefined;
}

const SITE = `
title: { ar: موانئ, en: Ports }
description: { ar: موانئ وبحار, en: Ports and seas }
languages: [ar, en]
url: https://ports.example/
measures:
  length: { ar: الطول, en: Length }
  ships: { ar: السفن, en: Ships }
kinds:
  people:
    base: person
    label: { ar: { one: شخص, other: أشخاص }, en: { one: Person, other: People } }
    properties:
      born: { type: date, label: { ar: ولد, en: Born } }
      knows: { type: entity(people), many: true, label: { ar: يعرف, en: Knows } }
      note: { type: text, many: true, label: { ar: ملاحظة, en: Note } }
      trade: { type: text, label: { ar: المهنة, en: Trade } }
  places:
    base: place
    label: { ar: { one: مكان, other: أماكن }, en: { one: Place, other: Places } }
    properties:
      country: { type: country, label: { ar: البلد, en: Country } }
      at: { type: point, label: { ar: الموقع, en: Position } }
      near: { type: entity, many: true, label: { ar: قرب, en: Near } }
      length: { type: quantity, label: { ar: الطول, en: Length } }
      note: { type: text, many: true, label: { ar: ملاحظة, en: Note } }
  numbers:
    base: statistic
    label: { ar: { one: رقم, other: أرقام }, en: { one: Number, other: Numbers } }
    properties:
      note: { type: text, many: true, label: { ar: ملاحظة, en: Note } }
`;

/** Two numbers of one measure that cannot both be true at one date. */
const NUMBERS: Readonly<Record<string, { readonly value: number; readonly evidence: readonly Cited[] }>> = {
  'numbers/quay-length': {
    value: 640,
    evidence: [
      { article: 'harbour', quote: 'بلغ طول الرصيف 640 مترا في ذلك العام كما قيل' },
      { article: 'voyage', quote: 'the quay was 640 metres long at that time' },
    ],
  },
  'numbers/quay-again': {
    value: 650,
    evidence: [
      { article: 'voyage', quote: 'the quay was 650 metres long in its best years' },
      { article: 'voyage', quote: 'Others say that the quay was 650 metres long' },
    ],
  },
};

const STATUSES = ['supported', 'contested', 'retracted', 'unsourced'];
const DATES = ['1887', '1901', '1901-05', '1901~', '1887/1902'];
export function openEditedCorpus(): EditedCorpus {
  let articles = openArticles();
  let entities = IDS.map((id, at): EntityFile => ({
    path: `${id}.mdx`,
    matter: {
      label: LABELS[id] ?? {},
      ...(id === 'places/great-sea' ? { aliases: { en: ['Great Sea', { text: 'Sea', common: true }] } } : {}),
      ...toNumber(id),
      // Only texts can name the one without.
      claims: id === 'people/unnamed' ? [] : [quoteSentence(at, articles)],
    },
    comment: '',
    body: [],
    broken: undefined,
  }));
  const files = (): Readonly<Record<string, string>> => ({
    'site.yaml': SITE,
    'pages/about.mdx': '---\ntitle: عن الموقع\n---\nكتبت مريم عن البحر الكبير، انظر [الميناء](/places/port-sara/).\n',
    'pictures/quay.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>\n',
    ...Object.fromEntries(articles.map((article) => [article.path, printArticle(article)])),
    ...Object.fromEntries(entities.map((entity) => [entity.path, print(entity)])),
  });
  let last = structuredClone({ entities, articles });
  return {
    files,
    undo: () => ({ entities, articles } = last),
    edit: (random) => {
      last = structuredClone({ entities, articles });
      const before = JSON.stringify(files());
      const edits: string[] = [];
      const count = random.below(4) === 0 ? 3 : 1;
      const isRare = (): boolean => random.below(12) === 0;
      // Not every edit finds something to change.
      while (edits.length < count || JSON.stringify(files()) === before) {
        if (random.below(2) === 0) {
          const entity = random.pick(entities);
          const edit = random.pick(isRare() ? RARE : EDITS);
          edit(entity, random, articles);
          edits.push(`${entity.path}: ${edit.name}`);
        } else {
          const article = random.pick(articles);
          const edit = random.pick(isRare() ? RARE_EDITS_OF_ARTICLES : EDITS_OF_ARTICLES);
          edit(article, random);
          edits.push(`${article.path}: ${edit.name}`);
        }
      }
      return edits;
    },
  };
}

/** A claim that each has from the beginning, so that articles are quoted. */
function quoteSentence(at: number, articles: readonly ArticleFile[]): Claim {
  const [slug = '', sentences = []] = listQuotable(articles)[at % 2] ?? [];
  const quote = (sentences[at % sentences.length] ?? '').replace(/\.$/, '');
  const evidence = [{ article: slug, quote }];
  return { id: 'first', property: 'note', value: { en: 'noted' }, evidence, status: 'supported' };
}

/** Articles in which words can be quoted, with their paragraphs. */
function listQuotable(
  articles: readonly ArticleFile[],
): readonly (readonly [slug: string, sentences: readonly string[]])[] {
  return articles.flatMap(({ path, paragraphs }) => {
    const plain = paragraphs.map(({ text }) => text).filter((text) => !/[<[#{]/.test(text));
    return plain.length === 0 ? [] : [[path.replace(/^articles\/|\.mdx$/g, ''), plain] as const];
  });
}

function toNumber(id: string): Readonly<Record<string, unknown>> {
  const number = NUMBERS[id];
  if (number === undefined) return {};
  const { value, evidence } = number;
  return { value, unit: { ar: 'متر', en: 'metres' }, asOf: '1887', measure: 'length', evidence: evidence.slice(0, 1) };
}

function print({ matter, comment, body, broken }: EntityFile): string {
  if (broken !== undefined) return broken;
  const { claims = [], ...rest } = matter;
  const fields = Object.entries(rest).map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`);
  const list =
    claims.length === 0 ? '' : `claims:\n${claims.map((claim) => `  - ${JSON.stringify(claim)}\n`).join('')}`;
  return `---\n${comment}${fields.join('')}${list}---\n${body.join('\n\n')}\n`;
}

type Edit = (entity: EntityFile, random: Random, articles: readonly ArticleFile[]) => void;

/** After which mostly the edited entities alone are compiled. */
const EDITS: readonly Edit[] = [
  function writeSentence({ body }, random) {
    body.push(say(random));
  },
  function dropSentence({ body }, random) {
    body.splice(random.below(Math.max(1, body.length)), 1);
  },
  function useComponent({ path, matter, body }, random) {
    const own = matter.claims ?? [];
    const claim = own.length > 0 ? random.pick(own).id : undefined;
    const other = random.pick(IDS.filter((id) => `${id}.mdx` !== path));
    const number = random.pick(['numbers/quay-length', 'numbers/quay-again']);
    const known = [
      `See <Entity id="${other}" /> and <Entity id="${other}">that one</Entity>.`,
      `It is <Stat id="${number}" /> long.`,
      `Look [there](/${other}/) or [here](/en/articles/voyage/?x#y) or [at us](/about/).`,
      `<Chart measure="length" />`,
      `<Figure src="/pictures/quay.svg" alt="A quay">\nمريم على الرصيف\n</Figure>`,
      `The number <Cite claim="${number}#value" />.`,
      `<Quote claim="${number}#value" />`,
      ...(claim === undefined ? [] : [`As said <Cite claim="${claim}" />.`, `<Quote claim="${claim}" />`]),
    ];
    body.push(random.pick(known));
  },
  function addClaim(entity, random, articles) {
    (entity.matter.claims ??= []).push(makeClaim(entity, random, articles));
  },
  function addClaims(entity, random, articles) {
    for (let at = 0; at < 3; at += 1) (entity.matter.claims ??= []).push(makeClaim(entity, random, articles));
  },
  function dropClaim({ matter, body }, random) {
    const claims = matter.claims ?? [];
    const [gone] = claims.splice(random.below(Math.max(1, claims.length)), 1);
    // Mostly with what cites it: else the compile is refused.
    if (gone && random.below(5) > 0) keepOnly(body, (one) => !one.includes(`claim="${gone.id}"`));
  },
  function changeValue(entity, random) {
    changeClaim(entity, random, (claim) => (claim.value = makeValue(claim.property, random)));
  },
  function changeStatus(entity, random, articles) {
    changeClaim(entity, random, (claim) => {
      claim.status = random.pick(STATUSES);
      if ((claim.evidence ?? []).length === 0) claim.evidence = [cite(random, articles)];
    });
  },
  function changeDate(entity, random) {
    changeClaim(
      entity,
      random,
      (claim) => (claim.qualifiers = { [random.pick(['asOf', 'from'])]: random.pick(DATES) }),
    );
  },
  function changeSpeaker(entity, random) {
    changeClaim(entity, random, (claim) => (claim.saidBy = random.pick(['people/amin', { en: 'A keeper' }])));
  },
  function moveQuotation(entity, random, articles) {
    changeClaim(entity, random, (claim) => (claim.evidence = [cite(random, articles)]));
  },
  function addQuotation(entity, random, articles) {
    changeClaim(entity, random, (claim) => (claim.evidence = [...(claim.evidence ?? []), cite(random, articles)]));
  },
  function swapClaims({ matter }) {
    matter.claims?.reverse();
  },
  function changeSummary({ matter }, random) {
    matter['summary'] = { [random.pick(['ar', 'en'])]: say(random) };
  },
  function changeSameAs({ matter }, random) {
    matter['sameAs'] = { wikidata: `Q${random.below(50)}` };
  },
  function changeFormerIds({ path, matter }, random) {
    matter['formerIds'] = [path.replace('.mdx', `-${random.below(3)}`)];
  },
  function changeField({ path, matter }, random) {
    const property = random.pick(propertiesOf(path));
    if (Object.hasOwn(matter, property) && random.below(2) === 0) Reflect.deleteProperty(matter, property);
    else matter[property] = makeValue(property, random);
  },
  function changeComment(entity, random) {
    entity.comment = '# A remark of the editors\n'.repeat(random.below(3));
  },
  function changeNumber({ path, matter }, random) {
    const number = NUMBERS[path.replace('.mdx', '')];
    if (number === undefined) return;
    matter['asOf'] = random.pick(['1887', '1887', '1901', 'unknown']);
    matter['evidence'] = [random.pick(number.evidence)];
    matter['measure'] = random.pick(['length', 'length', 'ships']);
    matter['status'] = random.pick(['supported', 'contested']);
  },
  function settleName({ matter, body }, random) {
    body.push('Amin came to the Old Pier.');
    matter['names'] = [{ words: 'Amin came', entity: random.pick(['none', 'people/amin', 'people/maryam']) }];
  },
  function forgetNames({ matter }) {
    Reflect.deleteProperty(matter, 'names');
  },
];

/** After which everything is compiled: names, and what is wrong. */
const RARE: readonly Edit[] = [
  function changeLabel({ matter }, random) {
    matter.label = { ...matter.label, en: `${matter.label['en'] ?? ''} ${random.below(9)}` };
  },
  function addAlias({ matter }, random) {
    matter.aliases = { en: [random.pick(['The lamp', 'Amin', 'keeper', 'Amin of the Pier'])] };
  },
  function showOther({ path, body }, random) {
    // From now on the other is relied on.
    const number = random.pick(['numbers/quay-length', 'numbers/quay-again']);
    if (!path.startsWith(number)) body.push(`See <Cite claim="${number}#value" /> and <Stat id="${number}" />.`);
  },
  function doubleNumber({ path, matter }) {
    const number = NUMBERS[path.replace('.mdx', '')];
    if (number === undefined) return;
    matter['value'] = matter['value'] === number.value ? { min: number.value - 20 } : number.value;
  },
  function breakQuotation(entity) {
    entity.broken = print(entity).replace(/"quote":"/, '"quote":"zz ');
  },
  function breakReference(entity) {
    entity.broken = `${print(entity)}\n\nSee <Entity id="people/nobody" /> or [nothing](/nowhere/).\n`;
  },
  function breakYaml(entity) {
    entity.broken = print(entity).replace('label:', 'label: {');
  },
  function breakNumber(entity) {
    entity.broken = print(entity).replace('value: 6', 'value: 7');
  },
  function breakFormerId(entity) {
    entity.broken = print(entity).replace('label:', 'formerIds: [people/maryam]\nlabel:');
  },
  function breakClaim(entity) {
    entity.broken = `${print(entity)}\n\nIt says so <Cite claim="no-such-claim" />.\n`;
  },
];

function cite(random: Random, articles: readonly ArticleFile[]): Cited {
  const [article, sentences] = random.pick(listQuotable(articles));
  const words = random.pick(sentences).replace(/\.$/, '').split(' ');
  const start = random.below(Math.max(1, words.length - 5));
  return { article, quote: words.slice(start, start + 4 + random.below(4)).join(' ') };
}

function propertiesOf(path: string): readonly string[] {
  if (path.startsWith('people/')) return ['born', 'knows', 'note', 'trade'];
  return path.startsWith('places/') ? ['country', 'at', 'near', 'note'] : ['note'];
}

function makeValue(property: string, random: Random): unknown {
  switch (property) {
    case 'born':
      return random.pick(DATES);
    case 'knows':
      return random.pick(['people/maryam', 'people/amin', 'people/unnamed']);
    case 'country':
      return random.pick(['EG', 'BE']);
    case 'at':
      return { lat: random.below(80), lon: random.below(80) };
    case 'near':
      return random.pick(IDS);
    default:
      return { en: random.pick(WORDS) };
  }
}

function makeClaim({ path, matter }: EntityFile, random: Random, articles: readonly ArticleFile[]): Claim {
  const property = random.pick(propertiesOf(path));
  const taken = new Set((matter.claims ?? []).map(({ id }) => id));
  const free = Array.from({ length: taken.size + 2 }, (_, at) => `claim-${at}`).filter((id) => !taken.has(id));
  const evidence =
    random.below(5) === 0 ? [] : [cite(random, articles), ...(random.below(3) === 0 ? [cite(random, articles)] : [])];
  return {
    ...{ id: random.pick(free), property, value: makeValue(property, random), evidence },
    status: evidence.length === 0 ? 'unsourced' : 'supported',
    ...(random.below(3) === 0 ? { qualifiers: { asOf: random.pick(DATES) } } : {}),
  };
}

function changeClaim({ matter }: EntityFile, random: Random, change: (claim: Claim) => void): void {
  const claims = matter.claims ?? [];
  if (claims.length > 0) change(random.pick(claims));
}

function keepOnly(list: string[], isKept: (one: string) => boolean): void {
  list.splice(0, list.length, ...list.filter(isKept));
}
