import type { Examined } from './examine.ts'
import type { Edition } from './ports.ts'
import type { Outline } from './verdict.ts'

export const renderEdition = ({ version, revision }: Edition): string => `bản ${version}.${revision}`

/** What citizens use now, or read instead of beginning. */
export type InForce = Edition & { withdrawn?: string }

/** Heading of a comparison with it. */
export const renderDifference = (inForce: InForce): string =>
  `Khác với ${renderEdition(inForce)} ${inForce.withdrawn === undefined ? 'đang dùng' : 'đang ngừng nhận'}`

/** What publishing this text would do, to citizens above all, in sentences. None when it cannot be published. */
export function consequencesOf({ would, outline, inTheMiddle }: Examined, newest: InForce | undefined): string[] {
  if (!outline || would === 'refused') return []
  const total = inTheMiddle.reduce((sum, { citizens }) => sum + citizens, 0)
  switch (would) {
    case 'unchanged':
      return ['Giống hệt bản đang dùng, không có gì để xuất bản.']
    case 'first':
      return ['Xuất bản lần đầu: người dân tìm thấy thủ tục này ngay sau đó.']
    case 'same version':
      return [
        `${newest?.withdrawn === undefined ? 'Chỉ đổi lời, phí, giấy tờ hoặc thời hạn' : REOPENED}: thành ${renderEdition({ version: outline.version, revision: (newest?.revision ?? 0) + 1 })}.`,
        total > 0
          ? `${total} người đang làm dở thấy lời mới ở tin nhắn kế tiếp, không phải trả lời lại câu nào.`
          : 'Hiện không có ai đang làm dở.',
      ]
    case 'new version':
      return [
        ...(newest?.withdrawn === undefined ? [] : [`${REOPENED}.`]),
        `Các bước thay đổi: thành ${renderEdition({ version: outline.version, revision: 1 })}.`,
        ...movesOf(outline, inTheMiddle),
      ]
  }
}

const REOPENED = 'Thủ tục đang ngừng nhận được mở lại, người dân bắt đầu được ngay sau đó'

function movesOf(outline: Outline, inTheMiddle: Examined['inTheMiddle']): string[] {
  const versions = [...new Set(inTheMiddle.map(({ version }) => version))].sort((a, b) => a - b)
  if (versions.length === 0) return ['Hiện không có ai đang làm dở.']
  return versions.map((version) => {
    const own = inTheMiddle.filter((it) => it.version === version)
    const who = `${own.reduce((sum, { citizens }) => sum + citizens, 0)} người đang làm dở bản ${version}`
    const move = outline.moves.find(({ from }) => from.includes(version))
    if (version === outline.version) return `${who} thấy lời mới ở tin nhắn kế tiếp.`
    if (!move || move.do === 'keep') return `${who} làm nốt theo bản ${version}.`
    const told = `và được đọc: “${move.say?.trim() ?? ''}”`
    return move.do === 'stop'
      ? `${who} phải dừng lại, ${told}`
      : `${who} sang bản ${outline.version} ở tin nhắn kế tiếp, giữ các câu đã trả lời, ${told}`
  })
}
