// The path of an ONNX file in; what it holds, as lines or as JSON, on standard output out.
import { readFile } from 'node:fs/promises'
import { formatInspection } from '../inspect/format-inspection'
import { inspectModel } from '../inspect/inspect-model'
import { fileMissing } from './file-missing'
import type { Terminal } from './terminal'

/** @throws ConversionError 'file-missing', 'file-invalid', 'file-damaged'. */
export async function inspectCommand(path: string, { json }: { json?: boolean }, { stdout }: Terminal): Promise<void> {
  const inspection = inspectModel(await readWhole(path), path)
  stdout.write(json ? `${JSON.stringify(inspection, null, 2)}\n` : formatInspection(inspection))
}

async function readWhole(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path)
  } catch (cause) {
    throw fileMissing(path, 'model.onnx', cause)
  }
}
