# Nothing in; test/golden/pillow.json, what Pillow and numpy make of drawn pictures, out.
#
#   python3 -m venv pillow-venv && pillow-venv/bin/pip install pillow numpy
#   pillow-venv/bin/python test/golden/make-pillow-golden.py
import base64
import json
import pathlib

import numpy
import PIL
from PIL import Image

NAMES = ["nearest", "lanczos", "bilinear", "bicubic", "box", "hamming"]  # Pillow's numbers 0 to 5

# width, height, new width, new height
SIZES = [
    (40, 30, 17, 13), (64, 64, 32, 32), (10, 7, 23, 16), (33, 50, 33, 20), (50, 33, 20, 33), (1, 9, 4, 4),
    (97, 61, 10, 10), (13, 29, 14, 28), (200, 150, 16, 12), (8, 8, 8, 8), (3, 3, 31, 31), (300, 2, 5, 9),
]

# width, height, shortest side, crop width, crop height
CROPS = [(41, 30, 20, 16, 16), (30, 41, 20, 17, 12), (16, 40, 12, 20, 20), (9, 9, 12, 11, 12), (301, 40, 24, 24, 24)]

# rescale_factor, image_mean, image_std
TABLES = [
    (1 / 255, [0.485, 0.456, 0.406], [0.229, 0.224, 0.225]),
    (0.00392156862745098, [0.5, 0.5, 0.5], [0.5, 0.5, 0.5]),
    (1 / 127.5, [1, 0.9, 0.8], [1, 2, 3]),
    (None, [123.675, 116.28, 103.53], [58.395, 57.12, 57.375]),
]


def noise(width, height, channels):
    """The generator of packages/core/src/preprocess/test-pictures.ts, with seed 1."""
    state, values = 1, []
    for _ in range(width * height * channels):
        state ^= (state << 13) & 0xFFFFFFFF
        state ^= state >> 17
        state ^= (state << 5) & 0xFFFFFFFF
        values.append(state >> 24)
    return picture(values, width, height, channels)


def smooth(width, height, channels):
    """Slopes with an edge: what noise does not show."""
    values = []
    for index in range(width * height):
        column, row = index % width, index // width
        edge = 90 if column * 2 > width else 0
        values += [(column * 5 + row * (3 + channel) + edge) % 256 for channel in range(channels)]
    return picture(values, width, height, channels)


def picture(values, width, height, channels):
    return Image.frombytes("L" if channels == 1 else "RGB", (width, height), bytes(values))


def text(array):
    return base64.b64encode(array.tobytes()).decode()


def resized():
    for draw, channels in ((noise, 3), (smooth, 1), (smooth, 3)):
        for width, height, new_width, new_height in SIZES:
            if draw is smooth and channels == 3 and width > 60:
                continue
            source = draw(width, height, channels)
            for number, name in enumerate(NAMES):
                yield {
                    "draw": draw.__name__, "channels": channels, "from": [width, height], "to": [new_width, new_height],
                    "filter": name, "pixels": text(source.resize((new_width, new_height), number)),
                }


def cropped():
    """As transformers' CLIPImageProcessor does it: int() for the long side, // for the crop, zeros around it."""
    for width, height, shortest, crop_width, crop_height in CROPS:
        source = noise(width, height, 3)
        short, long = min(width, height), max(width, height)
        longest = int(shortest * long / short)
        size = (shortest, longest) if width <= height else (longest, shortest)
        array = numpy.asarray(source.resize(size, 3))
        top, left = (size[1] - crop_height) // 2, (size[0] - crop_width) // 2
        canvas = numpy.zeros((crop_height, crop_width, 3), numpy.uint8)
        for row in range(crop_height):
            for column in range(crop_width):
                if 0 <= row + top < size[1] and 0 <= column + left < size[0]:
                    canvas[row, column] = array[row + top, column + left]
        yield {"from": [width, height], "shortest": shortest, "to": [crop_width, crop_height], "pixels": text(canvas)}


def tables():
    """transformers' rescale and normalize, of every level."""
    for factor, mean, std in TABLES:
        levels = numpy.arange(256).astype(numpy.float64)
        scaled = (levels if factor is None else levels * factor).astype(numpy.float32)
        rows = [
            (scaled - numpy.float32(mean[channel])) / numpy.float32(std[channel])
            for channel in range(3)
        ]
        yield {"factor": factor, "mean": mean, "std": std, "values": text(numpy.stack(rows).astype("<f4"))}


golden = {"pillow": PIL.__version__, "resized": list(resized()), "cropped": list(cropped()), "tables": list(tables())}
lines = [f'  "pillow": {json.dumps(golden["pillow"])}']
for key in ("resized", "cropped", "tables"):
    entries = ",\n".join("    " + json.dumps(entry) for entry in golden[key])
    lines.append(f'  "{key}": [\n{entries}\n  ]')
target = pathlib.Path(__file__).with_name("pillow.json")
target.write_text("{\n" + ",\n".join(lines) + "\n}\n")
print(target.name, target.stat().st_size)
