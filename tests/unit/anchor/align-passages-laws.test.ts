import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alignPassages, parsePassageLock, printPassageLock } from '../../../src/anchor/align-passages.ts';
import type { PassageLock } from '../../../src/anchor/align-passages.ts';

const ALPHA = 'انضم سبعة أعضاء فقط من حلفاء أميركا إلى الهجمات المباشرة ضد التنظيم في ذلك العام.';
const BETA = 'وتشير تقارير الصحافة إلى أن كثيرا من المسافرين عادوا إلى ديارهم قبل نهاية الحرب.';
const GAMMA = 'The council met twice in the spring, and both sessions ended without a common statement.';
const DELTA = 'Farmers along the northern river expect a poor harvest after three dry winters in a row.';

function lockOf(...texts: string[]): PassageLock {
  return alignPassages(
    undefined,
    texts.map((text) => ({ text })),
  ).lock;
}

/** A passage of a made-up article; `origin` says which passage it was at first. */
interface Grown {
  readonly origin: number;
  readonly words: readonly string[];
  /** Whether a word was changed since the article was last aligned. */
  readonly touched: boolean;
}

type Edit =
  | { readonly kind: 'insert' | 'delete' | 'respell'; readonly at: number }
  | { readonly kind: 'move'; readonly at: number; readonly to: number }
  | { readonly kind: 'reword'; readonly at: number; readonly words: readonly string[] };

const ARABIC_LETTERS = 'ابتثجحخدذرزسشصضطظعغفقكلمنهويأإةىؤئء';

/** Words that look like chance but follow from a number, so that a counterexample is short: no passage is like another. */
function toWords(seed: number, count: number): string[] {
  let state = (seed + 1) * 2_654_435_761;
  const draw = (limit: number) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    return (state >>> 8) % limit;
  };
  return Array.from({ length: count }, () =>
    Array.from({ length: 3 + draw(5) }, () => ARABIC_LETTERS.charAt(draw(ARABIC_LETTERS.length))).join(''),
  );
}

const words = fc.record({ seed: fc.nat(1_000_000), count: fc.integer({ min: 1, max: 2 }) });
const place = fc.nat(1000);
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constantFrom('insert' as const, 'delete' as const, 'respell' as const), at: place }),
  fc.record({ kind: fc.constant('move' as const), at: place, to: place }),
  fc.record({
    kind: fc.constant('reword' as const),
    at: place,
    words: words.map(({ seed, count }) => toWords(seed, count)),
  }),
);

function applyEdit(article: readonly Grown[], change: Edit, fresh: () => Grown): Grown[] {
  const next = [...article];
  const at = change.at % (article.length + 1);
  if (change.kind === 'insert') next.splice(at, 0, fresh());
  const old = next[at];
  if (old === undefined || change.kind === 'insert') return next;
  next.splice(at, 1);
  if (change.kind === 'move') next.splice(change.to % (next.length + 1), 0, old);
  if (change.kind === 'respell') {
    const words = old.words.map((one) => one.replaceAll('أ', 'ا').replaceAll('ة', 'ه').replaceAll('ى', 'ي'));
    next.splice(at, 0, { ...old, words });
  }
  if (change.kind === 'reword' && !old.touched) {
    const words = [...old.words];
    for (const [offset, one] of change.words.entries()) words[(change.at + offset * 3) % words.length] = one;
    next.splice(at, 0, { ...old, words, touched: true });
  } else if (change.kind === 'reword') next.splice(at, 0, old);
  return next;
}

const toPassages = (article: readonly Grown[]) => article.map(({ words }) => ({ text: words.join(' ') }));

describe('laws of generated articles and edits', () => {
  const history = fc.record({
    start: fc.array(fc.integer({ min: 8, max: 30 }), { minLength: 1, maxLength: 25 }),
    rounds: fc.array(fc.array(edit, { maxLength: 8 }), { minLength: 1, maxLength: 5 }),
  });

  test('an id never leaves its passage, no id is used twice, every passage still there keeps its id', () => {
    fc.assert(
      fc.property(history, ({ start, rounds }) => {
        let article: Grown[] = start.map((count, origin) => ({
          origin,
          words: toWords(origin, count),
          touched: false,
        }));
        let origins = start.length;
        const fresh = () => {
          origins += 1;
          return { origin: origins, words: toWords(origins, 8 + (origins % 20)), touched: false };
        };
        let { ids, lock } = alignPassages(undefined, toPassages(article));
        const ownerOf = new Map(ids.map((id, at) => [id, article[at]?.origin]));
        for (const edits of rounds) {
          const earlier = new Map(article.map(({ origin }, at) => [origin, ids[at]]));
          article = edits.reduce((grown, change) => applyEdit(grown, change, fresh), article);
          ({ ids, lock } = alignPassages(lock, toPassages(article)));
          expect(new Set(ids).size).toBe(article.length);
          for (const [at, { origin }] of article.entries()) {
            const id = ids[at] ?? '';
            if (earlier.has(origin)) expect(id).toBe(earlier.get(origin));
            if (ownerOf.has(id)) expect(ownerOf.get(id)).toBe(origin);
            ownerOf.set(id, origin);
          }
          article = article.map((grown) => ({ ...grown, touched: false }));
        }
        const all = [...lock.passages, ...lock.retired].map(({ id }) => id);
        expect(new Set(all)).toEqual(new Set(ownerOf.keys()));
        expect(all.length).toBe(ownerOf.size);
      }),
      { numRuns: 200, seed: 11 },
    );
  });

  test('aligning twice changes nothing, and printing loses nothing, with repeated passages too', () => {
    const texts = fc.array(fc.constantFrom('نعم.', 'لا.', '*', ALPHA, BETA, GAMMA, DELTA), { maxLength: 12 });
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const first = alignPassages(
          lockOf(...before),
          after.map((text) => ({ text })),
        );
        const again = alignPassages(
          first.lock,
          after.map((text) => ({ text })),
        );
        expect(again.lock).toEqual(first.lock);
        expect(again.changes.every(({ kind }) => kind === 'kept')).toBe(true);
        expect(parsePassageLock(printPassageLock(first.lock))).toEqual(first.lock);
        for (const { after: place } of first.lock.retired) if (place !== null) expect(first.ids).toContain(place);
      }),
      { numRuns: 300, seed: 12 },
    );
  });
});

test('aligns an article of 400 passages, each of them touched', () => {
  const vocabulary = toWords(1, 3000);
  const article = Array.from({ length: 400 }, (_, n) =>
    Array.from({ length: 40 }, (__, m) => vocabulary[((n * 40 + m) * 1009 + n * n) % 3000] ?? ''),
  );
  const touched = article.map((words, n) => words.with(n % 40, 'لمسة').join(' '));
  const { ids } = alignPassages(
    lockOf(...article.map((words) => words.join(' '))),
    touched.map((text) => ({ text })),
  );
  expect(ids.filter((id, n) => id !== `p${n + 1}`)).toEqual([]);
});
