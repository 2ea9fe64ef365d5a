"""Writes removable.csv: formulas with points that can be removed or terms that cancel.

Values and slopes by x and by a with 700 digits of mpmath, slopes by central differences of
1e-60, rounded once. Run: python3 removable.py > ../resources/io/sluice/formula/removable.csv
"""
import re
from mpmath import mp, mpf

mp.dps = 700
H = mpf(10) ** -60

NEAR_ZERO = "-300 -40 -2.5 -0.9 -0.7 -0.3 -0.1 -1e-3 -1e-9 -1e-18 -1e-300 0 1e-300 1e-18 1e-9 1e-3 0.1 0.3 0.7 0.9 2.5 40 300"
SMALL = "-0.45 -0.3 -0.1 -1e-3 -1e-9 -1e-18 0 1e-18 1e-9 1e-3 0.1 0.3 0.45"
ABOVE = "-0.45 -0.3 -0.1 -1e-3 -1e-9 0 1e-18 1e-9 1e-3 0.1 0.3 0.45 3 1e3 1e12"
TO_HUGE = "-1e12 -1e3 -4 -0.9 -0.1 -1e-3 -1e-9 0 1e-18 1e-9 1e-3 0.1 0.55 0.65 0.9 4 1e3 1e12"
MODEST = "-4 -0.9 -0.1 -1e-3 -1e-9 -1e-18 0 1e-18 1e-9 1e-3 0.1 0.55 0.9 4"

ROWS = [
    # removable points
    ("(exp(a*x) - 1) / x", 1.5, NEAR_ZERO),
    ("(exp(a*x) - 1) / (a*x)", 1.5, NEAR_ZERO),
    ("(1 - exp(-a*x)) / x", 0.5, NEAR_ZERO),
    ("expm1(x^2) / (a*x)", 2, MODEST),
    ("x / (exp(a*x) - 1)", 1, NEAR_ZERO + " 708 712"),
    ("a*x^2 / (exp(x^2) - 1)", 1, MODEST),
    ("x / (1 - exp(-a*x))", 2, NEAR_ZERO),
    ("sinh(a*x) / x", 0.5, NEAR_ZERO),
    ("(exp(x) - exp(-x)) / (2*a*x)", 1, NEAR_ZERO),
    ("x / sinh(a*x)", 1, NEAR_ZERO + " 708 712"),
    ("tanh(a*x) / x", 0.75, TO_HUGE),
    ("x / tanh(a*x)", 0.75, TO_HUGE),
    ("tanh(x^2 + a*x) / x", 0.75, MODEST),
    ("sin(a*x) / x", 3, MODEST),
    ("x / sin(a*x)", 0.5, MODEST),
    ("sin(a*x)^2 / x^2", 0.5, MODEST),
    ("x + sin(a*x)^2 / a", 1e-9, MODEST),
    ("tan(a*x) / x", 0.5, SMALL),
    ("atan(a*x) / x", 0.5, TO_HUGE),
    ("asinh(a*x) / x", 2, TO_HUGE),
    ("asin(a*x) / x", 2, SMALL),
    ("atanh(a*x) / x", 2, SMALL),
    ("erf(a*x) / x", 0.5, MODEST),
    ("log(1 + a*x) / x", 2, ABOVE),
    ("x / log(1 + a*x)", 2, ABOVE),
    ("log(x) / (a*(x - 1))", 2, "1e-9 0.3 0.7 0.999 0.999999999 1 1.000000001 1.001 1.3 1.7 40 1e9"),
    ("log(x) / (a - a*x)", 2, "0.3 0.999 1 1.000000001 1.3 40"),
    ("(1 - cos(a*x)) / x", 2, MODEST),
    ("(1 - cos(a*x)) / x^2", 2, MODEST),
    ("(cosh(a*x) - 1) / x^2", 2, MODEST),
    ("(sqrt(1 + a*x) - 1) / x", 2, ABOVE),
    ("(exp(a*x) - 1) / a", 1e-9, MODEST),
    ("tan(x) / sin(a*x)", 1, SMALL),
    ("(1 - exp(-x^2)) / (a*x^2)", 2, MODEST),
    ("log(1 + x^2) / (a*x)", 2, MODEST),
    ("(sigmoid(a*x) - 0.5) / x", 2, MODEST),
    ("(exp(x^3 + x) - 1) / (a*x)", 2, SMALL),
    ("sin(x - a) / (a - x)", 1, "0.3 0.999999999 1 1.000000001 1.7"),
    # terms that cancel
    ("1 - exp(-a*x^2)", 1, MODEST),
    ("a - a*exp(-x^2/2)", 3, MODEST),
    ("exp(a*x) + x - 1", 1, MODEST),
    ("(1 + x) - exp(-a*x)", 1, MODEST),
    ("x - x*exp(-a*x)", 1, MODEST),
    ("2*exp(a*x) - 2", 1, NEAR_ZERO),
    ("-0.5 + 0.5*exp(-a*x)", 1, NEAR_ZERO),
    ("a * (1 - cos(x))", 2, MODEST),
    ("a * (cosh(x) - 1)", 2, MODEST),
    ("a * (exp(x) - exp(-x))", 2, NEAR_ZERO),
    ("2*sigmoid(a*x) - 1", 1, MODEST),
    ("normcdf(a*x) - 0.5", 1, MODEST),
    ("sqrt(1 + a*x) - 1", 2, ABOVE),
    ("sqrt(4 + a*x^2) - 2", 2, TO_HUGE),
    ("3 - 3*sqrt(1 - a*x)", 0.5, SMALL),
    ("1 - 1/(1 + a*x^2)", 1, TO_HUGE),
    ("1 - 1/sqrt(1 + a*x^2)", 1, MODEST),
    ("1 - 1/cosh(a*x)", 1, MODEST),
    ("1 - sin(a*x)^2", 2, "-0.9 0 0.1 0.55 0.9 4"),
    ("log2(1 + a*x)", 1, ABOVE),
    ("log10(1 + a*x)", 1, ABOVE),
    ("log(x^2 + 1 + a*x)", 1, SMALL),
    ("2 + 2*tanh(a*x)", 1, "-300 -40 -2.5 0 2.5"),
]

NAMES = {
    "sinc": mp.sinc, "sigmoid": lambda u: 1 / (1 + mp.exp(-u)), "normcdf": mp.ncdf,
    "expm1": lambda u: mp.exp(u) - 1, "log2": lambda u: mp.log(u) / mp.log(2),
    "log10": lambda u: mp.log(u) / mp.log(10),
}
for name in "exp log sin cos tan asin acos atan sinh cosh tanh asinh acosh atanh erf erfc sqrt".split():
    NAMES[name] = getattr(mp, name)


def function(text):
    text = re.sub(r"(?<![\w.])(\d+\.?\d*)(?![\w.])", r"mpf('\1')", text.replace("^", "**"))
    text = re.sub(r"\*\*mpf\('(\d+)'\)", r"**\1", text)
    code = compile(text, text, "eval")
    return lambda x, a: eval(code, {**NAMES, "mpf": mpf, "x": x, "a": a})


print("# Made by src/test/python/removable.py with 700 digits of mpmath.")
print("# formula | a | x | value | slope | slope by a")
for text, a, points in ROWS:
    f = function(text)
    a = mpf(a)
    for point in points.split():
        x = mpf(float(point))
        try:
            value = f(x, a)
        except ZeroDivisionError:
            value = (f(x + H, a) + f(x - H, a)) / 2
        slope = (f(x + H, a) - f(x - H, a)) / (2 * H)
        try:
            by = (f(x, a + H) - f(x, a - H)) / (2 * H)
        except ZeroDivisionError:
            by = (f(x + H, a + H) + f(x - H, a + H) - f(x + H, a - H) - f(x - H, a - H)) / (4 * H)
        clean = lambda v: 0.0 if abs(v) < mpf(10) ** -110 and abs(x) < 1 else float(v)
        if any(isinstance(v, mp.mpc) or mp.im(v) != 0 for v in (value, slope, by)):
            continue
        print(f"{text} | {float(a)!r} | {float(x)!r} | {clean(value)!r} | {clean(slope)!r} | {clean(by)!r}")
