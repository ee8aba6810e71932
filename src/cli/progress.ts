/** Shows how far long work is: a bar that redraws itself on a terminal, a line per stage elsewhere. Writes to stderr. */
export interface Progress {
  /** From here on the time of a stage counts; without it from when it is first shown. */
  begin(stage: string): void;
  show(stage: string, done: number, total: number): void;
  /** Says that a stage is over, with how long it took. */
  finish(stage: string, detail?: string): void;
}

const WIDTH = 24;

export function openProgress(stream: NodeJS.WriteStream = process.stderr): Progress {
  const isTerminal = stream.isTTY;
  const starts = new Map<string, number>();
  let shown = '';
  const begin = (stage: string): void => void starts.set(stage, performance.now());
  return {
    begin,
    show(stage, done, total) {
      if (!starts.has(stage)) begin(stage);
      if (!isTerminal) return;
      const share = total === 0 ? 1 : done / total;
      const filled = Math.round(share * WIDTH);
      const line = `${stage.padEnd(10)} ${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${done}/${total}`;
      if (line === shown) return;
      shown = line;
      stream.write(`\r\u001B[2K${line}`);
    },
    finish(stage, detail = '') {
      const seconds = ((performance.now() - (starts.get(stage) ?? performance.now())) / 1000).toFixed(1);
      starts.delete(stage);
      if (isTerminal) stream.write('\r\u001B[2K');
      stream.write(`${stage.padEnd(10)} ${seconds.padStart(6)} s  ${detail}\n`);
      shown = '';
    },
  };
}
