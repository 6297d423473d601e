import { ServerResponse } from 'node:http';

/*
 * Loaded into a server process by a test (`--import`): fells it by SIGKILL in the moment after a booking was committed and before
 * its answer is written (FAULTS F02).
 */
const writeHead = ServerResponse.prototype.writeHead;
ServerResponse.prototype.writeHead = function fell(...parameters) {
  if (parameters[0] === 201) process.kill(process.pid, 'SIGKILL');
  return Reflect.apply(writeHead, this, parameters);
};
