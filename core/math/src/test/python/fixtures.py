"""Writes the fixtures of the tests beside it: function values to 60 digits or more, by mpmath.

Each line holds x and the nearest double to f(x), both as the hexadecimal bits of a double, and what
the rounding lost, in units in the last place of that double. Run: python3 fixtures.py FOLDER [NAME...]
"""
import random
import struct
import sys
from mpmath import mp, mpf, asinh, atan, atanh, cbrt, cos, cosh, erf, erfc, exp, expm1, floor, ldexp, log, log1p, pi, sin, sinh, sqrt, tan, tanh

mp.dps = 60
LEAST = -1074
random.seed(20260101)


def bits(x):
    return struct.unpack(">Q", struct.pack(">d", x))[0]


def nearest(value):
    """The nearest double and the rest in its ulps; ties and subnormals as IEEE 754 wants."""
    if value == 0:
        return 0.0, 0.0
    exponent = max(int(floor(mp.log(abs(value), 2))) - 52, LEAST)
    while abs(ldexp(value, -exponent)) >= 2**53:
        exponent += 1
    while exponent > LEAST and abs(ldexp(value, -exponent)) < 2**52:
        exponent -= 1
    scaled = ldexp(value, -exponent)
    whole = mp.nint(scaled)
    if exponent + 52 > 1023 or (exponent + 52 == 1023 and abs(whole) >= 2**53):
        return float("inf") if value > 0 else float("-inf"), 0.0
    # A power of two reached from below has greater ulps than the numbers below it.
    carried = abs(whole) == 2**53 and exponent > LEAST
    return float(ldexp(whole, exponent)), float(scaled - whole) / (2 if carried else 1)


def uniform(low, high, count):
    return [random.uniform(low, high) for _ in range(count)]


def spread(low, high, count):
    """Both signs, magnitudes from 2^low to 2^high."""
    return [random.choice((-1, 1)) * random.uniform(1, 2) * 2.0 ** random.randint(low, high) for _ in range(count)]


def positive(low, high, count):
    return [abs(x) for x in spread(low, high, count)]


def near_multiples(unit, count, largest):
    """Doubles next to multiples of a number, where a range reduction cancels most."""
    result = []
    for _ in range(count):
        k = random.randint(1, largest)
        x = float(k * unit)
        result.append(random.choice((-1, 1)) * struct.unpack(">d", struct.pack(">Q", bits(x) + random.randint(-1, 1)))[0])
    return result


# The double known to lie closest to a multiple of π / 2, and its like.
WORST = [6381956970095103.0 * 2.0**797, 5261692873635770.0 * 2.0**499, 1.7976931348623157e308]

SMALL = spread(-60, -1, 250) + spread(-1022, -60, 60) + [5e-324, -5e-324, 2.2e-308]


def precisely(f):
    """An argument near 2^1024 costs as many digits as it has, a cancelling result as many again."""

    def g(x):
        with mp.workdps(700 if abs(x) > 1e6 else 400 if abs(x) < 1e-15 else 80):
            return f(mpf(x))

    return g


FUNCTIONS = {
    "exp": (exp, SMALL + uniform(-1, 1, 400) + uniform(-30, 30, 400) + uniform(-745.2, 709.9, 500) + uniform(-745.1, -708, 100)),
    "expm1": (expm1, SMALL + uniform(-1, 1, 600) + uniform(-40, 40, 500) + uniform(-60, 709.7, 300)),
    "log": (log, positive(-1074, 1023, 500) + uniform(0.5, 2, 600) + uniform(0, 100, 300) + [1 + x for x in spread(-50, -2, 300)]),
    "log1p": (log1p, SMALL + uniform(-0.99999, 1, 600) + uniform(0, 100, 300) + positive(0, 1023, 200) + [x for x in spread(-30, -2, 300)]),
    "sin": (sin, SMALL + uniform(-4, 4, 600) + uniform(-100, 100, 300) + spread(7, 25, 400) + spread(20, 1022, 300) + near_multiples(pi / 2, 300, 600000) + WORST),
    "cos": (cos, SMALL + uniform(-4, 4, 600) + uniform(-100, 100, 300) + spread(7, 25, 400) + spread(20, 1022, 300) + near_multiples(pi / 2, 300, 600000) + WORST),
    "tanh": (tanh, SMALL + uniform(-1, 1, 500) + uniform(-4, 4, 600) + uniform(-22, 22, 300) + spread(4, 20, 50)),
    "sech-squared": (lambda x: 1 / cosh(x) ** 2, SMALL + uniform(-1, 1, 400) + uniform(-5, 5, 500) + uniform(-372.5, 372.5, 500)),
    "sigmoid": (lambda x: 1 / (1 + exp(-x)), SMALL + uniform(-1, 1, 300) + uniform(-8, 8, 600) + uniform(-745, 40, 400)),
    "softplus": (lambda x: log1p(exp(x)), SMALL + uniform(-1, 1, 300) + uniform(-8, 8, 600) + uniform(-745, 40, 400) + positive(5, 1000, 50)),
    "erf": (erf, SMALL + uniform(-1.1, 1.1, 500) + uniform(-6, 6, 500) + spread(2, 20, 50)),
    "erfc": (erfc, SMALL + uniform(-1, 1, 300) + uniform(-6, 6, 500) + uniform(0, 27.22, 600)),
    "bell": (lambda x: exp(-x * x / 2), SMALL + uniform(-5, 5, 500) + uniform(-38.5, 38.5, 600)),
    "cumulative": (lambda x: erfc(-x / sqrt(mpf(2))) / 2, SMALL + uniform(-5, 5, 700) + uniform(-38.4, 9, 700)),
}

# Added later; each with numbers of its own, so that the fixtures above stay as they are.
random.seed(20260201)
SMALLER = spread(-60, -1, 150) + spread(-1022, -60, 50) + [5e-324, -5e-324, 2.2e-308]
BELOW_ONE = [1 - x for x in positive(-53, -2, 200)]


def nonzero_cube_root(x):
    return cbrt(x) if x > 0 else -cbrt(-x)


FUNCTIONS.update({
    "log2": (lambda x: log(x) / log(mpf(2)), positive(-1074, 1023, 400) + uniform(0.5, 2, 500) + uniform(0, 100, 200) + [1 + x for x in spread(-50, -2, 200)] + [2.0**k for k in range(-1074, 1024, 21)]),
    "log10": (lambda x: log(x) / log(mpf(10)), positive(-1074, 1023, 400) + uniform(0.5, 2, 500) + uniform(0, 100, 200) + [1 + x for x in spread(-50, -2, 200)] + [10.0**k for k in range(23)]),
    "tan": (tan, SMALLER + uniform(-4, 4, 500) + uniform(-100, 100, 200) + spread(7, 25, 200) + spread(20, 1022, 150) + near_multiples(pi / 2, 200, 600000) + WORST),
    "atan": (atan, SMALLER + uniform(-1, 1, 300) + uniform(-4, 4, 500) + uniform(-100, 100, 100) + spread(4, 1022, 100) + [float(tan(k * pi / 8)) * (1 + x) for k in (1, 3) for x in spread(-50, -5, 50)]),
    "sinh": (sinh, SMALLER + uniform(-1, 1, 400) + uniform(-22, 22, 300) + uniform(-710.47, 710.47, 400) + uniform(709.7, 710.475, 50)),
    "cosh": (cosh, SMALLER + uniform(-1, 1, 400) + uniform(-22, 22, 300) + uniform(-710.47, 710.47, 400) + uniform(709.7, 710.475, 50)),
    "asinh": (asinh, SMALLER + uniform(-1, 1, 400) + uniform(-10, 10, 400) + spread(3, 1023, 200) + spread(26, 30, 50)),
    "atanh": (atanh, SMALLER + uniform(-0.5, 0.5, 400) + uniform(-1, 1, 400) + BELOW_ONE + [-x for x in BELOW_ONE]),
    "cbrt": (nonzero_cube_root, SMALLER + spread(-1074, 1023, 400) + uniform(-8, 8, 600) + [float(k**3) for k in range(1, 100)]),
    "log-sigmoid": (lambda x: -log1p(exp(-x)), SMALLER + uniform(-1, 1, 200) + uniform(-8, 8, 500) + uniform(-40, 745, 300) + [-x for x in positive(5, 1000, 50)]),
    "logit": (lambda x: log(x) - log1p(-x), positive(-1074, -2, 300) + uniform(0, 1, 600) + uniform(0.2, 0.3, 100) + BELOW_ONE + [0.5 + x for x in spread(-53, -3, 200)]),
    "gaussian": (lambda x: exp(-x * x), SMALLER + uniform(-4, 4, 500) + uniform(-27.3, 27.3, 500)),
})

def power_inputs():
    """Pairs of every size whose power is finite, subnormal or just beyond."""
    random.seed(20260301)
    result = [(x, random.uniform(-1080, 1030) / float(log(abs(mpf(x)), 2))) for x in positive(-1074, 1023, 400)]
    result += [(1 + x, random.uniform(-700, 700) / x) for x in spread(-50, -3, 200)]
    result += [(x, random.uniform(-20, 20)) for x in uniform(0, 4, 400)]
    result += [(x, float(random.randint(-30, 30))) for x in spread(-20, 20, 200)]
    result += [(x, random.choice((0.5, -0.5, 2.0, 3.0, -1.0, 1 / 3, 10.0))) for x in positive(-100, 100, 200)]
    return result


if __name__ == "__main__":
    for name in sys.argv[2:] or [*FUNCTIONS, "pow"]:
        if name == "pow":
            with open(f"{sys.argv[1]}/pow.txt", "w") as out:
                for x, y in power_inputs():
                    z, rest = nearest(mpf(x) ** mpf(y))
                    out.write(f"{bits(x):016x} {bits(y):016x} {bits(z):016x} {rest:.3f}\n")
            continue
        function, inputs = FUNCTIONS[name]
        f = precisely(function)
        with open(f"{sys.argv[1]}/{name}.txt", "w") as out:
            for x in inputs:
                y, rest = nearest(f(x))
                out.write(f"{bits(x):016x} {bits(y):016x} {rest:.3f}\n")