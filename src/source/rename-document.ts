import type { Nodes } from 'mdast';
import type { MdxJsxAttribute } from 'mdast-util-mdx-jsx';
import { applyEdits, appendToList, replaceScalars, type Edit } from './edit-front-matter.ts';
import { parseMdx, splitFrontMatter } from './parse-mdx.ts';
import type { SourceFile } from './read-content.ts';

export interface Renaming {
  /** Files whose text changes, under their new paths. */
  readonly changed: readonly SourceFile[];
  /** Files that are called otherwise afterwards. */
  readonly moved: readonly { readonly from: string; readonly to: string }[];
}

/**
 * Renames an entity (`kind/slug`) or article (`articles/slug`) in every file that uses it: front matter values, attributes
 * of components, links. The renamed file remembers its former id, from which the site leads old addresses here.
 */
export function renameDocument(files: readonly SourceFile[], id: string, newId: string): Renaming {
  const path = `${id}.mdx`;
  const isArticle = id.startsWith('articles/');
  const renameValue = (value: string): string | undefined => {
    if (value === id) return newId;
    return value.startsWith(`${id}#`) ? newId + value.slice(id.length) : undefined;
  };
  const changed = files
    .filter((file) => file.path.endsWith('.mdx'))
    .flatMap((file) => {
      const edits = [
        ...(isArticle ? renameCitations(file.text, id, newId) : replaceScalars(file.text, renameValue)),
        ...renameInBody(file, id, newId, renameValue),
        ...(file.path === path ? remember(file.text, id) : []),
      ];
      const to = file.path === path ? `${newId}.mdx` : file.path;
      return edits.length > 0 || to !== file.path ? [{ path: to, text: applyEdits(file.text, edits) }] : [];
    });
  const lock = `${id}.passages.json`;
  const moved = [
    { from: path, to: `${newId}.mdx` },
    ...(files.some((file) => file.path === lock) ? [{ from: lock, to: `${newId}.passages.json` }] : []),
  ];
  return { changed, moved };
}

function remember(text: string, id: string): Edit[] {
  const edit = appendToList(text, 'formerIds', id);
  return edit ? [edit] : [];
}

/** Citations name an article by its slug alone, under the key `article`. */
function renameCitations(text: string, id: string, newId: string): Edit[] {
  const slug = id.slice('articles/'.length);
  const lines = new RegExp(String.raw`\barticle:[ \t]*["']?(${slug})["']?[ \t]*(?=[,}\n\r#])`, 'dg');
  const front = splitFrontMatter(text);
  const end = text.length - front.body.trimStart().length;
  return [...text.slice(0, end).matchAll(lines)].flatMap((match) => {
    const [start, stop] = match.indices?.[1] ?? [];
    return start === undefined || stop === undefined
      ? []
      : [{ start, end: stop, text: newId.slice('articles/'.length) }];
  });
}

function renameInBody(
  { path, text }: SourceFile,
  id: string,
  newId: string,
  renameValue: (value: string) => string | undefined,
): Edit[] {
  const { body, shift } = splitFrontMatter(text);
  const reading = parseMdx(body, path);
  if (reading.status === 'refused') return [];
  const edits: Edit[] = [];
  const replaceWithin = (start: number | undefined, end: number | undefined, before: string, after: string): void => {
    if (start === undefined || end === undefined) return;
    const at = body.slice(start, end).lastIndexOf(before);
    if (at === -1) return;
    const begin = shift + start + at;
    edits.push({ start: begin, end: begin + before.length, text: after });
  };
  const walk = (node: Nodes): void => {
    if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
      for (const attribute of node.attributes as MdxJsxAttribute[]) {
        const value = typeof attribute.value === 'string' ? attribute.value : '';
        const next = renameValue(value);
        const { start, end } = attribute.position ?? {};
        if (next !== undefined) replaceWithin(start?.offset, end?.offset, value, next);
      }
    }
    if (node.type === 'link' || node.type === 'definition') {
      const pattern = new RegExp(`^(/(?:[a-z-]+/)?)${id}(?=/|#|$)`);
      const next = node.url.replace(pattern, `$1${newId}`);
      if (next !== node.url) replaceWithin(node.position?.start.offset, node.position?.end.offset, node.url, next);
    }
    if ('children' in node) for (const child of node.children) walk(child);
  };
  walk(reading.tree);
  return edits;
}
