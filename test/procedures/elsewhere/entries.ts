import type { SourcedElsewhere } from '../../../src/procedures/elsewhere/entry.ts'
import type { ElsewhereVersion } from '../../../src/procedures/ports.ts'

/** Planting trees is done at the forest rangers'. */
export const TREES: SourcedElsewhere = {
  id: 'xin-trong-cay',
  name: 'Xin trồng cây',
  where: 'Hỏi tại hạt kiểm lâm.',
  source: 'chung',
  near: [],
  says: [
    'xin trồng cây trước nhà',
    'muon trong cay xanh thi hoi ai',
    'trồng cây ven đường có cần xin phép hông',
    'xin cay giong ve trong',
    'tui tính trồng mấy cây bàng ngoài lộ',
  ],
}

/** The first publication, by a clerk. */
export const published = (entry: SourcedElsewhere, more: Partial<ElsewhereVersion> = {}): ElsewhereVersion => ({
  ...{ id: entry.id, revision: 1, state: 'told', entry, why: 'dân hay hỏi', publishedBy: 'An', publishedAt: 1 },
  ...more,
})
