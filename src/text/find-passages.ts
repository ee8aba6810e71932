import type { Nodes, Paragraph, Root, RootContent } from 'mdast';
import type { Point } from '../diagnostic/place.ts';
import { toPlainText, type PlainText } from './to-plain-text.ts';

/** A block of prose in a tree. */
export interface PassageBlock {
  readonly node: Paragraph;
  readonly plain: PlainText;
  readonly lang: string;
  readonly name: string | undefined;
  readonly namePoint: Point | undefined;
  readonly isNote: boolean;
}

export interface BlockLanguage {
  /** The top-level block. */
  readonly node: RootContent;
  readonly lang: string;
}

// A comment that holds `#seven-members` names the passage after it.
const NAME = /^\s*\/\*\s*#([a-z0-9-]+)\s*\*\/\s*$/;
// A comment that holds `lang: en` says that what follows is in another language.
const LANG = /^\s*\/\*\s*lang:\s*([A-Za-z0-9-]+)\s*\*\/\s*$/;

/** The paragraphs of a body in reading order: those of lists, quotations and notes too. A block without a letter or digit is none. */
export function findPassages(tree: Root, mainLang: string): PassageBlock[] {
  const passages: PassageBlock[] = [];
  let lang = mainLang;
  let named: { name: string; point: Point | undefined } | undefined;
  const walk = (node: Nodes, isNote: boolean): void => {
    if (node.type === 'mdxFlowExpression') {
      lang = LANG.exec(node.value)?.[1] ?? lang;
      const name = NAME.exec(node.value)?.[1];
      if (name !== undefined) named = { name, point: pointOf(node) };
      return;
    }
    if (node.type === 'paragraph') {
      const plain = toPlainText(node);
      if (!/[\p{L}\p{N}]/u.test(plain.text)) return;
      passages.push({ node, plain, lang, name: named?.name, namePoint: named?.point, isNote });
      named = undefined;
      return;
    }
    if (node.type === 'footnoteDefinition') return;
    const inNote = isNote || (node.type === 'mdxJsxFlowElement' && node.name === 'Note');
    if ('children' in node) for (const child of node.children) walk(child, inNote);
  };
  walk(tree, false);
  return passages;
}

/** The language of each top-level block, comments left out. */
export function findBlockLanguages(tree: Root, mainLang: string): BlockLanguage[] {
  let lang = mainLang;
  return tree.children.flatMap((node) => {
    if (node.type !== 'mdxFlowExpression' || !node.value.trimStart().startsWith('/*')) return [{ node, lang }];
    lang = LANG.exec(node.value)?.[1] ?? lang;
    return [];
  });
}

function pointOf(node: Nodes): Point | undefined {
  return node.position && { line: node.position.start.line, column: node.position.start.column };
}
