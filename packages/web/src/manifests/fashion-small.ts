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
    "value": 1.0526,
    "applied": "in-graph"
  },
  "flipTemperature": {
    "value": 0.9963,
    "applied": "in-pipeline"
  },
  "recipe": "fashion-small-2",
  "file": "model.onnx",
  "sha256": "629f2533e5600c3ec714689a3720d636d8d0f8f83034982c04fd8673201c0369",
  "bytes": 1048965,
  "files": {
    "fp16": {
      "temperature": {
        "value": 1.0527,
        "applied": "in-graph"
      },
      "flipTemperature": {
        "value": 0.9963,
        "applied": "in-pipeline"
      },
      "file": "model-fp16.onnx",
      "sha256": "3b834b38d41084cff9585504ed5468ee4081c0ac0979e3987255adb1184c6065",
      "bytes": 524575
    },
    "int8": {
      "temperature": {
        "value": 1.0545,
        "applied": "in-graph"
      },
      "flipTemperature": {
        "value": 0.9964,
        "applied": "in-pipeline"
      },
      "file": "model-int8.onnx",
      "sha256": "8fe39340d319862a71bdb76e12bdfa3399ab5bb5589c37933afa793d65d07114",
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
    "sha256": "dc1a2611fe2e5a8766681c7f3f49a2ad2f15adca82867f46fa4f2269316c20a6",
    "tolerance": 0.1
  }
}
