// Names of built files in; those that the first visit keeps are compared.
import { expect, it } from 'vitest'
import { precachedFiles } from './service-worker'

it('keeps the page and the usual engine, and leaves other engines, models and workers for later', () => {
  const files = [
    'index.html',
    'icon.svg',
    'samples/coat.webp',
    'assets/index-a1.js',
    'assets/index-b2.css',
    'assets/ort.wasm.bundle.min-c3.js',
    'assets/ort.jspi.bundle.min-d4.js',
    'assets/ort.webgpu.bundle.min-e5.js',
    'assets/webgpu-worker-f6.js',
    'assets/worker-f7.js',
    'assets/ort-wasm-simd-threaded-g7.wasm',
    'assets/ort-wasm-simd-threaded.jspi-h8.wasm',
    'assets/model-i9.onnx',
  ]
  expect(precachedFiles(files)).toEqual([
    'assets/index-a1.js',
    'assets/index-b2.css',
    'assets/ort.wasm.bundle.min-c3.js',
    'icon.svg',
    'index.html',
    'samples/coat.webp',
  ])
})
