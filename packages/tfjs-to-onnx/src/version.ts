// Nothing comes in; the name and version that are written into every file go out.
export const exporterName = 'tfjs-to-onnx'
export const exporterVersion = '0.1.0'
