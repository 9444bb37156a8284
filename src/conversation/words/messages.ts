/** One message to a citizen, before anyone knows how Zalo spells it. */
export type OutgoingMessage =
  | { type: 'text'; text: string; choices?: readonly Choice[] }
  /** A picture, named by what it shows: a permit is drawn when it is sent. */
  | { type: 'picture'; of: PictureSource; caption: string }
  | { type: 'document'; of: PictureSource }

/** Names a picture or document without containing it, by its id: of a permit, or of a file that an officer sends. */
export type PictureSource = { permit: string } | { attachment: string }

/** A tappable answer. `key` comes back as the text `#key` (zalo-oa §3.1); a `url` opens a page instead. */
export type Choice = { key: string; label: string } | { url: string; label: string }

/** What a citizen can send in one message (zalo-oa §3.1), UTF-16 units. What is longer did not come from a phone. */
export const LONGEST_MESSAGE = 2_000

/** Zalo's limits for one customer-care message (zalo-oa §3.1), counted in UTF-16 units after NFC. */
export const MESSAGE_LIMITS = { text: 2_000, choices: 5, label: 100, payload: 1_000 } as const

/** What Zalo takes of a picture (jpg, png) and of a document (zalo-oa §4), in bytes. */
export const LARGEST_SENT = { picture: 1024 * 1024, document: 5 * 1024 * 1024 } as const
