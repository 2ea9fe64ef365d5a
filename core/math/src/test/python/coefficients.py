"""Prints the polynomials of this module: interpolation at Chebyshev nodes with 60 digits, each
coefficient rounded once to a double, lowest power first, and the largest relative error they cause
in the function that uses them. Run: python3 coefficients.py
"""
from mpmath import mp, mpf, cos, erf, erfc, exp, expm1, factorial, log, lu_solve, matrix, pi, sin, sqrt, atanh

mp.dps = 60


def interpolate(f, low, high, degree):
    nodes = [(low + high) / 2 + (high - low) / 2 * cos((2 * i + 1) * pi / (2 * degree + 2)) for i in range(degree + 1)]
    powers = matrix(degree + 1, degree + 1)
    values = matrix(degree + 1, 1)
    for i, x in enumerate(nodes):
        values[i] = f(x)
        for j in range(degree + 1):
            powers[i, j] = x**j
    return [float(c) for c in lu_solve(powers, values)]


def error(coefficients, f, weight, low, high):
    """The largest error of the polynomial times the weight."""
    worst = mpf(0)
    for i in range(400):
        x = low + (high - low) * (i + mpf("0.37")) / 400
        worst = max(worst, abs((mp.polyval([mpf(c) for c in reversed(coefficients)], x) - f(x)) * weight(x)))
    return worst


def show(name, f, weight, low, high, degree):
    low, high = mpf(low), mpf(high)
    coefficients = interpolate(f, low, high, degree)
    print(f"{name}: relative error {mp.nstr(error(coefficients, f, weight, low, high), 3)}")
    for c in coefficients:
        print(f"  {c!r}")


def exponential_tail(r):
    if abs(r) < mpf("0.01"):
        return sum(r**k / factorial(k + 2) for k in range(25))
    return (exp(r) - 1 - r) / r**2


def sine_tail(z):
    if z < mpf(10) ** -6:
        return sum((-1) ** (k + 1) * z**k / factorial(2 * k + 3) for k in range(10))
    return (sin(sqrt(z)) - sqrt(z)) / sqrt(z) ** 3


def cosine_tail(z):
    if z < mpf(10) ** -6:
        return sum((-1) ** k * z**k / factorial(2 * k + 4) for k in range(10))
    return (cos(sqrt(z)) - 1 + z / 2) / z**2


def artanh_tail(z):
    s = sqrt(z)
    return (2 * atanh(s) - 2 * s) / s**3


def erf_ratio(z):
    x = sqrt(z)
    return erf(x) / x


def normal_ratio(z):
    x = sqrt(z)
    return erf(x / sqrt(mpf(2))) / 2 / x


def tail_ratio(t):
    """(a + 5) R(a), where t = (a - 5) / (a + 5)."""
    a = 5 * (1 + t) / (1 - t)
    return exp(a * a / 2) * erfc(a / sqrt(mpf(2))) / 2 * (a + 5)


if __name__ == "__main__":
    half = log(2) / 2 * mpf("1.0001")
    quarter = (pi / 4) ** 2 * mpf("1.0002")
    third = ((sqrt(mpf(2)) - 1) / (sqrt(mpf(2)) + 1)) ** 2 * mpf("1.0001")
    tiny = mpf(10) ** -20
    show("Exponential.quadraticTail", exponential_tail, lambda r: r * r / expm1(r), -half, half, 10)
    show("Trigonometric.sine", sine_tail, lambda z: z, 0, quarter, 5)
    show("Trigonometric.cosine", cosine_tail, lambda z: z * z / cos(sqrt(z)), 0, quarter, 5)
    show("Logarithm.combine", artanh_tail, lambda z: z / 2, tiny, third, 7)
    show("ErrorFunction.inner", erf_ratio, lambda z: 1 / erf_ratio(z), 0, 1, 11)
    show("Normal.inner", normal_ratio, lambda z: sqrt(z) / (mpf(1) / 2 - normal_ratio(z) * sqrt(z)), 0, mpf("1.002"), 10)
    show("Normal.tailRatio", tail_ratio, lambda t: 1 / tail_ratio(t), mpf("-4.3") / mpf("5.7"), mpf(34) / 44, 20)
