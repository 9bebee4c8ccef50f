// Complaints about pages, answers, inputs, types, sizes and privacy, with our answers and their proofs.
import type { Complaint } from './complaint'

export const trustComplaints: readonly Complaint[] = [
  {
    complaint: 'Workers, service workers and extensions do not work',
    heard: 'onnxruntime #20876, #26611; transformers.js #839, #1248',
    answer:
      'no remote code, no eval; a dedicated worker classifies, and the page of a Manifest V3 extension under the '
      + 'policy of its manifest',
    proofs: [
      { file: 'test/web/extension.web.test.ts', test: 'classifies a picture of its own, with the query' },
      { file: 'test/web/worker-contract.web.test.ts', test: 'in a worker of Chromium' },
    ],
    untested: 'classifying in a service worker, and an extension that is installed: the Chromium of npm loads none',
  },
  {
    complaint: 'Code and models come from a CDN behind the back',
    heard: 'transformers.js #367, #685; background-removal #54',
    answer: 'model and .wasm lie beside the code; no address of another host is ever asked',
    proofs: [
      { file: 'test/web/stress/privacy.stress.test.ts', test: '%o: asks no other host, and stores %j' },
      { file: 'test/web/runtime.test.ts', test: 'needs no network for it the second time, until the cache is cleared' },
    ],
  },
  {
    complaint: 'Node and the browser answer differently',
    heard: 'face-api #114; onnxruntime #21275; transformers.js #482',
    answer: 'one integer resize in TypeScript on every runtime: input tensors are equal bit by bit from the same pixels',
    proofs: [
      { file: 'test/contract/golden-cases.ts', test: 'has its input and its scores' },
    ],
  },
  {
    complaint: 'The orientation of phone pictures is ignored',
    heard: 'tensorflow #8430; face-api #159; transformers.js #737',
    answer: 'EXIF is applied everywhere, exactly once',
    proofs: [
      {
        file: 'test/contract/encoded-cases.ts',
        test: 'orientation: a picture stored in any of the eight ways is seen the same',
      },
    ],
  },
  {
    complaint: 'A Buffer cannot be passed',
    heard: 'transformers.js #215',
    answer: 'bytes, Blobs, Responses, streams, URLs, pixels and ndarrays are taken on every runtime',
    proofs: [
      { file: 'packages/node/src/thread-platform.test.ts', test: 'as %s are answered as on this thread' },
      { file: 'test/web/sources.test.ts', test: '%s is the same picture as its bytes' },
      {
        file: 'test/contract/batch-cases.ts',
        test: 'batch: encoded pictures, raw pixels and ndarrays in one list, each answered as alone',
      },
    ],
  },
  {
    complaint: 'An error page is cached as the model',
    heard: 'transformers.js #1228, #1544, #1625, #366',
    answer:
      'a model is checked by size and SHA-256 before it is cached and each time it is read; a page is named as '
      + 'one',
    proofs: [
      {
        file: 'packages/node/src/download-model.test.ts',
        test: 'keeps nothing of a server that answers with pages or other files',
      },
      { file: 'packages/core/src/model/download/cache.test.ts', test: 'replaces damaged entries' },
    ],
  },
  {
    complaint: 'Nothing can be cancelled',
    heard: 'transformers.js #1182; web-llm #499',
    answer: 'an AbortSignal ends loading, downloads, waiting and lists between batches',
    proofs: [
      { file: 'test/contract/abort-cases.ts', test: 'abort: the making of a classifier is stopped too' },
      {
        file: 'packages/core/src/model/download/download.test.ts',
        test: 'an aborted signal ends the download and the pauses',
      },
      {
        file: 'test/contract/abort-cases.ts',
        test: 'abort: a call that waits among others ends, and the others are answered',
      },
      { file: 'test/contract/abort-cases.ts', test: 'abort: a list of pictures ends, and the classifier goes on' },
    ],
  },
  {
    complaint: 'Types do not compile',
    heard: 'transformers.js #1299, #1093',
    answer:
      'no type of onnxruntime leaks; publint, "are the types wrong" and tsc without skipLibCheck run on the '
      + 'tarballs',
    proofs: [
      { file: 'test/tarballs.test.ts', test: 'has the right types for every way of importing it' },
      { file: 'test/tarballs.test.ts', test: 'satisfies publint' },
      { file: 'test/declarations.test.ts', test: 'of %s name no type of onnxruntime, sharp, ndarray, Node or the DOM' },
    ],
  },
  {
    complaint: 'The bundle is too large',
    heard: 'transformers.js #407, #1521; onnxruntime #14817',
    answer:
      'a page loads one .wasm, of 14 MB, or 17 MB with WebGPU; none that the usual entry emits is above 25 MiB; '
      + 'what our JavaScript weighs is checked on every run',
    proofs: [
      { file: 'test/web/vite.test.ts', test: 'loads at most' },
      { file: 'test/web/vite.test.ts', test: 'emits two .wasm files, each once and below 25 MiB, and loads one' },
    ],
  },
  {
    complaint: 'sharp does not install',
    heard: 'transformers.js #636; sharp #4189',
    answer: 'PNG and JPEG then decode without it, within one level; other formats say which command brings it',
    proofs: [
      {
        file: 'packages/node/src/load-classifier.test.ts',
        test: 'decodes PNG without sharp to the same answer, and says what brings the other formats',
      },
      {
        file: 'packages/node/src/decoders/decode-without-sharp.test.ts',
        test: '$name is decoded to the same pixels as with sharp',
      },
    ],
  },
  {
    complaint: 'It phones home',
    heard: 'onnxruntime #27379, #25573; immich 3.3.6',
    answer:
      'telemetry is off before the first session, in workers too; no connection and no file outside the declared '
      + 'cache',
    proofs: [
      { file: 'test/stress/privacy.stress.test.ts', test: '%o: calls nobody, writes nothing, leaves nothing' },
      {
        file: 'test/stress/privacy.stress.test.ts',
        test: 'the watcher catches onnxruntime-node with its telemetry on',
      },
      { file: 'test/web/stress/privacy.stress.test.ts', test: '%o: asks no other host, and stores %j' },
    ],
  },
  {
    complaint: 'tfjs-node has rotted',
    heard: 'tfjs #8609, #8688, #8611',
    answer:
      'only training uses it, pinned and built against a current TensorFlow; no user of the classifier installs '
      + 'it',
    proofs: [
      { file: 'test/boundaries.test.ts', test: 'imports only the packages below it' },
      { file: 'test/boundaries.test.ts', test: 'imports only what its package.json declares' },
    ],
  },
]
