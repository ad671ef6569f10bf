#!/usr/bin/env python3
"""Makes 1,225 ordinary pictures, 330 MB, as a phone's gallery has them: make_images.py FOLDER. Needs Pillow.

The same pictures on every machine: noise over slopes of colour, because smooth ones would be small.
"""
import pathlib
import random
import sys

from PIL import Image

KINDS = (  # how many, name, size, share of noise, how it is written
    (720, "IMG-{}.jpg", (1152, 864), 0.22, {"quality": 84}),
    (120, "Screenshot-{}.png", (400, 300), 0.3, {"compress_level": 1}),
    (200, "STK-{}.webp", (320, 320), 0.12, {"lossless": True, "method": 0, "quality": 20}),
    (100, "IMG-{}.webp", (800, 600), 0.3, {"quality": 80, "method": 0}),
    (60, "VID-{}.gif", (320, 240), 0.2, {}),
    (25, "SCAN-{}.tif", (480, 360), 0.3, {}),
)


def picture(rng, size, noise):
    across = Image.linear_gradient("L").resize(size)
    down = across.rotate(rng.choice((90, 180, 270))).resize(size)
    slopes = Image.merge("RGB", (across, down, Image.new("L", size, rng.randrange(256))))
    return Image.blend(slopes, Image.frombytes("RGB", size, rng.randbytes(3 * size[0] * size[1])), noise)


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True)
    rng = random.Random(5)
    for count, name, size, noise, how in KINDS:
        for number in range(count):
            image = picture(rng, size, noise)
            if name.endswith(".gif"):
                more = [picture(rng, size, noise).quantize(64, method=Image.Quantize.FASTOCTREE) for _ in range(2)]
                image.quantize(64, method=Image.Quantize.FASTOCTREE).save(folder / name.format(number), save_all=True, append_images=more, duration=80)
            else:
                image.save(folder / name.format(number), **how)


main()
