import { describe, expect, test } from 'vitest';
import { foldName } from '../../../src/mention/fold-name.ts';
import { isCueWord } from '../../../src/mention/is-cue-word.ts';

describe('isCueWord', () => {
  test.each(['في', 'من', 'إلى', 'ومن', 'دولة', 'لدولة', 'وبدولة', 'جمهورية', 'فقالت', 'شمالي', 'In', 'of'])(
    'takes %s for a cue',
    (word) => {
      expect(isCueWord(foldName(word))).toBe(true);
    },
  );

  test.each(['دعم', 'بشكل', 'رئويس', 'رئبيس', 'الدولة', 'بمن', 'لفي', 'و', 'ب', '', 'and', 'the'])(
    'takes «%s» for none',
    (word) => {
      expect(isCueWord(foldName(word))).toBe(false);
    },
  );
});
