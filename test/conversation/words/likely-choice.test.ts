import { describe, expect, it } from 'vitest'
import { choicesOf } from '../../../src/conversation/flow/flow-format.ts'
import { readChoice } from '../../../src/conversation/words/read-choice.ts'
import { flowsOfFiles } from '../flows-of-files.ts'

const flows = await flowsOfFiles()
const choicesAt = (place: string) => {
  const [flow = '', step = ''] = place.split('/')
  const asked = flows.current(flow)?.steps.get(step)
  if (!asked) throw new Error(`no question ${place}`)
  return choicesOf(asked)
}
const readAt = (place: string, text: string) => {
  const reading = readChoice(choicesAt(place), text)
  return [reading.found, 'option' in reading ? reading.option.key : undefined]
}

describe('words that name no choice', () => {
  it.each([
    ['xac-nhan-tinh-trang-hon-nhan/tinh_trang', 'sống với vợ hai mươi năm', 'da-ket-hon'],
    ['xac-nhan-tinh-trang-hon-nhan/tinh_trang', 'một mình từ nhỏ tới lớn', 'doc-than'],
    ['dang-ky-khai-sinh/ket_hon', 'có tờ giấy đỏ rồi', 'co-giay'],
    ['dat-lich-hen/viec_gi', 'đem giấy thiếu lên', 'bo-sung-giay'],
    ['tro-cap-huu-tri-xa-hoi/du_dieu_kien', 'bà được 80 mấy rồi không có đồng lương nào', 'tu-75'],
  ])('at %s: “%s” is asked about with the choice it is most like', (place, text, key) =>
    expect(readAt(place, text)).toEqual(['likely', key]),
  )

  it('are left to what stands for the rest where they are like none, or like it', () =>
    expect(readAt('cap-giay-di-duong/muc_dich', 'đi coi cải lương')).toEqual(['other', 'khac']))

  it('are not guessed at where a question gives too few words to learn from', () => {
    const few = [
      { key: 'a', label: 'Sống với vợ' },
      { key: 'b', label: 'Một mình' },
    ]
    expect(readChoice(few, 'ở chung với bà xã hai mươi năm').found).toBe('none')
  })
})

it('a word without marks in a sentence that bears them is not the marked one', () => {
  expect(readAt('cap-giay-di-duong/muc_dich', 'ghe tôm cần giao cho đại lý')[1]).not.toBe('cho')
  expect(readAt('cap-giay-di-duong/muc_dich', 'di cho mua do an')).toEqual(['one', 'cho'])
})
