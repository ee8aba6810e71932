import { describe, expect, test } from 'vitest';
import type { Name } from '../../../src/mention/build-name-index.ts';
import { lintNames } from '../../../src/mention/lint-names.ts';

const name = (entity: string, text: string, said: Partial<Name> = {}): Name => ({ entity, text, lang: 'ar', ...said });

/** Each finding as `kind: entity text, entity text`. */
const lint = (names: readonly Name[], frequent?: readonly string[]): string[] =>
  lintNames(names, frequent).map((finding) => {
    const found = finding.kind === 'duplicate' ? finding.names : [finding.name];
    return `${finding.kind}: ${found.map(({ entity, text }) => `${entity} ${text}`).join(', ')}`;
  });

describe('lintNames', () => {
  test.each<[behaviour: string, names: readonly Name[], findings: string[]]>([
    ['finds nothing in good names', [name('a', 'كندا'), name('b', 'حلف الناتو')], []],
    ['finds a name of two entities', [name('a', 'التحالف'), name('b', 'التحالف')], ['duplicate: a التحالف, b التحالف']],
    [
      'finds names that are equal after folding',
      [name('a', 'سورية'), name('b', 'سُوريه')],
      ['duplicate: a سورية, b سُوريه'],
    ],
    [
      'finds names that differ in punctuation only',
      [name('a', 'al-Assad'), name('b', 'al Assad')],
      ['duplicate: a al-Assad, b al Assad'],
    ],
    [
      'tells three entities in one finding',
      [name('a', 'علي'), name('x', 'كندا'), name('b', 'علي'), name('c', 'علي')],
      ['duplicate: a علي, b علي, c علي'],
    ],
    ['allows an entity to bear a name twice', [name('a', 'سورية'), name('a', 'سوريه')], []],
    [
      'finds a name and a demonym written alike',
      [name('a', 'التركية'), name('b', 'التركية', { demonym: true })],
      ['duplicate: a التركية, b التركية'],
    ],
    ['keeps ى apart from ي', [name('a', 'على'), name('b', 'علي')], []],
    ['lets case tell names apart when both need it', [name('a', 'WHO'), name('b', 'Who', { case: 'exact' })], []],
    [
      'finds names that only one of them needs the case of',
      [name('a', 'WHO'), name('b', 'Who')],
      ['duplicate: a WHO, b Who'],
    ],
    [
      'finds names under three letters',
      [name('a', 'قم'), name('b', 'Oz'), name('c', 'قُـم\u200F!')],
      ['duplicate: a قم, c قُـم\u200F!', 'short: a قم', 'short: b Oz', 'short: c قُـم\u200F!'],
    ],
    ['finds names without letters', [name('a', '…')], ['short: a …']],
    ['counts the digits of a name among its letters', [name('a', 'أ12')], []],
    ['counts no space between words', [name('a', 'س ص')], ['short: a س ص']],
    ['keeps words apart', [name('a', 'عبد الله'), name('b', 'عبدالله')], []],
    ['takes a name that begins with digits for no number', [name('a', '7 أعضاء')], []],
    ['allows short abbreviations in capitals', [name('a', 'US'), name('b', 'U.K.')], []],
    [
      'finds numbers',
      [name('a', '2015'), name('b', '٢٠ ٣٠'), name('c', 'خطة 2030')],
      ['digits: a 2015', 'digits: b ٢٠ ٣٠'],
    ],
  ])('%s', (_, names, findings) => {
    expect(lint(names)).toEqual(findings);
  });

  test('finds names that are frequent words, unless they are marked as common', () => {
    const names = [name('a', 'مالي'), name('b', 'ماليّ', { common: true }), name('c', 'مالي الكبرى'), name('d', 'US')];
    expect(
      lint(
        names.filter(({ entity }) => entity !== 'b'),
        ['مالِي', 'us'],
      ),
    ).toEqual(['frequent: a مالي']);
    expect(
      lint(
        names.filter(({ entity }) => entity === 'b'),
        ['مالي'],
      ),
    ).toEqual([]);
  });
});
