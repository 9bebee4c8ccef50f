// The smallest model that a provider can be started with.

/** `y = Relu(x)`, float [1], opset 17: ONNX in 61 bytes. */
export const trialModel: Uint8Array = /* @__PURE__ */ Buffer.from(
  'CAg6MwoMCgF4EgF5IgRSZWx1EgF0Wg8KAXgSCgoICAESBAoCCAFiDwoBeRIKCggIARIECgIIAUIECgAQEQ==',
  'base64',
)
