import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { script } from '../servers/application.ts'
import { temporaryFolder } from '../servers/child.ts'

/** A program to measure: its name in the tables, and the folder it was built in. */
export interface Side {
  name: string
  folder: string
}

/** Another revision in a folder of its own, built. It borrows the installed packages where its lock file asks for the same. */
export async function checkOut(revision: string): Promise<Side & { remove(): Promise<void> }> {
  const temporary = await temporaryFolder('beside')
  const folder = join(temporary.path, 'checkout')
  const git = (...words: string[]) => execFileSync('git', ['-C', script('.'), ...words], { encoding: 'utf8' }).trim()
  const name = git('rev-parse', '--short', `${revision}^{commit}`)
  git('worktree', 'add', '--detach', folder, name)
  const remove = async () => {
    git('worktree', 'remove', '--force', folder)
    await temporary.remove()
  }
  try {
    if (hasAllOf(folder)) symlinkSync(script('node_modules'), join(folder, 'node_modules'))
    else execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] })
    execFileSync(process.execPath, ['scripts/build.js'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] })
    return { name, folder, remove }
  } catch (cause) {
    await remove()
    throw cause
  }
}

/** Whether what is installed here has every package of that lock file in its version. */
function hasAllOf(folder: string): boolean {
  const read = (path: string) =>
    (JSON.parse(readFileSync(path, 'utf8')) as { packages: Record<string, { version?: string; optional?: boolean }> })
      .packages
  const list = script('node_modules/.package-lock.json')
  if (!existsSync(list)) return false
  const installed = read(list)
  return Object.entries(read(join(folder, 'package-lock.json'))).every(
    ([path, { version, optional }]) => path === '' || optional === true || installed[path]?.version === version,
  )
}
