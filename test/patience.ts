/**
 * How long a test waits for what has to come, in milliseconds. It proves nothing: a machine that does ten things at once takes
 * its time, and only what never comes is a fault.
 */
export const PATIENCE = 60_000
