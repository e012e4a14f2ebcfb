import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { wantsColours } from './cli/colours';
import { joinCrew } from './cli/crew';
import { Output } from './cli/io';
import { main } from './cli/main';
import { Progress } from './cli/progress';
import { optimiseLate } from './v8Flags';

// The command line tool. The exit status is set, not forced: what is still being written gets out.
if (!isMainThread && parentPort) joinCrew(parentPort, workerData);
else {
  optimiseLate(1_000_000);
  const progress = new Progress(process.stderr, () => performance.now());
  const clear = () => progress.clear();
  void main(process.argv.slice(2), {
    stdin: process.stdin,
    out: new Output(process.stdout, clear),
    err: new Output(process.stderr, clear),
    progress,
    colours: wantsColours(process.stdout.isTTY === true, process.env),
  }).then((status) => {
    process.exitCode = status;
    process.stdin.destroy(); // whoever still writes to it is not waited for
  });
}
