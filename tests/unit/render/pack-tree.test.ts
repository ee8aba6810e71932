import type { Root } from 'mdast';
import { expect, test } from 'vitest';
import { parseMdx } from '../../../src/source/parse-mdx.ts';
import { packTree, unpackTree } from '../../../src/render/pack-tree.ts';
import { renderBody } from '../../../src/render/render-body.ts';
import type { Drawing } from '../../../src/render/drawing.ts';

const BODIES = [
  'واحد *اثنان* **ثلاثة** `أربعة` [خمسة](/x/ "عنوان") \\\nستة\n\n> سبعة\n\n1. ثمانية\n\n   تسعة\n2. عشرة\n',
  '# رأس\n\n{/* lang: en */}\n\nA note[^1] and ~~gone~~.\n\n[^1]: There.\n\n| a | b |\n|:--|--:|\n| 1 | 2 |\n',
  'Words &#32; and &amp; <Note>inside *it*</Note>\n\n<Note>\n\nalone\n\n</Note>\n\n- [x] done\n- not\n\n```js\ncode\n```\n\n![a](b.png)\n\n***\n',
];
const DRAWING: Drawing = {
  lang: 'ar',
  document: 'articles/a',
  passages: [],
  entities: {},
  statistics: {},
  claims: {},
};

test.each(BODIES)('a packed tree is drawn as the tree itself: %#', (body) => {
  const parse = (): Root => {
    const reading = parseMdx(body, 'a.mdx');
    if (reading.status === 'refused') throw new Error(reading.diagnostics[0]?.message);
    return reading.tree;
  };
  const packed = packTree(parse());
  expect(packed).not.toMatch(/"(?:position|estree)":/);
  expect(renderBody(unpackTree(packed), DRAWING)).toEqual(renderBody(parse(), DRAWING));
});
