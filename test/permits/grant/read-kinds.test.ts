import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { labelsOf, renderOrderEnded } from '../../../src/permits/grant/kinds.ts'
import { createOrderWatch } from '../../../src/permits/grant/order-watch.ts'
import { readKinds } from '../../../src/permits/grant/read-kinds.ts'
import { NOW, sampleKinds, travelPass } from '../sample.ts'

const shipped = readFileSync(new URL('../../../flows/permits.yaml', import.meta.url), 'utf8')

/** The shipped file with one thing changed, which must be there. */
function changed(from: string, to: string): string {
  if (!shipped.includes(from)) throw new Error(`not in permits.yaml: ${from}`)
  return shipped.replace(from, to)
}

const problemsOf = (text: string): string[] => {
  const read = readKinds(text)
  return read.ok ? [] : read.problems
}

describe('flows/permits.yaml', () => {
  it('describes two kinds, told apart by the purpose that stands in the code', () => {
    expect(sampleKinds.all.map(({ id }) => id)).toEqual(['travel-pass', 'market-card'])
    expect(sampleKinds.ofPurpose(2)?.title).toBe('GIẤY ĐI ĐƯỜNG')
    expect(sampleKinds.ofPurpose(100)?.title).toBe('THẺ ĐI CHỢ')
    expect(sampleKinds.ofPurpose(77)).toBeUndefined()
    expect(sampleKinds.renderPurpose(100)).toBe('Đi chợ theo ngày được phân')
    expect(sampleKinds.renderPurpose(77)).toBe('Mục đích số 77')
    expect(labelsOf(sampleKinds)).toMatchObject({ purposes: { 9: 'Lý do khác' }, titles: { 9: 'GIẤY ĐI ĐƯỜNG' } })
  })

  it('names for each its legal basis and the order it depends on', () => {
    for (const { legalBasis, order } of sampleKinds.all) {
      expect(legalBasis.length).toBeGreaterThan(20)
      expect(order.title).not.toBe('')
    }
  })

  it.each([
    ['an unknown word', changed('    longestDays:', '    longest:'), /^permits\.yaml dòng \d+: kinds\.0/],
    ['a code used twice', changed("code: '2'", "code: '1'"), /dòng 17: mã mục đích 1 đã dùng/],
    ['a code used by another kind', changed("code: '100'", "code: '9'"), /mã mục đích 9 đã dùng/],
    ['a kind twice', changed('id: market-card', 'id: travel-pass'), /loại “travel-pass” có hai lần/],
    ['a number that is none', changed("longestDays: '7'", 'longestDays: bảy'), /longestDays: là số nguyên/],
    ['too many days', changed("longestDays: '7'", "longestDays: '99'"), /từ 1 đến 31/],
    ['a purpose that is not there', changed('purpose: di-cho', 'purpose: di-choi'), /không có mục đích “di-choi”/],
    ['an answer nobody needs', changed('{ from: agency, to: agency }', '{ form: agency }'), /không có mục “form”/],
    ['a title too long', changed('THẺ ĐI CHỢ', 'THẺ ĐI CHỢ VÀ MUA HÀNG THIẾT YẾU'), /dài nhất 24 chữ/],
    ['neither yes nor no', changed("mayBeExtended: 'yes'", 'mayBeExtended: maybe'), /là yes hoặc no/],
    [
      'a line written twice',
      changed("    longestDays: '7'", "    longestDays: '7'\n    longestDays: '5'"),
      /dòng 13: mục “longestDays” có hai lần/,
    ],
    ['a purpose key twice in one kind', changed('key: y-te', 'key: cho'), /dòng 17: mục đích “cho” có hai lần/],
    [
      'one order under two titles',
      changed('trinh-dien-di-cho', 'trinh-dien-di-duong'),
      /dòng \d+: lệnh “trinh-dien-di-duong” đã có tên khác/,
    ],
    ['no YAML', 'kinds: [', /YAML không đọc được/],
    ['nothing', '', /permits\.yaml dòng 1/],
  ])('with %s is refused with its line', (_case, text, sentence) => {
    expect(problemsOf(text).join('\n')).toMatch(sentence)
  })

  it('tells every problem at once', () => {
    const text = changed("code: '2'", "code: '1'").replace('purpose: di-cho\n', 'purpose: nowhere\n')
    expect(problemsOf(text)).toHaveLength(2)
  })
})

describe('an order', () => {
  it('closes its kinds once it has ended, and no others', async () => {
    const ended: { order: string; endedAt: number }[] = []
    const watch = createOrderWatch({ all: async () => ended }, sampleKinds)
    await watch.refresh()
    expect(watch.closedBecause('travel-pass')).toBeUndefined()
    ended.push({ order: travelPass.order.id, endedAt: NOW })
    expect(watch.closedBecause('travel-pass')).toBeUndefined()
    await watch.refresh()
    expect(watch.closedBecause('travel-pass')).toBe(renderOrderEnded(travelPass, NOW))
    expect(watch.closedBecause('market-card')).toBeUndefined()
    expect(watch.closedBecause('nothing')).toBeUndefined()
  })
})
