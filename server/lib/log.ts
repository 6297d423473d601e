import pino from 'pino';

export type Log = pino.Logger;

/** JSON lines, on standard output when nothing else is said. Whatever may hold a secret or a person's way in is never written (ATTACKS S114). */
export function createLog(level: string, destination: pino.DestinationStream = pino.destination(1)): Log {
  const options: pino.LoggerOptions = {
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: [
        'password',
        'token',
        'secret',
        '*.password',
        '*.token',
        '*.secret',
        'headers.authorization',
        'headers.cookie',
        'err.sql',
        'err.bindings',
      ],
      censor: '[redacted]',
    },
  };
  return pino(options, destination);
}
