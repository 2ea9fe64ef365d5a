"""Others at the trainings of the cases: peers.py jax|torch|optax|pycma DIRECTORY.

Says `ready` and what it is, then answers a line with a line, like the other contestants:
check CASE STEPS with the losses, time CASE TRIALS THREADS with CPU and wall time. Trials are
batched, in double precision, on one thread: JAX and optax as jit(vmap(loop)), PyTorch as batched
matrix products with the gradients by autograd. pycma has one trial at a time, the candidates of a
generation in one batch.
"""

import os
import sys
import time

os.environ["XLA_FLAGS"] = "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1"
os.environ["JAX_ENABLE_X64"] = "1"
os.environ["JAX_PLATFORMS"] = "cpu"
os.environ["OMP_NUM_THREADS"] = "1"

import numpy as np  # noqa: E402

RATE, BETA1, BETA2, EPSILON = 0.01, 0.9, 0.999, 1e-8


class Case:
    """A case as the comparison writes it."""

    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            words = iter(file.read().split())
        name = os.path.basename(path)[: -len(".txt")]
        self.method = name.lstrip("0123456789-") or "adam"
        self.widths = [int(next(words)) for _ in range(int(next(words)))]
        self.steps = int(next(words))
        examples = int(next(words))
        starts = int(next(words))
        self.limit = float(next(words))
        inputs = self.widths[0]
        row = inputs + self.widths[-1]
        data = np.array([float(next(words)) for _ in range(examples * row)]).reshape(examples, row)
        self.inputs, self.outputs = data[:, :inputs], data[:, inputs:]
        self.starts = np.array([float(word) for word in words]).reshape(starts, -1)
        self.parameters = self.starts.shape[1]
        # Large enough to hide the calls, small enough to stay in the cache.
        self.batch = 4096 if self.parameters < 64 else 64

    def layers(self):
        """Where the weights and the biases of each layer lie, and its widths."""
        at = 0
        for before, units in zip(self.widths, self.widths[1:]):
            yield at, at + before * units, before, units
            at += units * (before + 1)


class Jax:
    methods = ("adam",)

    def __init__(self):
        import jax

        self.jax = jax
        self.name = "jax " + jax.__version__
        self.compiled = {}

    def loss(self, case):
        """The loss of weights, as a function of JAX."""
        jnp = self.jax.numpy

        def loss(weights):
            signal = jnp.asarray(case.inputs)
            for at, bias, before, units in case.layers():
                matrix = weights[at:bias].reshape(units, before)
                signal = jnp.tanh(signal @ matrix.T + weights[bias : bias + units])
            return jnp.mean((signal - jnp.asarray(case.outputs)) ** 2)

        return loss

    def trainer(self, case, steps):
        key = (id(case), steps)
        if key not in self.compiled:
            self.compiled[key] = self.jax.jit(self.jax.vmap(self.training(case, steps)))
        return self.compiled[key]

    def training(self, case, steps):
        """From weights to the last loss and the best one."""
        jax, jnp = self.jax, self.jax.numpy
        loss = self.loss(case)

        def step(number, state):
            weights, mean, square, best = state
            now, gradient = jax.value_and_grad(loss)(weights)
            mean = mean + (1 - BETA1) * (gradient - mean)
            square = BETA2 * square + (1 - BETA2) * gradient * gradient
            size = RATE / (1 - BETA1 ** (number + 1.0))
            root = 1 / jnp.sqrt(1 - BETA2 ** (number + 1.0))
            weights = weights - size * mean / (jnp.sqrt(square) * root + EPSILON)
            return weights, mean, square, jnp.minimum(best, now)

        def train(weights):
            zero = jnp.zeros_like(weights)
            state = (weights, zero, zero, jnp.inf)
            weights, _, _, best = jax.lax.fori_loop(0, steps, step, state)
            return loss(weights), best

        return train

    def losses(self, case, weights, steps):
        losses, best = self.trainer(case, steps)(weights)
        best.block_until_ready()
        return np.asarray(losses)


class Optax(Jax):
    methods = ("adam", "lion", "lbfgs")

    def __init__(self):
        import optax

        super().__init__()
        self.optax = optax
        self.name = "optax " + optax.__version__ + ", " + self.name

    def training(self, case, steps):
        jax, jnp, optax = self.jax, self.jax.numpy, self.optax
        loss = self.loss(case)
        rule = {
            "adam": lambda: optax.adam(RATE, b1=BETA1, b2=BETA2, eps=EPSILON),
            "lion": lambda: optax.lion(RATE / 10, b1=0.9, b2=0.99, weight_decay=0.0),
            "lbfgs": lambda: optax.lbfgs(memory_size=10),
        }[case.method]()
        if case.method == "lbfgs":
            value_and_grad = optax.value_and_grad_from_state(loss)
        else:

            def value_and_grad(weights, state):
                return jax.value_and_grad(loss)(weights)

        def step(_, carry):
            weights, state, best = carry
            now, gradient = value_and_grad(weights, state=state)
            searching = {}
            if case.method == "lbfgs":
                searching = {"value": now, "grad": gradient, "value_fn": loss}
            updates, state = rule.update(gradient, state, weights, **searching)
            return optax.apply_updates(weights, updates), state, jnp.minimum(best, now)

        def train(weights):
            carry = (weights, rule.init(weights), jnp.inf)
            weights, _, best = jax.lax.fori_loop(0, steps, step, carry)
            return loss(weights), best

        return train


class Pycma:
    methods = ("cma-es",)
    bound = 10.0
    one_of = 128  # trials asked for are done, for one takes seconds

    def __init__(self):
        import cma

        self.cma = cma
        self.name = "pycma " + cma.__version__

    def losses(self, case, start, steps):
        return [self.best_loss(case, steps) for _ in start]

    def best_loss(self, case, evaluations):
        start = np.random.uniform(-self.bound, self.bound, case.parameters)
        search = self.cma.CMAEvolutionStrategy(start, 0.6 * self.bound, {"verbose": -9})
        best = np.inf
        spent = 0
        while spent + search.popsize <= evaluations:
            points = search.ask()
            losses = self.evaluate(case, np.clip(points, -self.bound, self.bound))
            search.tell(points, losses.tolist())
            best = min(best, losses.min())
            spent += len(points)
        return best

    @staticmethod
    def evaluate(case, points):
        signal = np.broadcast_to(case.inputs, (len(points),) + case.inputs.shape)
        for at, bias, before, units in case.layers():
            matrix = points[:, at:bias].reshape(-1, units, before)
            biases = points[:, None, bias : bias + units]
            signal = np.tanh(signal @ matrix.transpose(0, 2, 1) + biases)
        return ((signal - case.outputs) ** 2).mean(axis=(1, 2))


class Torch:
    methods = ("adam",)

    def __init__(self):
        import torch

        torch.set_num_threads(1)
        torch.set_default_dtype(torch.float64)
        self.torch = torch
        self.name = "torch " + torch.__version__

    def losses(self, case, start, steps):
        torch = self.torch
        trials = len(start)
        weights = torch.tensor(start, requires_grad=True)
        inputs = torch.tensor(case.inputs).expand(trials, -1, -1)
        outputs = torch.tensor(case.outputs)

        def losses():
            signal = inputs
            for at, bias, before, units in case.layers():
                matrix = weights[:, at:bias].reshape(trials, units, before)
                biases = weights[:, bias : bias + units].unsqueeze(1)
                signal = torch.tanh(torch.baddbmm(biases, signal, matrix.transpose(1, 2)))
            return ((signal - outputs) ** 2).mean(dim=(1, 2))

        optimizer = torch.optim.Adam([weights], lr=RATE, betas=(BETA1, BETA2), eps=EPSILON)
        best = torch.full((trials,), float("inf"))
        for _ in range(steps):
            optimizer.zero_grad(set_to_none=True)
            now = losses()
            now.sum().backward()
            best = torch.minimum(best, now.detach())
            optimizer.step()
        with torch.no_grad():
            return losses().numpy()


def measure(library, case, trials):
    random = np.random.default_rng(trials)
    wall, cpu, total = time.monotonic_ns(), time.process_time_ns(), 0.0
    one_of = getattr(library, "one_of", 1)
    batch = 1 if one_of > 1 else case.batch
    done = 0
    while done < trials / one_of:
        start = random.uniform(-case.limit, case.limit, (batch, case.parameters))
        total += float(np.sum(library.losses(case, start, case.steps)))
        done += batch
    # Batches are whole, so the time is that of the trials asked for.
    share = trials / done
    cpu = (time.process_time_ns() - cpu) * share
    wall = (time.monotonic_ns() - wall) * share
    return f"time {cpu:.0f} {wall:.0f} {total!r}"


def main():
    try:
        library = {"jax": Jax, "torch": Torch, "optax": Optax, "pycma": Pycma}[sys.argv[1]]()
    except ImportError:
        print("this Python does not have it", flush=True)
        return
    print("ready", library.name, flush=True)
    cases = {}
    for line in sys.stdin:
        verb, name, count, *threads = line.split()
        if name not in cases:
            cases[name] = Case(os.path.join(sys.argv[2], name + ".txt"))
        case = cases[name]
        if case.method not in library.methods or threads not in ([], ["1"]):
            print("none", flush=True)
            continue
        if verb == "check":
            losses = library.losses(case, case.starts, int(count))
            print("losses", *(repr(float(loss)) for loss in losses), flush=True)
        else:
            print(measure(library, case, int(count)), flush=True)


if __name__ == "__main__":
    main()
