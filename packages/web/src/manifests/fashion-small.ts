// Nothing in; the manifest of fashion-small, written by copy-files.mjs from the one of models/, out.
import type { ModelManifest } from '@stylelens/core'

export const manifest: ModelManifest = {
  "dtype": "fp32",
  "manifestVersion": 1,
  "name": "fashion-small",
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
    "value": 1.023,
    "applied": "in-graph"
  },
  "flipTemperature": {
    "value": 0.9911,
    "applied": "in-pipeline"
  },
  "recipe": "fashion-small-1",
  "file": "model.onnx",
  "sha256": "caf11ed7ee93cbab7fb0cf46eeed894cefe3a8ab733afeba96104b602f9aa161",
  "bytes": 1048964,
  "files": {
    "fp16": {
      "temperature": {
        "value": 1.0231,
        "applied": "in-graph"
      },
      "flipTemperature": {
        "value": 0.9911,
        "applied": "in-pipeline"
      },
      "file": "model-fp16.onnx",
      "sha256": "8f2e3068e9e6c03542bc9d2378e9182978e82a035c4fb2cb4f1f4d939ab68af1",
      "bytes": 524575
    },
    "int8": {
      "temperature": {
        "value": 1.0232,
        "applied": "in-graph"
      },
      "flipTemperature": {
        "value": 0.9908,
        "applied": "in-pipeline"
      },
      "file": "model-int8.onnx",
      "sha256": "bdcf237d7fc756af576e5af27df5d4177f6ab07e779c4f4b7fbdda7a3a09793b",
      "bytes": 267298
    }
  },
  "opset": 17,
  "parameters": 261298,
  "macs": 20491584,
  "embeddingSize": 96,
  "license": "MIT",
  "selfTest": {
    "file": "golden.json",
    "sha256": "a7e61a81db0d4b1236d2ad5eaf89fff2b1fcf6bcdd8cdd8dc84479153f93cef1",
    "tolerance": 0.1
  }
}
