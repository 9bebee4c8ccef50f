// An app of Next.js with the packed packages in; what its server component and its client component answer in Chromium out.
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { cpSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packPackages } from '../package/pack-packages'
import { registryAnswers, runNode, runNpm } from '../package/run-command'
import { temporaryFolder } from '../package/temporary-folder'
import { available } from '../requirement'
import { root } from '../source-files'
import { emittedFiles } from './bundlers/emitted-files'
import { chromiumStarts, startChromium } from './start-chromium'

const minutes = 60_000
const starts = await chromiumStarts()
const asked = process.env.STYLELENS_EXHAUSTIVE === '1'
const wanted = available('exhaustive', asked, 'Next.js takes minutes: npm run test:web -- --exhaustive next')
const present = starts && wanted && available('registry', await registryAnswers(), "npm's registry does not answer")
const folder = temporaryFolder()
const program = join(folder, 'node_modules/next/dist/bin/next')
const environment = { NEXT_TELEMETRY_DISABLED: '1', ONNXRUNTIME_NODE_INSTALL: 'skip' }

async function buildApp(): Promise<void> {
  cpSync(fileURLToPath(new URL('next/', import.meta.url)), folder, { recursive: true })
  cpSync(join(root, 'samples/pictures'), join(folder, 'public'), { recursive: true })
  const tarballs = await packPackages(['core', 'web', 'node', 'stylelens'], folder)
  const words = ['install', '--no-audit', '--no-fund', '--prefer-offline', ...tarballs.map(({ path }) => path)]
  for (const { code, stdout, stderr } of [await runNpm(words, folder, environment), await runNode([program, 'build'], folder, environment)])
    if (code !== 0) throw new Error(stdout + stderr)
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

async function untilAnswers(address: string): Promise<void> {
  for (const end = Date.now() + minutes; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 200)))
    if (await fetch(`${address}coat.png`).then(({ ok }) => ok, () => false)) return
  throw new Error(`Nothing answers at ${address}`)
}

describe.skipIf(!present)('an app of Next.js', () => {
  let browser: Browser
  let server: ChildProcess
  let address: string
  beforeAll(async () => {
    await buildApp()
    const port = await freePort()
    address = `http://127.0.0.1:${port}/`
    server = spawn(process.execPath, [program, 'start', '--hostname', '127.0.0.1', '--port', String(port)], {
      cwd: folder,
      env: { ...process.env, ...environment, NODE_ENV: 'production' },
      stdio: 'ignore',
    })
    await untilAnswers(address)
    browser = await startChromium()
  }, 9 * minutes)
  afterAll(async () => {
    await browser?.close()
    server?.kill()
  })

  it.each([
    ['a server component', '', 'classified on the server: Coat'],
    ['a client component', 'client', 'classified in the browser: Coat'],
    ['a client component with a worker', 'client?worker', 'classified in the browser: Coat'],
  ])('classifies a picture in %s', { timeout: 2 * minutes }, async (_, path, answer) => {
    const page = await browser.newPage()
    try {
      await page.goto(address + path)
      await page.waitForFunction(() => document.querySelector('#answer')?.textContent, null, { timeout: minutes })
      expect(await page.textContent('#answer')).toBe(answer)
    } finally {
      await page.close()
    }
  })

  it('emits two .wasm files for browsers, each once and below 25 MiB', () => {
    const wasm = emittedFiles(join(folder, '.next/static')).filter(({ path }) => path.endsWith('.wasm'))
    expect(wasm).toHaveLength(2)
    expect(Math.max(...wasm.map(({ bytes }) => bytes))).toBeLessThan(25 * 1024 * 1024)
  })
})
