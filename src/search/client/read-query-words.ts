import { analyseText, type AnalysedToken } from '../analyser/analyse-text.ts';
import { toNormalForm } from '../analyser/normal-form.ts';
import { toSkeleton } from '../analyser/skeleton.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Names of Latin letters as Arabic writes them: سي آي إيه is CIA. */
const LETTERS: ReadonlyMap<string, string> = new Map(
  (
    [
      ['a', 'إيه ايه أي'],
      ['b', 'بي'],
      ['c', 'سي'],
      ['d', 'دي'],
      ['e', 'إي'],
      ['f', 'إف'],
      ['g', 'جي'],
      ['h', 'إتش'],
      ['i', 'آي'],
      ['j', 'جيه جاي'],
      ['k', 'كيه كي'],
      ['l', 'إل'],
      ['m', 'إم'],
      ['n', 'إن'],
      ['o', 'أو'],
      ['p', 'بي'],
      ['q', 'كيو'],
      ['r', 'آر'],
      ['s', 'إس'],
      ['t', 'تي'],
      ['u', 'يو'],
      ['v', 'في'],
      ['w', 'دبليو'],
      ['x', 'إكس'],
      ['y', 'واي'],
      ['z', 'زد'],
    ] as const
  )
    // Of two letters with one name (بي) and of two names that are written alike both are meant.
    .flatMap(([letter, names]) => names.split(' ').map((name) => [toNormalForm(name), letter] as const))
    .reduce((all, [name, letter]) => all.set(name, (all.get(name) ?? '') + letter), new Map<string, string>()),
);
const MOST_LETTERS = 6;
const MOST_SPELLINGS = 64;

/** Digits that stand for Arabic letters where Arabic is typed in Latin ones, by a letter of the sound: 7arb, da3esh. */
const CHAT_DIGITS: Readonly<Record<string, string>> = {
  2: '',
  3: '',
  5: 'kh',
  6: 't',
  7: 'h',
  8: 'q',
  9: 's',
};

/** What says of a number before it only that it is a share. */
const PERCENT: ReadonlySet<string> = new Set(
  ['percent', 'pct', 'per', 'cent', 'بالمئة', 'بالمائة', 'المئة', 'المائة', 'مئوية'].map(toNormalForm),
);

/** Before a year they say nothing. */
const YEAR: ReadonlySet<string> = new Set(['عام', 'سنة', 'year'].map(toNormalForm));

/** 33 000 is one number: a comma, which is as long as the space, says so. */
const GROUPS = /(?<!\p{Nd}|\p{Nd}[ .,])\p{Nd}{1,3}(?: \p{Nd}{3})+(?![\p{Nd}.,]| \p{Nd})/gu;
const JOINER = ',';

/**
 * The words of a query as they are asked for: letters that are spelt out are the word they spell, Arabic in Latin letters
 * and digits is one word, and a number in several words is one, each only where the site has it so.
 */
export async function readQueryWords(query: string, vocabulary: Vocabulary): Promise<readonly AnalysedToken[]> {
  const joined = joinChatWords(query, analyseText(query.replace(GROUPS, (group) => group.replaceAll(' ', JOINER))));
  return joinAmounts(await joinLetters(joined, vocabulary), vocabulary);
}

/** «da3esh» is three tokens without a space between. */
function joinChatWords(query: string, tokens: readonly AnalysedToken[]): readonly AnalysedToken[] {
  const words: AnalysedToken[] = [];
  for (let at = 0; at < tokens.length; at++) {
    let next = at + 1;
    while (next < tokens.length && tokens[next]?.token.start === tokens[next - 1]?.token.end) next += 1;
    const run = tokens.slice(at, next);
    const chat = readChatWord(query, run);
    words.push(...(chat === undefined ? run : [chat]));
    at = next - 1;
  }
  return words;
}

function readChatWord(query: string, run: readonly AnalysedToken[]): AnalysedToken | undefined {
  const [first, ...others] = run;
  const last = others.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const isChat = run.every(
    ({ script, normal }) => script === 'latin' || (script === 'digits' && normal in CHAT_DIGITS),
  );
  // The digit stands inside or in front; behind («covid9») it is a number.
  if (!isChat || last.script === 'digits') return undefined;
  const latin = run.map(({ script, normal }) => (script === 'digits' ? (CHAT_DIGITS[normal] ?? '') : normal)).join('');
  const { start } = first.token;
  const { end } = last.token;
  return query.slice(start, end) === '' ? undefined : readAs(latin, { start, end, script: 'latin' });
}

/** Letters spelt out, where the site has a word of them. */
async function joinLetters(
  tokens: readonly AnalysedToken[],
  vocabulary: Vocabulary,
): Promise<readonly AnalysedToken[]> {
  const words: AnalysedToken[] = [];
  for (let at = 0; at < tokens.length; at++) {
    let next = at;
    while (next < tokens.length && next - at < MOST_LETTERS && LETTERS.has(tokens[next]?.normal ?? '')) next += 1;
    const run = tokens.slice(at, next);
    const spelt = run.length > 1 ? await findSpelt(run, vocabulary) : undefined;
    const own = tokens[at];
    if (spelt !== undefined) {
      words.push(spelt);
      at = next - 1;
    } else if (own !== undefined) words.push(own);
  }
  return words;
}

async function findSpelt(run: readonly AnalysedToken[], vocabulary: Vocabulary): Promise<AnalysedToken | undefined> {
  let spellings: readonly string[] = [''];
  for (const { normal } of run) {
    const letters = Array.from(LETTERS.get(normal) ?? '');
    spellings = spellings.flatMap((one) => letters.map((letter) => one + letter)).slice(0, MOST_SPELLINGS);
  }
  const range = { start: run[0]?.token.start ?? 0, end: run.at(-1)?.token.end ?? 0, script: 'latin' } as const;
  const read = spellings.flatMap((one) => readAs(one, range) ?? []);
  await vocabulary.load(
    read.map(({ readings }) => toSkeleton(readings[0].stem)),
    'exact',
  );
  return read.find(({ readings }) => vocabulary.stem(readings[0].stem) !== undefined);
}

function readAs(written: string, token: AnalysedToken['token']): AnalysedToken | undefined {
  const [read] = analyseText(written);
  return read === undefined ? undefined : { ...read, token };
}

/** A number in several words counts once, if the site has it; what says that it is a share does not count. */
async function joinAmounts(
  tokens: readonly AnalysedToken[],
  vocabulary: Vocabulary,
): Promise<readonly AnalysedToken[]> {
  const amounts = tokens.flatMap(({ amount }) => amount?.digits ?? []);
  if (amounts.length > 0) await vocabulary.load(amounts, 'exact');
  const words: AnalysedToken[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const own = tokens[at];
    if (own === undefined) break;
    const { amount } = own;
    const isKnown = amount !== undefined && vocabulary.stem(amount.digits) !== undefined;
    const isYear = YEAR.has(own.bare) && /^\d{4}$/.test(tokens[at + 1]?.normal ?? '');
    if (isYear) continue;
    let next = at + (isKnown ? amount.tokens : 1);
    if (isKnown || own.script === 'digits') next = skipShare(tokens, next);
    const last = tokens[next - 1] ?? own;
    words.push({
      ...own,
      amount: isKnown ? { ...amount, tokens: next - at } : undefined,
      token: { ...own.token, end: last.token.end },
    });
    at = next - 1;
  }
  return words;
}

/** Behind a number, what says that it is a share: «في المئة», “per cent”. */
function skipShare(tokens: readonly AnalysedToken[], at: number): number {
  let next = at;
  while (tokens[next]?.isStopWord === true) next += 1;
  let end = at;
  while (PERCENT.has(tokens[next]?.normal ?? '')) end = next += 1;
  return end;
}
