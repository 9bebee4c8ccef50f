// A tree with the binaries of every platform in; only those of one left, all else untouched, out.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync } from 'node:fs'
import { rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runCli } from '../../../test/run-cli'

let root: string
let copy: string
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'stylelens-')))
  copy = join(root, 'node_modules/onnxruntime-node')
})
afterEach(() => rmSync(root, { recursive: true }))

const platforms = ['darwin/arm64', 'linux/arm64', 'linux/x64', 'win32/arm64', 'win32/x64']

function drawPackage(): void {
  for (const platform of platforms) {
    mkdirSync(join(copy, 'bin/napi-v6', platform, 'inner'), { recursive: true })
    writeFileSync(join(copy, 'bin/napi-v6', platform, 'library'), Buffer.alloc(2_000_000))
    writeFileSync(join(copy, 'bin/napi-v6', platform, 'inner/other'), Buffer.alloc(1_000_000))
  }
  mkdirSync(join(copy, 'dist'))
  writeFileSync(join(copy, 'dist/index.js'), '')
  writeFileSync(join(copy, 'package.json'), JSON.stringify({ name: 'onnxruntime-node', version: '1.30.0' }))
}

/** Every file below a folder, links not followed. */
const filesOf = (folder: string) => readdirSync(folder, { recursive: true }).map(String).sort()

describe('a copy of every platform', () => {
  beforeEach(drawPackage)

  it('is listed, and nothing is removed without --yes', async () => {
    const before = filesOf(root)
    expect(await runCli('prune', root, '--keep', 'linux-x64')).toEqual({
      stdout: [
        `${copy} 1.30.0`,
        '  keep    linux-x64        3.0 MB',
        '  remove  darwin-arm64     3.0 MB',
        '  remove  linux-arm64      3.0 MB',
        '  remove  win32-arm64      3.0 MB',
        '  remove  win32-x64        3.0 MB',
        'Would remove 12.0 MB and leave 3.0 MB of 15.0 MB. Nothing was removed: add --yes.',
        '',
      ].join('\n'),
      stderr: '',
      code: undefined,
    })
    expect(filesOf(root)).toEqual(before)
  })

  it('loses the others with --yes, and nothing else', async () => {
    const { stdout } = await runCli('prune', root, '--keep', 'linux-x64', '--yes')
    expect(stdout).toMatch(/Removed 12\.0 MB; 3\.0 MB of 15\.0 MB are left\.\n$/)
    expect(filesOf(copy)).toEqual([
      'bin', 'bin/napi-v6', 'bin/napi-v6/linux', 'bin/napi-v6/linux/x64', 'bin/napi-v6/linux/x64/inner',
      'bin/napi-v6/linux/x64/inner/other', 'bin/napi-v6/linux/x64/library', 'dist', 'dist/index.js', 'package.json',
    ])
    expect((await runCli('prune', root, '--keep', 'linux-x64', '--yes')).stdout).toMatch(/Nothing to remove: 3\.0 MB/)
  })

  it('keeps more than one where they are named', async () => {
    await runCli('prune', root, '--keep', 'linux-x64, linux-arm64', '--yes')
    expect(readdirSync(join(copy, 'bin/napi-v6'))).toEqual(['linux'])
    expect(readdirSync(join(copy, 'bin/napi-v6/linux'))).toEqual(['arm64', 'x64'])
  })

  it('keeps everything where it has no binary for the platform', async () => {
    const before = filesOf(root)
    const { stdout } = await runCli('prune', root, '--keep', 'darwin-x64', '--yes')
    expect(stdout).toContain('It has no binary for darwin-x64, so nothing of it is removed.')
    expect(filesOf(root)).toEqual(before)
  })

  it('never removes what a link leads to', async () => {
    const outside = join(root, 'outside')
    mkdirSync(join(outside, 'x64'), { recursive: true })
    writeFileSync(join(outside, 'x64/precious'), 'x')
    symlinkSync(outside, join(copy, 'bin/napi-v6/freebsd'))
    symlinkSync(join(outside, 'x64'), join(copy, 'bin/napi-v6/win32/x64/link'))
    await runCli('prune', root, '--keep', 'linux-x64', '--yes')
    expect(existsSync(join(outside, 'x64/precious'))).toBe(true)
    expect(existsSync(join(copy, 'bin/napi-v6/win32'))).toBe(false)
  })

  it('is told as JSON', async () => {
    const { stdout } = await runCli('prune', root, '--keep', 'linux-x64', '--json')
    expect(JSON.parse(stdout)).toMatchObject({
      removed: false,
      copies: [
        { folder: copy, version: '1.30.0', keep: [{ platform: 'linux-x64', bytes: 3_000_000 }], remove: { length: 4 } },
      ],
    })
  })

  it('keeps this platform where none is named', async () => {
    const { stdout } = await runCli('prune', root, '--json')
    const [{ keep }] = (JSON.parse(stdout) as { copies: { keep: { platform: string }[] }[] }).copies
    const here = `${process.platform}-${process.arch}`
    if (platforms.includes(here.replace('-', '/'))) expect(keep.map(({ platform }) => platform)).toEqual([here])
    else expect(keep).toHaveLength(platforms.length)
  })
})

it('without the package there is nothing to do', async () => {
  const { stdout, code } = await runCli('prune', root)
  expect({ stdout, code }).toEqual({
    stdout: `onnxruntime-node is not installed in ${root} or above it: nothing to remove.\n`,
    code: undefined,
  })
})

it('a package without binaries is left as it is', async () => {
  mkdirSync(copy, { recursive: true })
  writeFileSync(join(copy, 'package.json'), JSON.stringify({ name: 'onnxruntime-node', version: '1.14.0' }))
  expect((await runCli('prune', root, '--yes')).stdout).toMatch(/Nothing to remove: 0\.0 MB/)
})

it.each([
  ['a folder that does not exist', ['prune', '/none/at/all'], /ENOENT/],
  ['a platform that does not exist', ['prune', '.', '--keep', 'solaris'], /linux-x64/],
])('%s: exit code 2', async (_, words, message) => {
  const { stderr, code } = await runCli(...words)
  expect(stderr).toMatch(message)
  expect(code).toBe(2)
})

it('the true package is left with one platform, and still loads', async () => {
  const from = dirname(createRequire(import.meta.url).resolve('onnxruntime-node/package.json'))
  cpSync(from, copy, { recursive: true })
  const { stdout } = await runCli('prune', root, '--yes', '--json')
  const { copies } = JSON.parse(stdout) as { copies: { keep: { bytes: number }[]; remove: { bytes: number }[] }[] }
  const sum = (binaries: { bytes: number }[]) => binaries.reduce((bytes, binary) => bytes + binary.bytes, 0)
  expect(sum(copies[0].remove)).toBeGreaterThan(2 * sum(copies[0].keep))
  const binding = join(copy, 'bin/napi-v6', process.platform, process.arch, 'onnxruntime_binding.node')
  const { listSupportedBackends } = createRequire(binding)(binding) as { listSupportedBackends(): { name: string }[] }
  expect(listSupportedBackends().map(({ name }) => name)).toContain('cpu')
})
