import type { Dossier } from '../../../dossiers/dossier.ts'

/** Who asks a question need not give a name: then it is said from where it came, instead of nothing. */
export const renderApplicant = ({ applicant }: Pick<Dossier, 'applicant'>): string =>
  applicant.trim() || 'Người gửi qua Zalo, không ghi tên'
