import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findNearest } from '../../diagnostic/find-nearest.ts';
import { ENTITY_ID } from '../../schema/local-text.ts';
import { readContent } from '../../source/read-content.ts';
import { renameDocument } from '../../source/rename-document.ts';
import type { CommandOptions } from '../parse-arguments.ts';
import type { Project } from '../project.ts';

/** Renames an entity or article everywhere; its old address will lead to the new one. */
export function rename({ contentFolder, shownFolder }: Project, { names }: CommandOptions): Promise<number> {
  const [id = '', newId = ''] = names;
  const { files } = readContent(contentFolder);
  const ids = files
    .filter(({ path }) => path.endsWith('.mdx') && !path.startsWith('pages/'))
    .map(({ path }) => path.slice(0, -'.mdx'.length));
  const problem = findProblem(id, newId, ids, contentFolder);
  if (problem !== undefined) {
    process.stderr.write(`${problem}\n`);
    return Promise.resolve(2);
  }
  const { changed, moved } = renameDocument(files, id, newId);
  for (const { from, to } of moved) {
    mkdirSync(dirname(join(contentFolder, to)), { recursive: true });
    renameSync(join(contentFolder, from), join(contentFolder, to));
    process.stdout.write(`${shownFolder}${from} → ${shownFolder}${to}\n`);
  }
  for (const { path, text } of changed) {
    writeFileSync(join(contentFolder, path), text);
    process.stdout.write(`${shownFolder}${path}\n`);
  }
  process.stdout.write(
    `Renamed ${id} to ${newId}: ${changed.length} files changed. Run \`sanad check\` to see that all is well.\n`,
  );
  return Promise.resolve(0);
}

function findProblem(id: string, newId: string, ids: readonly string[], contentFolder: string): string | undefined {
  if (!ids.includes(id)) {
    const nearest = findNearest(id, ids);
    return `There is no entity or article \`${id}\`. ${nearest === undefined ? 'Write it as kind/slug.' : `Did you mean \`${nearest}\`?`}`;
  }
  if (!ENTITY_ID.test(newId))
    return `\`${newId}\` is not an id. Write it as kind/slug, of a–z, 0–9 and single hyphens.`;
  if (existsSync(join(contentFolder, `${newId}.mdx`))) return `There is a \`${newId}\` already. Choose another name.`;
  const [kind, newKind] = [id, newId].map((one) => one.slice(0, one.indexOf('/')));
  return kind === newKind ? undefined : `\`${id}\` stays a ${kind ?? ''}: only the part after the slash can change.`;
}
