"""JAX or PyTorch at the trainings of the cases: peers.py jax|torch DIRECTORY.

Says `ready` and what it is, then answers a line with a line, like the other contestants:
check CASE STEPS with the losses, time CASE TRIALS THREADS with CPU and wall time. Trials are
batched, in double precision, on one thread: JAX as jit(vmap(loop)), PyTorch as batched matrix
products with the gradients by autograd.
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
    def __init__(self):
        import jax

        self.jax = jax
        self.name = "jax " + jax.__version__
        self.compiled = {}

    def trainer(self, case, steps):
        jax, jnp = self.jax, self.jax.numpy
        key = (id(case), steps)
        if key in self.compiled:
            return self.compiled[key]

        def loss(weights):
            signal = jnp.asarray(case.inputs)
            for at, bias, before, units in case.layers():
                matrix = weights[at:bias].reshape(units, before)
                signal = jnp.tanh(signal @ matrix.T + weights[bias : bias + units])
            return jnp.mean((signal - jnp.asarray(case.outputs)) ** 2)

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

        self.compiled[key] = jax.jit(jax.vmap(train))
        return self.compiled[key]

    def losses(self, case, weights, steps):
        losses, best = self.trainer(case, steps)(weights)
        best.block_until_ready()
        return np.asarray(losses)


class Torch:
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
    done = 0
    while done < trials:
        start = random.uniform(-case.limit, case.limit, (case.batch, case.parameters))
        total += float(np.sum(library.losses(case, start, case.steps)))
        done += case.batch
    # Batches are whole, so the time is that of the trials asked for.
    share = trials / done
    cpu = (time.process_time_ns() - cpu) * share
    wall = (time.monotonic_ns() - wall) * share
    return f"time {cpu:.0f} {wall:.0f} {total!r}"


def main():
    try:
        library = {"jax": Jax, "torch": Torch}[sys.argv[1]]()
    except ImportError:
        print("this Python does not have it", flush=True)
        return
    print("ready", library.name, flush=True)
    cases = {}
    for line in sys.stdin:
        verb, name, count, *threads = line.split()
        if "adamm" in name or threads not in ([], ["1"]):
            print("none", flush=True)
            continue
        if name not in cases:
            cases[name] = Case(os.path.join(sys.argv[2], name + ".txt"))
        case = cases[name]
        if verb == "check":
            losses = library.losses(case, case.starts, int(count))
            print("losses", *(repr(float(loss)) for loss in losses), flush=True)
        else:
            print(measure(library, case, int(count)), flush=True)


if __name__ == "__main__":
    main()
