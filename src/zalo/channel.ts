import type { ChannelFacts } from '../kernel/channel.ts'
import { DAY, HOUR } from '../kernel/clock.ts'

/** Zalo's rules for one customer-care message to a citizen, and whence it serves theirs (zalo-oa §3.3, §4). */
export const ZALO: ChannelFacts = {
  openFor: 7 * DAY,
  freeFor: 48 * HOUR,
  // Nothing documents the full list: the first four are under all captured addresses, the others were seen by several
  // public programs for files in chats. More by `ZALO_FILE_HOSTS`.
  fileHosts: ['zadn.vn', 'zdn.vn', 'zalo.me', 'zaloapp.com', 'dlfl.vn', 'flchat.vn', 'dlmd.me'],
}
