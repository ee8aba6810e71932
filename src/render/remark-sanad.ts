import type { Properties } from 'hast';
import type { Nodes, Root } from 'mdast';
import { settleComponents } from '../source/parse-mdx.ts';
import { findBlockLanguages, findPassages } from '../text/find-passages.ts';
import { toDirection } from '../text/is-right-to-left.ts';
import { drawComponents } from './draw-components.ts';
import { drawMarks, numberPieces, type PieceCounter } from './draw-marks.ts';
import type { Drawing } from './drawing.ts';
import { toElement } from './to-element.ts';

/** The same drawing as a remark plugin, for free pages, whose tree another processor holds. */
export function remarkSanad({ findDrawing }: { readonly findDrawing: (path: string) => Drawing | undefined }) {
  return (tree: Root, file: { readonly path?: string }): void => {
    const drawing = findDrawing(file.path ?? '');
    if (!drawing) return;
    tree.children = settleComponents(tree).children;
    drawTree(tree, drawing);
  };
}

/** Draws what the graph knows onto a tree: ids of passages, links of names, marks of evidence, components. It only draws. */
export function drawTree(tree: Root, drawing: Drawing): void {
  const languages = findBlockLanguages(tree, drawing.lang);
  const counter: PieceCounter = { pieces: new Map() };
  const aliases: { readonly node: Nodes; readonly ids: readonly string[] }[] = [];
  findPassages(tree, drawing.lang).forEach(({ node, plain }, at) => {
    const passage = drawing.passages[at];
    if (!passage) return;
    drawMarks(node, plain, passage.marks, counter);
    setProperties(node, {
      id: passage.id,
      className: ['passage'],
      dataPassage: passage.id,
      dataOrdinal: String(passage.ordinal),
      tabIndex: -1,
    });
    aliases.push({ node, ids: passage.aliases });
  });
  numberPieces(counter);
  keepParagraphs(tree);
  const numbers = new Map<string, number>();
  tree.children = languages.flatMap(({ node, lang }) => {
    const holder: Root = { type: 'root', children: [node] };
    drawComponents(holder, lang, drawing, numbers);
    for (const drawn of holder.children) setProperties(drawn, { lang, dir: toDirection(lang) });
    return holder.children;
  });
  for (const { node, ids } of aliases) {
    if (!('children' in node) || ids.length === 0) continue;
    const anchors = ids.map((id) => toElement('span', { id, className: ['alias'] }, []));
    node.children = [...anchors, ...node.children] as typeof node.children;
  }
}

/** The items of a tight list would lose their paragraphs, and with them the ids of their passages. */
function keepParagraphs(node: Nodes): void {
  if (node.type === 'list' || node.type === 'listItem') node.spread = true;
  if ('children' in node) for (const child of node.children) keepParagraphs(child);
}

function setProperties(node: Nodes, properties: Properties): void {
  const data = (node.data ??= {}) as { hProperties?: Properties };
  data.hProperties = { ...data.hProperties, ...properties };
}
