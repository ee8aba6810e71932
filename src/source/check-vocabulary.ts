import type { Nodes, Root } from 'mdast';
import type { MdxJsxAttribute, MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { diagnose, type Diagnostic } from '../diagnostic/diagnostic.ts';
import { findNearest } from '../diagnostic/find-nearest.ts';
import type { Place } from '../diagnostic/place.ts';
import { LINK_SCHEMES, VOCABULARY } from '../schema/vocabulary.ts';

/** Comments are the only expressions that content may hold, and between two of them nothing may stand. */
const COMMENT = /^\s*(?:\/\*(?:(?!\*\/)[\s\S])*\*\/\s*)+$/;

/** Everything in a body that is not prose of the closed vocabulary. Articles and entities are data: nothing in them runs. */
export function checkVocabulary(tree: Root, file: string): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  visit(tree, (node) => {
    const point = node.position && { line: node.position.start.line, column: node.position.start.column };
    diagnostics.push(...checkNode(node, { file, point }));
  });
  return diagnostics;
}

function checkNode(node: Nodes, place: Place): readonly Diagnostic[] {
  switch (node.type) {
    case 'mdxjsEsm':
      return [
        refuse(
          place,
          'Articles and entities are data: `import` and `export` are not allowed in them.',
          'Remove the line; code belongs to content/pages/.',
        ),
      ];
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      return COMMENT.test(node.value)
        ? []
        : [
            refuse(
              place,
              'Articles and entities are data: expressions in { } are not allowed in them.',
              'Write `\\{` if the character itself is meant, or remove the expression.',
            ),
          ];
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return checkComponent(node, place);
    case 'link':
    case 'image':
    case 'definition':
      return checkAddress(node.url, place);
    default:
      return [];
  }
}

function checkComponent(node: MdxJsxFlowElement | MdxJsxTextElement, place: Place): readonly Diagnostic[] {
  const name = node.name ?? '';
  const shape = Object.hasOwn(VOCABULARY, name) ? VOCABULARY[name] : undefined;
  if (!shape) {
    const names = Object.keys(VOCABULARY);
    const nearest = findNearest(name, names);
    return [
      diagnose('vocabulary-forbidden', place, {
        message: `\`<${name}>\` is not part of the vocabulary, which is ${names.map((one) => `<${one}>`).join(', ')}.`,
        fix: nearest === undefined ? 'Write it in plain Markdown, or remove it.' : `Did you mean \`<${nearest}>\`?`,
      }),
    ];
  }
  const allowed = Object.keys(shape.attributes);
  const diagnostics = node.attributes.flatMap((attribute, at) =>
    checkAttribute(attribute, { component: name, allowed, before: node.attributes.slice(0, at) }, place),
  );
  const needed = Object.keys(shape.attributes).filter((one) => shape.attributes[one]?.required === true);
  const missing = needed.filter((wanted) => !node.attributes.some((one) => isMeant(one, wanted, allowed)));
  if (missing.length > 0) {
    const attributes = needed.map((one) => `${one}="…"`).join(' ');
    diagnostics.push(
      diagnose('attribute-missing', place, {
        message: `\`<${name}>\` needs the attribute ${missing.map((one) => `\`${one}\``).join(' and ')}.`,
        fix: `Write \`<${name} ${attributes}${node.children.length > 0 ? '' : ' /'}>\`.`,
      }),
    );
  }
  if (shape.placement === 'block' && node.type === 'mdxJsxTextElement') {
    diagnostics.push(
      refuse(
        place,
        `\`<${name}>\` is a block and cannot stand within a line of prose.`,
        'Put it on lines of its own, with empty lines around it.',
      ),
    );
  }
  return diagnostics;
}

type Attribute = MdxJsxFlowElement['attributes'][number];

/** Whether an attribute is the wanted one, or was refused in a way that already says so. */
function isMeant(attribute: Attribute, wanted: string, allowed: readonly string[]): boolean {
  if (attribute.type !== 'mdxJsxAttribute') return true;
  return (
    attribute.name === wanted || (!allowed.includes(attribute.name) && findNearest(attribute.name, allowed) === wanted)
  );
}

function checkAttribute(
  attribute: Attribute,
  {
    component,
    allowed,
    before,
  }: { readonly component: string; readonly allowed: readonly string[]; readonly before: readonly Attribute[] },
  place: Place,
): Diagnostic[] {
  const start = (attribute as Partial<MdxJsxAttribute>).position?.start;
  const at = start ? { file: place.file, point: { line: start.line, column: start.column } } : place;
  if (attribute.type !== 'mdxJsxAttribute') {
    return [
      refuse(
        at,
        'Attributes are literal texts: spreading an object is not allowed.',
        'Write each attribute as name="text".',
      ),
    ];
  }
  if (!allowed.includes(attribute.name)) {
    const nearest = findNearest(attribute.name, allowed);
    return [
      diagnose('attribute-forbidden', at, {
        message: `\`<${component}>\` takes ${allowed.length === 0 ? 'no attributes' : allowed.map((one) => `\`${one}\``).join(', ')}, found \`${attribute.name}\`.`,
        fix: nearest === undefined ? 'Remove the attribute.' : `Did you mean \`${nearest}\`?`,
      }),
    ];
  }
  if (before.some((one) => one.type === 'mdxJsxAttribute' && one.name === attribute.name)) {
    return [
      diagnose('attribute-forbidden', at, {
        message: `\`<${component}>\` has the attribute \`${attribute.name}\` twice.`,
        fix: 'Keep one of the two.',
      }),
    ];
  }
  if (typeof attribute.value !== 'string' || attribute.value.trim() === '') {
    const found = typeof attribute.value === 'object' && attribute.value !== null ? 'an expression' : 'nothing';
    return [
      diagnose('attribute-forbidden', at, {
        message: `The value of \`${attribute.name}\` is a text in quotation marks, found ${found}.`,
        fix: `Write \`${attribute.name}="…"\`.`,
      }),
    ];
  }
  return [];
}

function checkAddress(address: string, place: Place): readonly Diagnostic[] {
  // As browsers read it (https://url.spec.whatwg.org/#concept-basic-url-parser): controls and spaces around an address
  // and tabs and line breaks within it do not count, so that «java\nscript:» is a scheme.
  const read = address.replaceAll(/[\t\n\r]/g, '').replace(/^[\s\p{Cc}]+/u, '');
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(read)?.[0].toLowerCase();
  const isNetworkPath = /^[/\\]{2}/.test(read);
  if (!isNetworkPath && (scheme === undefined || LINK_SCHEMES.includes(scheme))) return [];
  return [
    diagnose('link-forbidden', place, {
      message: `A link begins with https://, http:// or mailto:, or leads to a page of this site (\`/…/\`), found \`${address}\`.`,
      fix: 'Write the whole address with https://, or remove the link.',
    }),
  ];
}

function refuse(place: Place, message: string, fix: string): Diagnostic {
  return diagnose('vocabulary-forbidden', place, { message, fix });
}

function visit(node: Nodes, see: (node: Nodes) => void): void {
  see(node);
  if ('children' in node) for (const child of node.children) visit(child, see);
}
