import { StorageFault } from '../../kernel/fault.ts'

/** How one kind of value is written as JSON, and how all that was ever written of it is read. */
export interface JsonFormat<T> {
  /** Under this number it is written; what carries none is of format 0. */
  present: number
  write(value: T): string
  read(stored: string): T
}

/**
 * A step from one format to the next: takes what was stored under its own place in the list, and answers with what the next one
 * takes. The last answers with what the program reads.
 */
type Upcaster = (stored: never) => unknown

/** Nothing but the number itself is new. */
export const asItIs: Upcaster = (stored) => stored

/** `{"format":1,…}`: the number beside the value's own names, so that a program of before meets nothing it does not know. */
export function objectFormat<T extends object & { format?: never }>(
  kind: string,
  upcasters: readonly Upcaster[],
): JsonFormat<T> {
  const present = upcasters.length
  return {
    present,
    write: (value) => JSON.stringify({ format: present, ...value }),
    read: (text) => {
      const { format = 0, ...stored } = JSON.parse(text) as T & { format?: number }
      return (format === present ? stored : upcast(kind, upcasters, format, stored)) as T
    },
  }
}

/** `{"format":1,"items":[…]}`; of format 0 it was the bare list. */
export function listFormat<Item>(kind: string, upcasters: readonly Upcaster[]): JsonFormat<readonly Item[]> {
  const present = upcasters.length
  return {
    present,
    write: (items) => JSON.stringify({ format: present, items }),
    read: (text) => {
      const stored = JSON.parse(text) as readonly Item[] | { format: number; items: readonly Item[] }
      if (!('format' in stored)) return upcast(kind, upcasters, 0, stored) as readonly Item[]
      const { format, items } = stored
      return format === present ? items : (upcast(kind, upcasters, format, items) as readonly Item[])
    },
  }
}

function upcast(kind: string, upcasters: readonly Upcaster[], format: number, stored: unknown): unknown {
  // Worth doing again: where two versions of the program run at once, the later one can.
  if (format > upcasters.length)
    throw new StorageFault(`format ${format} of ${kind} is of a later version`, { retry: true })
  return upcasters.slice(format).reduce((value, step) => step(value as never), stored)
}
