import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { CitizenId } from '../../src/kernel/ids.ts'
import { openKeyList } from '../../src/permits/code/key-list.ts'
import { createLiveKeyRing } from '../../src/permits/keys/live-key-ring.ts'
import { seal } from '../../src/permits/code/seal.ts'
import { parseSecrets } from '../../src/permits/keys/wrap-key.ts'
import { plain } from '../../src/storage/engine/codec.ts'
import { createKeyStore } from '../../src/storage/permit-keys.ts'
import { createPermits } from '../../src/storage/permits.ts'
import { openSqlite } from '../../src/storage/engine/sqlite-engine.ts'
import { runCommand, staffLogin, startApplication } from '../servers/application.ts'
import { startBrowser } from '../servers/browser.ts'
import { freePort, temporaryFolder } from '../servers/child.ts'
import { plantGranted } from '../storage/granted.ts'
import { installYesterday } from './agency-books.ts'
import { openChat } from './chat.ts'
import { signIn } from './desk.ts'
import { inaccessible, NARROWEST, overflowing } from './page-faults.ts'
import { DESKTOP, PHONE, shoot } from './shots.ts'

const CITIZEN = '7000000000000000044' as CitizenId

it('rotates the key of permits, loses one, and makes every permit under it anew while the program runs', async () => {
  const folder = await temporaryFolder('keys')
  const dataDir = join(folder.path, 'data')
  const port = await freePort()
  const publicUrl = `http://127.0.0.1:${port}`
  await installYesterday(dataDir)
  const application = await startApplication({ DATA_DIR: dataDir, PORT: String(port), PUBLIC_URL: publicUrl })
  const browser = await startBrowser()
  const engine = openSqlite(join(dataDir, 'mot-cua.db'), plain)
  try {
    // What an operator has: the root key on a stick, its passphrase in the head, the secret in the environment.
    const { permitSecret, root } = JSON.parse(readFileSync(join(dataDir, 'demonstration-secrets.json'), 'utf8')) as {
      permitSecret: string
      root: { pem: string; passphrase: string; point: string }
    }
    const stick = join(folder.path, 'root.pem')
    writeFileSync(stick, root.pem)
    const settings = { DATA_DIR: dataDir, PERMIT_KEYS: permitSecret }
    const command = (...words: string[]) => runCommand(['permit-keys', ...words], settings, `${root.passphrase}\n`)
    const listed = async () => {
      const bytes = new Uint8Array(await (await fetch(`${publicUrl}/checkpoint/keys`)).arrayBuffer())
      const list = await openKeyList(bytes, [new Uint8Array(Buffer.from(root.point, 'base64url'))])
      return { serial: list?.serial, keys: list?.keys.map(({ keyId }) => keyId).sort() }
    }
    expect(await listed()).toEqual({ serial: 1, keys: ['0101'] })

    // A citizen with a permit, and one whose permit is over.
    const phone = await openChat(
      await browser.newPage({ viewport: PHONE }),
      `${publicUrl}/simulator?citizen=${CITIZEN}`,
    )
    await phone.says('xin chào')
    await phone.hears(/./)
    const secrets = parseSecrets(permitSecret)
    if (!secrets.ok) throw new Error(secrets.problem)
    const ring = createLiveKeyRing(createKeyStore(engine), secrets.secrets)
    await ring.refresh()
    const second = Math.floor(Date.now() / 1000) * 1000
    const plant = async (validFrom: number, validUntil: number) => {
      const planted = await plantGranted(engine, { keyId: '0101', validFrom, validUntil }, CITIZEN)
      const digits = await seal(planted.permit, '0101', ring)
      return { ...planted.permit, digits }
    }
    const held = await plant(second - 3_600_000, second + 86_400_000)
    const over = await plant(second - 7_200_000, second - 3_600_000)
    const word = async (digits: string) =>
      /<h1>(.*?)<\/h1>/.exec(await (await fetch(`${publicUrl}/p/${digits}`)).text())?.[1]
    expect([await word(held.digits), await word(over.digits)]).toEqual(['HỢP LỆ', 'HẾT HẠN'])

    // The monthly rotation: one command, announced two days ahead, the old key goes on.
    expect(await command('rotate', '--root', stick)).toMatch(/Key 0102: in force from [^]*The list is published/)
    expect(await listed()).toEqual({ serial: 2, keys: ['0101', '0102'] })
    expect(await word(held.digits)).toBe('HỢP LỆ')

    // The key is lost: one run withdraws it and publishes a list without it; an administrator has permits made anew under another.
    const printed = await command('withdraw', '0101', '--because', 'mất máy chủ', '--root', stick)
    expect(printed).toContain(`1 permits in force are under it:\n  ${held.number}`)
    const { page } = await signIn(await browser.newPage({ viewport: DESKTOP }), staffLogin(application.output()))
    // The program looks for new keys every few seconds.
    const offered = async () => {
      await page.goto(`${publicUrl}/staff/permits/lost-keys`)
      return page.getByRole('link', { name: 'Cấp lại tất cả' }).count()
    }
    await expect.poll(offered).toBe(1)
    expect(await page.getByText('mất máy chủ').count()).toBe(1)
    await shoot(page, 'lost-keys')
    await page.setViewportSize(NARROWEST)
    expect([...(await overflowing(page)), ...(await inaccessible(page))]).toEqual([])
    await page.getByRole('link', { name: 'Cấp lại tất cả' }).click()
    await page.getByRole('button', { name: 'Cấp lại 1 giấy' }).waitFor()
    await shoot(page, 'lost-key')
    expect([...(await overflowing(page)), ...(await inaccessible(page))]).toEqual([])
    await page.getByRole('button', { name: 'Cấp lại 1 giấy' }).click()
    await page.getByText('Đã bắt đầu cấp lại').waitFor()
    for (const secret of [permitSecret, root.passphrase, 'PRIVATE']) expect(printed).not.toContain(secret)
    expect((await listed()).keys).toEqual(['0102', '0103'])

    const anew = async () =>
      (await createPermits(engine).ofDossier(held.dossier)).filter(({ replaces }) => replaces === held.id)
    await expect.poll(anew).toHaveLength(1)
    const [made] = await anew()
    expect(made).toMatchObject({ keyId: '0103', plate: held.plate, validUntil: held.validUntil })
    await expect.poll(() => word(held.digits)).toBe('GIẢ MẠO')
    expect([await word(over.digits), await word(made!.digits)]).toEqual(['GIẢ MẠO', 'HỢP LỆ'])
    await phone.hears(new RegExp(made!.number))

    // Again, as after a run that was killed: nothing is made twice, and nothing brings the key back.
    expect(await command('re-issue', '0101')).toContain('0 permits were made again')
    expect(await command('rotate', '--root', stick)).toContain('Key 0104')
    expect((await listed()).keys).toEqual(['0102', '0103', '0104'])
    const shown = await command('show')
    expect(shown).toMatch(/0101 .*WITHDRAWN/)
    await expect(command('sign', 'AAAA', '--root', stick)).rejects.toThrow()
    await expect(command('withdraw', '0199', '--because', 'x')).rejects.toThrow(/There is no key 0199/)
    expect(application.output()).not.toMatch(/PRIVATE|MIGH/)
  } finally {
    await browser.close()
    await engine.close()
    await application.stop()
    await folder.remove()
  }
})
