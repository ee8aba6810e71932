import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { applyEdits, replaceScalar } from '../../source/edit-front-matter.ts';
import { compileContent, report } from '../compile-content.ts';
import type { CommandOptions } from '../parse-arguments.ts';
import { checkForHost } from './check-host.ts';
import { printDrift } from '../print-drift.ts';
import { openProgress } from '../progress.ts';
import type { Project } from '../project.ts';

/** Proves the content without drawing anything, and reports every problem and note; with a host, weighs what was built. */
export async function check(project: Project, options: CommandOptions): Promise<number> {
  const { frozen, format, fix, target } = options;
  if (target !== undefined) return checkForHost(target, project, options);
  const locks = frozen ? 'frozen' : 'write';
  let compilation = await compileContent(project, locks, openProgress());
  if (fix && writeReplacements(project, compilation.diagnostics) > 0) {
    compilation = await compileContent(project, locks, openProgress());
  }
  if (format === 'text') process.stdout.write(printDrift(compilation.drift));
  report(compilation, project, format, 'all');
  return compilation.status === 'refused' ? 1 : 0;
}

/** Shows and writes every correction that can only mean one thing. Returns how many there were. */
function writeReplacements({ contentFolder, shownFolder }: Project, diagnostics: readonly Diagnostic[]): number {
  const byFile = Map.groupBy(
    diagnostics.filter(({ replacement }) => replacement !== undefined),
    ({ place }) => place.file,
  );
  let count = 0;
  for (const [path, fixes] of byFile) {
    const file = join(contentFolder, path);
    const text = readFileSync(file, 'utf8');
    const edits = fixes.flatMap(({ place: { point }, replacement }) => {
      const edit = point && replacement !== undefined ? replaceScalar(text, point, replacement) : undefined;
      if (!edit || !point) return [];
      process.stdout.write(
        `${shownFolder}${path}:${point.line}:${point.column}\n  - ${text.slice(edit.start, edit.end)}\n  + ${edit.text}\n`,
      );
      return [edit];
    });
    writeFileSync(file, applyEdits(text, edits));
    count += edits.length;
  }
  process.stdout.write(
    count === 0
      ? 'Nothing can be corrected by itself.\n'
      : `Corrected ${count === 1 ? 'one quotation' : `${count} quotations`}.\n\n`,
  );
  return count;
}
