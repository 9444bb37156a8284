import type { Dossier } from '../../../dossiers/dossier.ts'

interface Examined {
  dossier: Dossier
  grants: boolean
  papers: readonly string[]
}

/**
 * Examples of what an officer writes, about this very dossier: its papers, its answers. A procedure that somebody adds
 * tomorrow has its own without being named here.
 */
export function examplesFor({ dossier, grants, papers }: Examined): { ask: string; refuse: string; decline: string } {
  const sent = dossier.answers.find(({ attachments = [] }) => attachments.length > 0)
  const [paper] = papers
  const told = dossier.answers.find(({ key, attachments, shown }) => key !== 'agency' && !attachments && shown)
  const part = told?.label ?? 'Nội dung'
  return {
    ask: sent
      ? `Ảnh ở mục “${sent.label}” bị mờ, xin chụp lại rõ bốn góc.`
      : paper
        ? `Xin chụp và gửi “${paper}”, rõ bốn góc.`
        : `Mục “${part}” chưa rõ, xin ghi lại đầy đủ hơn.`,
    refuse: grants
      ? 'Thời gian xin trùng với giấy đã cấp số 7KX2-M9PQ.'
      : `Mục “${part}” không khớp với giấy tờ đã gửi.`,
    decline: 'Việc này thuộc cơ quan khác, xin nộp tại Công an xã nơi cư trú.',
  }
}

/** Why a permit is revoked, for instance: by what a checkpoint compares on it. */
export const exampleOfRevoking = ({ plate }: { plate: string }): string =>
  plate ? 'Biển số xe không đúng với giấy tờ.' : 'Họ tên trên giấy không khớp với thẻ căn cước.'
