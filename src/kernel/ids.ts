declare const kind: unique symbol

/** A string that remembers what it names, so a dossier id cannot be passed where a citizen id is due. */
type Id<Kind extends string> = string & { readonly [kind]: Kind }

/** The Zalo user id as this OA sees it: an opaque string of digits, longer than a double can hold. */
export type CitizenId = Id<'citizen'>
export type DossierId = Id<'dossier'>
export type AttachmentId = Id<'attachment'>
export type StaffId = Id<'staff'>
/** 16 lower-case hex digits: the eight bytes that stand in the signed code. */
export type PermitId = Id<'permit'>

/** Chosen by whoever opens the post, e.g. `cau-ho-phong`. */
export type PostId = Id<'post'>

/** Makes a fresh id on each call. Injected, so that tests can count instead. */
export type MakeId = () => string

/** 128 random bits as 32 hex digits. */
export const randomId: MakeId = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
