import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { buildNameIndex } from '../../../src/mention/build-name-index.ts';
import { findMentions, type Mention } from '../../../src/mention/find-mentions.ts';
import { resolveMentions } from '../../../src/mention/resolve-mentions.ts';
import { NATO_NAMES } from './nato-names.ts';

const text = readFileSync(new URL('../../fixtures/texts/nato-against-isis.txt', import.meta.url), 'utf8');

const find = (): readonly Mention[] => findMentions(text, buildNameIndex(NATO_NAMES));

describe('the article on NATO and ISIS', () => {
  test('names its entities in these words and no others', () => {
    const counts = Map.groupBy(
      find(),
      ({ start, end, entities }) => `${entities.join('|')}: ${text.slice(start, end)}`,
    );
    expect(Object.fromEntries([...counts].map(([key, list]) => [key, list.length]))).toMatchInlineSnapshot(`
      {
        "bangladesh: وبنجلاديش": 1,
        "belgium: بلجيكا": 1,
        "brennan: جون برينان": 1,
        "canada: وكندا": 1,
        "cia: وكالة الاستخبارات المركزية": 1,
        "coalition: قوات التحالف": 1,
        "coalition|nato: التحالف": 1,
        "coalition|nato: للتحالف": 1,
        "denmark: والدنمارك": 1,
        "europe: أوروبا": 1,
        "europe: وأوروبا": 2,
        "france: وفرنسا": 1,
        "iraq: العراق": 4,
        "isis: تنظيم داعش": 1,
        "isis: داعش": 13,
        "isis: لتنظيم داعش": 1,
        "nato: الناتو": 4,
        "nato: حلف الناتو": 2,
        "nato: لحلف شمال الأطلسي": 1,
        "netherlands: وهولندا": 1,
        "obama-administration: لإدارة أوباما": 1,
        "philippines: الفلبين": 1,
        "soufan: مجموعة صوفان": 1,
        "syria: وسورية": 4,
        "turkey: تركيا": 1,
        "turkey: وتركيا": 1,
        "uk: والمملكة المتحدة": 1,
        "usa: أميركا": 1,
        "usa: الولايات المتحدة": 2,
      }
    `);
  });

  test('leaves no written form of a name unfound', () => {
    // Independent of the rules: the bare stems, each as often as the article has them as a name.
    const stems =
      'داعش ناتو الأطلسي برينان أوباما صوفان أوروبا كندا لدنمارك فرنسا ' +
      'هولندا تركيا فلبين نجلاديش بلجيكا أميركا المتحدة تحالف';
    const mentions = find();
    const missed = stems
      .split(' ')
      .flatMap((stem) =>
        [...text.matchAll(new RegExp(stem, 'g'))]
          .filter(({ index }) => !mentions.some(({ start, end }) => start <= index && index + stem.length <= end))
          .map(({ index }) => text.slice(index - 5, index + stem.length + 5)),
      );
    expect(missed).toEqual([]);
  });

  test('does not say whose the alliance is, where nothing decides', () => {
    const ambiguous = resolveMentions([find()])
      .flat()
      .filter(({ entities }) => entities.length > 1)
      .map(({ start, end, entities }) => [text.slice(start, end), ...entities]);
    expect(ambiguous).toEqual([
      ['للتحالف', 'coalition', 'nato'],
      ['التحالف', 'coalition', 'nato'],
    ]);
  });
});
