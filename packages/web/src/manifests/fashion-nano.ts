// Nothing in; the manifest of fashion-nano, written by copy-files.mjs from the one of models/, out.
import type { ModelManifest } from '@stylelens/core'

export const manifest: ModelManifest = {
  "dtype": "fp32",
  "manifestVersion": 1,
  "name": "fashion-nano",
  "description": "Ten kinds of clothing (Fashion-MNIST) from a 28x28 grey picture",
  "labels": [
    "T-shirt/top",
    "Trouser",
    "Pullover",
    "Dress",
    "Coat",
    "Sandal",
    "Shirt",
    "Sneaker",
    "Bag",
    "Ankle boot"
  ],
  "input": {
    "name": "image",
    "type": "float32",
    "layout": "NHWC",
    "width": 28,
    "height": 28,
    "channels": 1,
    "range": [
      0,
      1
    ],
    "polarity": "bright-on-black",
    "resize": {
      "method": "lanczos3",
      "fit": "longest-side",
      "odd": "top-left"
    },
    "normalization": {
      "value": {
        "mean": 0.2860406,
        "std": 0.3530242
      },
      "applied": "in-graph"
    }
  },
  "preprocess": "auto",
  "outputs": {
    "logits": "logits",
    "probabilities": "probabilities",
    "embedding": "embedding"
  },
  "temperature": {
    "value": 1.0378,
    "applied": "in-graph"
  },
  "recipe": "fashion-nano-1",
  "file": "model.onnx",
  "sha256": "40f4b795f06a4b4fb76049c6f5bbc35d8babe2e96425199602f78c3248a9ccae",
  "bytes": 238648,
  "opset": 17,
  "parameters": 58650,
  "macs": 6322656,
  "embeddingSize": 48,
  "license": "MIT",
  "selfTest": {
    "file": "golden.json",
    "sha256": "fcd232de6efd70d8bde4a037c6387fa5a49452fb371fbf73b78206c2b4a1b500",
    "tolerance": 0.1
  }
}
