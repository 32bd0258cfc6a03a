"""Edge filters and a few colour helpers."""
import numpy as np

SOBEL_X = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]], dtype=float)
SOBEL_Y = SOBEL_X.T


def convolve(image, kernel):
    h, w = image.shape
    kh, kw = kernel.shape
    out = np.zeros((h - kh + 1, w - kw + 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = np.sum(image[i:i + kh, j:j + kw] * kernel)
    return out


def gradient(image):
    gx = convolve(image, SOBEL_X)
    gy = convolve(image, SOBEL_Y)
    return np.hypot(gx, gy), np.arctan2(gy, gx)


def image_gradient(image):
    return np.gradient(image)


def image(path):
    with open(path, "rb") as fh:
        return np.frombuffer(fh.read(), dtype=np.uint8)


def color(name):
    return {"red": (1.0, 0, 0), "green": (0, 1.0, 0), "blue": (0, 0, 1.0)}[name]


def color_gradient(start, stop, n):
    a, b = np.array(color(start)), np.array(color(stop))
    return [tuple(a + (b - a) * t) for t in np.linspace(0, 1, n)]


def linear(n):
    return np.linspace(0, 1, n)


def linear_gradient(n, lo, hi):
    return lo + (hi - lo) * linear(n)


def radial(shape):
    y, x = np.indices(shape)
    cy, cx = (shape[0] - 1) / 2, (shape[1] - 1) / 2
    return np.hypot(y - cy, x - cx)


def radial_gradient(shape, inner, outer):
    r = radial(shape)
    t = r / r.max()
    return inner + (outer - inner) * t


def threshold(mag, lo, hi):
    strong = mag >= hi
    weak = (mag >= lo) & ~strong
    return strong, weak


def blur(image, sigma):
    r = int(3 * sigma)
    x = np.arange(-r, r + 1)
    k = np.exp(-x ** 2 / (2 * sigma ** 2))
    k /= k.sum()
    return np.apply_along_axis(lambda m: np.convolve(m, k, mode="same"), 0, image)


def deblur(image, sigma):
    """Unsharp mask."""
    return image + (image - blur(image, sigma))


def noise(image, amount):
    return image + amount * np.random.randn(*image.shape)


def denoise(image, amount):
    return np.where(np.abs(image) < amount, 0, image)


class Canny:
    def __init__(self, lo=0.1, hi=0.3):
        self.lo, self.hi = lo, hi

    def gradient(self, image):
        return gradient(image)

    def __call__(self, image):
        mag, _ = self.gradient(image)
        return threshold(mag / mag.max(), self.lo, self.hi)
