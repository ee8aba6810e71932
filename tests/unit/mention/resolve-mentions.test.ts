import { describe, expect, test } from 'vitest';
import { buildNameIndex, type Name } from '../../../src/mention/build-name-index.ts';
import { findMentions } from '../../../src/mention/find-mentions.ts';
import { resolveMentions } from '../../../src/mention/resolve-mentions.ts';

const names: Name[] = [
  { entity: 'nato', text: 'التحالف', lang: 'ar' },
  { entity: 'nato', text: 'الناتو', lang: 'ar' },
  { entity: 'coalition', text: 'التحالف', lang: 'ar', cues: ['داعش'] },
  { entity: 'coalition', text: 'قوات التحالف', lang: 'ar' },
  { entity: 'nato', text: 'الأطلسيون', lang: 'ar', demonym: true },
  { entity: 'third', text: 'شيء آخر', lang: 'ar' },
];

/** The entities of each mention, passage by passage. */
const resolve = (...passages: string[]): string[][] =>
  resolveMentions(passages.map((text) => findMentions(text, buildNameIndex(names)))).map((mentions) =>
    mentions.map(({ entities }) => entities.join('|')),
  );

describe('resolveMentions', () => {
  test.each<[behaviour: string, passages: string[], entities: string[][]]>([
    ['leaves an ambiguous name where nothing decides', ['قال التحالف'], [['coalition|nato']]],
    ['decides by another name in the same passage', ['الناتو هو التحالف'], [['nato', 'nato']]],
    ['decides by another name in an earlier passage', ['الناتو', 'للتحالف'], [['nato'], ['nato']]],
    ['decides by another name in a later passage', ['للتحالف', 'قوات التحالف'], [['coalition'], ['coalition']]],
    ['decides by a cue in another passage', ['التحالف', 'التحالف ضد داعش'], [['coalition'], ['coalition']]],
    [
      'leaves the name where the article names several',
      ['الناتو', 'قوات التحالف', 'التحالف'],
      [['nato'], ['coalition'], ['coalition|nato']],
    ],
    ['lets no demonym decide', ['الأطلسيون والتحالف'], [['nato', 'coalition|nato']]],
    ['lets no other entity decide', ['شيء آخر، التحالف'], [['third', 'coalition|nato']]],
    ['lets ambiguous names decide nothing', ['التحالف والتحالف'], [['coalition|nato', 'coalition|nato']]],
    ['keeps passages without mentions', ['نص', ''], [[], []]],
  ])('%s', (_, passages, entities) => {
    expect(resolve(...passages)).toEqual(entities);
  });

  test('changes nothing but the entities', () => {
    const before = findMentions('الناتو للتحالف', buildNameIndex(names));
    const [after] = resolveMentions([before]);
    expect(after).toEqual(before.map((mention) => ({ ...mention, entities: ['nato'] })));
    expect(before[1]?.entities).toEqual(['coalition', 'nato']);
  });
});
