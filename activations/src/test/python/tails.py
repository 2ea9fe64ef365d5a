"""Writes tails.csv, the values and slopes of the smooth activations far out and close to zero, to 17
digits, by mpmath. Each line: id, x, value, slope. Run: python3 tails.py FILE
"""
import random
import sys
from mpmath import mp, mpf, cos, cosh, erfc, exp, expm1, log1p, pi, sin, sqrt, tanh

random.seed(20260101)


def sigma(x):
    return 1 / (1 + exp(-x))


def gate(x):
    return sigma(x) * (1 + x * sigma(-x))


def normal(x):
    return erfc(-x / sqrt(mpf(2))) / 2


def mish_slope(x):
    s = log1p(exp(x))
    return tanh(s) + x * sigma(x) / cosh(s) ** 2


FUNCTIONS = {
    "sigmoid": (sigma, lambda x: sigma(x) * sigma(-x)),
    "tanh": (tanh, lambda x: 1 / cosh(x) ** 2),
    "tanh-half": (lambda x: tanh(x / 2), lambda x: 1 / cosh(x / 2) ** 2 / 2),
    "elu": (lambda x: x if x > 0 else expm1(x), lambda x: mpf(1) if x > 0 else exp(x)),
    "softplus": (lambda x: log1p(exp(x)), sigma),
    "softsign": (lambda x: x / (1 + abs(x)), lambda x: 1 / (1 + abs(x)) ** 2),
    "silu": (lambda x: x * sigma(x), gate),
    "mish": (lambda x: x * tanh(log1p(exp(x))), mish_slope),
    "gelu": (lambda x: x * normal(x), lambda x: normal(x) + x * exp(-x * x / 2) / sqrt(2 * pi)),
    "sin": (sin, cos),
    "cos": (cos, lambda x: -sin(x)),
    "acon-a": (lambda x: x * sigma(x), gate),
    "acon-b": (lambda x: 0.75 * x * sigma(0.75 * x) + x / 4, lambda x: 0.75 * gate(0.75 * x) + 0.25),
    "acon-c": (lambda x: x * sigma(x), gate),
    "snake": (lambda x: x + sin(x) ** 2, lambda x: (sin(x) + cos(x)) ** 2),
}

FAR = [-740.5, -700.25, -372.0, -345.5, -100.75, -38.2, -20.3, 20.3, 38.2, 100.75, 345.5, 372.0, 700.25, 740.5]
HUGE = [-1e300, -123456789.125, 123456789.125, 1e300]

if __name__ == "__main__":
    with open(sys.argv[1], "w") as out:
        for name, (value, slope) in FUNCTIONS.items():
            near = [random.uniform(-6, 6) for _ in range(40)]
            tiny = [random.choice((-1, 1)) * 10 ** random.uniform(-20, -2) for _ in range(6)]
            huge = HUGE if name in ("sin", "cos", "snake", "softsign") else []
            for x in near + FAR + tiny + huge:
                with mp.workdps(1200 if abs(x) > 100 else 90):
                    out.write(f"{name},{x!r},{float(value(mpf(x)))!r},{float(slope(mpf(x)))!r}\n")
