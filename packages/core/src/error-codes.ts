// Every error code with its cause and its mend: the source of the table in the docs.

export const errorCodes = {
  aborted: {
    cause: 'The AbortSignal given by the caller was aborted.',
    mend: 'Nothing to mend; `cause` is `signal.reason`.',
  },
  disposed: { cause: 'The classifier was disposed before this call.', mend: 'Create a new classifier.' },
  'option-unknown': {
    cause: 'An option has a name that does not exist.',
    mend: 'Correct the name; the message lists the known ones.',
  },
  'option-invalid': {
    cause: 'An option has a value outside what it allows.',
    mend: 'Pass a value that the message names.',
  },
  'label-unknown': {
    cause: 'An allowlist or denylist names a label that the model does not have.',
    mend: 'Correct the label; the message lists those of the model.',
  },
  'queue-full': {
    cause: 'As many pictures wait for the model as `batching.maxQueue` or `worker.maxQueue` allows.',
    mend: 'Wait for earlier answers before calling again, pass the pictures as one list, or raise that option.',
  },
  'embedding-missing': {
    cause: 'The model has no output that its manifest names as its embedding.',
    mend: 'Use a model that has one, such as the embedded ones.',
  },
  'input-type': {
    cause: 'The value given as a picture is of no kind that can be read.',
    mend: 'Pass a path, URL, Blob, bytes or pixels.',
  },
  'input-closed': {
    cause: 'A string leads to a file or to the network, and that door is closed by `inputs`.',
    mend: 'Open the door, or pass the bytes.',
  },
  'image-not-found': { cause: 'There is no such file, or it is a directory.', mend: 'Check the path.' },
  'image-unreadable': { cause: 'The file, stream or response could not be read.', mend: 'See `cause`.' },
  'image-download': {
    cause: 'The picture could not be downloaded, or not in time.',
    mend: 'Check the address; see `cause`.',
  },
  'image-too-large': {
    cause: 'The picture has more bytes or pixels than allowed.',
    mend: 'Make it smaller, or raise `maxBytes` or `maxPixels`.',
  },
  'image-empty': { cause: 'The picture has no bytes or no pixels.', mend: 'Pass a picture.' },
  'image-unsupported': {
    cause: 'The bytes are not in a supported format.',
    mend: 'Convert the picture to PNG, JPEG, WebP, GIF or AVIF, or pass decoded pixels.',
  },
  'image-corrupt': {
    cause: 'The format is known, and the data is damaged or cut short.',
    mend: 'Save the picture again.',
  },
  'pixels-invalid': {
    cause: 'Raw pixels have a wrong length, shape, type or range.',
    mend: 'Pass width * height * channels values, integers 0..255 or floats 0..1.',
  },
  'decoder-missing': {
    cause: 'The library that decodes this format is not installed.',
    mend: 'Run `npm install --include=optional sharp`, or pass a PNG, a JPEG or decoded pixels.',
  },
  'model-not-found': {
    cause: 'There is no model of that name or at that place.',
    mend: 'Check the name; the message lists the embedded ones.',
  },
  'model-manifest': {
    cause: 'manifest.json is missing, damaged or of a newer version.',
    mend: 'Export the model again, or update this package.',
  },
  'model-integrity': {
    cause: 'A file of the model is not the one that its manifest or the option `integrity` describes.',
    mend: 'Install or download the model again, or correct `integrity`.',
  },
  'model-invalid': {
    cause: 'The model file is damaged, no ONNX file, or not as its manifest describes it.',
    mend: 'Export or download the model again.',
  },
  'model-download': {
    cause: 'A file of the model could not be downloaded, or what came was no such file.',
    mend: 'Check the address, `fetch` and the network; see `cause`.',
  },
  'model-unsupported': {
    cause: 'The model needs something that this SDK does not do, so that its answers would be wrong.',
    mend: 'Use a model without what the message names, or export it again.',
  },
  'cache-failed': {
    cause: 'The cache of models could not be read or written, and `strict` or clearCache asked for it.',
    mend: 'Check the place, its rights and the free space; see `cause`.',
  },
  'code-missing': {
    cause: 'A part of this SDK that is loaded when it is needed could not be: no network, or a newer one on the server.',
    mend: 'Load the page again; see `cause`. A service worker that keeps all files of one version prevents it.',
  },
  'runtime-missing': {
    cause: 'The onnxruntime package for this provider cannot be loaded.',
    mend: 'Follow the command in the message.',
  },
  'wasm-missing': {
    cause: 'A .wasm file of onnxruntime is not where it was looked for, is no WebAssembly, or is damaged.',
    mend: 'Serve the file beside the code, or say with `wasm: { paths }` where it is; the message names it.',
  },
  'provider-unavailable': {
    cause: 'This machine or runtime cannot have the execution provider.',
    mend: 'Ask for another provider.',
  },
  'provider-failed': {
    cause: 'None of the requested execution providers could be started.',
    mend: "Each reason is in the message; add 'wasm' to the list.",
  },
  'self-test': {
    cause: 'The driver of a GPU computes something else than the model, or fails to compute it.',
    mend: 'Update the driver; meanwhile the next provider of the list is used.',
  },
  'device-lost': {
    cause: 'The GPU was reset, removed or taken away while the model ran.',
    mend: 'Call again: the next provider of the list runs.',
  },
  'worker-failed': {
    cause: 'A worker could not be started, or ended before it had answered.',
    mend: 'See `cause`; call again, which starts a new worker, or leave out `worker`.',
  },
  'run-failed': { cause: 'onnxruntime failed while running the model.', mend: 'See `cause`; try another provider.' },
} as const

export type ClassifierErrorCode = keyof typeof errorCodes
