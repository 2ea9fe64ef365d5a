"""Writes exponential-and-gated.csv: values and slopes of the activations with an exponential side and of those
that are x times a gate, far out, close to zero and with other hyper-parameters than the presets, to 17 digits, by
mpmath. Each line: id, settings, x, value, slope, slopes by trained parameters. Run:
python3 exponential_and_gated.py FILE
"""
import random
import sys
from mpmath import asinh, erf, erfc, exp, expm1, log, log1p, mp, mpf, pi, sqrt, tanh

random.seed(20261126)


def sigma(x):
    return 1 / (1 + exp(-x))


def softplus(x):
    return log1p(exp(x))


def gelu_tanh(x):
    # 1 + tanh u = 2 σ(2 u); the constant is the double.
    return x * sigma(2 * sqrt(2 / pi) * (x + mpf(0.044715) * x**3))


def hard_gate(x):
    return min(max((x + 1) / 2, mpf(0)), mpf(1))


def soft_exponential(x, alpha):
    return expm1(alpha * x) / alpha + alpha if alpha > 0 else -log(1 - alpha * (x + alpha)) / alpha


# id: function, settings, how many of them are trained
FUNCTIONS = {
    "acon-a": (lambda x, beta: x * sigma(beta * x), ["beta=1", "beta=2"], 1),
    "acon-b": (lambda x, p, beta: (1 - p) * x * sigma(beta * (1 - p) * x) + p * x, ["p=0.25;beta=1"], 2),
    "aria2": (lambda x, alpha, beta: x * (1 + exp(-beta * x)) ** -alpha, ["alpha=1.5;beta=2", "alpha=0.7;beta=0.9"], 0),
    "asinh": (asinh, [""], 0),
    "bent-identity": (lambda x: (sqrt(x * x + 1) - 1) / 2 + x, [""], 0),
    "celu": (lambda x, alpha: x if x > 0 else alpha * expm1(x / alpha), ["alpha=1", "alpha=2.3"], 0),
    "colu": (lambda x: x / (1 - x * exp(-x - exp(x))), [""], 0),
    "e-swish": (lambda x, beta: beta * x * sigma(x), ["beta=1.735"], 0),
    "elish": (lambda x: (x if x >= 0 else expm1(x)) * sigma(x), [""], 0),
    "erfact": (lambda x, a, b: x * erf(a * exp(b * x)), ["a=0.5;b=1", "a=0.75;b=0.75"], 2),
    "exponential": (exp, [""], 0),
    "gelu-tanh": (gelu_tanh, [""], 0),
    "gish": (lambda x: x * log1p(-expm1(-exp(x))), [""], 0),
    "hard-elish": (lambda x: (x if x >= 0 else expm1(x)) * hard_gate(x), [""], 0),
    "isrlu": (lambda x, alpha: x if x > 0 else x / sqrt(1 + alpha * x * x), ["alpha=1", "alpha=3"], 0),
    "lisht": (lambda x: x * tanh(x), [""], 0),
    "logish": (lambda x: x * log1p(sigma(x)), [""], 0),
    "mpelu": (lambda x, alpha, beta: x if x > 0 else alpha * expm1(beta * x), ["alpha=0.8;beta=1.7"], 2),
    "pdelu": (lambda x, alpha: x if x > 0 else alpha * (max(mpf(0), 1 + x / 10) ** 10 - 1), ["alpha=0.6"], 1),
    "pelu": (
        lambda x, alpha, beta: alpha / beta * x if x >= 0 else alpha * expm1(x / beta),
        ["alpha=1;beta=1", "alpha=1.4;beta=0.6"],
        2,
    ),
    "phish": (lambda x: x * tanh(x * erfc(-x / sqrt(mpf(2))) / 2), [""], 0),
    "preu": (lambda x, a, b: a * x if x >= 0 else a * x * exp(b * x), ["a=1.3;b=0.4"], 2),
    "pserf": (
        lambda x, gamma, delta: x * erf(gamma * softplus(delta * x)),
        ["gamma=1.25;delta=0.85", "gamma=0.9;delta=1.2"],
        2,
    ),
    "ptelu": (lambda x, a, b: x if x >= 0 else abs(a) * tanh(abs(b) * x), ["a=0.5;b=1.7"], 2),
    "quick-gelu": (lambda x: x * sigma(mpf(1.702) * x), [""], 0),
    "rmaf": (lambda x, a, b, c: a * b * x / (1 + exp(-x) / 4) ** c, ["a=1;b=1;c=1", "a=1.1;b=0.9;c=1.5"], 3),
    "serf": (lambda x: x * erf(softplus(x)), [""], 0),
    "shifted-softplus": (lambda x: log1p(expm1(x) / 2), [""], 0),
    "smish": (lambda x: x * tanh(log1p(sigma(x))), [""], 0),
    "soft-exponential": (soft_exponential, ["alpha=0.1", "alpha=0.001", "alpha=-0.0001", "alpha=-0.1"], 1),
    "squareplus": (lambda x, b: (x + sqrt(x * x + b)) / 2, ["b=4", "b=1.3"], 0),
    "srs": (lambda x, alpha, beta: x / (x / alpha + exp(-x / beta)), ["alpha=5;beta=3", "alpha=4;beta=2"], 2),
    "tanh-shrink": (lambda x: x - tanh(x), [""], 0),
    "tanhexp": (lambda x: x * tanh(exp(x)), [""], 0),
    "tanhsoft": (
        lambda x, alpha, beta, gamma, delta: tanh(alpha * x + beta * exp(gamma * x)) * log(delta + exp(x)),
        [
            "alpha=0;beta=0.6;gamma=1;delta=0",
            "alpha=0.87;beta=0;gamma=1;delta=1",
            "alpha=0.5;beta=0.3;gamma=0.7;delta=2",
        ],
        3,
    ),
}

FAR = [-740.5, -700.25, -372.0, -100.75, -38.2, -20.3, 20.3, 38.2, 100.75, 372.0]


def slope(function, at):
    step = mpf(10) ** (-mp.dps // 3) * max(abs(at), mpf(10) ** -3)
    return (function(at + step) - function(at - step)) / (2 * step)


def row(function, settings, trained, x):
    values = {name: mpf(float(value)) for name, value in (each.split("=") for each in settings.split(";") if each)}
    by = []
    for name in list(values)[:trained]:
        number = slope(lambda moved: function(x, **{**values, name: moved}), values[name])
        by.append(f"{name}={float(number)!r}")
    value = function(x, **values)
    return f"{float(value)!r},{float(slope(lambda moved: function(moved, **values), x))!r},{';'.join(by)}"


if __name__ == "__main__":
    with open(sys.argv[1], "w") as out:
        for name, (function, choices, trained) in FUNCTIONS.items():
            for settings in choices:
                near = [random.uniform(-6, 6) for _ in range(12)]
                tiny = [random.choice((-1, 1)) * 10 ** random.uniform(-20, -2) for _ in range(4)]
                for x in near + FAR + tiny:
                    with mp.workdps(2100 if abs(x) > 50 else 600):
                        try:
                            out.write(f"{name},{settings},{x!r},{row(function, settings, trained, mpf(x))}\n")
                        except TypeError:
                            pass  # outside the domain, the logarithm is complex
