import { expect, it } from 'vitest'
import { staffLogin, startApplication } from '../servers/application.ts'
import { startBrowser } from '../servers/browser.ts'
import { freePort, temporaryFolder } from '../servers/child.ts'
import { scan } from '../permits/scan.ts'
import { openChat } from './chat.ts'
import { signIn } from './desk.ts'
import { DESKTOP, PHONE, shoot } from './shots.ts'

it('files a market card by chat, approves it in a batch, and ends the order it depends on', async () => {
  const folder = await temporaryFolder('market-card')
  const port = await freePort()
  const publicUrl = `http://localhost:${port}`
  const application = await startApplication({ DATA_DIR: folder.path, PORT: String(port), PUBLIC_URL: publicUrl })
  const browser = await startBrowser()
  try {
    const chat = await openChat(await browser.newPage({ viewport: PHONE }), `${publicUrl}/simulator`)
    const talk: readonly (readonly [says: string, hears: RegExp])[] = [
      ['#lam:the-di-cho', /đồng ý không/],
      ['đồng ý', /Họ và tên/],
      ['Nguyễn Thị Bé', /căn cước/i],
      ['096190012345', /điện thoại/i],
      ['0912345678', /xã, phường nào/],
      ['phường An Xuyên', /ngày nào trong tuần/],
      ['thứ 2 đến chủ nhật', /khung giờ/],
      ['0h đến 24h', /từ lúc nào/],
      ['bây giờ', /đến lúc nào/],
      ['17h ngày mốt', /xem lại/],
      ['nộp hồ sơ', /Mã hồ sơ/],
    ]
    for (const [says, hears] of talk) {
      await chat.says(says)
      await chat.hears(hears)
    }

    const { page } = await signIn(await browser.newPage({ viewport: DESKTOP }), staffLogin(application.output()))
    await page.getByRole('link', { name: 'Giấy', exact: true }).click()
    expect(await page.getByText('✓').count()).toBeGreaterThanOrEqual(4)
    await shoot(page, 'permits-waiting')
    await page.getByRole('checkbox').check()
    await page.getByRole('button', { name: 'Xem lại những hồ sơ đã chọn' }).click()
    await page.getByRole('button', { name: 'Duyệt và cấp giấy' }).click()
    await page.getByText('Đã cấp giấy cho 1 hồ sơ').waitFor()

    const delivered = await chat.hears(/Thẻ đi chợ số .*Đưa mã QR/)
    const image = await delivered.locator('img').getAttribute('src')
    const [code] = await scan(Buffer.from(await (await fetch(new URL(image!, publicUrl))).arrayBuffer()))
    const verdict = async () => /<h1>(.*?)<\/h1>/.exec(await (await fetch(code!.text)).text())?.[1]
    await expect.poll(verdict, { timeout: 70_000 }).toBe('HỢP LỆ')

    await page.goto(`${publicUrl}/staff/permits/orders`)
    await shoot(page, 'permits-orders')
    await page.getByRole('link', { name: /Ghi hết áp dụng\s*: quy định phân ngày đi chợ/ }).click()
    await page.getByRole('button', { name: 'Lệnh này đã hết áp dụng' }).click()
    await chat.hears(/không còn áp dụng quy định phân ngày đi chợ[^]*không cần giấy nữa/)
    expect(await verdict()).toBe('ĐÃ THU HỒI')
    await expect
      .poll(async () => {
        await chat.says('#lam:the-di-cho')
        return (await chat.hears(/./)).innerText()
      })
      .toContain('không cấp thẻ đi chợ nữa')
  } finally {
    await browser.close()
    await application.stop()
    await folder.remove()
  }
})
