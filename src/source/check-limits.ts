import type { Nodes, Root } from 'mdast';
import { diagnose, type Diagnostic } from '../diagnostic/diagnostic.ts';

/**
 * How much of a thing a text may hold. No text that is meant to be read comes near; without limits a page of signs would
 * keep a parser busy for hours, or end it. Measured: at the limits a text is read within seconds.
 */
export const LIMITS = {
  /** Quotations and lists within each other that one line opens. */
  markers: 24,
  /** Columns of white space before a line. */
  indent: 120,
  /** Signs in one block of lines that may belong to each other: each may have to be tried with each. */
  marks: 1_000,
  /** The same in a whole text. */
  marksInAll: 20_000,
  /** Parts within parts of a body. */
  depth: 48,
} as const;

/** What would stall the parser, looked for before it runs: at most one problem, where the limit is passed. */
export function checkTextLimits(text: string, file: string): Diagnostic[] {
  let inBlock = 0;
  let inAll = 0;
  let line = 0;
  for (let start = 0; start < text.length; line += 1) {
    const next = text.indexOf('\n', start);
    const end = next === -1 ? text.length : next;
    const opening = readOpening(text, start, end);
    if (opening.at >= end || (text.charAt(opening.at) === '\r' && opening.at === end - 1)) inBlock = 0;
    else if (opening.problem !== undefined) {
      return [report(file, line, opening.at - start, opening.problem)];
    }
    for (let at = opening.at; at < end; at += 1) {
      if (!isMark(text.charCodeAt(at))) continue;
      inBlock += 1;
      inAll += 1;
      if (inBlock > LIMITS.marks)
        return [report(file, line, at - start, `more than ${LIMITS.marks} of the signs * _ ~ { } stand in one block`)];
      if (inAll > LIMITS.marksInAll)
        return [
          report(file, line, at - start, `more than ${LIMITS.marksInAll} of the signs * _ ~ { } stand in one text`),
        ];
    }
    start = end + 1;
  }
  return [];
}

interface Opening {
  /** Offset of the first sign of the line that opens nothing, or where a limit was passed. */
  readonly at: number;
  readonly problem?: string;
}

/** Reads what quotations and lists a line opens (CommonMark 5), up to the limits. */
function readOpening(text: string, start: number, end: number): Opening {
  let markers = 0;
  let indent = 0;
  let at = start;
  for (; at < end; at += 1) {
    const sign = text.charAt(at);
    if (sign === ' ' || sign === '\t') indent += sign === ' ' ? 1 : 4;
    else {
      const length = markerLength(text, at);
      if (length === 0) break;
      markers += 1;
      at += length - 1;
    }
    if (markers > LIMITS.markers)
      return { at, problem: `a line opens more than ${LIMITS.markers} quotations or lists within each other` };
  }
  // Lines of white space alone are no lines of the body.
  return indent > LIMITS.indent && at < end
    ? { at, problem: `a line stands more than ${LIMITS.indent} columns in` }
    : { at };
}

function markerLength(text: string, at: number): number {
  if (text.charAt(at) === '>') return 1;
  const marker = /^(?:[-*+]|\d{1,9}[.)])(?=[ \t])/.exec(text.slice(at, at + 11));
  return marker?.[0].length ?? 0;
}

function isMark(code: number): boolean {
  return code === 0x2a || code === 0x5f || code === 0x7e || code === 0x7b || code === 0x7d;
}

function report(file: string, line: number, column: number, what: string): Diagnostic {
  return diagnose(
    'limit-passed',
    { file, point: { line: line + 1, column: column + 1 } },
    { message: `This is more than a text may hold: ${what}.`, fix: 'Write it flatter, or part it by empty lines.' },
  );
}

/** Parts within parts that the lines do not show, such as components: the first place that lies too deep. */
export function checkDepth(tree: Root, file: string): Diagnostic[] {
  let level: readonly Nodes[] = [tree];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > LIMITS.depth) {
      const start = level[0]?.position?.start;
      return [
        diagnose(
          'limit-passed',
          { file, point: start && { line: start.line, column: start.column } },
          {
            message: `This is more than a text may hold: parts stand within each other more than ${LIMITS.depth} deep.`,
            fix: 'Write it flatter.',
          },
        ),
      ];
    }
    level = level.flatMap((node): readonly Nodes[] => ('children' in node ? node.children : []));
  }
  return [];
}
