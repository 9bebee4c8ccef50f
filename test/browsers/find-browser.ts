// A browser of the table in; its program and version on this machine, or the reason why there is none, out.
import { existsSync } from 'node:fs'
import { runProgram } from '../package/run-command'
import type { CommandResult } from '../package/run-command'
import type { BrowserProgram } from './browser-programs'
import { findXvfb, startVirtualScreen } from './virtual-screen'

export type FoundBrowser = { readonly program: string; readonly version: string } | { readonly missing: string }

export async function findBrowser(browser: BrowserProgram): Promise<FoundBrowser> {
  const { name, variable, advice } = browser
  const missing = (what: string) => ({ missing: `${name}: ${what}. Get it with: ${advice}` })
  const named = process.env[variable]
  if (named && !existsSync(named)) return { missing: `${name}: ${variable} names ${named}, which does not exist` }
  const program = named || browser.places().find((place) => existsSync(place))
  if (program === undefined) return missing('it is not installed')
  if (browser.needsScreen && findXvfb() === undefined) return missing('Xvfb, the screen that it draws on, is not installed')
  const { stdout, stderr } = await askVersion(browser, program)
  const version = /\d+\.\d+[\w.]*/.exec(stdout)?.[0]
  return version === undefined ? missing(`${program} tells no version: ${stderr.split('\n')[0]}`) : { program, version }
}

/** Some open their screen before they read their words. */
async function askVersion({ needsScreen }: BrowserProgram, program: string): Promise<CommandResult> {
  const screen = needsScreen ? await startVirtualScreen() : undefined
  const answer = await runProgram(program, ['--version'], process.cwd(), screen && { DISPLAY: screen.display })
  screen?.close()
  return answer
}
