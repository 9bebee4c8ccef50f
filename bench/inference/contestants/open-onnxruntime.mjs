// A model folder and threads in; onnxruntime-node with it, and sharp by hand for files, as a contestant out.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Pixels lie ready as a tensor: `session.run` and nothing else. A file is decoded and resized by sharp in one go,
 * which may decode it at a fraction of its size, and is scaled in a loop. With `best`, onnxruntime chooses the threads.
 */
export async function openContestant({ folder, threads, best }) {
  process.env.ORT_DISABLE_TELEMETRY ??= '1'
  const loaded = await import('onnxruntime-node')
  const onnxruntime = loaded.default ?? loaded
  const session = await onnxruntime.InferenceSession.create(await readFile(join(folder, 'onnx', 'model.onnx')), {
    logSeverityLevel: 4, ...(!best && { intraOpNumThreads: threads, interOpNumThreads: 1 }),
  })
  const { size } = JSON.parse(await readFile(join(folder, 'preprocessor_config.json'), 'utf8'))
  const run = async (values, count) => {
    const input = new onnxruntime.Tensor('float32', values, [count, 3, size.height, size.width])
    return (await session.run({ pixel_values: input }, ['logits'])).logits.data
  }
  const runFile = async (bytes) => run(toTensor([await decode(bytes, size)]), 1)
  return {
    versions: { 'onnxruntime-node': onnxruntime.env.versions.node },
    prepare(pictures) {
      if (pictures[0].width === undefined) return () => runFile(pictures[0].data)
      const values = toTensor(pictures.map(({ data }) => data))
      return () => run(values, pictures.length)
    },
    scores: async ({ data, width }) => softmax(await (width === undefined ? runFile(data) : run(toTensor([data]), 1))),
    close: () => session.release(),
  }
}

let sharp

async function decode(bytes, { width, height }) {
  sharp ??= (await import('sharp')).default
  return sharp(bytes).resize(width, height, { fit: 'fill', kernel: 'linear' }).removeAlpha().raw().toBuffer()
}

/** RGB bytes of each picture -> [N, 3, H, W], 0..255 to -1..1. */
function toTensor(pictures) {
  const pixels = pictures[0].length / 3
  const values = new Float32Array(pictures.length * 3 * pixels)
  pictures.forEach((data, picture) => {
    for (let channel = 0; channel < 3; channel++) {
      const start = (picture * 3 + channel) * pixels
      for (let pixel = 0; pixel < pixels; pixel++) values[start + pixel] = data[pixel * 3 + channel] / 127.5 - 1
    }
  })
  return values
}

function softmax(logits) {
  const most = Math.max(...logits)
  const powers = Array.from(logits, (logit) => Math.exp(logit - most))
  const sum = powers.reduce((total, power) => total + power, 0)
  return powers.map((power) => power / sum)
}
