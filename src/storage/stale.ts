/** Thrown inside a transaction to undo it, because what was read is not so any more. Never leaves `storage/`. */
export class Stale extends Error {}
