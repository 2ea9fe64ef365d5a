"""Writes sigmoidal-tails.csv, the values and slopes of smooth functions of the sigmoidal and the
rectified family far out, close to zero and in between, to 17 digits, by mpmath. Each line: id,
hyper-parameters, x, value, slope. Run: python3 sigmoidal_tails.py FILE
"""
import random
import sys
from mpmath import mp, mpf, atan, cosh, erf, exp, expm1, fabs, log1p, pi, sign, sqrt, tanh

random.seed(20260102)


def sigma(x):
    return 1 / (1 + exp(-x))


def rational(x, a, c):
    y = fabs(2 * x / 3)
    return sign(x) * a * (1 - 1 / (1 + y + y**2 + c * y**4))


def rational_slope(x, a, c):
    y = fabs(2 * x / 3)
    return 2 * a / 3 * (1 + 2 * y + 4 * c * y**3) / (1 + y + y**2 + c * y**4) ** 2


def clipping(x, a):
    return (log1p(exp(a * x)) - log1p(exp(a * (x - 1)))) / a


def richards(x, a, b):
    return (1 + exp(-b * x)) ** -a


A = 1.7159
FUNCTIONS = [
    ("lecun-tanh", "a=1.7159", lambda x: A * tanh(2 * x / 3), lambda x: 2 * mpf(A) / 3 / cosh(2 * x / 3) ** 2),
    ("elliott", "", lambda x: x / (2 + 2 * fabs(x)) + 0.5, lambda x: 0.5 / (1 + fabs(x)) ** 2),
    ("arctan", "", atan, lambda x: 1 / (1 + x * x)),
    ("erf", "", erf, lambda x: 2 / sqrt(pi) * exp(-x * x)),
    ("isru", "alpha=0.3", lambda x: x / sqrt(1 + mpf(0.3) * x * x), lambda x: (1 + mpf(0.3) * x * x) ** mpf(-1.5)),
    ("soft-clipping", "alpha=0.5", lambda x: clipping(x, mpf(0.5)), lambda x: sigma(x / 2) - sigma((x - 1) / 2)),
    ("soft-clipping", "alpha=20.7", lambda x: clipping(x, mpf(20.7)), lambda x: sigma(mpf(20.7) * x) - sigma(mpf(20.7) * (x - 1))),
    ("richards-sigmoid", "alpha=1;beta=0.5", lambda x: richards(x, 1, mpf(0.5)), lambda x: sigma(x / 2) * sigma(-x / 2) / 2),
    ("richards-sigmoid", "alpha=1.7;beta=0.3", lambda x: richards(x, mpf(1.7), mpf(0.3)), lambda x: mpf(1.7) * mpf(0.3) * richards(x, mpf(1.7), mpf(0.3)) * sigma(-mpf(0.3) * x)),
    ("cloglog", "", lambda x: -expm1(-exp(x)), lambda x: exp(x - exp(x))),
    ("gompertz", "", lambda x: exp(-exp(-x)), lambda x: exp(-x - exp(-x))),
    ("rational-tanh", "a=1.7159", lambda x: rational(x, mpf(A), mpf(1.41645)), lambda x: rational_slope(x, mpf(A), mpf(1.41645))),
    ("log-sigmoid", "", lambda x: -log1p(exp(-x)), lambda x: sigma(-x)),
    ("nlrelu", "beta=1.3", lambda x: log1p(mpf(1.3) * x) if x > 0 else mpf(0), lambda x: 1 / (1 / mpf(1.3) + x) if x > 0 else mpf(0)),
]

FAR = [-740.5, -700.25, -372.0, -100.75, -38.2, -20.3, 20.3, 38.2, 100.75, 372.0, 700.25, 740.5]
HUGE = [-1e300, -123456789.125, 123456789.125, 1e300]
POWERS = ("elliott", "arctan", "isru", "rational-tanh", "log-sigmoid", "nlrelu")

if __name__ == "__main__":
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 30
    with open(sys.argv[1], "w") as out:
        for name, settings, value, slope in FUNCTIONS:
            near = [random.uniform(-7, 7) for _ in range(count)]
            tiny = [random.choice((-1, 1)) * 10 ** random.uniform(-20, -2) for _ in range(6)]
            huge = HUGE if name in POWERS else []
            for x in near + FAR + tiny + huge:
                with mp.workdps(1500 if abs(x) > 20 else 90):
                    v, s = value(mpf(x)), slope(mpf(x))
                    out.write(f"{name},{settings},{x!r},{float(v)!r},{float(s)!r}\n")
