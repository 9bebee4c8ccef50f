// A browser of the table, its program and an address in; the browser, which shows that page, out.
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserProgram } from './browser-programs'
import { startVirtualScreen } from './virtual-screen'

export interface OpenBrowser {
  /** What it has written to stderr since its start. */
  printed(): string
  close(): Promise<void>
}

/** With an empty profile and home of its own, so that it is nobody's browser. */
export async function openBrowser(browser: BrowserProgram, program: string, address: string): Promise<OpenBrowser> {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'stylelens-browser-'))
  for (const [file, text] of Object.entries(browser.settings)) writeFileSync(join(folder, file), text)
  const screen = browser.needsScreen ? await startVirtualScreen() : undefined
  const environment = { ...process.env, HOME: folder, ...browser.environment, ...(screen && { DISPLAY: screen.display }) }
  // a group of its own: a browser is many processes
  const running = spawn(program, [...browser.words(folder), address], {
    env: environment,
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let printed = ''
  running.stderr?.on('data', (bytes: Buffer) => { printed = (printed + bytes.toString()).slice(-4000) })
  running.once('error', (error) => { printed += error.message })
  const close = async () => {
    await end(running)
    screen?.close()
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  }
  return { printed: () => printed, close }
}

async function end(running: ChildProcess): Promise<void> {
  if (running.pid === undefined || running.exitCode !== null || running.signalCode !== null) return
  const ended = new Promise((resolve) => running.once('exit', resolve))
  try {
    process.kill(process.platform === 'win32' ? running.pid : -running.pid, 'SIGKILL')
  } catch {
    running.kill('SIGKILL')
  }
  await ended
}
