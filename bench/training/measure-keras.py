# A process of its own: a training task as JSON in; images/s of Keras' model.fit in Python with the same layers out.
import json
import os
import resource
import sys
import time

task = json.loads(sys.argv[1])
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")
os.environ.setdefault("TF_ENABLE_ONEDNN_OPTS", "1")
os.environ["CUDA_VISIBLE_DEVICES"] = ""  # the other rows compute on the processor

import numpy  # noqa: E402
import tensorflow as tf  # noqa: E402

tf.config.threading.set_intra_op_parallelism_threads(task["threads"])
tf.config.threading.set_inter_op_parallelism_threads(1)
layers = tf.keras.layers


def normalized(x, filters, strides):
    x = layers.Conv2D(filters, 3, strides, padding="same", use_bias=False, kernel_initializer="he_normal")(x)
    return layers.BatchNormalization(momentum=0.9, epsilon=1e-5)(x)


def unit(x, filters, strides=1):
    return layers.ReLU()(normalized(x, filters, strides))


def residual(x, filters):
    return layers.ReLU()(layers.Add()([x, normalized(unit(x, filters), filters, 1)]))


def network(shape):
    """The layers of training/network.ts."""
    image = tf.keras.Input([28, 28, 1])
    features = unit(image, shape["stem"])
    for stage in shape["stages"]:
        features = unit(features, stage["width"], 2)
        block = residual if stage["block"] == "residual" else unit
        features = block(features, stage["width"])
    return tf.keras.Model(image, layers.Dense(10)(layers.GlobalAveragePooling2D()(features)))


def fit(model, steps):
    count = steps * task["batchSize"]
    pictures = numpy.random.default_rng(11).standard_normal([count, 28, 28, 1]).astype("float32")
    targets = numpy.eye(10, dtype="float32")[numpy.arange(count) % 10]
    began, processor_began = time.perf_counter(), time.process_time()
    history = model.fit(pictures, targets, batch_size=task["batchSize"], epochs=1, shuffle=False, verbose=0)
    return history.history["loss"][0], time.perf_counter() - began, time.process_time() - processor_began


model = network(task["shape"])
optimizer = tf.keras.optimizers.SGD(0.1, momentum=0.9, nesterov=True)
model.compile(optimizer, tf.keras.losses.CategoricalCrossentropy(from_logits=True))
fit(model, task["warmupSteps"])
loss, seconds, processor_seconds = fit(model, task["steps"])
images = task["steps"] * task["batchSize"]
print(json.dumps({
    "imagesPerSecond": images / seconds,
    "imagesPerProcessorSecond": images / processor_seconds,
    "loss": loss,
    "bytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,  # the peak; Linux counts in KiB
    "software": f"Keras of TensorFlow {tf.__version__}, Python {sys.version.split()[0]}, {task['threads']} thread(s)",
}))
