import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DossierId } from '../../src/kernel/ids.ts'
import { type Application, staffLogin, startApplication } from '../servers/application.ts'
import { startBrowser } from '../servers/browser.ts'
import { freePort, temporaryFolder } from '../servers/child.ts'
import { forge, installYesterday, openAgencyBooks } from './agency-books.ts'
import { signIn } from './desk.ts'
import { fillDesk, type FullDesk } from './full-desk.ts'
import { focusOf, inaccessible, NARROWEST, overflowing, tabThrough } from './page-faults.ts'
import { DESKTOP, shoot } from './shots.ts'

let browser: Browser
let application: Application
let folder: Awaited<ReturnType<typeof temporaryFolder>>
let publicUrl: string
let desk: FullDesk
/** Pages behind a code, and the app before anybody has signed in. */
let scanned: [name: string, path: string][]
let office: BrowserContext

beforeAll(async () => {
  browser = await startBrowser()
  folder = await temporaryFolder('desk')
  const port = await freePort()
  publicUrl = `http://localhost:${port}`
  await installYesterday(folder.path)
  application = await startApplication({ DATA_DIR: folder.path, PORT: String(port), PUBLIC_URL: publicUrl })
  const books = await openAgencyBooks(folder.path)
  const permit = await books.grant('a1', { dossier: 'd-done' as DossierId })
  const terms = { companions: 2, days: 31, from: 12, to: 36 }
  const narrow = await books.grant('a2', { terms })
  await books.close()
  scanned = [
    ['p-valid', `/p/${narrow.digits}`],
    ['p-holder', `/p/h/${narrow.digits}`],
    ['p-forged', `/p/${(await forge(narrow)).digits}`],
    ['checkpoint', '/checkpoint'],
    ['chat', '/simulator'],
  ]
  desk = await fillDesk(folder.path, permit)
  office = await browser.newContext({ locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', viewport: DESKTOP })
  const page = await office.newPage()
  await signIn(page, staffLogin(application.output()))
  await page.close()
})
afterAll(async () => {
  await browser.close()
  await application.stop()
  await folder.remove()
})

/** Every page of staff that an address leads to, by the name of its picture. */
const addresses = ({ dossiers, pictures }: FullDesk): [name: string, path: string][] => [
  ['list', '/staff'],
  ['list-nothing', '/staff?status=payment&procedure=the-di-cho'],
  ['list-unreached', '/staff?list=unreached'],
  ['list-mine', '/staff?list=mine'],
  ['list-unclaimed', '/staff?list=unclaimed'],
  ['list-all', '/staff?list=all'],
  ...Object.entries(dossiers).map(([status, id]): [string, string] => [`dossier-${status}`, `/staff/dossiers/${id}`]),
  ['correct', `/staff/dossiers/${dossiers.registered}/correct/plate`],
  ['correct-choice', `/staff/dossiers/${dossiers.registered}/correct/purpose`],
  ['viewer', `/staff/dossiers/${dossiers.registered}/files/${pictures[0]}`],
  ['viewer-turned', `/staff/dossiers/${dossiers.registered}/files/${pictures[1]}?turn=90&zoom=2`],
  ['viewer-beside', `/staff/dossiers/${dossiers.registered}/files/${pictures[0]}?beside=${pictures[1]}`],
  ['waiting', '/staff/permits/waiting'],
  ['scans', '/staff/scans'],
  ['clones', '/staff/scans/clones'],
  ['posts', '/staff/posts'],
  ['post-close', '/staff/posts/chot-dai/close'],
  ['post-phones', '/staff/posts/chot-dai/phones'],
  ['orders', '/staff/permits/orders'],
  ['order-end', '/staff/permits/orders/trinh-dien-di-duong/end'],
  ['set-aside', '/staff/set-aside'],
  ['set-aside-again', '/staff/set-aside/all/again'],
  ['procedures', '/staff/procedures'],
  ['procedure', '/staff/procedures/cap-giay-di-duong'],
  ['procedure-history', '/staff/procedures/cap-giay-di-duong/history'],
  ['procedure-funnel', '/staff/procedures/cap-giay-di-duong/funnel'],
  ['procedure-rehearsal', '/staff/procedures/cap-giay-di-duong/rehearsal'],
  ['procedure-insert', '/staff/procedures/cap-giay-di-duong/insert'],
  ['procedure-withdraw', '/staff/procedures/cap-giay-di-duong/withdraw'],
  ['procedure-guide', '/staff/procedures-guide'],
  ['account', '/staff/account'],
  ['people', '/staff/people'],
  ['people-new', '/staff/people/new'],
  ['person', '/staff/people/chi-hoa'],
  ['person-disabled', '/staff/people/anh-ba'],
  ['agencies', '/staff/agencies'],
  ['agency', '/staff/agencies/H12.99.017'],
  ['agency-former', '/staff/agencies/H04'],
  ['agency-new', '/staff/agencies/new'],
  ['agencies-import', '/staff/agencies/import'],
  ['calendars', '/staff/calendars'],
  ['password', '/staff/password'],
  ['zalo', '/staff/zalo'],
  ['unknown', '/staff/dossiers/khong-co'],
]

const go = (page: Page, path: string) => page.goto(`${publicUrl}${path}`)

/** In as many windows as the machine has processors. */
async function inTurn<T>(all: readonly T[], context: BrowserContext, look: (page: Page, one: T) => Promise<void>) {
  const left = [...all]
  const window = async () => {
    const page = await context.newPage()
    for (let one = left.shift(); one !== undefined; one = left.shift()) await look(page, one)
    await page.close()
  }
  await Promise.all([window(), window()])
}

describe('every page of staff, of a permit and of the checkpoint', () => {
  it('fits 320 px with the longest names, words and statuses, and passes axe by day and night', async () => {
    const faults: string[] = []
    const all = [...addresses(desk), ...scanned]
    await inTurn(all, office, async (page, [name, path]) => {
      await page.setViewportSize(NARROWEST)
      await go(page, path)
      for (const fault of await overflowing(page)) faults.push(`${name}, 320 px: ${fault}`)
      // Dossiers differ in their words only.
      const isLike = /^dossier-/.test(name) && !/-(registered|done|supplement|asked)$/.test(name)
      if (!isLike) for (const fault of await inaccessible(page)) faults.push(`${name}, ${fault}`)
      await shoot(page, name)
    })
    expect(faults).toEqual([])
  })

  it('shows what has the focus, in its header too, and hides it behind nothing', async () => {
    const faults: string[] = []
    const names = [
      'chat',
      'list',
      'dossier-done',
      'viewer',
      'waiting',
      'posts',
      'scans',
      'procedures',
      'procedure',
      'set-aside',
    ]
    const pages = [...addresses(desk), ...scanned].filter(([name]) => names.includes(name))
    expect(pages).toHaveLength(names.length)
    await inTurn(pages, office, async (page, [name, path]) => {
      const colorScheme = pages.findIndex(([other]) => other === name) % 2 === 0 ? 'light' : 'dark'
      await page.emulateMedia({ colorScheme })
      await go(page, path)
      const reached = await tabThrough(page, 25)
      expect(reached.length).toBeGreaterThan(4)
      for (const { name: what, ring, contrast, isSeen } of reached)
        if (ring < 2 || contrast < 3 || !isSeen)
          faults.push(`${name}, ${colorScheme}: ${what} ${ring} ${contrast} ${isSeen}`)
    })
    expect(faults).toEqual([])
  })
})

describe('a clerk', () => {
  const E = '/staff/procedures/gia-han-tam-tru'

  it('finds every mistake of a question at its field, of a text in the list and of a withdrawal under it', async () => {
    const page = await office.newPage()
    await go(page, `${E}/insert`)
    await page.getByLabel('Câu hỏi người dân đọc').fill(' ')
    await page.getByLabel('Tên ngắn').fill(' ')
    await page.getByRole('button', { name: 'Thêm vào bản nháp' }).press('Enter')
    await page.getByText('Chưa thêm.').waitFor()
    expect(await focusOf(page)).toMatch(/^DIV.notice.bad/)
    await page.getByRole('alert').getByRole('link', { name: 'Xin đặt tên ngắn' }).press('Enter')
    expect(await focusOf(page)).toBe('INPUT#label')
    await shoot(page, 'insert-wrong')
    expect(await inaccessible(page)).toEqual([])

    await go(page, E)
    const source = page.getByLabel('Nội dung thủ tục')
    const text = await source.inputValue()
    await source.fill(text.replace(/next: \w+\n/, 'next: khong_co\n').replaceAll('saveAs: ', 'saveas: '))
    await page.getByRole('button', { name: 'Kiểm tra và lưu nháp' }).click()
    await page.getByText('Đã lưu bản nháp.').waitFor()
    expect(await focusOf(page)).toMatch(/^P.notice.good/)
    await page.getByRole('link', { name: /^Còn \d+ chỗ phải sửa$/ }).waitFor()
    await shoot(page, 'findings')
    expect(await overflowing(page)).toEqual([])
    expect(await inaccessible(page)).toEqual([])

    await go(page, `${E}/withdraw`)
    await page.getByLabel('Vì sao ngừng').fill('thôi')
    await page.getByRole('button', { name: 'Xem trước' }).press('Enter')
    await page.getByText('Xin viết một câu').waitFor()
    expect(await focusOf(page)).toBe('TEXTAREA#because')
    await shoot(page, 'withdraw-wrong')
    expect(await inaccessible(page)).toEqual([])
    await page.close()
  })
})

it('tells somebody who typed a wrong password so, by day and by night', async () => {
  const page = await browser.newPage({ locale: 'vi-VN', viewport: DESKTOP })
  await go(page, '/staff/login')
  expect(await inaccessible(page)).toEqual([])
  await page.getByLabel('Địa chỉ e-mail').fill('can-bo@example.vn')
  await page.getByLabel('Mật khẩu').fill('không phải mật khẩu này')
  await page.getByRole('button', { name: 'Đăng nhập' }).press('Enter')
  await page.getByText('Địa chỉ e-mail hoặc mật khẩu chưa đúng').waitFor()
  expect(await focusOf(page)).toBe('INPUT#password')
  await shoot(page, 'sign-in-wrong')
  expect([...(await overflowing(page)), ...(await inaccessible(page))]).toEqual([])
  await page.close()
})

describe('an officer with a keyboard', () => {
  it('loses the focus after no form, sees a decision before it is made, and takes it back', async () => {
    const page = await office.newPage()
    const press = async (name: string) => {
      const loaded = page.waitForEvent('load')
      await page.getByRole('button', { name, exact: true }).press('Enter')
      await loaded
      // The browser hands out the focus when it first draws.
      await page.waitForFunction(() => document.activeElement !== document.body)
      return focusOf(page)
    }
    await go(page, `/staff/dossiers/${desk.dossiers.registered}`)
    expect(await press('Tiếp nhận hồ sơ')).toMatch(/^DIV.notice/)
    await page.getByText('Từ chối giải quyết', { exact: true }).press('Enter')
    await page.getByLabel('Lý do từ chối').fill('mờ')
    expect(await press('Xem lại trước khi từ chối')).toMatch(/^DIV.notice.bad/)
    await page.getByLabel('Lý do từ chối').fill('Ảnh giấy hẹn khám bị mờ, không đọc được.')
    expect(await press('Xem lại trước khi từ chối')).toBe('H1')
    await page.getByRole('heading', { name: 'Từ chối giải quyết hồ sơ này?' }).waitFor()
    await page.getByText('Ảnh giấy hẹn khám bị mờ').first().waitFor()
    await shoot(page, 'confirm-refuse')
    expect(await inaccessible(page)).toEqual([])
    expect(await press('Chưa, sửa lại')).toMatch(/^TEXTAREA#words-refuse/)
    await press('Xem lại trước khi từ chối')
    expect(await press('Từ chối và gửi')).toMatch(/^DIV.notice/)
    await page.getByText('Dừng xử lý').first().waitFor()
    await page.getByText('Thu lại “Từ chối giải quyết”').press('Enter')
    await page.getByLabel('Lý do thu lại quyết định').fill('Cán bộ bấm nhầm hồ sơ, xin được xem xét lại.')
    expect(await press('Xem lại trước khi thu lại')).toBe('H1')
    expect(await press('Thu lại và gửi')).toMatch(/^DIV.notice/)
    await page.getByText('(đã thu lại)').waitFor()
    await page.getByRole('button', { name: 'Duyệt và cấp giấy' }).waitFor()
    await page.close()
  })

  it('finds the mistake at the field of a post, and the code of a new one under the focus', async () => {
    const page = await office.newPage()
    await go(page, '/staff/posts')
    await page.getByLabel('Tên chốt').fill('Chốt cầu Hộ Phòng')
    await page.getByLabel('Mã chốt').fill('chốt 2')
    await page.getByRole('button', { name: 'Mở chốt' }).press('Enter')
    await page.getByRole('alert').getByRole('link').press('Enter')
    expect(await focusOf(page)).toBe('INPUT#id')
    expect(await page.getByLabel('Mã chốt').getAttribute('aria-invalid')).toBe('true')
    await shoot(page, 'posts-wrong')
    expect(await inaccessible(page)).toEqual([])
    await page.getByLabel('Mã chốt').fill('cau-ho-phong')
    await page.getByRole('button', { name: 'Mở chốt' }).press('Enter')
    await page.getByRole('heading', { name: 'Mã đăng nhập của Chốt cầu Hộ Phòng' }).waitFor()
    expect(await focusOf(page)).toBe('H1')
    await shoot(page, 'post-pin')
    await page.close()
  })

  it('turns, enlarges and compares pictures by keys, and leafs through them', async () => {
    const page = await office.newPage()
    const [first, second] = desk.pictures
    await go(page, `/staff/dossiers/${desk.dossiers.accepted}/files/${first}`)
    const stage = page.locator('.stage').first()
    const look = async (key: string) => {
      await page.keyboard.press(key)
      return [await stage.getAttribute('class'), new URL(page.url()).search]
    }
    expect(await look('r')).toEqual(['stage turn-90 zoom-1', '?turn=90'])
    expect(await look('+')).toEqual(['stage turn-90 zoom-2', '?turn=90&zoom=2'])
    expect(await look('-')).toEqual(['stage turn-90 zoom-1', '?turn=90'])
    await page.getByRole('link', { name: 'Xoay trái' }).press('Enter')
    expect(await stage.getAttribute('class')).toBe('stage turn-0 zoom-1')
    await page.keyboard.press('ArrowRight')
    await page.waitForURL(`**/files/${second}`)
    await page.keyboard.press('ArrowLeft')
    await page.waitForURL(`**/files/${first}`)
    await page.getByRole('link', { name: 'Xem hai ảnh cạnh nhau' }).press('Enter')
    await expect.poll(() => page.locator('.stage').count()).toBe(2)
    await page.close()
  })

  it('keeps the middle of a picture in the middle, however it is turned', async () => {
    const page = await office.newPage()
    for (const turn of [0, 90, 180, 270]) {
      await go(page, `/staff/dossiers/${desk.dossiers.accepted}/files/${desk.pictures[0]}?turn=${turn}&zoom=2`)
      const off = await page.locator('.sheet').evaluate((sheet) => {
        const [outer, inner] = [sheet, sheet.querySelector('img')!].map((element) => element.getBoundingClientRect())
        const middle = ({ x, y, width, height }: DOMRect) => [x + width / 2, y + height / 2] as const
        const [a, b] = [middle(outer!), middle(inner!)]
        return Math.hypot(a[0] - b[0], a[1] - b[1])
      })
      expect(off).toBeLessThan(2)
    }
    await page.close()
  })

  it('reads of whom the last message has not reached, and calls from there', async () => {
    const page = await office.newPage()
    await go(page, '/staff?list=unreached')
    const row = page.getByRole('row').filter({ hasText: 'H12.99-300501-1004' })
    await row.getByText('có thể đã chặn hoặc bỏ quan tâm').waitFor()
    expect(await page.getByText('H12.99-300501-1001').count()).toBe(0)
    expect(await row.getByRole('link', { name: '0912345678' }).getAttribute('href')).toBe('tel:0912345678')
    await row.getByRole('link').first().click()
    await page.getByText('Chưa tới người dân').first().waitFor()
    await page.close()
  })
})
