import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  alignPassages,
  findLanding,
  isSameLock,
  parsePassageLock,
  printPassageLock,
} from '../../../src/anchor/align-passages.ts';
import type { NewPassage, PassageLock } from '../../../src/anchor/align-passages.ts';

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

function idsAfter(lock: PassageLock, ...passages: (string | NewPassage)[]): readonly string[] {
  return alignPassages(
    lock,
    passages.map((passage) => (typeof passage === 'string' ? { text: passage } : passage)),
  ).ids;
}

describe('a first alignment', () => {
  test('numbers the passages in their order', () => {
    const { ids, lock, changes } = alignPassages(undefined, [{ text: ALPHA }, { text: BETA }]);
    expect(ids).toEqual(['p1', 'p2']);
    expect(lock.next).toBe(3);
    expect(changes.map(({ kind, id }) => [kind, id])).toEqual([
      ['added', 'p1'],
      ['added', 'p2'],
    ]);
  });

  test('of an article without passages gives an empty lock', () => {
    expect(alignPassages(undefined, []).lock).toEqual({ version: 1, next: 1, passages: [], retired: [] });
  });
});

describe('an edit', () => {
  const lock = (): PassageLock => lockOf(ALPHA, BETA, GAMMA);

  test.each<[string, string[], string[]]>([
    ['nothing changed', [ALPHA, BETA, GAMMA], ['p1', 'p2', 'p3']],
    ['a passage put on top', [DELTA, ALPHA, BETA, GAMMA], ['p4', 'p1', 'p2', 'p3']],
    ['a passage deleted', [ALPHA, GAMMA], ['p1', 'p3']],
    ['order reversed', [GAMMA, BETA, ALPHA], ['p3', 'p2', 'p1']],
    ['words of one passage touched', [ALPHA, BETA.replace('كثيرا', 'عددا'), GAMMA], ['p1', 'p2', 'p3']],
    ['a passage replaced by another', [ALPHA, DELTA, GAMMA], ['p1', 'p4', 'p3']],
    ['spelling changed everywhere', [ALPHA.replace(/أ/g, 'ا'), `${BETA} `, GAMMA.toUpperCase()], ['p1', 'p2', 'p3']],
    ['a passage reworded and moved', [GAMMA.replace('twice', 'again'), ALPHA, BETA], ['p3', 'p1', 'p2']],
  ])('keeps ids: %s', (_, texts, ids) => {
    expect(idsAfter(lock(), ...texts)).toEqual(ids);
  });

  test('gives the id of a split passage to its larger part', () => {
    const [first, second] = [
      'The council met twice in the spring,',
      'and both sessions ended without a common statement.',
    ];
    expect(idsAfter(lockOf(ALPHA, `${first} ${second}`, BETA), ALPHA, first, second, BETA)).toEqual([
      'p1',
      'p4',
      'p2',
      'p3',
    ]);
  });

  test('gives merged passages the id of the one that is more like the whole', () => {
    const { ids, lock: merged } = alignPassages(lockOf(GAMMA, 'It rained.', BETA), [
      { text: `${GAMMA} It rained.` },
      { text: BETA },
    ]);
    expect(ids).toEqual(['p1', 'p3']);
    expect(merged.retired.map(({ id, after }) => [id, after])).toEqual([['p2', 'p1']]);
  });

  test('does not carry an id between two entries that share only their frame', () => {
    const frame = (country: string) => `Member state that joined the treaty in 1949: ${country}.`;
    const before = ['Belgium', 'Canada', 'Denmark', 'Portugal', 'Iceland', 'Norway'].map(frame);
    const after = ['Belgium', 'Luxembourg', 'Denmark', 'Portugal', 'Iceland', 'Norway'].map(frame);
    expect(idsAfter(lockOf(...before), ...after)).toEqual(['p1', 'p7', 'p3', 'p4', 'p5', 'p6']);
  });

  test('does not take one row of stars for another row of signs', () => {
    expect(idsAfter(lockOf(ALPHA, '***', BETA), ALPHA, '———', BETA)).toEqual(['p1', 'p4', 'p3']);
  });

  test('says what became of each passage', () => {
    const respelled = BETA.replace('إلى', 'الى');
    const reworded = GAMMA.replace('twice', 'again');
    const { changes } = alignPassages(lockOf(ALPHA, BETA, GAMMA), [
      { text: reworded },
      { text: DELTA },
      { text: respelled },
    ]);
    expect(changes).toEqual([
      { kind: 'moved', id: 'p3' },
      { kind: 'reworded', id: 'p3', before: GAMMA, after: reworded },
      { kind: 'added', id: 'p4', after: DELTA },
      { kind: 'respelled', id: 'p2', before: BETA, after: respelled },
      { kind: 'retired', id: 'p1', before: ALPHA },
    ]);
  });
});

describe('a passage that is repeated', () => {
  test('is told apart by its neighbours', () => {
    const lock = lockOf(ALPHA, 'نعم.', BETA, 'نعم.', GAMMA);
    expect(idsAfter(lock, BETA, 'نعم.', GAMMA, ALPHA, 'نعم.')).toEqual(['p3', 'p4', 'p5', 'p1', 'p2']);
    expect(idsAfter(lock, ALPHA, BETA, 'نعم.', GAMMA)).toEqual(['p1', 'p3', 'p4', 'p5']);
  });

  test('is told apart by its order where the neighbours have changed', () => {
    const lock = lockOf(ALPHA, 'نعم.', BETA, 'نعم.');
    expect(idsAfter(lock, DELTA, 'نعم.', GAMMA, 'نعم.')).toEqual(['p5', 'p2', 'p6', 'p4']);
  });

  test('keeps as many ids as it stands times', () => {
    expect(idsAfter(lockOf('*', '*', '*'), '*', '*')).toEqual(['p1', 'p3']);
    expect(idsAfter(lockOf('*', '*'), '*', '*', '*')).toEqual(['p1', 'p3', 'p2']);
  });
});

describe('a retired passage', () => {
  const lock = (): PassageLock => alignPassages(lockOf(ALPHA, BETA, GAMMA), [{ text: ALPHA }, { text: GAMMA }]).lock;

  test('remembers after which passage it stood', () => {
    expect(lock().retired).toMatchObject([{ id: 'p2', text: BETA, after: 'p1' }]);
    expect(findLanding(lock(), 'p2')).toEqual({ status: 'retired', after: 'p1' });
  });

  test('gets its id back when it returns, exactly or respelled', () => {
    expect(idsAfter(lock(), ALPHA, GAMMA, BETA)).toEqual(['p1', 'p3', 'p2']);
    expect(idsAfter(lock(), ALPHA, GAMMA, BETA.replace('إلى', 'الى'))).toEqual(['p1', 'p3', 'p2']);
    expect(alignPassages(lock(), [{ text: ALPHA }, { text: BETA }]).lock.retired.map(({ id }) => id)).toEqual(['p3']);
  });

  test('leaves its id unused', () => {
    expect(idsAfter(lock(), ALPHA, DELTA, GAMMA)).toEqual(['p1', 'p4', 'p3']);
  });

  test('moves up when the passage it stood after is retired too', () => {
    const shorter = alignPassages(lock(), [{ text: GAMMA }]).lock;
    expect(shorter.retired.map(({ id, after }) => [id, after])).toEqual([
      ['p2', null],
      ['p1', null],
    ]);
  });
});

describe('a name given by hand', () => {
  test('is the id from the start', () => {
    expect(idsAfter(lockOf(), { text: ALPHA, name: 'seven-members' }, BETA)).toEqual(['seven-members', 'p1']);
  });

  test('given later keeps the earlier id as an alias, through later edits', () => {
    const named = alignPassages(lockOf(ALPHA, BETA), [{ text: ALPHA, name: 'seven' }, { text: BETA }]).lock;
    expect(named.passages[0]).toMatchObject({ id: 'seven', aliases: ['p1'] });
    expect(findLanding(named, 'p1')).toEqual({ status: 'live', id: 'seven' });
    const edited = alignPassages(named, [{ text: DELTA }, { text: ALPHA.replace('فقط ', ''), name: 'seven' }]).lock;
    expect(edited.passages.map(({ id, aliases }) => [id, aliases])).toEqual([
      ['p3', undefined],
      ['seven', ['p1']],
    ]);
  });

  test('stays the id when the name is taken away', () => {
    const named = alignPassages(undefined, [{ text: ALPHA, name: 'seven' }]).lock;
    expect(idsAfter(named, ALPHA)).toEqual(['seven']);
  });

  test('holds through a full rewrite', () => {
    const named = alignPassages(undefined, [{ text: ALPHA, name: 'seven' }, { text: BETA }]).lock;
    expect(idsAfter(named, BETA, { text: GAMMA, name: 'seven' })).toEqual(['p1', 'seven']);
  });

  test('that is rewritten wholly does not take the earlier ids of the old text along', () => {
    const named = alignPassages(lockOf(ALPHA, BETA), [{ text: ALPHA }, { text: BETA, name: 'b' }]).lock;
    const rewritten = alignPassages(named, [{ text: ALPHA }, { text: GAMMA, name: 'b' }]).lock;
    expect(rewritten.passages[1]).toEqual({ id: 'b', hash: expect.any(String) as string, text: GAMMA });
    expect(findLanding(rewritten, 'p2')).toEqual({ status: 'retired', after: 'p1' });
  });

  test('that moves to another passage leaves the earlier id where it was', () => {
    const named = alignPassages(lockOf(ALPHA, BETA), [{ text: ALPHA, name: 'seven' }, { text: BETA }]).lock;
    const moved = alignPassages(named, [{ text: ALPHA }, { text: BETA, name: 'seven' }]);
    expect(moved.ids).toEqual(['p1', 'seven']);
    expect(findLanding(moved.lock, 'p2')).toEqual({ status: 'live', id: 'seven' });
  });

  test('claimed twice belongs to the first', () => {
    expect(idsAfter(lockOf(), { text: ALPHA, name: 'a' }, { text: BETA, name: 'a' })).toEqual(['a', 'p1']);
  });

  test('that looks like a number is never given again', () => {
    expect(idsAfter(lockOf(), { text: ALPHA, name: 'p2' }, BETA, GAMMA)).toEqual(['p2', 'p1', 'p3']);
  });

  test.each(['__proto__', 'constructor', 'toString'])('may be %s', (name) => {
    const { ids, lock } = alignPassages(undefined, [{ text: ALPHA, name }, { text: BETA }]);
    expect(ids).toEqual([name, 'p1']);
    expect(idsAfter(lock, BETA, ALPHA)).toEqual(['p1', name]);
  });
});

describe('a lock file', () => {
  const lock = (): PassageLock =>
    alignPassages(
      alignPassages(lockOf(ALPHA, BETA, 'قال: «نعم»\nثم "مضى".'), [{ text: ALPHA, name: 'a' }, { text: GAMMA }]).lock,
      [{ text: ALPHA }, { text: GAMMA }, { text: DELTA }],
    ).lock;

  test('reads back what it printed', () => {
    expect(parsePassageLock(printPassageLock(lock()))).toEqual(lock());
  });

  test('has one passage per line and a newline at its end', () => {
    expect(printPassageLock(alignPassages(undefined, [{ text: 'One.' }, { text: 'Two.' }]).lock))
      .toMatchInlineSnapshot(`
      "{
        "version": 1,
        "next": 3,
        "passages": [
          {"id":"p1","hash":"f9f4fd19c1300b59","text":"One."},
          {"id":"p2","hash":"e438e03f06ec8e79","text":"Two."}
        ],
        "retired": []
      }
      "
    `);
  });

  test.each([
    ['', 'an empty file'],
    ['{}', 'an empty object'],
    ['[]', 'a list'],
    ['null', 'null'],
    ['{"version":2,"next":1,"passages":[],"retired":[]}', 'another version'],
    ['{"version":1,"next":0,"passages":[],"retired":[]}', 'a next that is no number of a passage'],
    ['{"version":1,"next":1,"passages":{},"retired":[]}', 'passages that are no list'],
    ['{"version":1,"next":2,"passages":[{"id":"p1","hash":"x"}],"retired":[]}', 'a passage without text'],
    [
      '{"version":1,"next":2,"passages":[],"retired":[{"id":"p1","hash":"x","text":"y"}]}',
      'a retired one without place',
    ],
    [
      '{"version":1,"next":3,"passages":[{"id":"p1","hash":"x","text":"y"},{"id":"p1","hash":"x","text":"z"}],"retired":[]}',
      'one id on two passages',
    ],
    ['<<<<<<< HEAD', 'a merge conflict'],
  ])('is not read from %s', (json) => {
    expect(parsePassageLock(json)).toBeUndefined();
  });

  test('is the same as itself and differs from a missing one', () => {
    expect(isSameLock(lock(), parsePassageLock(printPassageLock(lock())))).toBe(true);
    expect(isSameLock(lock(), undefined)).toBe(false);
    expect(isSameLock(lock(), lockOf(ALPHA))).toBe(false);
    expect(isSameLock(undefined, undefined)).toBe(true);
  });
});

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
  const ids = idsAfter(lockOf(...article.map((words) => words.join(' '))), ...touched);
  expect(ids.filter((id, n) => id !== `p${n + 1}`)).toEqual([]);
});
