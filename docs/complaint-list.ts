// What users of other libraries complain about, what is done about it here, and the test that proves it.

export interface Complaint {
  readonly complaint: string
  /** Threads where it was said. */
  readonly heard: string
  readonly answer: string
  /** A test file and a title in it; or why no test here can tell. */
  readonly proof: { readonly file: string; readonly test: string } | { readonly untested: string }
}

export const complaints: readonly Complaint[] = [
  {
    complaint: "The install dies in the native runtime's own install script",
    heard: 'onnxruntime #23231, #24178, #24770; transformers.js #1138',
    answer: 'onnxruntime-node is optional: without it WebAssembly answers and says so, and `stylelens doctor` names the mend',
    proof: {
      file: 'packages/node/src/load-classifier.test.ts',
      test: 'says what is missing where neither package loads',
    },
  },
  {
    complaint: 'Too large for a serverless function or a container',
    heard: 'transformers.js #1164, #295; next.js #75635; tfjs #2817',
    answer: '`stylelens prune` removes the binaries of other platforms; on WebAssembly no native code is needed',
    proof: {
      file: 'packages/stylelens/src/cli/prune/prune-command.test.ts',
      test: 'loses the others with --yes, and nothing else',
    },
  },
  {
    complaint: 'No binary for Alpine (musl)',
    heard: 'onnxruntime #12439, #9483; transformers.js #1275, #376',
    answer: 'where the native library does not load, WebAssembly is next, with the reason in `backend.fellBackFrom`',
    proof: {
      file: 'packages/node/src/native/explain-unloadable.test.ts',
      test: 'glibc, in whose place this system has musl',
    },
  },
  {
    complaint: 'No binary for Intel Macs',
    heard: 'transformers.js #1634; GitNexus #1515',
    answer: 'the same fallback, simulated by a native package that has no binary',
    proof: { file: 'packages/node/src/native/explain-unloadable.test.ts', test: 'Intel Macs have had none since 1.24' },
  },
  {
    complaint: 'Electron: archives, missing libraries, crashes in workers',
    heard: 'onnxruntime #20084, #29763; transformers.js #487',
    answer: 'nothing native is loaded by an import, only by the first classifier; what to unpack stands in docs/deployment.md',
    proof: { untested: 'Electron is not among the runtimes of the tests' },
  },
  {
    complaint: 'Next.js and webpack choke on native files; `self is not defined` on the server',
    heard: 'transformers.js #98, #183, #210, #875; ml5 and mediapipe #2546',
    answer: 'the browser condition holds no Node import; importing it in Node touches no global',
    proof: { file: 'packages/web/src/server-side.test.ts', test: '%s touches no global when it is imported' },
  },
  {
    complaint: 'The .wasm is not found, or is an HTML page',
    heard: 'onnxruntime #19831, #19829, #21318; inference-examples #200',
    answer: 'status, type and first bytes are checked before anything starts; `wasm-missing` names address, status and mend',
    proof: {
      file: 'test/web/runtime.test.ts',
      test: 'for its .wasm is wasm-missing, and a good one afterwards works in the same page',
    },
  },
  {
    complaint: 'One failed download breaks the page until it is reloaded',
    heard: 'onnxruntime #18938, #17700; transformers.js #1767, #1635',
    answer: 'onnxruntime starts with bytes that are known to be good; a failure is not remembered, the next call tries again',
    proof: { file: 'test/web/runtime.test.ts', test: 'tries again where the server could not answer' },
  },
  {
    complaint: 'CUDA is missing: an error, or the CPU without a word',
    heard: 'transformers.js #1642; onnxruntime #23833, #22968, #25952',
    answer: 'each provider is tried alone; `backend` and `onFallback` say what was left and why; `strict: true` throws',
    proof: {
      file: 'test/contract/provider-cases.ts',
      test: 'provider: with strict nothing is fallen back to, and the reason is told',
    },
  },
  {
    complaint: 'WebGPU computes wrong results',
    heard: 'onnxruntime #24070, #25029, #25227, #19816',
    answer: 'golden vectors travel with each model; a driver that misses them is left, with the difference in the reason',
    proof: {
      file: 'packages/core/src/create-classifier-on-gpu.test.ts',
      test: 'runs on the next provider where it is not',
    },
  },
  {
    complaint: 'WebGPU is slower than WebAssembly for small networks',
    heard: 'gpuweb #5291; onnxruntime #18584',
    answer: "WebAssembly is the default; `executionProviders: 'auto'` weighs by the model's operations and measures",
    proof: {
      file: 'packages/core/src/session/order-candidates.test.ts',
      test: 'those that are loaded change places among themselves, the others stay',
    },
  },
  {
    complaint: 'The first picture freezes the page',
    heard: 'onnxruntime #25882; tfjs #1715, #6970',
    answer: '`warmup`, on by default for GPU providers, with its own progress events; `worker: true` keeps the page free',
    proof: { file: 'packages/core/src/create-classifier-on-gpu.test.ts', test: 'is the last phase that is heard of' },
  },
  {
    complaint: 'Threads need headers that nobody explains',
    heard: 'onnxruntime #19148, #9681, #25666; transformers.js #882',
    answer: 'one thread is the default and enough for small models; `backend.threads` says how many run; capabilities say why',
    proof: {
      file: 'test/contract/provider-cases.ts',
      test: 'provider: the report names the runtime, its version, threads and thread',
    },
  },
  {
    complaint: 'Overlapping calls hang or fail: "Session already started"',
    heard: 'transformers.js #909; onnxruntime #32561, #32587',
    answer: 'one queue: any number of calls at once, waiting ones joined into batches, no failure reaches a neighbour',
    proof: {
      file: 'test/contract/queue-cases.ts',
      test: 'overlap: calls of every kind at once, with bad ones and aborted ones among them',
    },
  },
  {
    complaint: 'A run blocks the event loop of Node',
    heard: 'onnxruntime #19611, #26968',
    answer: '`worker: true` moves loading, decoding and running to threads, with the same API',
    proof: {
      file: 'packages/node/src/thread-platform.test.ts',
      test: 'answers on %s, ends by itself, and leaves nothing behind',
    },
  },
  {
    complaint: 'Memory grows; nothing frees it',
    heard: 'onnxruntime #21574, #21673; nsfwjs #435; tfjs #4758',
    answer: '`dispose()` waits for work in flight and frees; `await using` works; a second equal round of calls adds nothing',
    proof: {
      file: 'test/contract/disposal-cases.ts',
      test: 'dispose: waits for the calls in flight, which are answered',
    },
  },
  {
    complaint: 'Workers, service workers and extensions do not work',
    heard: 'onnxruntime #20876, #26611; transformers.js #839, #1248',
    answer: 'no remote code, no eval; a dedicated worker and a Manifest V3 extension classify in the tests',
    proof: { file: 'test/web/extension.web.test.ts', test: 'classifies a picture of its own, with the query' },
  },
  {
    complaint: 'Code and models come from a CDN behind the back',
    heard: 'transformers.js #367, #685; background-removal #54',
    answer: 'model and .wasm lie beside the code; no address of another host is ever asked',
    proof: {
      file: 'test/web/runtime.test.ts',
      test: 'needs no network for it the second time, until the cache is cleared',
    },
  },
  {
    complaint: 'Node and the browser answer differently',
    heard: 'face-api #114; onnxruntime #21275; transformers.js #482',
    answer: 'one integer resize in TypeScript on every runtime: input tensors are equal bit by bit from the same pixels',
    proof: { file: 'test/contract/golden-cases.ts', test: 'has its input and its scores' },
  },
  {
    complaint: 'The orientation of phone pictures is ignored',
    heard: 'tensorflow #8430; face-api #159; transformers.js #737',
    answer: 'EXIF is applied everywhere, exactly once',
    proof: {
      file: 'test/contract/encoded-cases.ts',
      test: 'orientation: a picture stored in any of the eight ways is seen the same',
    },
  },
  {
    complaint: 'A Buffer cannot be passed',
    heard: 'transformers.js #215',
    answer: 'bytes, Blobs, Responses, streams, URLs, pixels and ndarrays are taken on every runtime',
    proof: {
      file: 'test/contract/batch-cases.ts',
      test: 'batch: encoded pictures, raw pixels and ndarrays in one list, each answered as alone',
    },
  },
  {
    complaint: 'An error page is cached as the model',
    heard: 'transformers.js #1228, #1544, #1625, #366',
    answer: 'a model is checked by size and SHA-256 before it is cached and each time it is read; a page is named as one',
    proof: {
      file: 'packages/node/src/download-model.test.ts',
      test: 'keeps nothing of a server that answers with pages or other files',
    },
  },
  {
    complaint: 'Nothing can be cancelled',
    heard: 'transformers.js #1182; web-llm #499',
    answer: 'an AbortSignal ends loading, downloads, waiting and lists between batches',
    proof: { file: 'test/contract/abort-cases.ts', test: 'abort: the making of a classifier is stopped too' },
  },
  {
    complaint: 'Types do not compile',
    heard: 'transformers.js #1299, #1093',
    answer: 'no type of onnxruntime leaks; publint, "are the types wrong" and tsc without skipLibCheck run on the tarballs',
    proof: { file: 'test/tarballs.test.ts', test: 'has the right types for every way of importing it' },
  },
  {
    complaint: 'The bundle is too large',
    heard: 'transformers.js #407, #1521; onnxruntime #14817',
    answer: 'a page loads one .wasm of 14 MB, none is above 25 MiB; what our JavaScript weighs is checked on every run',
    proof: { file: 'test/web/vite.test.ts', test: 'loads at most' },
  },
  {
    complaint: 'sharp does not install',
    heard: 'transformers.js #636; sharp #4189',
    answer: 'PNG and JPEG then decode without it, within one level; other formats say which command brings it',
    proof: {
      file: 'packages/node/src/load-classifier.test.ts',
      test: 'decodes PNG without sharp to the same answer, and says what brings the other formats',
    },
  },
  {
    complaint: 'It phones home',
    heard: 'onnxruntime #27379, #25573; immich 3.3.6',
    answer: 'telemetry is off before the first session, in workers too; no connection and no file outside the declared cache',
    proof: {
      file: 'packages/node/src/load-classifier.test.ts',
      test: 'leaves nothing in the home folder: there is no telemetry',
    },
  },
  {
    complaint: 'tfjs-node has rotted',
    heard: 'tfjs #8609, #8688, #8611',
    answer: 'only training uses it, pinned and built against a current TensorFlow; no user of the classifier installs it',
    proof: { file: 'test/boundaries.test.ts', test: 'imports only the packages below it' },
  },
]
