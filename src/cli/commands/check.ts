import { compileContent, report } from '../compile-content.ts';
import type { CommandOptions } from '../parse-arguments.ts';
import { openProgress } from '../progress.ts';
import type { Project } from '../project.ts';

/** Proves the content without drawing anything, and reports every problem and note. */
export async function check(project: Project, { frozen, format }: CommandOptions): Promise<number> {
  const compilation = await compileContent(project, frozen ? 'frozen' : 'write', openProgress());
  report(compilation, project, format, 'all');
  return compilation.status === 'refused' ? 1 : 0;
}
