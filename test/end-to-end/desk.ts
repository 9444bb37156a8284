import type { Page } from 'playwright-core'

/** The staff pages as an officer uses them. They must work without JavaScript, so the browser has it switched off. */
export interface Desk {
  page: Page
  openList(): Promise<void>
  openDossier(code: string): Promise<void>
  /** A decision that needs no words; `confirm` is the button of the page that shows it once more, where there is one. */
  decide(button: string, confirm?: string): Promise<void>
  /** A decision with words, behind its own fold. */
  decideSaying(fold: string, field: string, words: string, button: string, confirm?: string): Promise<void>
}

export async function signIn(page: Page, staff: { url: string; email: string; password: string }): Promise<Desk> {
  await page.goto(staff.url)
  await page.getByLabel('Địa chỉ e-mail').fill(staff.email)
  await page.getByLabel('Mật khẩu').fill(staff.password)
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await page.getByRole('navigation', { name: 'Phần' }).waitFor()
  const press = async (...buttons: (string | undefined)[]) => {
    for (const name of buttons) if (name) await page.getByRole('button', { name, exact: true }).click()
  }
  return {
    page,
    async openList() {
      await page.goto(staff.url)
    },
    async openDossier(code) {
      // What is decided has left the list of what waits.
      await page.goto(`${staff.url}?list=all`)
      await page.getByRole('link', { name: code }).click()
      await page.getByText('Thông tin người dân khai').waitFor()
    },
    decide: press,
    async decideSaying(fold, field, words, button, confirm) {
      await page.getByText(fold, { exact: true }).first().click()
      await page.getByLabel(field).fill(words)
      await press(button, confirm)
    },
  }
}
