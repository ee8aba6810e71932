import { expect, test } from 'vitest';
import { toIsoDate, toTimestamp } from '../../../src/export/to-iso-date.ts';

test.each([
  ['2016', '2016', '2016-01-01T00:00:00Z'],
  ['2016-08', '2016-08', '2016-08-01T00:00:00Z'],
  ['2016-08-14', '2016-08-14', '2016-08-14T00:00:00Z'],
  ['0079', '0079', '0079-01-01T00:00:00Z'],
  // Nothing is made more exact than it is.
  ['2016~', undefined, '2016-01-01T00:00:00Z'],
  ['2016?', undefined, '2016-01-01T00:00:00Z'],
  ['2016-21', undefined, '2016-03-01T00:00:00Z'],
  ['201X', undefined, '2010-01-01T00:00:00Z'],
  ['2015/2016', undefined, '2015-01-01T00:00:00Z'],
  ['2015/..', undefined, '2015-01-01T00:00:00Z'],
  ['../2015', undefined, undefined],
  ['-0043', undefined, undefined],
  ['Y12000', undefined, undefined],
  ['unknown', undefined, undefined],
  ['2016-13', undefined, undefined],
  ['2016-02-30', undefined, undefined],
])('%s is %s for data and %s for a feed', (edtf, date, timestamp) => {
  expect([toIsoDate(edtf), toTimestamp(edtf)]).toEqual([date, timestamp]);
});
