"""Makes images that compress like official artwork: opencv_images.py DIR COUNT.

Each is 475 by 475 pixels RGBA, about 160 KB: a shape with shaded, slightly noisy areas on a transparent ground. The same
arguments give the same images.
"""
import multiprocessing
import os
import sys

import cv2
import numpy

SIZE = 475


def image(number):
    random = numpy.random.default_rng(number)
    y, x = numpy.mgrid[0:SIZE, 0:SIZE].astype(numpy.float32)
    pixels = numpy.zeros((SIZE, SIZE, 4), numpy.float32)
    for _ in range(12):
        center = random.uniform(0.25 * SIZE, 0.75 * SIZE, 2)
        radii = random.uniform(0.08 * SIZE, 0.3 * SIZE, 2)
        distance = ((x - center[0]) / radii[0]) ** 2 + ((y - center[1]) / radii[1]) ** 2
        inside = distance < 1
        shade = 1 - 0.5 * numpy.clip(distance, 0, 1)
        color = random.uniform(60, 255, 3)
        pixels[inside, :3] = (shade[..., None] * color)[inside]
        pixels[..., 3] = numpy.maximum(pixels[..., 3], 255 * numpy.clip((1 - distance) * 20, 0, 1))
    noise = random.integers(-2, 3, (SIZE, SIZE)) * (random.random((SIZE, SIZE)) < 0.9)
    pixels[..., :3] += numpy.where(pixels[..., 3] > 0, noise, 0)[..., None]
    return numpy.clip(pixels, 0, 255).astype(numpy.uint8)


def write(number):
    how = [cv2.IMWRITE_PNG_COMPRESSION, 9, cv2.IMWRITE_PNG_STRATEGY, cv2.IMWRITE_PNG_STRATEGY_DEFAULT]
    cv2.imwrite(os.path.join(sys.argv[1], f"{number:03d}.png"), image(number), how)


if __name__ == "__main__":
    with multiprocessing.Pool() as pool:
        pool.map(write, range(1, int(sys.argv[2]) + 1))
