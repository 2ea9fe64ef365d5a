"""Prints the polynomials of this module: interpolation at Chebyshev nodes with 60 digits, each
coefficient rounded once to a double, lowest power first, and the largest relative error they cause
in the function that uses them. Run: python3 coefficients.py
"""
from mpmath import mp, mpf, atan, atanh, cbrt, cos, cosh, erf, erfc, exp, expm1, factorial, log, lu_solve, matrix, pi, sin, sinh, sqrt, tan

mp.dps = 60


def interpolate(f, low, high, degree):
    nodes = [(low + high) / 2 + (high - low) / 2 * cos((2 * i + 1) * pi / (2 * degree + 2)) for i in range(degree + 1)]
    powers = matrix(degree + 1, degree + 1)
    values = matrix(degree + 1, 1)
    for i, x in enumerate(nodes):
        values[i] = f(x)
        for j in range(degree + 1):
            powers[i, j] = x**j
    return list(lu_solve(powers, values))


def error(coefficients, f, weight, low, high):
    """The largest error of the polynomial times the weight."""
    worst = mpf(0)
    for i in range(400):
        x = low + (high - low) * (i + mpf("0.37")) / 400
        worst = max(worst, abs((mp.polyval(coefficients[::-1], x) - f(x)) * weight(x)))
    return worst


def show(name, f, weight, low, high, degree, precise=0):
    """The first coefficients, as many as are to be precise, are followed by what their rounding lost."""
    low, high = mpf(low), mpf(high)
    exact = interpolate(f, low, high, degree)
    parts = [[float(c)] for c in exact]
    for i in range(precise):
        parts[i].append(float(exact[i] - parts[i][0]))
    coefficients = [sum(mpf(part) for part in each) for each in parts]
    print(f"{name}: relative error {mp.nstr(error(coefficients, f, weight, low, high), 3)}")
    for each in parts:
        print("  " + " ".join(repr(part) for part in each))


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


def artanh_third(z):
    """What follows 2 s + 2/3 s³ in 2 artanh s, over s⁵."""
    s = sqrt(z)
    if z < mpf(10) ** -6:
        return sum(2 * z**k / (2 * k + 5) for k in range(10))
    return (2 * atanh(s) - 2 * s - 2 * s**3 / 3) / s**5


def arctangent_tail(z):
    t = sqrt(z)
    if z < mpf(10) ** -6:
        return sum((-1) ** (k + 1) * z**k / (2 * k + 3) for k in range(10))
    return (atan(t) - t) / t**3


def hyperbolic_sine_tail(z):
    if z < mpf(10) ** -6:
        return sum(z**k / factorial(2 * k + 3) for k in range(10))
    return (sinh(sqrt(z)) - sqrt(z)) / sqrt(z) ** 3


def hyperbolic_cosine_tail(z):
    if z < mpf(10) ** -6:
        return sum(z**k / factorial(2 * k + 2) for k in range(10))
    return (cosh(sqrt(z)) - 1) / z


def inverse_cube_root(e):
    """(1 + e)^(-1/3)."""
    return 1 / cbrt(1 + e)


def erf_ratio(z):
    x = sqrt(z)
    return erf(x) / x


def normal_ratio(z):
    x = sqrt(z)
    return erf(x / sqrt(mpf(2))) / 2 / x


def tail_ratio(t):
    """R(a) / (1 - t), where t = (a - 5) / (a + 5)."""
    a = 5 * (1 + t) / (1 - t)
    return exp(a * a / 2) * erfc(a / sqrt(mpf(2))) / 2 / (1 - t)


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
    show("Normal.tailRatio", tail_ratio, lambda t: 1 / tail_ratio(t), mpf("-4.3") / mpf("5.7"), mpf(35) / 45, 20, 2)
    eighth = tan(pi / 8) ** 2 * mpf("1.0002")
    root = log(2) ** 2 / 4 * mpf("1.0002")
    show("Power.rest", artanh_third, lambda z: z * z / 2, tiny, third, 7)
    show("InverseTrigonometric.tail", arctangent_tail, lambda z: z, 0, eighth, 11)
    show("HyperbolicSine.sineTail", hyperbolic_sine_tail, lambda z: z, 0, root, 4)
    show("HyperbolicSine.cosineTail", hyperbolic_cosine_tail, lambda z: z, 0, root, 5)
    show("CubeRoot.correction", inverse_cube_root, lambda e: 1 / inverse_cube_root(e), mpf("-0.095"), mpf("0.095"), 4)
