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
    "value": 1.0634,
    "applied": "in-graph"
  },
  "flipTemperature": {
    "value": 1.0017,
    "applied": "in-pipeline"
  },
  "recipe": "fashion-nano-2",
  "file": "model.onnx",
  "sha256": "b1ea337a4860f87ba8ac637af5562605c73ec04e3e9a141f41f684d3266734e5",
  "bytes": 236781,
  "files": {
    "fp16": {
      "temperature": {
        "value": 1.0633,
        "applied": "in-graph"
      },
      "flipTemperature": {
        "value": 1.0017,
        "applied": "in-pipeline"
      },
      "file": "model-fp16.onnx",
      "sha256": "54d2deed7a2ee7af04c13f45f50d913deabfe8477375c6212b7390cb6658b48a",
      "bytes": 118489
    },
    "int8": {
      "temperature": {
        "value": 1.0636,
        "applied": "in-graph"
      },
      "flipTemperature": {
        "value": 1.0017,
        "applied": "in-pipeline"
      },
      "file": "model-int8.onnx",
      "sha256": "748077c90094cbd039fbae45e11f5f68ea32a49d60804794b8bb2456b9a98c5d",
      "bytes": 63492
    }
  },
  "opset": 17,
  "parameters": 58018,
  "macs": 5574640,
  "embeddingSize": 40,
  "license": "MIT",
  "selfTest": {
    "file": "golden.json",
    "sha256": "82a0ddc43e169858e3aa5b2a64e848639b8470846ee29bd9f74221cb523dc82b",
    "tolerance": 0.1
  }
}
