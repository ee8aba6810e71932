import type { Element, Nodes as HastNodes } from 'hast';
import type { Root, Text } from 'mdast';
import rehypeStringify from 'rehype-stringify';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import type { Drawing } from './drawing.ts';
import { rehypeReader } from './rehype-reader.ts';
import { drawTree } from './remark-sanad.ts';

/** A top-level piece of a rendered body. Links in it are `sanad:` addresses, which the site turns into its own. */
export interface BodyBlock {
  readonly html: string;
  readonly lang: string;
  /** Ids of the passages that stand in it. */
  readonly passages: readonly string[];
  readonly isNote: boolean;
}

const FOOTNOTES: Readonly<Record<string, string>> = { ar: 'الحواشي', en: 'Footnotes' };
const BACK: Readonly<Record<string, string>> = { ar: 'العودة إلى النص', en: 'Back to the text' };

/** Renders a body: our marks on the Markdown tree, then HTML, block by block. The tree is used up. */
export function renderBody(tree: Root, drawing: Drawing): BodyBlock[] {
  drawTree(tree, drawing);
  const language = drawing.lang.split('-')[0] ?? drawing.lang;
  const processor = unified()
    .use(remarkRehype, {
      clobberPrefix: 'note-',
      footnoteLabel: FOOTNOTES[language] ?? '*',
      footnoteBackLabel: BACK[language] ?? '↑',
      // As it stands: the usual handler trims the lines of a text, and with them what was written as `&#32;`.
      handlers: { text: (_state: unknown, { value }: Text) => ({ type: 'text', value }) },
    })
    .use(rehypeReader, { lang: drawing.lang })
    .use(rehypeStringify);
  const html = processor.runSync(tree);
  return html.children
    .filter((node): node is Element => node.type === 'element')
    .map((element) => ({
      html: processor.stringify({ type: 'root', children: [element] }),
      lang: langOf(element) ?? drawing.lang,
      passages: listPassages(element),
      isNote: isNote(element),
    }));
}

function langOf({ properties }: Element): string | undefined {
  const { lang } = properties;
  return typeof lang === 'string' ? lang : undefined;
}

function listPassages(node: HastNodes): string[] {
  const own = node.type === 'element' ? node.properties['dataPassage'] : undefined;
  const inner = 'children' in node ? node.children.flatMap((child) => listPassages(child as HastNodes)) : [];
  return typeof own === 'string' ? [own, ...inner] : inner;
}

function isNote({ tagName, properties }: Element): boolean {
  return tagName === 'aside' && Array.isArray(properties.className) && properties.className.includes('note');
}
