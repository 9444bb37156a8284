import { startApplication } from '../servers/application.ts'
import { freePort, temporaryFolder } from '../servers/child.ts'

/** The program as an operator starts it, on a port and with a data folder of its own. */
export async function startOwnApplication(name: string) {
  const folder = await temporaryFolder(name)
  const port = await freePort()
  const publicUrl = `http://127.0.0.1:${port}`
  const application = await startApplication({ DATA_DIR: folder.path, PORT: String(port), PUBLIC_URL: publicUrl })
  return {
    application,
    publicUrl,
    stop: async (): Promise<void> => {
      await application.stop()
      await folder.remove()
    },
  }
}
