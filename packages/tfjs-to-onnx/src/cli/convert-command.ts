// A model.json and options in; the .onnx file, and on request its report, written; one line about it out.
import { convertLayersModel } from '../convert-model'
import type { ConversionOptions } from '../conversion-options'
import { ConversionError, isConversionError } from '../conversion-error'
import { loadModelFile } from './load-model-file'
import type { Terminal } from './terminal'
import { writeWhole } from './write-whole'

export interface ConvertFlags {
  readonly opset?: number
  readonly weights?: ConversionOptions['weights']
  readonly inputLayout?: ConversionOptions['inputLayout']
  readonly names?: ConversionOptions['names']
  /** False where --no-fold-batch-norm was given. */
  readonly foldBatchNorm: boolean
  /** False where --no-merge-branches was given. */
  readonly mergeBranches: boolean
  readonly report?: string
}

export async function convertCommand(
  source: string,
  target: string,
  { report: reportFile, ...options }: ConvertFlags,
  { stdout, stderr }: Terminal,
): Promise<void> {
  const model = await loadModelFile(source)
  const { bytes, report } = await convertLayersModel(model, options).catch((error) => { throw inFile(source, error) })
  await writeWhole(target, bytes)
  if (reportFile !== undefined) await writeWhole(reportFile, `${JSON.stringify(report, null, 2)}\n`)
  for (const { id, layer, sentence } of report.quirks) stderr.write(`${id} in ${layer}: ${sentence}\n`)
  const count = (value: number) => value.toLocaleString('en')
  const nodes = Object.values(report.operators).reduce((sum, number) => sum + number, 0)
  stdout.write(
    `${target}: ${count(bytes.length)} bytes, opset ${report.opset}, ${nodes} nodes, `
      + `${count(report.parameters)} parameters, ${count(report.multiplyAccumulates)} multiply-accumulates\n`,
  )
}

/** A layer is looked for in the file that it stands in. */
function inFile(source: string, error: unknown): unknown {
  if (!isConversionError(error) || error.layer === undefined) return error
  const { code, layer, key, message } = error
  return new ConversionError(code, `In "${source}": ${message.replace(` [${code}]`, '')}`, { layer, key, cause: error })
}
