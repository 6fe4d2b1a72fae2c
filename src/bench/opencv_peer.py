"""Downloads a range of images with OpenCV: opencv_peer.py BASE START STOP T|P N DIR.

Worker i of n takes START+i, START+i+n, ... as a thread (T) or a process (P). Each image is fetched from BASE/NNN.png,
decoded and encoded again.
"""
import multiprocessing
import os
import sys
import threading
import urllib.request

import cv2
import numpy


def save(base, number, directory):
    name = f"{number:03d}.png"
    with urllib.request.urlopen(f"{base}/{name}") as answer:
        body = numpy.frombuffer(answer.read(), dtype=numpy.uint8)
    cv2.imwrite(os.path.join(directory, name), cv2.imdecode(body, cv2.IMREAD_UNCHANGED))


def share(base, numbers, directory):
    for number in numbers:
        save(base, number, directory)


def main():
    base, start, stop, kind, count, directory = sys.argv[1:]
    start, stop, count = int(start), int(stop), int(count)
    os.makedirs(directory, exist_ok=True)
    worker = {"T": threading.Thread, "P": multiprocessing.Process}[kind]
    workers = [
        worker(target=share, args=(base, range(start + i, stop + 1, count), directory)) for i in range(count)
    ]
    for each in workers:
        each.start()
    for each in workers:
        each.join()


if __name__ == "__main__":
    main()
