// Complaints about getting it onto a machine or into a bundle, with our answers and their proofs.
import type { Complaint } from './complaint'

export const installComplaints: readonly Complaint[] = [
  {
    complaint: "The install dies in the native runtime's own install script",
    heard: 'onnxruntime #23231, #24178, #24770; transformers.js #1138',
    answer:
      'onnxruntime-node is optional: without it WebAssembly answers and says so, and `stylelens doctor` names '
      + 'the mend',
    proofs: [
      {
        file: 'packages/node/src/load-classifier.test.ts',
        test: 'falls back to WebAssembly where onnxruntime-node %s',
      },
      { file: 'packages/node/src/load-classifier.test.ts', test: 'says what is missing where neither package loads' },
      { file: 'test/package.test.ts', test: 'classifies from %s on WebAssembly' },
    ],
  },
  {
    complaint: 'Too large for a serverless function or a container',
    heard: 'transformers.js #1164, #295; next.js #75635; tfjs #2817',
    answer: '`stylelens prune` removes the binaries of other platforms; on WebAssembly no native code is needed',
    proofs: [
      {
        file: 'packages/stylelens/src/cli/prune/prune-command.test.ts',
        test: 'the true package is left with one platform, and still loads',
      },
      {
        file: 'packages/stylelens/src/cli/prune/prune-command.test.ts',
        test: 'loses the others with --yes, and nothing else',
      },
    ],
  },
  {
    complaint: 'No binary for Alpine (musl)',
    heard: 'onnxruntime #12439, #9483; transformers.js #1275, #376',
    answer: 'where the native library does not load, WebAssembly is next, with the reason in `backend.fellBackFrom`',
    proofs: [
      {
        file: 'packages/node/src/native/explain-unloadable.test.ts',
        test: 'glibc, in whose place this system has musl',
      },
      {
        file: 'packages/node/src/load-classifier.test.ts',
        test: 'falls back to WebAssembly where onnxruntime-node %s',
      },
    ],
    untested: 'Alpine itself; a library that does not load stands in for it',
  },
  {
    complaint: 'No binary for Intel Macs',
    heard: 'transformers.js #1634; GitNexus #1515',
    answer: 'the same fallback, with that reason',
    proofs: [
      { file: 'packages/node/src/native/explain-unloadable.test.ts', test: 'Intel Macs have had none since 1.24' },
      {
        file: 'packages/node/src/load-classifier.test.ts',
        test: 'falls back to WebAssembly where onnxruntime-node %s',
      },
    ],
    untested: 'an Intel Mac itself; a package that does not load stands in for it',
  },
  {
    complaint: 'Electron: archives, missing libraries, crashes in workers',
    heard: 'onnxruntime #20084, #29763; transformers.js #487',
    answer:
      'nothing native is loaded by an import, only by the first classifier; what to unpack stands in '
      + 'docs/deployment.md',
    proofs: [],
    untested: 'Electron is not among the runtimes of the tests',
  },
  {
    complaint: 'Next.js and webpack choke on native files; `self is not defined` on the server',
    heard: 'transformers.js #98, #183, #210, #875; ml5 and mediapipe #2546',
    answer: 'the browser condition holds no Node import; importing it in Node touches no global',
    proofs: [
      { file: 'packages/web/src/server-side.test.ts', test: '%s touches no global when it is imported' },
      { file: 'test/web/next.web.test.ts', test: 'classifies a picture in %s' },
      { file: 'test/boundaries.test.ts', test: 'imports only what its package.json declares' },
    ],
  },
]
