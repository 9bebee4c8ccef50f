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
    mend: 'Run `npm install sharp`, or pass decoded pixels.',
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
    cause: 'The model file is not the one that its manifest describes.',
    mend: 'Install or download the model again.',
  },
  'model-invalid': {
    cause: 'onnxruntime cannot use the model as the manifest describes it.',
    mend: 'Export the model again.',
  },
  'runtime-missing': {
    cause: 'The onnxruntime package for this provider cannot be loaded.',
    mend: 'Follow the command in the message.',
  },
  'provider-unavailable': {
    cause: 'This machine or runtime cannot have the execution provider.',
    mend: 'Ask for another provider.',
  },
  'provider-failed': {
    cause: 'None of the requested execution providers could be started.',
    mend: "Each reason is in the message; add 'wasm' to the list.",
  },
  'run-failed': { cause: 'onnxruntime failed while running the model.', mend: 'See `cause`; try another provider.' },
} as const

export type ClassifierErrorCode = keyof typeof errorCodes
