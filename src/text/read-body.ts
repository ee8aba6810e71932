import type { Nodes, Root } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import type { Point } from '../diagnostic/place.ts';
import { VOCABULARY } from '../schema/vocabulary.ts';
import type { Body, BodyPassage, Use } from './body.ts';
import { findPassages, type PassageBlock } from './find-passages.ts';
import { splitSentences } from './split-sentences.ts';

/** What the graph needs of a body, as plain data: its passages with their sentences, and what it uses. */
export function readBody(tree: Root, source: string, mainLang: string): Body {
  const blocks = findPassages(tree, mainLang);
  const covers = new Map(
    blocks.flatMap(({ plain }, passage) => plain.covers.map(({ node, range }) => [node, { passage, range }] as const)),
  );
  const uses: Use[] = [];
  const walk = (node: Nodes): void => {
    const cover = covers.get(node);
    const common = { point: pointOf(node), passage: cover?.passage, range: cover?.range };
    if (node.type === 'link' || node.type === 'definition' || node.type === 'image') {
      uses.push({ type: node.type === 'image' ? 'image' : 'link', target: node.url, component: node.type, ...common });
    }
    if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') uses.push(...usesOf(node, common));
    if ('children' in node) for (const child of node.children) walk(child);
  };
  walk(tree);
  return { passages: blocks.map((block) => toBodyPassage(block, source)), uses };
}

function usesOf(
  node: MdxJsxFlowElement | MdxJsxTextElement,
  common: Pick<Use, 'point' | 'passage' | 'range'>,
): readonly Use[] {
  const name = node.name ?? '';
  const shape = Object.hasOwn(VOCABULARY, name) ? VOCABULARY[name] : undefined;
  return node.attributes.flatMap((attribute): Use[] => {
    if (attribute.type !== 'mdxJsxAttribute' || typeof attribute.value !== 'string') return [];
    const type = shape?.attributes[attribute.name]?.type;
    return type === undefined || type === 'text' ? [] : [{ type, target: attribute.value, component: name, ...common }];
  });
}

function toBodyPassage({ plain, lang, name, isNote, node }: PassageBlock, source: string): BodyPassage {
  const start = pointOf(node);
  return {
    text: plain.text,
    lang,
    name,
    isNote,
    sentences: splitSentences(plain.text),
    settled: [
      ...plain.covers.map(({ range }) => range),
      ...plain.segments
        .filter((segment) => segment.node.type === 'inlineCode')
        .map(({ start, end }) => ({ start, end })),
    ]
      .filter((range) => range.end > range.start)
      .toSorted((a, b) => a.start - b.start || a.end - b.end),
    origins: [
      ...(start === undefined ? [] : [{ at: 0, point: start }]),
      ...plain.segments.flatMap((segment) => findLineOrigins(segment, source)),
    ],
  };
}

/** Where each line of a text node begins in the file. Within a line, escapes may shift columns; its beginning is exact. */
function findLineOrigins(
  { node, start }: PassageBlock['plain']['segments'][number],
  source: string,
): BodyPassage['origins'] {
  const begin = node.position?.start;
  if (begin?.offset === undefined) return [];
  const origins = [{ at: start, point: { line: begin.line, column: begin.column } }];
  let line = begin.line;
  let lineEnd = source.indexOf('\n', begin.offset);
  for (let at = node.value.indexOf('\n'); at !== -1 && lineEnd !== -1; at = node.value.indexOf('\n', at + 1)) {
    line += 1;
    const indent = /^[ \t>]*/.exec(source.slice(lineEnd + 1, lineEnd + 200))?.[0].length ?? 0;
    origins.push({ at: start + at + 1, point: { line, column: indent + 1 } });
    lineEnd = source.indexOf('\n', lineEnd + 1);
  }
  return origins;
}

function pointOf(node: Nodes): Point | undefined {
  return node.position && { line: node.position.start.line, column: node.position.start.column };
}
