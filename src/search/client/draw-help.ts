import { isolate } from './draw-hit.ts';

/** What a reader who found nothing is told; `message` gives the sentences of the page. */
export interface HelpSettings {
  readonly message: (name: string) => string;
  /** The words as they were read; empty when there was none. */
  readonly read: string;
  /** Names that may have been meant. */
  readonly near: readonly string[];
  readonly toHref: (name: string) => string;
  /** Where everything can be found without a search. */
  readonly browseHref: string;
}

/** Never an empty screen: what was read, what may have been meant, and the way to the indexes. */
export function drawHelp({ message, read, near, toHref, browseHref }: HelpSettings): readonly HTMLElement[] {
  return [
    ...(read === '' ? [] : [drawLine(`${message('read-as')} `, isolate(read))]),
    ...(near.length === 0
      ? []
      : [
          drawLine(
            `${message('near')} `,
            ...near.flatMap((name, at) => [at === 0 ? '' : ' · ', drawLink(toHref(name), isolate(name))]),
          ),
        ]),
    drawLine(drawLink(browseHref, message('browse'))),
  ];
}

function drawLine(...content: readonly (Node | string)[]): HTMLElement {
  const line = document.createElement('p');
  line.append(...content);
  return line;
}

function drawLink(href: string, content: Node | string): HTMLElement {
  const link = document.createElement('a');
  link.href = href;
  link.append(content);
  return link;
}
