import { renameSync } from 'node:fs';
import { publishFolder } from '../../src/cli/publish-folder.ts';

/**
 * Publishes one folder in the place of another where folders cannot be exchanged in one step, and is killed between the
 * two renames, as by the system: nothing of it runs any more. `node publish-and-die.ts FINISHED PLACE`
 */
const [finished = '', place = ''] = process.argv.slice(2);
publishFolder(finished, place, {
  exchange: () => false,
  rename: (from, to) => {
    renameSync(from, to);
    process.kill(process.pid, 'SIGKILL');
  },
});
