import type { DossierFilter, QueueCounts } from '../../dossiers/ports.ts'
import type { Posting, Role } from '../../dossiers/postings.ts'
import type { StaffId } from '../../kernel/ids.ts'
import type { ManyAct } from './many-acts.ts'

/** For whom a list is made, and when. */
export interface Reader {
  id: StaffId
  /** Those they stand in for today, and themselves. */
  handlers: readonly StaffId[]
  now: number
  /** The first instant of tomorrow. */
  endOfToday: number
  /** A message that has waited since before then has not arrived. */
  unreachedSince: number
}

type Made = Omit<DossierFilter, 'scope' | 'limit' | 'after' | 'flow' | 'code' | 'statuses'> &
  Pick<DossierFilter, 'statuses'>

/** What a list can show of a dossier, in the order in which it does. `place`: when its reader last had to do with it. */
export type Column = 'code' | 'applicant' | 'procedure' | 'status' | 'handler' | 'due' | 'filed' | 'place'

/** One list of work, as data: a list more is an entry more. */
export interface WorkList {
  slug: string
  name: string
  /** Which of the counts stands beside its name. */
  counted?: keyof QueueCounts
  /** Roles of those it is for. */
  roles: readonly Role[]
  columns: readonly Column[]
  /** Of agencies at which nobody works: for those who work for the whole province. */
  unstaffed?: true
  /** An act that a row offers by itself. */
  quick?: { act: 'take'; label: string }
  /** What can be done to several of its rows at once, the likeliest first. */
  many?: readonly ManyAct[]
  /** Which dossiers, or those that its reader opened last. */
  make: 'opened' | ((reader: Reader) => Made)
  /** Said when it has no row. */
  empty: string
}

/** Those who work on dossiers. */
const DESK: readonly Role[] = ['reception', 'specialist', 'leader']

const USUAL: readonly Column[] = ['code', 'applicant', 'procedure', 'status', 'handler', 'due', 'filed']
const without = (...left: readonly Column[]): readonly Column[] => USUAL.filter((column) => !left.includes(column))

/** Of lists that mix what is somebody's and what is nobody's. */
const ANY: readonly ManyAct[] = ['take', 'assign', 'accept', 'forward', 'give-back', 'put-aside']

const AFTER_ALL = 'Mở “Tất cả” để xem mọi hồ sơ.'

export const WORK_LISTS = [
  {
    slug: 'mine',
    name: 'Việc của tôi',
    roles: DESK,
    columns: USUAL,
    counted: 'mine',
    make: ({ handlers, now }) => ({ handlers, aside: { now, is: false }, order: 'queue' }),
    many: ['accept', 'forward', 'put-aside', 'give-back', 'assign'],
    empty: 'Ông/bà không có hồ sơ nào đang chờ xử lý. Mở “Chờ nhận” để nhận việc mới.',
  },
  {
    slug: 'unclaimed',
    name: 'Chờ nhận',
    roles: DESK,
    columns: without('handler'),
    counted: 'unclaimed',
    quick: { act: 'take', label: 'Nhận' },
    make: () => ({ where: 'here', isUnclaimed: true, order: 'queue' }),
    many: ['take', 'assign', 'accept'],
    empty: 'Không có hồ sơ nào chờ người nhận.',
  },
  {
    slug: 'answered',
    name: 'Vừa bổ sung',
    roles: DESK,
    columns: USUAL,
    counted: 'answered',
    make: () => ({ where: 'here', isAnswered: true, order: 'queue' }),
    many: ANY,
    empty: 'Không có hồ sơ nào người dân vừa bổ sung.',
  },
  {
    slug: 'today',
    name: 'Đến hạn hôm nay',
    roles: DESK,
    columns: USUAL,
    counted: 'today',
    make: ({ now, endOfToday }) => ({ where: 'here', dueFrom: now, dueBefore: endOfToday, order: 'queue' }),
    many: ANY,
    empty: 'Không còn hồ sơ nào đến hạn hôm nay.',
  },
  {
    slug: 'late',
    name: 'Quá hạn',
    roles: DESK,
    columns: USUAL,
    counted: 'late',
    make: ({ now }) => ({ where: 'here', dueBefore: now, order: 'queue' }),
    many: ANY,
    empty: 'Không có hồ sơ nào quá hạn.',
  },
  {
    slug: 'office',
    name: 'Cần xử lý',
    roles: DESK,
    columns: USUAL,
    counted: 'waiting',
    make: ({ now }) => ({ where: 'here', aside: { now, is: false }, order: 'queue' }),
    many: ANY,
    empty: `Không có hồ sơ nào chờ cơ quan xử lý. Hồ sơ người dân nộp qua Zalo sẽ hiện ở đây. ${AFTER_ALL}`,
  },
  {
    slug: 'asked',
    name: 'Chờ cho ý kiến',
    roles: DESK,
    columns: USUAL,
    counted: 'asked',
    make: () => ({ isAsked: true, order: 'newest' }),
    empty: 'Không có câu xin ý kiến nào đang chờ.',
  },
  {
    slug: 'citizen',
    name: 'Chờ người dân',
    roles: DESK,
    columns: without('due'),
    make: () => ({ where: 'here', statuses: ['supplement', 'payment'], order: 'newest' }),
    empty: 'Không có hồ sơ nào đang chờ người dân.',
  },
  {
    slug: 'aside',
    name: 'Tạm gác',
    roles: DESK,
    columns: without('handler'),
    make: ({ handlers, now }) => ({ handlers, aside: { now, is: true }, order: 'newest' }),
    many: ['take', 'give-back', 'assign', 'put-aside'],
    empty: 'Ông/bà không tạm gác hồ sơ nào.',
  },
  {
    slug: 'elsewhere',
    name: 'Đã chuyển đi',
    roles: DESK,
    columns: USUAL,
    make: () => ({ where: 'elsewhere', order: 'newest' }),
    empty: 'Không có hồ sơ nào của cơ quan đang ở nơi khác.',
  },
  {
    slug: 'touched',
    name: 'Tôi từng xử lý',
    roles: DESK,
    columns: [...without('due', 'filed'), 'place'],
    make: ({ id }) => ({ order: { touchedBy: id } }),
    empty: 'Ông/bà chưa xử lý hồ sơ nào.',
  },
  {
    slug: 'unreached',
    name: 'Chưa tới người dân',
    roles: DESK,
    columns: USUAL,
    make: ({ unreachedSince }) => ({ unreachedSince, order: 'newest' }),
    empty: 'Mọi tin nhắn mới nhất đều đã tới người dân.',
  },
  {
    slug: 'nobody',
    name: 'Chưa có nơi xử lý',
    roles: ['reception', 'leader'],
    columns: without('handler'),
    unstaffed: true,
    make: () => ({ where: 'here', order: 'queue' }),
    many: ['hand-over', 'take'],
    empty: 'Mọi hồ sơ đang chờ đều ở cơ quan có người xử lý.',
  },
  {
    slug: 'recent',
    name: 'Tôi vừa xem',
    roles: DESK,
    columns: ['code', 'applicant', 'procedure', 'status', 'handler', 'place'],
    make: 'opened',
    empty: 'Ông/bà chưa mở hồ sơ nào.',
  },
  {
    slug: 'all',
    name: 'Tất cả',
    roles: DESK,
    columns: USUAL,
    make: () => ({ order: 'newest' }),
    many: ANY,
    empty: 'Chưa có hồ sơ nào.',
  },
] as const satisfies readonly WorkList[]

export type ListSlug = (typeof WORK_LISTS)[number]['slug']

export type NamedList = WorkList & { slug: ListSlug }

const LISTS: readonly NamedList[] = WORK_LISTS

export const listOf = (slug: ListSlug): NamedList => LISTS.find((list) => list.slug === slug) ?? LISTS[0]!

/** Those that are for somebody with these roles, wherever they have them. */
export const listsFor = (postings: readonly Posting[]): readonly NamedList[] =>
  LISTS.filter(({ roles, unstaffed }) =>
    postings.some(({ role, agency }) => roles.includes(role) && (!unstaffed || agency === undefined)),
  )
