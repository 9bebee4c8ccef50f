// Programs that classify in; no socket, no file written, nothing left in their folders out, as strace sees it.
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'
import { picturesFolder } from '../golden/golden-folder'
import { temporaryFolder } from '../package/temporary-folder'
import { available } from '../requirement'
import { root } from '../source-files'
import { builtLibrary, bundleScript } from './run-script'
import { calledIn, watchScript, writtenIn } from './watch-script'

const traces = spawnSync('strace', ['-f', '-qq', '-o', '/dev/null', 'true']).status === 0
const present = available('strace', traces, 'strace is not installed or not allowed: apt-get install strace')
const folder = temporaryFolder()
const picture = fileURLToPath(new URL('sample-bag.png', picturesFolder))

it.each([
  ['7 connect(3, {sa_family=AF_INET, sin_port=htons(443), sin_addr=inet_addr("1.2.3.4")}, 16) = 0', 0, 1],
  ['7 sendto(3, "x", 1, 0, {sa_family=AF_INET6, sin6_port=htons(53)}, 28) = 1', 0, 1],
  ['7 connect(3, {sa_family=AF_UNIX, sun_path="/var/run/nscd/socket"}, 110) = -1', 0, 0],
  ['7 openat(AT_FDCWD, "/home/somebody/.cache/x", O_RDWR|O_CREAT|O_CLOEXEC, 0666) = 3', 1, 0],
  ['7 openat(AT_FDCWD, "/etc/hosts", O_RDONLY) = 3', 0, 0],
  ['7 openat(AT_FDCWD, "/dev/null", O_RDWR) = 3', 0, 0],
  ['7 mkdir("/home/somebody/.cache", 0777) = -1 EEXIST', 1, 0],
])('the reader of strace finds in %s: %i files, %i calls', (line, files, sockets) => {
  expect([writtenIn(line).length, calledIn(line).length]).toEqual([files, sockets])
})

it.skipIf(!present)('the watcher catches onnxruntime-node with its telemetry on', async () => {
  const script = await bundleScript('talkative-main', folder)
  const resolved = createRequire(join(root, 'packages/node/package.json')).resolve('onnxruntime-node')
  const model = join(root, 'models/fashion-nano/model.onnx')
  const { end, written, called, left } = await watchScript(script, { library: pathToFileURL(resolved).href, model }, folder)
  expect(end.code, end.stderr).toBe(0)
  expect(written.length + called.length).toBeGreaterThan(0)
  expect(left.length).toBeGreaterThan(0)
}, 300_000)

it.skipIf(!present).each([
  { executionProviders: 'cpu' },
  { executionProviders: 'wasm' },
  { executionProviders: 'cpu', worker: { size: 2 } },
  { executionProviders: 'wasm', worker: true },
])('%o: calls nobody, writes nothing, leaves nothing', async (options) => {
  const script = await bundleScript('privacy-main', folder)
  const { end, ...traces } = await watchScript(script, { library: builtLibrary, options, picture }, folder)
  expect(end).toEqual({ code: 0, signal: null, stdout: '', stderr: '' })
  expect(traces).toEqual({ written: [], called: [], left: [] })
}, 300_000)
