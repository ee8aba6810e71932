import type { CommandOptions } from '../parse-arguments.ts';
import type { Project } from '../project.ts';
import { build } from './build.ts';
import { preview } from './preview.ts';

/** Builds the site and serves it. */
export async function start(project: Project, options: CommandOptions): Promise<number> {
  const status = await build(project, options);
  return status === 0 ? preview(project, options) : status;
}
