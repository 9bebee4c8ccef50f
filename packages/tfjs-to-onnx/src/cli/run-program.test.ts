// Command lines, saved models and a terminal that remembers in; files, words and exit codes out.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as tf from '@tensorflow/tfjs-core'
import type { LayersModel } from '@tensorflow/tfjs-layers'
import * as layers from '@tensorflow/tfjs-layers'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import packageJson from '../../package.json'
import { convolutionalNetwork, recurrentNetwork } from '../../test/sample-networks'
import { openRunner } from '../../test/open-session'
import { saveModel } from '../../test/save-model'
import type { SavedDescription, SavingOptions } from '../../test/save-model'
import { convertLayersModel } from '../convert-model'
import { inspectModel } from '../inspect/inspect-model'
import { buildProgram } from './build-program'
import { runProgram } from './run-program'
import type { Terminal } from './terminal'

let folder: string
let model: LayersModel
let source: string
beforeAll(async () => {
  await tf.setBackend('cpu')
  folder = mkdtempSync(join(tmpdir(), 'tfjs-to-onnx-'))
  model = convolutionalNetwork()
  source = await saveModel(model, join(folder, 'saved'))
})
afterAll(() => rmSync(folder, { recursive: true }))

let place: string
beforeEach(() => {
  place = mkdtempSync(join(folder, 'out-'))
})

async function run(...parts: string[]) {
  const written = { stdout: '', stderr: '' }
  const output = (name: keyof typeof written) => ({ write: (text: string) => { written[name] += text } })
  const terminal: Terminal = {
    argv: ['node', 'tfjs-to-onnx', ...parts], stdout: output('stdout'), stderr: output('stderr'), exitCode: 0,
  }
  await runProgram(buildProgram(terminal), terminal)
  return { ...written, code: terminal.exitCode }
}

const convert = (...options: string[]) => run(source, join(place, 'out.onnx'), ...options)
const written = () => new Uint8Array(readFileSync(join(place, 'out.onnx')))

const save = (options: SavingOptions, change?: (description: SavedDescription) => void) =>
  saveModel(model, join(place, 'saved'), options, change)

const answer = async (bytes: Uint8Array) => {
  const data = Float32Array.from({ length: 216 }, (_, index) => Math.sin(index))
  const { head } = await openRunner()(bytes, { conv_input: { dataType: 'float32', data, dims: [1, 9, 8, 3] } })
  return Array.from(head.data as Float32Array)
}

describe('tfjs-to-onnx model.json out.onnx', () => {
  it('writes what the library gives, and one line about it', async () => {
    const { bytes, report } = await convertLayersModel(model)
    const { stdout, stderr, code } = await convert()
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 })
    expect(stdout).toBe(`${join(place, 'out.onnx')}: ${bytes.length.toLocaleString('en')} bytes, opset 17, 7 nodes, `
      + `260 parameters, ${report.multiplyAccumulates.toLocaleString('en')} multiply-accumulates\n`)
    expect(Buffer.compare(written(), bytes)).toBe(0)
    expect(readdirSync(place)).toEqual(['out.onnx'])
  })

  it('is the command `convert`, too', async () => {
    expect((await run('convert', source, join(place, 'out.onnx'))).code).toBe(0)
    expect(existsSync(join(place, 'out.onnx'))).toBe(true)
  })

  it.each([
    [['--opset', '21'], { opset: 21 }],
    [['--weights', 'fp16'], { weights: 'fp16' }],
    [['--weights', 'int8'], { weights: 'int8' }],
    [['--input-layout', 'nhwc-u8'], { inputLayout: 'nhwc-u8' }],
    [['--input-layout', 'nchw-f32', '--opset', '13'], { inputLayout: 'nchw-f32', opset: 13 }],
    [['--no-fold-batch-norm'], { foldBatchNorm: false }],
  ] as const)('%j', async (words, options) => {
    const { code, stderr } = await convert(...words)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const { bytes } = await convertLayersModel(model, options)
    expect(Buffer.compare(written(), bytes)).toBe(0)
    expect(Buffer.compare(written(), (await convertLayersModel(model)).bytes)).not.toBe(0)
  })

  it('--report writes the report as JSON', async () => {
    const report = join(place, 'report.json')
    expect((await convert('--report', report)).code).toBe(0)
    expect(JSON.parse(readFileSync(report, 'utf8'))).toEqual((await convertLayersModel(model)).report)
  })

  it('tells deviations of tfjs that the model meets on standard error', async () => {
    const wide = layers.sequential({
      layers: [layers.layers.upSampling2d({ interpolation: 'bilinear', inputShape: [3, 4, 2], name: 'up' } as object)],
    })
    const path = await saveModel(wide, join(place, 'wide'))
    const { code, stderr } = await run(path, join(place, 'out.onnx'))
    expect(code).toBe(0)
    expect(stderr).toMatch(/^up-sampling-bilinear in up: tfjs samples without half-pixel centres.*\n$/)
  })

  it.each([2, 3, 7])('reads weights that lie in %i files', async (shards) => {
    expect((await run(await save({ shards }), join(place, 'out.onnx'))).code).toBe(0)
    expect(Buffer.compare(written(), (await convertLayersModel(model)).bytes)).toBe(0)
  })

  it.each([
    ['uint8', 0.02], ['uint16', 1e-4], ['float16', 2e-3],
  ] as const)('reads weights of %s', async (quantization, tolerance) => {
    expect((await run(await save({ quantization }), join(place, 'out.onnx'))).code).toBe(0)
    const expected = await answer((await convertLayersModel(model)).bytes)
    const actual = await answer(written())
    expect(Math.max(...expected.map((value, index) => Math.abs(value - actual[index])))).toBeLessThan(tolerance)
    expect(actual).not.toEqual(expected)
  })

  it('reads recurrent layers, whose initializer needs more of tfjs than a loader has', async () => {
    const recurrent = recurrentNetwork()
    const path = await saveModel(recurrent, join(place, 'saved'), {}, ({ modelTopology }) => {
      const text = JSON.stringify(modelTopology)
      const { config } = modelTopology as { config: { layers: { config: Record<string, unknown> }[] } }
      config.layers[0].config.recurrent_initializer = { class_name: 'Orthogonal', config: { gain: 1, seed: null } }
      expect(JSON.stringify(modelTopology)).not.toBe(text)
    })
    expect((await run(path, join(place, 'out.onnx'))).code).toBe(0)
    expect(Buffer.compare(written(), (await convertLayersModel(recurrent)).bytes)).toBe(0)
  })
})

describe('exit code 1, and nothing written', () => {
  const shard = (content: Uint8Array | string) => (path: string) =>
    writeFileSync(join(path, '..', 'group1-shard1of1.bin'), content)
  const nan = new Uint8Array(Float32Array.from({ length: 284 }, (_, index) => index === 100 ? NaN : 1).buffer)
  it.each<[string, (description: SavedDescription) => void, (path: string) => void, RegExp]>([
    ['a graph model', (saved) => { saved.format = 'graph-model' }, () => undefined, /graph model.*\[file-invalid\]/],
    ['weights cut short', () => undefined, shard(nan.slice(0, 99)),
      /has 99 bytes, and its tensors need 1136; the first that is not whole is "conv\/kernel".*\[file-damaged\]/],
    ['a weight file missing', () => undefined, path => rmSync(join(path, '..', 'group1-shard1of1.bin')),
      /"group1-shard1of1\.bin", which ".*model\.json" names, cannot be read.*\[file-missing\]/],
    ['a layer that tfjs does not know', (saved) => {
      saved.modelTopology = JSON.parse(JSON.stringify(saved.modelTopology).replaceAll('BatchNormalization', 'MagicLayer'))
    }, () => undefined, /"model\.json" holds the layer MagicLayer.*\[layer-unsupported\]/],
    ['a weight that is not named', ({ weightsManifest: [group] }) => { group.weights[0].name = 'other' }, () => undefined,
      /TensorFlow\.js cannot load ".*model\.json".*\[file-invalid\]/],
    ['a topology that is none', (saved) => { saved.modelTopology = { class_name: 'Sequential' } }, () => undefined,
      /\[file-invalid\]/],
    ['NaN among the weights', () => undefined, shard(nan), /In ".*model\.json": Weight "conv\/kernel" holds NaN.*\[weight-not-finite\]/],
    ['a Keras 3 file renamed', () => undefined, path => writeFileSync(path, Uint8Array.from([0x50, 0x4b, 3, 4])),
      /zip.*\[file-invalid\]/],
    ['an HTML page', () => undefined, path => writeFileSync(path, '<!doctype html>'), /HTML.*\[file-invalid\]/],
    ['an empty file', () => undefined, path => writeFileSync(path, ''), /is empty.*\[file-invalid\]/],
    ['a folder', () => undefined, (path) => { rmSync(path); mkdirSync(path) }, /it is a folder.*\[file-missing\]/],
    ['nothing', () => undefined, rmSync, /there is no such file.*\[file-missing\]/],
  ])('%s', async (_, change, spoil, message) => {
    const path = await save({}, change)
    spoil(path)
    writeFileSync(join(place, 'out.onnx'), 'as it was')
    const { stdout, stderr, code } = await run(path, join(place, 'out.onnx'), '--report', join(place, 'report.json'))
    expect({ stdout, code }).toEqual({ stdout: '', code: 1 })
    expect(stderr).toMatch(message)
    expect(stderr).toMatch(/^tfjs-to-onnx: [^\n]*\n$/)
    expect(readFileSync(join(place, 'out.onnx'), 'utf8')).toBe('as it was')
    expect(readdirSync(place).sort()).toEqual(['out.onnx', 'saved'])
  })

  it.each([
    ['an opset that is too new', ['--opset', '22'], /Opset 22.*WebGPU.*\[opset-unsupported\]/],
    ['an opset that is too old', ['--opset', '12'], /Opset 12.*\[opset-unsupported\]/],
  ])('%s', async (_, words, message) => {
    const { stderr, code } = await convert(...words)
    expect(code).toBe(1)
    expect(stderr).toMatch(message)
    expect(readdirSync(place)).toEqual([])
  })

  it('a layout for what is no image', async () => {
    const path = await saveModel(recurrentNetwork(), join(place, 'saved'))
    const { stderr, code } = await run(path, join(place, 'out.onnx'), '--input-layout', 'nhwc-u8')
    expect(code).toBe(1)
    expect(stderr).toMatch(/no image.*\[option-invalid\]/)
  })

  it.each([
    ['in a folder that is not there', ['no', 'such', 'out.onnx']], ['that is a folder', ['taken']],
  ])('a target %s', async (_, parts) => {
    mkdirSync(join(place, 'taken'))
    const { stdout, stderr, code } = await run(source, join(place, ...parts))
    expect({ stdout, code }).toEqual({ stdout: '', code: 1 })
    expect(stderr).toMatch(/Cannot write ".*\[file-unwritable\]\n$/)
    expect(readdirSync(place)).toEqual(['taken'])
  })
})

describe('exit code 2: wrong words', () => {
  it.each([
    ['nothing', [], /missing required argument 'model\.json'/],
    ['no target', ['model.json'], /missing required argument 'out\.onnx'/],
    ['one word too many', ['a.json', 'b.onnx', 'c'], /too many arguments/],
    ['an unknown option', ['a.json', 'b.onnx', '--fast'], /unknown option '--fast'/],
    ['an opset that is no number', ['a.json', 'b.onnx', '--opset', 'new'], /whole number, 13 to 21/],
    ['an unknown format', ['a.json', 'b.onnx', '--weights', 'int4'], /Allowed choices are fp32, fp16, int8/],
    ['an unknown layout', ['a.json', 'b.onnx', '--input-layout', 'chwn'], /Allowed choices are nhwc-f32, nhwc-u8, nchw-f32/],
    ['inspect without a file', ['inspect'], /missing required argument 'model\.onnx'/],
  ])('%s', async (_, words, message) => {
    const { stdout, stderr, code } = await run(...words)
    expect({ stdout, code }).toEqual({ stdout: '', code: 2 })
    expect(stderr).toMatch(message)
  })
})

describe('tfjs-to-onnx inspect', () => {
  it('prints what a file holds', async () => {
    await convert()
    const { stdout, stderr, code } = await run('inspect', join(place, 'out.onnx'))
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 })
    expect(stdout).toMatch(/^ {2}conv_input +float32 +\[N, 9, 8, 3\]$/m)
    expect(stdout).toMatch(/^ {2}Conv +1 +yes +yes +yes$/m)
  })

  it('as JSON', async () => {
    await convert()
    const { stdout } = await run('inspect', join(place, 'out.onnx'), '--json')
    expect(JSON.parse(stdout)).toEqual(JSON.parse(JSON.stringify(inspectModel(written()))))
  })

  it.each([
    ['a model.json', () => source, /it is JSON.*\[file-invalid\]/],
    ['nothing', () => join(place, 'none.onnx'), /no such file.*\[file-missing\]/],
    ['a folder', () => place, /it is a folder.*model\.onnx.*\[file-missing\]/],
  ])('%s: exit code 1', async (_, path, message) => {
    const { stdout, stderr, code } = await run('inspect', path())
    expect({ stdout, code }).toEqual({ stdout: '', code: 1 })
    expect(stderr).toMatch(message)
  })
})

it('tells its version and its options', async () => {
  expect(await run('--version')).toEqual({ stdout: `${packageJson.version}\n`, stderr: '', code: 0 })
  const { stdout, code } = await run('convert', '--help')
  expect(code).toBe(0)
  for (const option of ['--opset', '--weights', '--input-layout', '--no-fold-batch-norm', '--no-merge-branches', '--report']) {
    expect(stdout).toContain(option)
  }
  expect((await run('--help')).stdout).toMatch(/convert[^]*inspect[^]*Exit code: 0 done, 1 the model was refused, 2/)
})
