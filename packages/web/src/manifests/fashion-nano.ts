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
  "flipTemperature": {
    "value": 0.9737,
    "applied": "in-pipeline"
  },
  "recipe": "fashion-nano-1",
  "file": "model.onnx",
  "sha256": "40f4b795f06a4b4fb76049c6f5bbc35d8babe2e96425199602f78c3248a9ccae",
  "bytes": 238648,
  "files": {
    "fp16": {
      "temperature": {
        "value": 1.0375,
        "applied": "in-graph"
      },
      "flipTemperature": {
        "value": 0.9739,
        "applied": "in-pipeline"
      },
      "file": "model-fp16.onnx",
      "sha256": "08e60aa1f7ef0719c4654e31db0308cdda47b5aa506eb3f91c10f5320264a163",
      "bytes": 119539
    },
    "int8": {
      "temperature": {
        "value": 1.0367,
        "applied": "in-graph"
      },
      "flipTemperature": {
        "value": 0.9738,
        "applied": "in-pipeline"
      },
      "file": "model-int8.onnx",
      "sha256": "06d459519b3ca834d63d498b7478c29fe81637e9b1755eadd9d1ad1595176d00",
      "bytes": 64051
    }
  },
  "opset": 17,
  "parameters": 58650,
  "macs": 6322656,
  "embeddingSize": 48,
  "license": "MIT",
  "selfTest": {
    "file": "golden.json",
    "sha256": "0814873b3e32a76331a9d4cad935517024b4a15786ca67d5f7d39ef28a4e4828",
    "tolerance": 0.1
  }
}
