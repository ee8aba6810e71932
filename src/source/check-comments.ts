import type { Nodes, Root } from 'mdast';
import { diagnose, type Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Place } from '../diagnostic/place.ts';
import { ID, LANGUAGE } from '../schema/local-text.ts';

/** An id that a passage may have by itself; a hand-written name must not look like one. */
const OWN_ID = /^p\d+$/;
const COMMENT = /^\s*\/\*((?:(?!\*\/)[\s\S])*)\*\/\s*$/;

interface Instruction {
  readonly type: 'name' | 'language';
  readonly value: string;
}

/**
 * Comments that say something to the compiler: the name of the next passage, the language of what follows. One that
 * it could not obey is reported; every other comment is the author's own business.
 * `languages` are those of the site; an article may be in any.
 */
export function checkComments(tree: Root, file: string, languages?: readonly string[]): Diagnostic[] {
  const names = new Map<string, Place>();
  const diagnostics: Diagnostic[] = [];
  visit(tree, (node) => {
    if (node.type !== 'mdxFlowExpression' && node.type !== 'mdxTextExpression') return;
    const instruction = readInstruction(node.value);
    if (!instruction) return;
    const place: Place = {
      file,
      point: node.position && { line: node.position.start.line, column: node.position.start.column },
    };
    diagnostics.push(
      ...(node.type === 'mdxTextExpression'
        ? [reportInline(instruction, place)]
        : instruction.type === 'name'
          ? checkName(instruction.value, place, names)
          : checkLanguage(instruction.value, place, languages)),
    );
    if (instruction.type === 'name' && !names.has(instruction.value)) names.set(instruction.value, place);
  });
  return diagnostics;
}

function readInstruction(expression: string): Instruction | undefined {
  const text = COMMENT.exec(expression)?.[1]?.trim() ?? '';
  if (/^#\S/.test(text)) return { type: 'name', value: text.slice(1) };
  const [, key, language] = /^(lang(?:uage)?\s*[:=])\s*(.*)$/i.exec(text) ?? [];
  if (key === undefined || language === undefined) return undefined;
  return { type: 'language', value: key === 'lang:' ? language : text };
}

function reportInline({ type }: Instruction, place: Place): Diagnostic {
  return diagnose(type === 'name' ? 'passage-name' : 'language-unknown', place, {
    message: `The comment stands within a line of prose, where it ${type === 'name' ? 'names nothing' : 'changes no language'}.`,
    fix: 'Put it on a line of its own, with an empty line before and after it.',
  });
}

function checkName(name: string, place: Place, names: ReadonlyMap<string, Place>): Diagnostic[] {
  const first = names.get(name);
  if (first) {
    return [
      diagnose('passage-name', place, {
        message: `Another passage of this text is named \`${name}\`.`,
        values: [{ label: 'first', text: name, place: first }],
        fix: 'Give one of the two another name.',
      }),
    ];
  }
  if (ID.test(name) && !OWN_ID.test(name)) return [];
  return [
    diagnose('passage-name', place, {
      message: OWN_ID.test(name)
        ? `\`${name}\` looks like an id that passages get by themselves.`
        : `A name is made of a–z, 0–9 and single hyphens, found \`${name}\`.`,
      fix: OWN_ID.test(name) ? 'Give the passage another name.' : 'Write a name such as `{/* #some-words */}`.',
    }),
  ];
}

function checkLanguage(language: string, place: Place, languages: readonly string[] | undefined): Diagnostic[] {
  if (languages?.includes(language) ?? LANGUAGE.test(language)) return [];
  return [
    diagnose('language-unknown', place, {
      message:
        languages === undefined
          ? `\`${language}\` is not a language such as \`ar\` or \`en\`.`
          : `The site has the languages ${languages.join(', ')}, not \`${language}\`.`,
      fix:
        languages === undefined
          ? 'Write a comment such as `{/* lang: en */}`.'
          : 'Correct the comment, or add the language to `languages` in site.yaml.',
    }),
  ];
}

function visit(node: Nodes, see: (node: Nodes) => void): void {
  see(node);
  if ('children' in node) for (const child of node.children) visit(child, see);
}
