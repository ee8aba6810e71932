import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startRandom, type Random } from '../bench/random.ts';

/** What an author does in an hour: a few edits of a content folder, chosen by chance from a seed. */
export function editContent(folder: string, seed: number): readonly string[] {
  const random = startRandom(seed);
  // What stops a build is mended soon: else hardly a build would come to its end.
  const mended = random.below(2) === 0 ? mendQuotations(folder) : '';
  const edits = Array.from({ length: 1 + random.below(4) }, () => random.pick(EDITS)(folder, random));
  return [mended, ...edits].filter((one) => one !== '');
}

/** Changes the content and says how; an empty text where there was nothing to change. */
export type Edit = (folder: string, random: Random) => string;

const WORDS = ['نهر', 'بحر', 'قديم', 'يقول', 'الكاتب', 'river', 'storm', 'old', 'lamp', 'keeper', 'in 1887', '12'];

/** A value of a claim that is a text in English, up to the text. */
const CLAIMED = /^( {4}value: \{ en: )[^}\n]*/m;

/** Named after what they do. */
export const EDITS: readonly Edit[] = [
  function addSentenceToEntity(folder, random) {
    return changeText(folder, random, 'entity', (text) => `${text.trimEnd()}\n\n${say(random)}\n`);
  },
  function addPassageToArticle(folder, random) {
    return changeText(folder, random, 'article', (text) => `${text.trimEnd()}\n\n${say(random)}\n`);
  },
  function insertPassageIntoArticle(folder, random) {
    return changeText(folder, random, 'article', (text) =>
      text.replace(/\n---\n+/, (end) => `${end}${say(random)}\n\n`),
    );
  },
  function changeLabel(folder, random) {
    return changeText(folder, random, 'entity', (text) =>
      text.replace(
        /^label: \{(.*)\}$/m,
        (_all, labels: string) => `label: {${labels.replace(/(\w+: )([^,}]+)/, `$1$2 ${random.below(100)}`)}}`,
      ),
    );
  },
  function changeSummary(folder, random) {
    return changeText(folder, random, 'entity', (text) =>
      text.replace(/^summary:[^\n]*(?:\n {2}[^\n]*)*/m, `summary: ${say(random)}`),
    );
  },
  function addAlias(folder, random) {
    return changeText(folder, random, 'entity', (text) =>
      /^aliases:/m.test(text)
        ? text
        : text.replace(/^label:/m, `aliases: { en: [Name ${random.below(1000)}, the lamp] }\nlabel:`),
    );
  },
  function changeSite(folder, random) {
    const file = join(folder, 'site.yaml');
    const text = readFileSync(file, 'utf8');
    const changed = text.replace(
      /^( {2}en: )(.*)$/m,
      (_all, key: string, title: string) => `${key}${title} ${random.below(10)}`,
    );
    writeFileSync(file, changed);
    return changed === text ? '' : 'site.yaml: another title';
  },
  function addEntity(folder, random) {
    const kind = random.pick(listKinds(folder));
    const path = `${kind}/new-${random.below(10_000)}.mdx`;
    writeFileSync(
      join(folder, path),
      `---\nlabel: { en: New ${random.below(10_000)}, ar: جديد ${random.below(10_000)} }\n---\n\n${say(random)}\n`,
    );
    return `${path}: added`;
  },
  function removeEntity(folder, random) {
    const added = listTexts(folder).filter((path) => /\/new-\d+\.mdx$/.test(path));
    if (added.length === 0) return '';
    const path = random.pick(added);
    rmSync(join(folder, path));
    rmSync(join(folder, toLock(path)), { force: true });
    return `${path}: removed`;
  },
  function renameEntity(folder, random) {
    const added = listTexts(folder).filter((path) => /\/new-\d+\.mdx$/.test(path));
    if (added.length === 0) return '';
    const path = random.pick(added);
    const to = path.replace(/new-\d+/, `new-${10_000 + random.below(10_000)}`);
    renameSync(join(folder, path), join(folder, to));
    if (existsSync(join(folder, toLock(path)))) renameSync(join(folder, toLock(path)), join(folder, toLock(to)));
    return `${path}: now ${to}`;
  },
  function addArticle(folder, random) {
    const path = `articles/new-${random.below(1000)}.mdx`;
    writeFileSync(
      join(folder, path),
      `---\ntitle: { en: Told ${random.below(1000)} }\nlang: en\n---\n\n${say(random)}\n\n${say(random)}\n`,
    );
    rmSync(join(folder, toLock(path)), { force: true });
    return `${path}: added`;
  },
  function breakQuotation(folder, random) {
    // Content that is refused in between must leave nothing behind either.
    return changeText(folder, random, 'entity', (text) => text.replace(/(quote: )(?!zz)/, '$1zz '));
  },
  function touch(folder, random) {
    return changeText(folder, random, 'entity', (text) => text);
  },
  function changeClaim(folder, random) {
    const holders = listTexts(folder).filter((path) => CLAIMED.test(readFileSync(join(folder, path), 'utf8')));
    if (holders.length === 0) return '';
    const path = random.pick(holders);
    const text = readFileSync(join(folder, path), 'utf8');
    const changed = text.replace(
      CLAIMED,
      (all, before: string) => `${before}${random.pick(WORDS)} ${all.slice(before.length)}`,
    );
    writeFileSync(join(folder, path), changed);
    return `${path}: another value`;
  },
  function changePage(folder, random) {
    const path = random.pick(listTexts(folder).filter((one) => one.startsWith('pages/')));
    const text = readFileSync(join(folder, path), 'utf8');
    writeFileSync(join(folder, path), `${text.trimEnd()}\n\n${say(random)}\n`);
    return `${path}: changed`;
  },
  function addPicture(folder, random) {
    const name = `picture-${random.below(10_000)}.svg`;
    const side = 10 + random.below(90);
    mkdirSync(join(folder, 'pictures'), { recursive: true });
    writeFileSync(
      join(folder, 'pictures', name),
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}"><path d="M0 0h${side}v${side}z"/></svg>\n`,
    );
    const shown = `<Figure src="/pictures/${name}" alt="A triangle">\n${say(random)}\n</Figure>`;
    return `${changeText(folder, random, 'entity', (text) => `${text.trimEnd()}\n\n${shown}\n`)} (${name})`;
  },
  function addEntityOfWord(folder, random) {
    // The word stands in an article, which names the new entity from now on.
    const article = random.pick(listTexts(folder).filter((path) => path.startsWith('articles/')));
    const [, body = ''] = /\n---\n([^]*)$/.exec(readFileSync(join(folder, article), 'utf8')) ?? [];
    const word = random.pick(body.match(/\p{L}{5,}/gu) ?? WORDS);
    const path = `${random.pick(listKinds(folder))}/new-${random.below(10_000)}.mdx`;
    writeFileSync(join(folder, path), `---\nlabel: { en: ${word}, ar: ${word} }\n---\n\n${say(random)}\n`);
    return `${path}: added as ${word}`;
  },
];

function mendQuotations(folder: string): string {
  const broken = listTexts(folder).filter((path) => readFileSync(join(folder, path), 'utf8').includes('quote: zz '));
  for (const path of broken) {
    const text = readFileSync(join(folder, path), 'utf8');
    writeFileSync(join(folder, path), text.replaceAll('quote: zz ', 'quote: '));
  }
  return broken.length === 0 ? '' : `${broken.join(', ')}: mended`;
}

/** The passage lock of an article. */
function toLock(path: string): string {
  return path.replace(/\.mdx$/, '.passages.json');
}

function changeText(
  folder: string,
  random: Random,
  type: 'article' | 'entity',
  change: (text: string) => string,
): string {
  const path = random.pick(
    listTexts(folder).filter(
      (one) => !one.startsWith('pages/') && one.startsWith('articles/') === (type === 'article'),
    ),
  );
  const text = readFileSync(join(folder, path), 'utf8');
  writeFileSync(join(folder, path), change(text));
  return `${path}: changed`;
}

function listTexts(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.mdx'))
    .sort();
}

/** Kinds of which an entity needs nothing but a name. */
function listKinds(folder: string): string[] {
  return [...new Set(listTexts(folder).map((path) => path.replace(/\/.*$/, '')))].filter(
    (kind) => !/^(?:articles|pages|statistics|measurements|towers)$/.test(kind),
  );
}

function say(random: Random): string {
  return `${Array.from({ length: 4 + random.below(8) }, () => random.pick(WORDS)).join(' ')}.`;
}
