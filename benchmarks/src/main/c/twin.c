/*
 * The training of the cases in C: a block of trials side by side, `lanes` of them, every number a
 * row of lanes. Weights are laid out layer by layer, the matrix by rows, then the biases, as in
 * Sluice. Activations of the batch are [example][unit][lane].
 *
 * twin DIRECTORY says `ready` and what it is, then answers a line of its input with a line:
 *   check CASE STEPS          losses L ...       from the starts of DIRECTORY/CASE.txt
 *   time CASE TRIALS THREADS  time CPU WALL SUM  in nanoseconds, from random weights
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "lane_math.h"
#include "product.h"

enum { MOST_LAYERS = 8 };

/* The name of a training that is not by Adam has some of these. */
static const char LETTERS[] = "abcdefghijklmnopqrstuvwxyz";

static const double RATE = 0.01, BETA1 = 0.9, BETA2 = 0.999, EPSILON = 1e-8;

typedef struct {
  int inputs, units;
  int first_weight, first_bias;
  double *sums, *outputs, *slopes, *errors;
} layer;

typedef struct {
  char name[64];
  int depth, widths[MOST_LAYERS + 1];
  int steps, examples, starts, parameters;
  double limit;
  double *data, *start_weights;
  int lanes;
  layer layers[MOST_LAYERS];
  double *inputs, *wanted;
  double *weights, *gradients, *means, *squares, *losses, *best, *best_step;
} training;

static double *block(size_t rows, int lanes) {
  size_t bytes = (rows * lanes * sizeof(double) + 63) / 64 * 64 + 64;
  char *memory = aligned_alloc(64, bytes);
  if (memory == NULL) {
    fprintf(stderr, "no memory for %zu rows of %d lanes\n", rows, lanes);
    exit(1);
  }
  memset(memory, 0, bytes);
  return (double *)(memory + ALIGNMENT % 64);
}

static int lanes_for(int parameters) {
  int lanes = 128;
  while (lanes > 8 && lanes * parameters > 4096) {
    lanes /= 2;
  }
  return lanes;
}

static void fail(const char *what, const char *name) {
  fprintf(stderr, "%s %s\n", what, name);
  exit(1);
}

static void read_numbers(FILE *file, double *numbers, int count, const char *name) {
  for (int i = 0; i < count; i++) {
    if (fscanf(file, "%lf", &numbers[i]) != 1) {
      fail("too few numbers in", name);
    }
  }
}

static int read_training(training *t, const char *directory, const char *name) {
  char path[4096];
  snprintf(path, sizeof path, "%s/%s.txt", directory, name);
  FILE *file = fopen(path, "r");
  if (file == NULL) {
    return 0;
  }
  snprintf(t->name, sizeof t->name, "%s", name);
  int widths;
  if (fscanf(file, "%d", &widths) != 1 || widths < 2 || widths > MOST_LAYERS + 1) {
    fail("no widths in", path);
  }
  t->depth = widths - 1;
  for (int i = 0; i < widths; i++) {
    if (fscanf(file, "%d", &t->widths[i]) != 1) {
      fail("no widths in", path);
    }
  }
  if (fscanf(file, "%d %d %d %lf", &t->steps, &t->examples, &t->starts, &t->limit) != 4) {
    fail("no steps in", path);
  }
  t->parameters = 0;
  for (int i = 0; i < t->depth; i++) {
    layer *l = &t->layers[i];
    l->inputs = t->widths[i];
    l->units = t->widths[i + 1];
    l->first_weight = t->parameters;
    l->first_bias = t->parameters + l->inputs * l->units;
    t->parameters += l->units * (l->inputs + 1);
  }
  int row = t->widths[0] + t->widths[t->depth];
  t->data = block(t->examples * row, 1);
  t->start_weights = block(t->starts * t->parameters, 1);
  read_numbers(file, t->data, t->examples * row, path);
  read_numbers(file, t->start_weights, t->starts * t->parameters, path);
  fclose(file);

  int lanes = t->lanes = lanes_for(t->parameters);
  for (int i = 0; i < t->depth; i++) {
    layer *l = &t->layers[i];
    l->sums = block(t->examples * l->units, lanes);
    l->outputs = block(t->examples * l->units, lanes);
    l->slopes = block(t->examples * l->units, lanes);
    l->errors = block(t->examples * l->units, lanes);
  }
  int inputs = t->widths[0], outputs = t->widths[t->depth];
  t->inputs = block(t->examples * inputs, lanes);
  t->wanted = block(t->examples * outputs, lanes);
  for (int e = 0; e < t->examples; e++) {
    for (int i = 0; i < row; i++) {
      double *target = i < inputs ? t->inputs + (e * inputs + i) * lanes
                                  : t->wanted + (e * outputs + i - inputs) * lanes;
      for (int lane = 0; lane < lanes; lane++) {
        target[lane] = t->data[e * row + i];
      }
    }
  }
  t->weights = block(t->parameters, lanes);
  t->gradients = block(t->parameters, lanes);
  t->means = block(t->parameters, lanes);
  t->squares = block(t->parameters, lanes);
  t->losses = block(1, lanes);
  t->best = block(1, lanes);
  t->best_step = block(1, lanes);
  return 1;
}

static double *signal_before(training *t, int i) {
  return i == 0 ? t->inputs : t->layers[i - 1].outputs;
}

static void forward(training *t, int lanes, int with_slopes) {
  for (int i = 0; i < t->depth; i++) {
    layer *l = &t->layers[i];
    size_t length = (size_t)l->units * lanes;
    for (int e = 0; e < t->examples; e++) {
      memcpy(l->sums + e * length, t->weights + l->first_bias * lanes, length * sizeof(double));
    }
    matrix weights = {t->weights + l->first_weight * lanes, l->inputs, 1};
    matrix before = {signal_before(t, i), 1, l->inputs};
    matrix sums = {l->sums, 1, l->units};
    product(l->units, t->examples, l->inputs, weights, before, sums, lanes);
    if (with_slopes) {
      tanhs_and_slopes(l->sums, l->outputs, l->slopes, length * t->examples);
    } else {
      tanhs(l->sums, l->outputs, length * t->examples);
    }
  }
}

static void look_at_losses(training *t, int lanes, int step) {
  int outputs = t->widths[t->depth];
  int terms = t->examples * outputs;
  const double *restrict output = t->layers[t->depth - 1].outputs;
  const double *restrict wanted = t->wanted;
  double *restrict losses = t->losses;
  memset(losses, 0, lanes * sizeof(double));
  for (int term = 0; term < terms; term++) {
    for (int lane = 0; lane < lanes; lane++) {
      double error = output[term * lanes + lane] - wanted[term * lanes + lane];
      losses[lane] = fma(error, error, losses[lane]);
    }
  }
  double *restrict best = t->best;
  double *restrict best_step = t->best_step;
  for (int lane = 0; lane < lanes; lane++) {
    losses[lane] /= terms;
    best_step[lane] = losses[lane] < best[lane] ? step : best_step[lane];
    best[lane] = losses[lane] < best[lane] ? losses[lane] : best[lane];
  }
}

static void output_errors(training *t, int lanes) {
  layer *last = &t->layers[t->depth - 1];
  int terms = t->examples * last->units;
  double scale = 2.0 / terms;
  double *restrict errors = last->errors;
  const double *restrict outputs = last->outputs;
  const double *restrict wanted = t->wanted;
  for (int i = 0; i < terms * lanes; i++) {
    errors[i] = (outputs[i] - wanted[i]) * scale;
  }
}

static void backward(training *t, int lanes) {
  memset(t->gradients, 0, (size_t)t->parameters * lanes * sizeof(double));
  for (int i = t->depth - 1; i >= 0; i--) {
    layer *l = &t->layers[i];
    int length = l->units * lanes;
    double *restrict errors = l->errors;
    const double *restrict slopes = l->slopes;
    double *restrict biases = t->gradients + l->first_bias * lanes;
    for (int at = 0; at < length * t->examples; at++) {
      errors[at] *= slopes[at];
    }
    for (int e = 0; e < t->examples; e++) {
      for (int at = 0; at < length; at++) {
        biases[at] += errors[e * length + at];
      }
    }
    matrix error = {l->errors, 1, l->units};
    matrix before = {signal_before(t, i), l->inputs, 1};
    matrix gradients = {t->gradients + l->first_weight * lanes, l->inputs, 1};
    product(l->units, l->inputs, t->examples, error, before, gradients, lanes);
    if (i > 0) {
      double *errors_before = t->layers[i - 1].errors;
      memset(errors_before, 0, (size_t)t->examples * l->inputs * lanes * sizeof(double));
      matrix weights = {t->weights + l->first_weight * lanes, 1, l->inputs};
      matrix result = {errors_before, 1, l->inputs};
      product(l->inputs, t->examples, l->units, weights, error, result, lanes);
    }
  }
}

static void update(training *t, int lanes, int step) {
  double step_size = RATE / (1 - pow(BETA1, step));
  double root_factor = 1 / sqrt(1 - pow(BETA2, step));
  double *restrict weights = t->weights;
  double *restrict means = t->means;
  double *restrict squares = t->squares;
  const double *restrict gradients = t->gradients;
  for (int i = 0; i < t->parameters * lanes; i++) {
    double gradient = gradients[i];
    double mean = means[i] + (1 - BETA1) * (gradient - means[i]);
    double square = BETA2 * squares[i] + (1 - BETA2) * gradient * gradient;
    means[i] = mean;
    squares[i] = square;
    weights[i] -= step_size * mean / (sqrt(square) * root_factor + EPSILON);
  }
}

/* Trains the weights of one block; the last losses are then in t->losses. */
__attribute__((always_inline)) static inline void train_block(training *t, int lanes) {
  size_t bytes = (size_t)t->parameters * lanes * sizeof(double);
  memset(t->means, 0, bytes);
  memset(t->squares, 0, bytes);
  for (int lane = 0; lane < lanes; lane++) {
    t->best[lane] = INFINITY;
  }
  for (int step = 0; step < t->steps; step++) {
    forward(t, lanes, 1);
    look_at_losses(t, lanes, step);
    output_errors(t, lanes);
    backward(t, lanes);
    update(t, lanes, step + 1);
  }
  forward(t, lanes, 0);
  look_at_losses(t, lanes, t->steps);
}

static void train(training *t) {
  switch (t->lanes) {
    case 128:
      train_block(t, 128);
      break;
    case 8:
      train_block(t, 8);
      break;
    default:
      train_block(t, t->lanes);
  }
}

static uint64_t random_state = 1;

static double random_number(void) {
  uint64_t z = random_state += 0x9E3779B97F4A7C15;
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
  return ((z ^ (z >> 31)) >> 11) * 0x1p-53;
}

static long long nanoseconds(clockid_t clock) {
  struct timespec now;
  clock_gettime(clock, &now);
  return now.tv_sec * 1000000000LL + now.tv_nsec;
}

static void check(training *t, int steps) {
  int usual = t->steps;
  t->steps = steps;
  for (int p = 0; p < t->parameters; p++) {
    for (int lane = 0; lane < t->lanes; lane++) {
      t->weights[p * t->lanes + lane] = t->start_weights[lane % t->starts * t->parameters + p];
    }
  }
  train(t);
  t->steps = usual;
  printf("losses");
  for (int start = 0; start < t->starts; start++) {
    printf(" %.17g", t->losses[start]);
  }
  printf("\n");
}

static void measure(training *t, long trials) {
  long long wall = nanoseconds(CLOCK_MONOTONIC);
  long long cpu = nanoseconds(CLOCK_PROCESS_CPUTIME_ID);
  double sum = 0;
  for (long done = 0; done < trials; done += t->lanes) {
    for (int i = 0; i < t->parameters * t->lanes; i++) {
      t->weights[i] = t->limit * (2 * random_number() - 1);
    }
    train(t);
    for (int lane = 0; lane < t->lanes; lane++) {
      sum += t->losses[lane];
    }
  }
  cpu = nanoseconds(CLOCK_PROCESS_CPUTIME_ID) - cpu;
  wall = nanoseconds(CLOCK_MONOTONIC) - wall;
  printf("time %lld %lld %.17g\n", cpu, wall, sum);
}

int main(int count, char **arguments) {
  static training trainings[8];
  static int known = 0;
  char line[256], verb[32], name[64];
  if (count != 2) {
    fail("usage: twin DIRECTORY, not", count > 1 ? arguments[1] : "");
  }
  printf("ready gcc %s\n", __VERSION__);
  fflush(stdout);
  while (fgets(line, sizeof line, stdin) != NULL) {
    long trials = 0; /* of check: steps */
    int threads = 1;
    int read = sscanf(line, "%31s %63s %ld %d", verb, name, &trials, &threads);
    training *found = NULL;
    for (int i = 0; i < known; i++) {
      if (strcmp(trainings[i].name, name) == 0) {
        found = &trainings[i];
      }
    }
    if (found == NULL && read >= 2 && known < 8 && strpbrk(name, LETTERS) == NULL &&
        read_training(&trainings[known], arguments[1], name)) {
      found = &trainings[known++];
    }
    if (found == NULL || threads != 1) {
      printf("none\n");
    } else if (strcmp(verb, "check") == 0) {
      check(found, (int)trials);
    } else {
      measure(found, trials);
    }
    fflush(stdout);
  }
  return 0;
}
