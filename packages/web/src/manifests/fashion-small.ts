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
  "recipe": "fashion-small-1",
  "file": "model.onnx",
  "sha256": "caf11ed7ee93cbab7fb0cf46eeed894cefe3a8ab733afeba96104b602f9aa161",
  "bytes": 1048964,
  "opset": 17,
  "parameters": 261298,
  "macs": 20491584,
  "embeddingSize": 96,
  "license": "MIT",
  "selfTest": {
    "file": "golden.json",
    "sha256": "ee30e72b5f8cd65b8b710ce07c50dc5bd46ec20c7e98218cad790e52bb2090cb",
    "tolerance": 0.1
  }
}
