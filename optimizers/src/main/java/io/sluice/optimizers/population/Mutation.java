package io.sluice.optimizers.population;

/** From where differential evolution starts a mutant. */
enum Mutation {
  /** x_r1 + F (x_r2 − x_r3). */
  RANDOM,
  /** x_best + F (x_r2 − x_r3). */
  BEST,
  /** x_i + F (x_p − x_i) + F (x_r1 − x_r2), x_p one of the best. */
  CURRENT_TO_BEST
}
