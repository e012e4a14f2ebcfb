import { wantsColours } from './cli/colours';
import { Output } from './cli/io';
import { main } from './cli/main';

// The command line tool. The exit status is set, not forced: what is still being written gets out.
void main(process.argv.slice(2), {
  stdin: process.stdin,
  out: new Output(process.stdout),
  err: new Output(process.stderr),
  colours: wantsColours(process.stdout.isTTY === true, process.env),
}).then((status) => {
  process.exitCode = status;
});
