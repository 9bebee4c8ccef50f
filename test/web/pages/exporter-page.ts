// The page that converts: the address of a model.json in; the bytes of the ONNX file and what it holds out.
import { env, setBackend } from '@tensorflow/tfjs-core'
import '@tensorflow/tfjs-backend-cpu'
import { loadLayersModel } from '@tensorflow/tfjs-layers'
import { convertLayersModel, inspectModel } from 'tfjs-to-onnx'
import type { ConversionOptions, Inspection } from 'tfjs-to-onnx'

export interface ExporterPage {
  convert(address: string, options: ConversionOptions): Promise<{ bytes: number[]; inspection: Inspection }>
}

async function convert(address: string, options: ConversionOptions) {
  env().set('PROD', true)
  await setBackend('cpu')
  const { bytes } = await convertLayersModel(await loadLayersModel(address), options)
  return { bytes: [...bytes], inspection: inspectModel(bytes) }
}

const page: ExporterPage = { convert }
Object.assign(globalThis, page)
