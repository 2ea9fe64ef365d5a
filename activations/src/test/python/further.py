"""Writes further.csv, the values and slopes of the activations that no published table of exact
values has, with their presets, to 17 digits, by mpmath. The definitions here are written down a
second time, not taken from the Java sources; slopes are derivatives by mpmath. Each line: id, x,
value, slope. Run: python3 further.py FILE
"""
import random
import sys
from mpmath import mp, mpf, asinh, atan, cbrt, cos, cosh, erf, erfc, exp, expm1, log, log1p
from mpmath import pi, sin, sinh, sqrt, tanh

random.seed(20260102)
E1 = mpf(1)


def sigma(x):
    return 1 / (1 + exp(-x))


def silu(x):
    return x * sigma(x)


def softplus(x):
    return log1p(exp(x))


def phi(x):
    return erfc(-x / sqrt(mpf(2))) / 2


def sinc(x):
    return sin(x) / x if x else E1


def sgn(x):
    return mpf(1) if x > 0 else mpf(-1) if x < 0 else mpf(0)


def sech(x):
    return 1 / cosh(x)


def pieces(*parts):
    """pieces((bound, f), ..., f): the first f whose bound lies above x."""

    def function(x):
        for part in parts[:-1]:
            if x < part[0]:
                return part[1](x)
        return parts[-1](x)

    return function


def bi_firing(x):
    return x * x / 2 if abs(x) <= 1 else abs(x) - mpf(1) / 2


# id: (function, points near which nothing is tabulated)
FUNCTIONS = {
    "dsilu": (lambda x: sigma(x) * (1 + x * sigma(-x)), []),
    "calu": (lambda x: x * (mpf(1) / 2 + atan(x) / pi), []),
    "lalu": (pieces((0, lambda x: x * exp(x) / 2), lambda x: x * (1 - exp(-x) / 2)), [0]),
    "golu": (lambda x: x * exp(-exp(-x)), []),
    "log-logish": (lambda x: x * (1 - exp(-exp(x))), []),
    "sin-sig": (lambda x: x * sin(pi / 2 * sigma(x)), []),
    "tanh-sig": (lambda x: (x + tanh(x)) * sigma(x), []),
    "tsilu": (lambda x: tanh(silu(x)), []),
    "asilu": (lambda x: atan(silu(x)), []),
    "self-arctan": (lambda x: x * atan(x), []),
    "suish": (lambda x: max(x, x * exp(-abs(x))), [0]),
    "max-sigmoid": (lambda x: max(x, sigma(x)), [0.6590460684074066]),
    "max-tanh": (lambda x: max(x, tanh(x)), [0]),
    "min-sin": (lambda x: min(x, sin(x)), [0]),
    "cos-minus-x": (lambda x: cos(x) - x, []),
    "arctan-squared-minus-x": (lambda x: atan(x) ** 2 - x, []),
    "sinc-plus-x": (lambda x: sinc(x) + x, []),
    "x-asinh-squared": (lambda x: x * asinh(x) ** 2, []),
    "soft-modulus-q": (lambda x: x * x * (2 - abs(x)) if abs(x) <= 1 else abs(x), [-1, 0, 1]),
    "soft-modulus-t": (lambda x: x * tanh(x / mpf(0.01)), []),
    "pflu": (lambda x: x / 2 * (1 + x / sqrt(1 + x * x)), []),
    "fpflu": (pieces((0, lambda x: x + x * x / sqrt(1 + x * x)), lambda x: x), [0]),
    "sgelu": (lambda x: x * erf(x / sqrt(mpf(2))), []),
    "sq-rbf": (
        lambda x: 1 - x * x / 2 if abs(x) <= 1 else (2 - abs(x)) ** 2 / 2 if abs(x) < 2 else mpf(0),
        [-2, -1, 1, 2],
    ),
    "sqlu": (pieces((-2, lambda x: mpf(-1)), (0, lambda x: x + x * x / 4), lambda x: x), [-2, 0]),
    "squish": (
        pieces((-2, lambda x: mpf(0)), (0, lambda x: x + x * x / 2), lambda x: x + x * x / 32),
        [-2, 0],
    ),
    "sq-reu": (pieces((-2, lambda x: mpf(0)), (0, lambda x: x + x * x / 2), lambda x: x), [-2, 0]),
    "sq-softplus": (
        pieces((-0.5, lambda x: mpf(0)), (0.5, lambda x: (x + mpf(0.5)) ** 2 / 2), lambda x: x),
        [-0.5, 0.5],
    ),
    "log-sqnl": (
        pieces(
            (-2, lambda x: mpf(0)),
            (0, lambda x: (x + x * x / 4 + 1) / 2),
            (2, lambda x: (x - x * x / 4 + 1) / 2),
            lambda x: mpf(1),
        ),
        [-2, 0, 2],
    ),
    "scaled-soft-sign": (lambda x: x / (1 + abs(x)), [0]),
    "sign-relu": (pieces((0, lambda x: x / (1 + abs(x))), lambda x: x), [0]),
    "polu": (pieces((0, lambda x: 1 / (1 - x) - 1), lambda x: x), [0]),
    "serlu": (
        pieces((0, lambda x: mpf(1.07862) * mpf(2.90427) * x * exp(x)), lambda x: mpf(1.07862) * x),
        [0],
    ),
    "elu-plus-one": (pieces((0, exp), lambda x: x + 1), [0]),
    "smelu": (pieces((-1, lambda x: mpf(0)), (1, lambda x: (x + 1) ** 2 / 4), lambda x: x), [-1, 1]),
    "softplus-beta": (softplus, []),
    "aranda-ordaz": (lambda x: exp(x) / (1 + exp(x)), []),
    "comb-h-sine": (lambda x: sinh(x) + asinh(x), []),
    "hyper-sinh": (pieces((0, lambda x: x**3 / 4), lambda x: sinh(x) / 3), [0]),
    "sinh": (sinh, []),
    "cbrt": (lambda x: sgn(x) * cbrt(abs(x)), [0]),
    "signed-sqrt": (lambda x: sgn(x) * sqrt(abs(x)), [0]),
    "mishra": (lambda x: ((x / (1 + abs(x))) ** 2 + x / (1 + abs(x))) / 2, [0]),
    "symlog": (lambda x: sgn(x) * log1p(abs(x)), [0]),
    "symexp": (lambda x: sgn(x) * expm1(abs(x)), [0]),
    "bi-firing": (bi_firing, [-1, 1]),
    "bounded-bi-firing": (lambda x: min(mpf(3), bi_firing(x)), [-3.5, -1, 1, 3.5]),
    "wave": (lambda x: (1 - x * x) * exp(-x * x), []),
    "mexican-hat": (lambda x: (1 - x * x) * exp(-x * x / 2), []),
    "morlet": (lambda x: cos(5 * x) * exp(-x * x / 2), []),
    "dog": (lambda x: -x * exp(-x * x / 2), []),
    "laplacian": (lambda x: exp(-abs(x)), [0]),
    "exp-sin": (lambda x: exp(-sin(x)), []),
    "inverse-quadratic": (lambda x: 1 / (1 + x * x), []),
    "thin-plate": (lambda x: x * x * log(abs(x)), [0]),
    "sech": (sech, []),
    "gudermannian": (lambda x: 2 * atan(tanh(x / 2)), []),
    "normal-cdf": (phi, []),
    "sigmoid-like": (lambda x: erfc(-x / mpf(2.4020563531719796)) / 2, []),
    "rbf": (lambda x: sqrt(mpf(2)) * sin(sqrt(mpf(2)) * x + pi / 4), []),
    "hermite": (lambda x: (x * x - 1) / sqrt(mpf(2)), []),
    "chebyshev": (lambda x: 2 * x * x - 1, []),
    "legendre": (lambda x: (3 * x * x - 1) / 2, []),
    "monomial": (lambda x: x**3, []),
    "repu": (lambda x: max(mpf(0), x) ** 2, [0]),
    "gabor": (lambda x: exp(-x * x) * sin(x), []),
    "plu": (
        lambda x: max(mpf(0.1) * (x + 1) - 1, min(mpf(0.1) * (x - 1) + 1, x)),
        [-1, 1],
    ),
    "relu-n": (lambda x: min(max(mpf(0), x), mpf(1)), [0, 1]),
    "threshold": (lambda x: x if x > mpf(0.1) else mpf(20), []),
    "lhtan": (
        pieces(
            (0, lambda x: mpf(0.001) * x),
            (1, lambda x: x),
            lambda x: mpf(0.001) * (x - 1) + 1,
        ),
        [0, 1],
    ),
    "plse": (
        pieces(
            (-4, lambda x: mpf(0.01) * (x + 4)),
            (4, lambda x: x / 8 + mpf(0.5)),
            lambda x: mpf(0.01) * (x - 4) + 1,
        ),
        [-4, 4],
    ),
    "leaky-twice-relu6": (
        pieces((0, lambda x: mpf(0.2) * x), (6, lambda x: x), lambda x: mpf(0.2) * (x - 6) + 6),
        [0, 6],
    ),
    "bounded-leaky-relu": (
        pieces((0, lambda x: mpf(0.01) * x), (1, lambda x: x), lambda x: mpf(0.01) * (x - 1) + 1),
        [0, 1],
    ),
    "dyt": (lambda x: tanh(x / 2), []),
    "lelelu": (pieces((0, lambda x: mpf(0.01) * x), lambda x: x), [0]),
    "smu": (lambda x: (mpf(1.25) * x + mpf(0.75) * x * erf(mpf(0.75) * x)) / 2, []),
    "smu-1": (lambda x: (mpf(1.25) * x + sqrt(mpf(0.75) ** 2 * x * x + 1)) / 2, []),
    "blu": (lambda x: (sqrt(x * x + 1) - 1) / 2 + x, []),
    "crrelu": (lambda x: max(mpf(0), x) + mpf(0.01) * x * exp(-x * x / 2), [0]),
    "xielu": (
        pieces(
            (0, lambda x: mpf(0.8) * (exp(x) - 1 - x) + mpf(0.5) * x),
            lambda x: mpf(0.8) * x * x + mpf(0.5) * x,
        ),
        [0],
    ),
    "poly-relu": (
        pieces((0, lambda x: mpf(0)), lambda x: mpf(1.0 / 3) * (x + x * x + x**3)),
        [0],
    ),
    "hard-mish": (
        pieces((-2, lambda x: mpf(0)), (0, lambda x: x * (x + 2) / 2), lambda x: x),
        [-2, 0],
    ),
    "logit": (
        pieces(
            (mpf(1e-6), lambda x: log(mpf(1e-6) / (1 - mpf(1e-6)))),
            (1 - mpf(1e-6), lambda x: log(x / (1 - x))),
            lambda x: log((1 - mpf(1e-6)) / mpf(1e-6)),
        ),
        [],
    ),
    "xatlu": (lambda x: x * (atan(x) + pi / 2) / pi, []),
    "xsilu": (silu, []),
    "xgelu": (lambda x: x * phi(x), []),
    "eanaf": (lambda x: x * exp(x) / (exp(x) + 2), []),
    "oaf": (lambda x: max(mpf(0), x) + silu(x), [0]),
    "rectified-hyperbolic-secant": (lambda x: x * sech(x), []),
    "nipuna": (lambda x: max(x, silu(x)), [0]),
    "hexpo": (pieces((0, lambda x: exp(x) - 1), lambda x: 1 - exp(-x)), [0]),
    "sine-relu": (pieces((0, lambda x: mpf(0.0025) * (sin(x) - cos(x))), lambda x: x), [0]),
    "pan": (lambda x: max(abs(x) - 1, mpf(0)), [-1, 1]),
    "mirrored-relu": (lambda x: max(mpf(0), 1 - abs(x)), [-1, 0, 1]),
    "displaced-relu": (lambda x: max(x, -mpf(0.05)), []),
    "generalized-swish": (lambda x: x * sigma(exp(-x)), []),
    "swish-t": (lambda x: silu(x) + mpf(0.1) * tanh(x), []),
    "coslu": (lambda x: (x + cos(x)) * sigma(x), []),
    "snake-beta": (lambda x: x + sin(x) ** 2, []),
    "cauchy": (lambda x: x / (x * x + 1) + 1 / (x * x + 1), []),
    "smooth-step": (
        pieces(
            (-0.5, lambda x: mpf(0)),
            (0.5, lambda x: -2 * x**3 + 3 * x / 2 + mpf(0.5)),
            lambda x: mpf(1),
        ),
        [-0.5, 0.5],
    ),
    "rootsig": (lambda x: x / (1 + sqrt(1 + x * x)), []),
    "algebraic-sigmoid": (lambda x: x / cbrt(1 + abs(x) ** 3), []),
}

POINTS = [0.0, 0.25, 0.5, 1.0, 1.5, 2.25, 3.0, 5.5, 8.0, 13.7, 20.3, 38.2, 100.75, 345.5, 700.25, 740.5]
TINY = [1e-3, 1.7e-6, 3e-11, 1e-20]


def points():
    signed = [s * x for x in POINTS + TINY for s in (1, -1) if x or s > 0]
    return sorted(signed + [random.uniform(-6, 6) for _ in range(16)])


def main(path):
    with open(path, "w") as out:
        for name, (function, breaks) in FUNCTIONS.items():
            for x in points():
                if any(abs(x - b) < 1e-25 for b in breaks):
                    continue
                with mp.workdps(1200):
                    step = mpf(10) ** -400
                    value = function(mpf(x))
                    rise = (function(mpf(x) + step) - function(mpf(x) - step)) / (2 * step)
                    rise = rise if abs(rise) > mpf(10) ** -350 else mpf(0)
                    if abs(value) < 1e308 and abs(rise) < 1e308:
                        out.write(f"{name},{x!r},{float(value)!r},{float(rise)!r}\n")


if __name__ == "__main__":
    main(sys.argv[1])
