"""Decodes and encodes every PNG of a directory in place, with N processes: opencv_convert.py DIR N."""
import multiprocessing
import pathlib
import sys

import cv2


def convert(paths):
    for path in paths:
        if not cv2.imwrite(path, cv2.imread(path, cv2.IMREAD_UNCHANGED)):
            sys.exit(f"cannot write {path}")


def main():
    directory, count = sys.argv[1], int(sys.argv[2])
    paths = sorted(str(path) for path in pathlib.Path(directory).glob("*.png"))
    workers = [multiprocessing.Process(target=convert, args=(paths[i::count],)) for i in range(count)]
    for each in workers:
        each.start()
    for each in workers:
        each.join()
    sys.exit(max(each.exitcode for each in workers))


if __name__ == "__main__":
    main()
