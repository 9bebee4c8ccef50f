// Complaints about what happens when it starts and runs, with our answers and their proofs.
import type { Complaint } from './complaint'

export const runningComplaints: readonly Complaint[] = [
  {
    complaint: 'The .wasm is not found, or is an HTML page',
    heard: 'onnxruntime #19831, #19829, #21318; inference-examples #200',
    answer:
      'status, type and first bytes are checked before anything starts; `wasm-missing` names address, status and '
      + 'mend',
    proofs: [
      {
        file: 'test/web/runtime.test.ts',
        test: 'for its .wasm is wasm-missing, and a good one afterwards works in the same page',
      },
    ],
  },
  {
    complaint: 'One failed download breaks the page until it is reloaded',
    heard: 'onnxruntime #18938, #17700; transformers.js #1767, #1635',
    answer:
      'onnxruntime starts with bytes that are known to be good; a failed .wasm is not remembered, the next call '
      + 'tries again. A browser may remember JavaScript that failed to load: the error then says to load the page '
      + 'again',
    proofs: [
      {
        file: 'test/web/runtime.test.ts',
        test: 'for its .wasm is wasm-missing, and a good one afterwards works in the same page',
      },
      { file: 'test/web/runtime.test.ts', test: 'tries again where the server could not answer' },
      {
        file: 'test/web/stress/faults.stress.test.ts',
        test: 'that sends half of %s (%s) is a typed error, and the next one works',
      },
    ],
  },
  {
    complaint: 'CUDA is missing: an error, or the CPU without a word',
    heard: 'transformers.js #1642; onnxruntime #23833, #22968, #25952',
    answer: 'each provider is tried alone; `backend` and `onFallback` say what was left and why; `strict: true` throws',
    proofs: [
      {
        file: 'test/contract/provider-cases.ts',
        test: 'provider: with strict nothing is fallen back to, and the reason is told',
      },
      {
        file: 'test/contract/provider-cases.ts',
        test: 'provider: onFallback hears of each that is left, and may throw',
      },
    ],
  },
  {
    complaint: 'WebGPU computes wrong results',
    heard: 'onnxruntime #24070, #25029, #25227, #19816',
    answer:
      'golden vectors travel with each model; a driver that misses them is left, with the difference in the '
      + 'reason',
    proofs: [
      { file: 'packages/core/src/create-classifier-on-gpu.test.ts', test: 'runs on the next provider where it is not' },
      {
        file: 'test/webgpu/webgpu-in-node.test.ts',
        test: 'a model that it computes otherwise than its golden vectors say runs on the CPU, with the reason',
      },
    ],
    untested: 'a driver that truly miscomputes; wrong golden vectors stand in for it',
  },
  {
    complaint: 'WebGPU is slower than WebAssembly for small networks',
    heard: 'gpuweb #5291; onnxruntime #18584',
    answer: "WebAssembly is the default; `executionProviders: 'auto'` weighs by the model's operations and measures",
    proofs: [
      {
        file: 'packages/core/src/session/order-candidates.test.ts',
        test: 'those that are loaded change places among themselves, the others stay',
      },
    ],
    untested: 'a real GPU: WebGPU runs on a software adapter here',
  },
  {
    complaint: 'The first picture freezes the page',
    heard: 'onnxruntime #25882; tfjs #1715, #6970',
    answer:
      "`warmup`, on by default for GPU providers, with its own progress events; `worker: true` loads and runs "
      + "off the page's thread",
    proofs: [
      { file: 'packages/core/src/create-classifier-on-gpu.test.ts', test: 'is the last phase that is heard of' },
      {
        file: 'test/contract/provider-cases.ts',
        test: 'provider: onProgress hears of the session and the warm-up, and may throw',
      },
    ],
  },
  {
    complaint: 'Threads need headers that nobody explains',
    heard: 'onnxruntime #19148, #9681, #25666; transformers.js #882',
    answer:
      'one thread is the default and enough for small models; `backend.threads` says how many run; capabilities '
      + 'say why',
    proofs: [
      { file: 'test/web/runtime.test.ts', test: 'has threads %s: %s' },
      { file: 'test/web/runtime.test.ts', test: 'tells what this browser can do, and downloads nothing for it' },
    ],
  },
  {
    complaint: 'Overlapping calls hang or fail: "Session already started"',
    heard: 'transformers.js #909; onnxruntime #32561, #32587',
    answer: 'one queue: any number of calls at once, waiting ones joined into batches, no failure reaches a neighbour',
    proofs: [
      {
        file: 'test/contract/queue-cases.ts',
        test: 'overlap: calls of every kind at once, with bad ones and aborted ones among them',
      },
      { file: 'test/stress/load.stress.test.ts', test: '$name: $calls calls at once, three times' },
      { file: 'test/web/stress/load.stress.test.ts', test: '$name with $options: $calls calls at once, three times' },
    ],
  },
  {
    complaint: 'A run blocks the event loop of Node',
    heard: 'onnxruntime #19611, #26968',
    answer: '`worker: true` moves loading, decoding and running to threads, with the same API',
    proofs: [
      {
        file: 'test/stress/event-loop.stress.test.ts',
        test: 'a worker leaves the event loop free, which the same work without one holds',
      },
      {
        file: 'packages/node/src/thread-platform.test.ts',
        test: 'answers on %s, ends by itself, and leaves nothing behind',
      },
    ],
  },
  {
    complaint: 'Memory grows; nothing frees it',
    heard: 'onnxruntime #21574, #21673; nsfwjs #435; tfjs #4758',
    answer:
      '`dispose()` waits for work in flight and frees; `await using` works. Three equal rounds of calls, aborts and disposals: '
      + 'the lesser of the two growths between them is below 5 %. '
      + "Classifiers made and disposed of by the hundred leave WebAssembly's memory as large as it was",
    proofs: [
      {
        file: 'test/stress/cycles.stress.test.ts',
        test: '$name: $cycles classifiers, three times, leave no memory behind',
      },
      { file: 'test/stress/load.stress.test.ts', test: '$name: $calls calls at once, three times' },
      { file: 'test/contract/disposal-cases.ts', test: 'dispose: waits for the calls in flight, which are answered' },
    ],
  },
]
