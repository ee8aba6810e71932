import type { BodyBlock } from '../render/render-body.ts';

/** The texts that are kept of a task. They are made where the task is done, and are read again only where needed. */
export type TaskTexts = readonly [first: string, second: string, third?: string | undefined];

/** Of a rendered body: JSON of its blocks, and of their languages, each once. */
export function toBodyTexts(blocks: readonly BodyBlock[]): TaskTexts {
  return [JSON.stringify(blocks), JSON.stringify([...new Set(blocks.map(({ lang }) => lang))])];
}
