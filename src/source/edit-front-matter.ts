import { isMap, isPair, isScalar, isSeq, parseDocument, visit, type Document, type Scalar } from 'yaml';
import { findLineStarts, type Point } from '../diagnostic/place.ts';
import { splitFrontMatter } from './parse-mdx.ts';

/** A text to be put in the place of another. Offsets of the whole file, UTF-16, half-open. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Makes edits that do not overlap; the rest of the file, comments and layout included, stays as it is. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  return edits
    .toSorted((a, b) => b.start - a.start)
    .reduce((edited, { start, end, text: put }) => edited.slice(0, start) + put + edited.slice(end), text);
}

/** Replaces the scalar that begins at a point of the front matter; nothing when none begins there. */
export function replaceScalar(file: string, point: Point, value: string): Edit | undefined {
  const front = openFrontMatter(file);
  const offset = (findLineStarts(file)[point.line - 1] ?? 0) + point.column - 1;
  let edit: Edit | undefined;
  visit(front.document, {
    Scalar(_key, node) {
      if (node.range && node.range[0] + front.offset === offset) edit = toEdit(node, front, file, value);
    },
  });
  return edit;
}

/** Replaces every scalar value for which `rename` has another text. Keys are left alone. */
export function replaceScalars(file: string, rename: (value: string) => string | undefined): Edit[] {
  const front = openFrontMatter(file);
  const edits: Edit[] = [];
  visit(front.document, {
    Scalar(key, node) {
      const next = key !== 'key' && typeof node.value === 'string' ? rename(node.value) : undefined;
      const edit = next === undefined ? undefined : toEdit(node, front, file, next);
      if (edit) edits.push(edit);
    },
  });
  return edits;
}

/** Adds a value to a list of the front matter, which is begun at its end if it is not there. */
export function appendToList(file: string, field: string, value: string): Edit | undefined {
  const front = openFrontMatter(file);
  const { contents } = front.document;
  if (!isMap(contents)) return undefined;
  const pair = contents.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === field);
  const list = pair?.value;
  if (!pair) {
    const at = front.offset + contents.range[1];
    return {
      start: at,
      end: at,
      text: `${file[at - 1] === '\n' ? '' : '\n'}${field}: [${value}]${file[at] === '\n' ? '' : '\n'}`,
    };
  }
  const last = isSeq(list) ? list.items.at(-1) : undefined;
  if (!isSeq(list) || !isScalar(last)) return undefined;
  const at = front.offset + last.range[1];
  if (list.flow === true) return { start: at, end: at, text: `, ${value}` };
  const lineStart = file.lastIndexOf('\n', at - 1) + 1;
  const indent = /^\s*/.exec(file.slice(lineStart))?.[0] ?? '';
  return { start: at, end: at, text: `\n${indent}- ${value}` };
}

interface OpenFrontMatter {
  readonly document: Document.Parsed;
  /** Where the YAML begins in the file. */
  readonly offset: number;
}

function openFrontMatter(file: string): OpenFrontMatter {
  const { yaml = '' } = splitFrontMatter(file);
  return { document: parseDocument(yaml, { stringKeys: true }), offset: file.indexOf('\n') + 1 };
}

/** A plain scalar stays plain while YAML reads it as the same text; everything else is written in double quotes. */
function toEdit(node: Scalar, { offset }: OpenFrontMatter, file: string, value: string): Edit | undefined {
  if (!node.range) return undefined;
  const [start, end] = [node.range[0] + offset, node.range[1] + offset];
  const isPlain = node.type === 'PLAIN' && isSafePlain(value);
  const written = isPlain ? value : JSON.stringify(value);
  return { start, end, text: file.slice(start, end).endsWith('\n') ? `${written}\n` : written };
}

function isSafePlain(value: string): boolean {
  return (
    /^[\p{L}\p{N}/][^\n#:,[\]{}"'&*!|>%@`]*$/u.test(value) &&
    !/\s$/.test(value) &&
    parseDocument(value).toJS() === value
  );
}
