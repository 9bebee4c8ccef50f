// Runs every example of examples/node as a person would, and compares what it prints with its README.
import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readTranscripts } from '../docs/transcripts'
import { runNode } from './package/run-command'
import { temporaryFolder } from './package/temporary-folder'
import { available } from './requirement'
import { root } from './source-files'

const folder = join(root, 'examples/node')
const transcripts = readTranscripts(readFileSync(join(folder, 'README.md'), 'utf8'))

const built = available(
  'build',
  ['core', 'node', 'stylelens'].every((name) => existsSync(join(root, 'packages', name, 'dist/index.js'))),
  'the packages are not built: npm run build',
)
const native = available(
  'onnxruntime-node',
  existsSync(join(root, 'node_modules/onnxruntime-node')),
  'npm could not install onnxruntime-node, whose output the README shows',
)

const number = /\d+(\.\d+)?/g
const words = (text: string) => text.replace(number, '#').replace(/ +/g, ' ')
const numbers = (text: string) => (text.match(number) ?? []).map(Number)

it('stand in the README, all of them', () => {
  const shown = transcripts.map(({ words: [script] }) => script)
  const scripts = readdirSync(folder).filter((name) => name.endsWith('.mjs'))
  expect(shown).toEqual(scripts.map((name) => `examples/node/${name}`))
})

it.each(readdirSync(folder).filter((name) => name.endsWith('.mjs')))('%s has at most 40 lines', (name) => {
  expect(readFileSync(join(folder, name), 'utf8').trimEnd().split('\n').length).toBeLessThanOrEqual(40)
})

describe.skipIf(!built || !native)('node', () => {
  it.each(transcripts)('$words prints what its README shows', async (transcript) => {
    const { code, stdout, stderr } = await runNode(transcript.words, root)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(words(stdout)).toBe(words(transcript.output))
    // Another processor may round the last digit of a percentage otherwise.
    const shown = numbers(transcript.output)
    numbers(stdout).forEach((value, place) => expect(Math.abs(value - shown[place])).toBeLessThan(0.15))
  })

  it('classify-folder.mjs names the picture that fails, and ends with code 1', async () => {
    const pictures = temporaryFolder()
    copyFileSync(join(root, 'samples/pictures/bag.png'), join(pictures, 'a.png'))
    writeFileSync(join(pictures, 'b.png'), readFileSync(join(root, 'samples/pictures/bag.png')).subarray(0, 400))
    const { code, stdout, stderr } = await runNode(['examples/node/classify-folder.mjs', pictures], root)
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toMatch(/^b\.png failed with image-corrupt: .*\[image-corrupt\]\n$/)
  })

  it('swap-provider.mjs says why a provider was not used', async () => {
    // WebNN is never in Node, so this is the same on every machine.
    const { code, stdout } = await runNode(['examples/node/swap-provider.mjs', 'samples/pictures/bag.png', 'webnn'], root)
    expect(code).toBe(0)
    expect(stdout).toMatch(/^asked for webnn, runs wasm of onnxruntime-web: .*\n {2}.*WebNN is part of browsers/)
  })
})
