import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { buildNameIndex, type Name } from '../../../src/mention/build-name-index.ts';
import { findMentions } from '../../../src/mention/find-mentions.ts';
import { resolveMentions } from '../../../src/mention/resolve-mentions.ts';

const text = readFileSync(new URL('../../fixtures/texts/nato-against-isis.txt', import.meta.url), 'utf8');

/** Labels and aliases as an editor would list them who has read the article, spelled as reference works spell them. */
const labels: Readonly<Record<string, readonly string[]>> = {
  isis: ['داعش', 'تنظيم داعش', 'الدولة الإسلامية'],
  nato: ['الناتو', 'حلف الناتو', 'حلف شمال الأطلسي', 'التحالف'],
  coalition: ['التحالف', 'قوات التحالف', 'التحالف الدولي'],
  cia: ['وكالة الاستخبارات المركزية'],
  brennan: ['جون برينان', 'برينان'],
  obama: ['أوباما', 'باراك أوباما'],
  'obama-administration': ['إدارة أوباما'],
  soufan: ['مجموعة صوفان'],
  usa: ['الولايات المتحدة', 'أمريكا', 'أميركا'],
  uk: ['المملكة المتحدة', 'بريطانيا'],
  europe: ['أوروبا', 'اوربا'],
  iraq: ['العراق'],
  syria: ['سوريا', 'سورية'],
  belgium: ['بلجيكا'],
  canada: ['كندا'],
  denmark: ['الدانمارك', 'الدنمارك'],
  france: ['فرنسا'],
  netherlands: ['هولندا'],
  turkey: ['تركيا'],
  philippines: ['الفلبين'],
  bangladesh: ['بنغلاديش', 'بنجلاديش'],
  // Not in the article: near misses.
  mali: ['مالي'],
  lebanon: ['لبنان'],
  germany: ['ألمانيا'],
};
const names: Name[] = Object.entries(labels).flatMap(([entity, list]) =>
  list.map((label) => ({ entity, text: label, lang: 'ar' })),
);
const mentions = findMentions(text, buildNameIndex(names));

describe('the article on NATO and ISIS', () => {
  test('names its entities in these words and no others', () => {
    const counts = Map.groupBy(
      mentions,
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
    const ambiguous = resolveMentions([mentions])
      .flat()
      .filter(({ entities }) => entities.length > 1)
      .map(({ start, end, entities }) => [text.slice(start, end), ...entities]);
    expect(ambiguous).toEqual([
      ['للتحالف', 'coalition', 'nato'],
      ['التحالف', 'coalition', 'nato'],
    ]);
  });
});
