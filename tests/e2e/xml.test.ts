import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { findSite, listFiles } from '../support/built-site.ts';
import { findXmlFault } from '../support/find-xml-fault.ts';
import { SITE_NAMES } from '../support/sites.ts';
import { useWindows } from './support/readers.ts';

const windows = useWindows();

test.each(SITE_NAMES)('a browser reads every XML file and drawing of the site %s without a fault', async (name) => {
  const { folder } = findSite(name);
  const files = listFiles(folder).filter((file) => /\.(?:xml|svg)$/.test(file));
  const faults = await judge(files.map((file) => readFileSync(join(folder, file), 'utf8')));
  expect(files.filter((file) => file.endsWith('.xml')).length).toBeGreaterThanOrEqual(5);
  expect(files.filter((_file, at) => faults[at] === true)).toEqual([]);
});

describe('the tests hold XML to what a browser holds it to', () => {
  const WHOLE = [
    '<a/>',
    '<?xml version="1.0"?>\n<a x="1" y=\'2\'><b>ن &amp; &#x41;</b><!-- - --><![CDATA[<&]]></a >\n',
  ];
  const BROKEN = [
    ...['', 'text', '<a>', '<a></b>', '<a/><b/>', '<a/>text', '<a><b></a></b>', '</a>'],
    ...['<a x=1/>', '<a x/>', '<a x="1" x="2"/>', '<a x="<"/>', '<a x="1"y="2"/>', '<1a/>', '<a>1 < 2</a>'],
    ...['<a>&</a>', '<a>&nbsp;</a>', '<a>&amp</a>', '<a x="&"/>', '<a>]]></a>', '<a>\u0001</a>', '<a><!-- -- --></a>'],
  ];

  test('in what they accept and refuse', async () => {
    const texts = [...WHOLE, ...BROKEN];
    expect(texts.filter((text) => findXmlFault(text) !== undefined)).toEqual(BROKEN);
    const faults = await judge(texts);
    expect(texts.filter((_text, at) => faults[at] === true)).toEqual(BROKEN);
  });
});

/** For each text, whether the browser's own parser finds a fault. On an empty page: no policy of a site is in its way. */
async function judge(texts: readonly string[]): Promise<readonly boolean[]> {
  const page: Page = await windows.open('http://127.0.0.1/');
  return page.evaluate(
    (all) =>
      all.map((text) => new DOMParser().parseFromString(text, 'application/xml').querySelector('parsererror') !== null),
    [...texts],
  );
}
