import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { wantsColours } from './cli/colours';
import { joinCrew } from './cli/crew';
import { Output } from './cli/io';
import { main } from './cli/main';

// The command line tool. The exit status is set, not forced: what is still being written gets out.
if (!isMainThread && parentPort) joinCrew(parentPort, workerData);
else
  void main(process.argv.slice(2), {
    stdin: process.stdin,
    out: new Output(process.stdout),
    err: new Output(process.stderr),
    colours: wantsColours(process.stdout.isTTY === true, process.env),
  }).then((status) => {
    process.exitCode = status;
    process.stdin.destroy(); // whoever still writes to it is not waited for
  });
