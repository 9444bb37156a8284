/**
 * The one gate between personal data and the disk. It lets everything through as it is;
 * encryption at rest replaces these four functions and nothing else.
 */
export const personal = {
  encode: (text: string): string => text,
  decode: (stored: string): string => stored,
  encodeBytes: (bytes: Buffer): Buffer => bytes,
  decodeBytes: (stored: Buffer): Buffer => stored,
}
