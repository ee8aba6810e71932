import type { Paragraph, Root, RootContent } from 'mdast';
import type { MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { diagnose, type Diagnostic } from '../diagnostic/diagnostic.ts';
import { VOCABULARY } from '../schema/vocabulary.ts';
import { checkDepth, checkTextLimits } from './check-limits.ts';

export interface FrontMatter {
  /** The YAML between the two `---` lines; `undefined` when there is none. */
  readonly yaml: string | undefined;
  /** Line of the file on which the YAML begins. */
  readonly firstLine: number;
  /** The file with the lines of the front matter emptied, so that every line and column of the body stays what it is. */
  readonly body: string;
  /** What has to be added to an offset in the body to have the one in the file. */
  readonly shift: number;
}

export type MdxReading =
  | { readonly status: 'read'; readonly tree: Root }
  | { readonly status: 'refused'; readonly diagnostics: readonly Diagnostic[] };

const FRONT_MATTER = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)(?:(?<=\n)|\r?\n)---[ \t]*(?:\r?\n|$)/;

/** Parts a file into its YAML and its body. */
export function splitFrontMatter(text: string): FrontMatter {
  const match = FRONT_MATTER.exec(text);
  if (!match) return { yaml: undefined, firstLine: 1, body: text, shift: 0 };
  // Emptied and not blanked: white space takes the parser as long as words do.
  const lines = match[0].replaceAll(/[^\n\r]+/g, '');
  return {
    yaml: match[1] ?? '',
    firstLine: 2,
    body: lines + text.slice(match[0].length),
    shift: match[0].length - lines.length,
  };
}

const processor = unified().use(remarkParse).use(remarkMdx).use(remarkGfm).freeze();

/** Parses a body to mdast. What cannot be read is one diagnostic at the place where reading stopped. */
export function parseMdx(body: string, file: string): MdxReading {
  const limits = checkTextLimits(body, file);
  if (limits.length > 0) return { status: 'refused', diagnostics: limits };
  try {
    const tree = processor.parse(body);
    const depth = checkDepth(tree, file);
    return depth.length > 0
      ? { status: 'refused', diagnostics: depth }
      : { status: 'read', tree: settleComponents(tree) };
  } catch (error) {
    if (!isParseError(error)) throw error;
    return { status: 'refused', diagnostics: [explain(error, file)] };
  }
}

/** A tree in which every component of the vocabulary is inline or a block by what it is, however its lines are broken. */
export function settleComponents(tree: Root): Root {
  return { ...tree, children: tree.children.map(toFlow) };
}

/** MDX reads `<Stat id="…" />` alone on a line as a block, and `<Note>words</Note>` on one line as part of a paragraph. */
function toFlow(node: RootContent): RootContent {
  if (node.type === 'mdxJsxFlowElement' && isInline(node.name)) {
    const inline = {
      ...node,
      type: 'mdxJsxTextElement',
      children: node.children.flatMap(phrasing),
    } as MdxJsxTextElement;
    return { type: 'paragraph', children: [inline], ...position(node) };
  }
  if (node.type === 'paragraph' && node.children.length === 1) {
    const [only] = node.children;
    if (only?.type === 'mdxJsxTextElement' && only.name !== null && VOCABULARY[only.name]?.placement === 'block') {
      const inner: Paragraph[] =
        only.children.length > 0 ? [{ type: 'paragraph', children: only.children, ...position(only) }] : [];
      return { ...only, type: 'mdxJsxFlowElement', children: inner };
    }
  }
  if ('children' in node && node.type !== 'paragraph') {
    return { ...node, children: node.children.map((child) => toFlow(child as RootContent)) } as RootContent;
  }
  return node;
}

function isInline(name: string | null): boolean {
  return name !== null && VOCABULARY[name]?.placement === 'inline';
}

function phrasing(node: RootContent): readonly RootContent[] {
  return node.type === 'paragraph' ? node.children : [node];
}

function position(node: RootContent): Pick<Paragraph, 'position'> {
  return node.position === undefined ? {} : { position: node.position };
}

/** Sentences of the parser that speak of its own parts, in words of an author; what to do about the others. */
const REFUSALS: readonly { readonly reason: RegExp; readonly message?: string; readonly fix: string }[] = [
  {
    reason: /^Could not parse import\/exports/,
    message: 'a paragraph that begins with `import` or `export` is read as code',
    fix: 'Begin the paragraph with another word, or remove the line.',
  },
  {
    reason: /acorn/,
    message: 'between `{` and `}` stands neither a comment nor an expression',
    fix: 'Write `\\{` if the character itself is meant, or `{/* … */}` for a comment.',
  },
  { reason: /to create a comment/, fix: 'Write comments as `{/* … */}`, and `\\<` if the character itself is meant.' },
  {
    reason: /closing slash/,
    message: 'something is closed that was not opened',
    fix: 'Remove the closing, or write the opening before it.',
  },
  { reason: /closing tag/, fix: 'Close every component that was opened, in the opposite order, such as `</Note>`.' },
  { reason: /for `\{`/, fix: 'Close it with `}`, or write `\\{` if the character itself is meant.' },
];
const FIX = 'Write `\\<` or `\\{` if the character itself is meant.';

/** The parser names some places only within its sentence: `(6:1-6:7)`. */
const PLACE = / ?\((\d+):(\d+)-\d+:\d+\)/;

function explain(error: ParseError, file: string): Diagnostic {
  const [, line, column] = PLACE.exec(error.reason) ?? [];
  const point =
    error.line !== undefined
      ? { line: error.line, column: error.column ?? 1 }
      : line !== undefined && column !== undefined
        ? { line: Number(line), column: Number(column) }
        : undefined;
  const known = REFUSALS.find(({ reason }) => reason.test(error.reason));
  const said = error.reason.replace(PLACE, error.line === undefined ? '' : ' of line $1').replace(/ \(note: .*\)$/, '');
  return diagnose(
    'mdx-syntax',
    { file, point },
    {
      message: `The body cannot be read: ${known?.message ?? said.charAt(0).toLowerCase() + said.slice(1)}.`,
      fix: known?.fix ?? FIX,
    },
  );
}

interface ParseError extends Error {
  readonly reason: string;
  readonly line?: number;
  readonly column?: number;
}

function isParseError(error: unknown): error is ParseError {
  return error instanceof Error && 'reason' in error && 'source' in error;
}
