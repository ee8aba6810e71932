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

describe('an id', () => {
  test('that nobody has lands nowhere', () => {
    expect(findLanding(lockOf(ALPHA), 'p2')).toEqual({ status: 'unknown' });
  });

  test('is not given again though it is greater than the next number', () => {
    const named = alignPassages(undefined, [{ text: ALPHA, name: 'p2' }, { text: BETA }]).lock;
    const retired = alignPassages(named, [{ text: BETA }]).lock;
    expect(idsAfter(retired, BETA, GAMMA)).toEqual(['p1', 'p3']);
    const kept = alignPassages(undefined, [{ text: ALPHA, name: 'p2' }]).lock;
    expect(idsAfter(kept, ALPHA, BETA, GAMMA)).toEqual(['p2', 'p1', 'p3']);
  });
});

describe('a passage that comes back', () => {
  test('is known by its exact text before the same words', () => {
    const two = ['The Council Met Twice', 'the council met twice'];
    const gone = alignPassages(lockOf(ALPHA, ...two), [{ text: ALPHA }]).lock;
    expect(idsAfter(gone, ALPHA, 'the council met twice')).toEqual(['p1', 'p3']);
    expect(idsAfter(gone, ALPHA, 'THE COUNCIL MET TWICE')).toEqual(['p1', 'p2']);
  });

  test('takes its own id and not that of a like one that goes', () => {
    const gone = alignPassages(lockOf(ALPHA, BETA, GAMMA), [{ text: ALPHA }, { text: GAMMA }]).lock;
    const like = alignPassages(gone, [{ text: ALPHA }, { text: BETA.replace('كثيرا', 'عددا') }, { text: GAMMA }]).lock;
    expect(like.passages.map(({ id }) => id)).toEqual(['p1', 'p4', 'p3']);
    const back = alignPassages(like, [{ text: ALPHA }, { text: BETA }, { text: GAMMA }]);
    expect(back.ids).toEqual(['p1', 'p2', 'p3']);
    expect(back.lock.retired.map(({ id, after }) => [id, after])).toEqual([['p4', 'p1']]);
    expect(back.changes.map(({ kind, id }) => [kind, id])).toEqual([
      ['kept', 'p1'],
      ['added', 'p2'],
      ['kept', 'p3'],
      ['retired', 'p4'],
    ]);
  });
});

describe('what became of passages', () => {
  test('counts as moved the fewest that could have moved', () => {
    const { changes } = alignPassages(lockOf(ALPHA, BETA, GAMMA, DELTA), [
      { text: DELTA },
      { text: ALPHA },
      { text: BETA },
      { text: GAMMA },
    ]);
    expect(changes).toEqual([
      { kind: 'moved', id: 'p4' },
      { kind: 'kept', id: 'p1' },
      { kind: 'kept', id: 'p2' },
      { kind: 'kept', id: 'p3' },
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

  test('shows a full rewrite as another wording of the same passage', () => {
    const named = alignPassages(undefined, [{ text: ALPHA, name: 'seven' }, { text: BETA }]).lock;
    expect(alignPassages(named, [{ text: GAMMA, name: 'seven' }, { text: BETA }]).changes).toEqual([
      { kind: 'reworded', id: 'seven', before: ALPHA, after: GAMMA },
      { kind: 'kept', id: 'p1' },
    ]);
  });

  test('stays with its place when its text is there twice', () => {
    const named = alignPassages(undefined, [{ text: ALPHA }, { text: ALPHA, name: 'again' }]).lock;
    const { changes } = alignPassages(named, [{ text: ALPHA, name: 'again' }, { text: ALPHA }]);
    expect(changes.map(({ kind, id }) => [kind, id])).toEqual([
      ['moved', 'again'],
      ['kept', 'p1'],
    ]);
  });

  test('keeps the earlier id of a passage that is respelled or reworded at the same time', () => {
    for (const after of [BETA.replace('إلى', 'الى'), BETA.replace('كثيرا', 'عددا')]) {
      const { passages } = alignPassages(lockOf(ALPHA, BETA), [{ text: ALPHA }, { text: after, name: 'b' }]).lock;
      expect(passages[1]).toMatchObject({ id: 'b', aliases: ['p2'] });
    }
  });

  test('keeps every earlier id, newest first', () => {
    const once = alignPassages(lockOf(ALPHA), [{ text: ALPHA, name: 'a' }]).lock;
    const twice = alignPassages(once, [{ text: ALPHA, name: 'b' }]).lock;
    expect(twice.passages[0]).toMatchObject({ id: 'b', aliases: ['a', 'p1'] });
    const gone = alignPassages(twice, [{ text: GAMMA }]).lock;
    expect(gone.retired).toMatchObject([{ id: 'b', aliases: ['a', 'p1'], after: null }]);
    expect(findLanding(gone, 'p1')).toEqual({ status: 'retired', after: null });
    expect(alignPassages(gone, [{ text: GAMMA }, { text: ALPHA }]).lock.passages[1]).toMatchObject({
      id: 'b',
      aliases: ['a', 'p1'],
    });
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
    ['{"version":1,"next":"2","passages":[],"retired":[]}', 'a next in quotation marks'],
    ['{"version":1,"next":1.5,"passages":[],"retired":[]}', 'a next that is no whole number'],
    ['{"version":1,"next":1,"passages":[],"retired":{}}', 'retired ones that are no list'],
    ['{"version":1,"next":2,"passages":[null],"retired":[]}', 'a passage that is null'],
    ['{"version":1,"next":2,"passages":["p1"],"retired":[]}', 'a passage that is a string'],
    ['{"version":1,"next":2,"passages":[],"retired":[null]}', 'a retired one that is null'],
    ['{"version":1,"next":2,"passages":[{"id":1,"hash":"x","text":"y"}],"retired":[]}', 'an id that is a number'],
    ['{"version":1,"next":2,"passages":[{"id":"","hash":"x","text":"y"}],"retired":[]}', 'an empty id'],
    ['{"version":1,"next":2,"passages":[{"id":"p1","text":"y"}],"retired":[]}', 'a passage without hash'],
    ['{"version":1,"next":2,"passages":[{"id":"p1","aliases":"p2","hash":"x","text":"y"}],"retired":[]}', 'one alias'],
    [
      '{"version":1,"next":2,"passages":[{"id":"p1","aliases":["p2",3],"hash":"x","text":"y"}],"retired":[]}',
      'an alias that is a number',
    ],
    [
      '{"version":1,"next":3,"passages":[{"id":"p1","aliases":["p2"],"hash":"x","text":"y"},{"id":"p2","hash":"x","text":"z"}],"retired":[]}',
      'an alias that is an id',
    ],
    [
      '{"version":1,"next":3,"passages":[{"id":"p1","hash":"x","text":"y"}],"retired":[{"id":"p1","after":null,"hash":"x","text":"z"}]}',
      'a living id that is retired',
    ],
    [
      '{"version":1,"next":2,"passages":[],"retired":[{"id":"p1","after":1,"hash":"x","text":"y"}]}',
      'a place that is a number',
    ],
  ])('is not read from %s', (json) => {
    expect(parsePassageLock(json)).toBeUndefined();
  });

  test('is the same as itself and differs from a missing one', () => {
    expect(isSameLock(lock(), parsePassageLock(printPassageLock(lock())))).toBe(true);
    expect(isSameLock(lock(), undefined)).toBe(false);
    expect(isSameLock(undefined, lock())).toBe(false);
    expect(isSameLock(lock(), lockOf(ALPHA))).toBe(false);
    expect(isSameLock(undefined, undefined)).toBe(true);
  });
});
