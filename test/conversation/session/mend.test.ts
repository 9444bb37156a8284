import { describe, expect, it } from 'vitest'
import type { Mendable, Wanted } from '../../../src/conversation/words/events.ts'
import type { EffectAnswer } from '../../../src/conversation/words/session.ts'
import { MODEL_NOW } from '../../../src/conversation/step/walk.ts'
import { DAY } from '../../../src/kernel/clock.ts'
import type { DossierId } from '../../../src/kernel/ids.ts'
import { createChat, PASS_ANSWERS } from '../chat.ts'
import { flowsOfFiles } from '../flows-of-files.ts'

const flows = await flowsOfFiles()
const PASS = 'cap-giay-di-duong'

/** A travel pass with a photo of its paper, as it was filed. */
function filedPass(): EffectAnswer[] {
  const chat = createChat(flows)
  chat.says(...PASS_ANSWERS)
  for (let tries = 0; chat.step() !== `${PASS}/xem_lai` && tries < 9; tries++) {
    const step = flows.current(PASS)?.steps.get(chat.session.position?.step ?? '')
    if (step?.expect === 'files') {
      chat.sends('old')
      chat.stored('old')
      chat.says('xong')
    } else chat.says(step?.expect === 'choice' ? `#${chat.session.position?.step}.${step.choices[0]?.key}` : 'bỏ qua')
  }
  chat.says('#xem_lai.nop')
  return chat.wanted('file')[0]?.answers ?? []
}

const answers = filedPass()
const version = flows.current(PASS)?.version ?? 1
const PAPERS = answers.find(({ attachments }) => attachments)!
const wantedOf = (key: string, why = 'Không khớp với căn cước'): Wanted => ({
  ...{ key, why },
  label: answers.find((it) => it.key === key)?.label ?? key,
})
const PHOTO = wantedOf(PAPERS.key, 'Ảnh mờ, chụp lại rõ bốn góc')
const mendable = (...wanted: Wanted[]): Mendable => ({ flow: PASS, version, filedAt: MODEL_NOW, answers, wanted })

function asked(mend: Mendable, question = 'Xin gửi lại.') {
  const chat = createChat(flows)
  chat.now = MODEL_NOW + 5 * DAY
  const ask = () =>
    chat.send({ type: 'SUPPLEMENT_ASKED', dossier: 'd1' as DossierId, code: 'H12.99-300501-0001', question, mend })
  return { chat, ask, said: ask() }
}

describe('being asked for single answers again', () => {
  it('asks exactly these, one at a time, each with what was given and what is wrong', () => {
    const { chat, said } = asked(mendable(PHOTO, wantedOf('phone', 'Thiếu số, ghi lại đủ số')))
    expect(said).toContain('cần bổ sung 2 mục')
    expect(said).toMatch(/Mục 1\/2: Điện thoại[^]*“Thiếu số, ghi lại đủ số”[^]*0912345678/)
    expect(chat.says('0987654321')).toMatch(/Mục 2\/2[^]*“Ảnh mờ, chụp lại rõ bốn góc”/)
    chat.sends('new')
    chat.stored('new')
    const review = chat.says('xong')
    expect(review).toContain('Gửi cho cán bộ')
    expect(review).toContain('0987654321')
    expect(review).not.toContain('Nguyễn Văn An')
    expect(chat.says('gửi cho cán bộ')).toContain('Đã gửi cho cán bộ')
    expect(chat.wanted('file')).toEqual([])
    const [sent, ...more] = chat.wanted('supplement')
    expect(more).toEqual([])
    expect(sent).toMatchObject({
      dossier: 'd1',
      attachments: ['new'],
      answers: [
        { key: 'phone', value: '0987654321' },
        { key: PAPERS.key, attachments: ['new'] },
      ],
    })
    expect(sent).not.toHaveProperty('gone')
    expect(chat.session.questions).toBeUndefined()
  })

  it('refuses a wrong answer as its question always does, and keeps asking', () => {
    const { chat } = asked(mendable(wantedOf('phone')))
    expect(chat.says('123')).toContain('Ví dụ')
    expect(chat.step()).toContain('/dien_thoai')
    expect(chat.says('0987654321')).toContain('Gửi cho cán bộ')
  })

  it('does not ask again for what has only grown old', () => {
    const { chat } = asked(mendable(wantedOf('phone')))
    chat.now += 30 * DAY
    expect(chat.says('0987654321')).toContain('Gửi cho cán bộ')
    chat.says('gửi cho cán bộ')
    expect(chat.wanted('supplement')).toHaveLength(1)
  })

  it('asks also for what a mended answer does not go with any more', () => {
    const { chat } = asked(mendable(wantedOf('validFrom', 'Chọn lại ngày')))
    const said = chat.says('7h ngày 10/5')
    expect(said).toContain('cho khớp với phần vừa sửa')
    expect(chat.says('17h ngày 12/5')).toContain('Gửi cho cán bộ')
    chat.says('gửi cho cán bộ')
    expect(chat.wanted('supplement')[0]?.answers?.map(({ key }) => key)).toEqual(['validFrom', 'validUntil'])
  })

  it('asks for papers that no question asks for, by their names, in pictures or words', () => {
    const birth: Wanted = {
      key: 'giay:giay-chung-sinh',
      label: 'Giấy chứng sinh',
      why: 'Chưa gửi giấy này',
      isNew: true,
    }
    const { chat, said } = asked({ ...mendable(birth), remark: 'Ông khám ở đâu?' })
    expect(said).toMatch(/Mục 1\/1: Giấy chứng sinh[^]*“Chưa gửi giấy này”/)
    chat.sends('new')
    chat.stored('new')
    expect(chat.says('xong')).toContain('“Ông khám ở đâu?”')
    expect(chat.says('Bệnh viện Cà Mau')).toMatch(/Giấy chứng sinh[^]*Bệnh viện Cà Mau/)
    chat.says('gửi cho cán bộ')
    const [sent] = chat.wanted('supplement')
    expect(sent?.answers).toMatchObject([{ key: birth.key, label: 'Giấy chứng sinh', attachments: ['new'] }])
    expect(sent?.text).toContain('Bệnh viện Cà Mau')
  })

  it('is put off, left for something else and taken up again with nothing lost', () => {
    const { chat } = asked(mendable(PHOTO, wantedOf('phone')))
    chat.says('0987654321')
    expect(chat.says('để sau')).toContain('khi nào có')
    expect(chat.says('menu')).toContain('Tiếp tục hồ sơ dở: Bổ sung hồ sơ')
    expect(chat.session.drafts).toHaveLength(1)
    chat.now += 3 * DAY
    expect(chat.says('#bo-sung:d1')).toContain('Mục 2/2')
    chat.sends('new')
    chat.stored('new')
    expect(chat.says('xong')).toContain('0987654321')
    chat.says('gửi cho cán bộ')
    expect(chat.wanted('supplement')[0]?.answers).toHaveLength(2)
    expect(chat.session.drafts).toEqual([])
  })

  it('says that it was answered when an old button is tapped, and hears the same question once', () => {
    const { chat, ask } = asked(mendable(wantedOf('phone')))
    chat.says('0987654321')
    expect(ask()).toContain('[Trả lời cán bộ]')
    expect(chat.says('#bo-sung:d1')).toContain('Gửi cho cán bộ')
    chat.says('gửi cho cán bộ')
    expect(chat.says('#bo-sung:d1')).toContain('không còn chờ trả lời')
    chat.says('#bosungxem.nop', '#dien_thoai.giu-nguyen')
    expect(chat.wanted('supplement')).toHaveLength(1)
  })

  it('corrects one of them at its review, and goes back', () => {
    const { chat } = asked(mendable(PHOTO, wantedOf('phone')))
    chat.says('0987654321')
    expect(chat.says('quay lại')).toContain('Mục 1/2')
    chat.says('0911111111')
    chat.sends('new')
    chat.stored('new')
    expect(chat.says('xong')).toContain('0911111111')
    expect(chat.says('1')).toContain('Số điện thoại')
    expect(chat.says('0922222222')).toContain('0922222222')
    chat.says('gửi cho cán bộ')
    expect(chat.wanted('supplement')[0]?.answers?.[0]).toMatchObject({ value: '0922222222' })
  })

  it('interrupts no filing, and comes after it', () => {
    const chat = createChat(flows)
    chat.says('#lam:cap-giay-di-duong', '#co', '#tu-nhap')
    const mend = mendable(wantedOf('phone'))
    const said = chat.send({
      ...{ type: 'SUPPLEMENT_ASKED', dossier: 'd1' as DossierId, code: 'H12.99-300501-0001', question: 'Xin gửi lại.' },
      mend,
    })
    expect(said).toContain('[Trả lời cán bộ]')
    expect(chat.step()).toBe(`${PASS}/ho_ten`)
    expect(chat.says('#bo-sung:d1')).toContain('Mục 1/1')
  })

  it('is over with the desk’s own decision, half answered or not', () => {
    const { chat } = asked(mendable(PHOTO, wantedOf('phone')))
    chat.says('0987654321')
    expect(chat.closed()).toContain('không cần trả lời nữa')
    expect([chat.session.position, chat.session.drafts]).toEqual([undefined, []])
  })

  it('asks as one free question where the version that was filed is gone', () => {
    const { chat, said } = asked({ ...mendable(PHOTO), version: 99 }, '1. Ảnh giấy hẹn: Ảnh mờ')
    expect(said).toContain('“1. Ảnh giấy hẹn: Ảnh mờ”')
    expect(chat.step()).toBe('bo-sung/tra_loi')
  })

  it('counts nothing of it for the procedure', () => {
    const { chat } = asked(mendable(wantedOf('phone')))
    chat.says('123', '0987654321')
    expect(chat.session.position?.seen).toBeUndefined()
  })
})
