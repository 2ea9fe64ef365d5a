package io.sluice.optimizers.population;

import io.sluice.spi.RandomStream;
import io.sluice.spi.SearchSpace;

/**
 * Particles that fly: they have a velocity, which the weight policy may reverse as it would a first
 * moment, and remember the best place each has been to.
 */
abstract class Swarm extends Population {

  /** The velocity of each particle. */
  final double[][] velocity;

  /** The best place of each particle, and its loss. */
  final double[][] own;

  final double[] ownLoss;

  Swarm(int members, SearchSpace space, RandomStream random) {
    super(members, space, random);
    velocity = new double[members][coordinates];
    own = new double[members][coordinates];
    ownLoss = new double[members];
  }

  /** The velocity with which a particle starts from where it stands. */
  abstract double start(int particle, int coordinate);

  /** Sets the next velocity of a particle. */
  abstract void steer(int particle);

  /** Called before the particles are steered. */
  void prepare() {}

  /** Called when the particles have flown, before they are evaluated. */
  void finish() {}

  @Override
  final void begin() {
    for (int i = 0; i < members; i++) {
      remember(i);
      for (int c = 0; c < coordinates; c++) {
        velocity[i][c] = start(i, c);
      }
    }
  }

  @Override
  final int propose() {
    prepare();
    for (int i = 0; i < members; i++) {
      steer(i);
      for (int c = 0; c < coordinates; c++) {
        proposal[i][c] = x[i][c] + velocity[i][c];
      }
    }
    finish();
    return members;
  }

  @Override
  void judge(int proposals) {
    takeAll(proposals);
    for (int i = 0; i < members; i++) {
      if (loss[i] < ownLoss[i]) {
        remember(i);
      }
    }
  }

  private void remember(int particle) {
    System.arraycopy(x[particle], 0, own[particle], 0, coordinates);
    ownLoss[particle] = loss[particle];
  }

  @Override
  public final void flip(int coordinate, int particle) {
    velocity[particle][coordinate] = -velocity[particle][coordinate];
  }

  /** A number no larger than the limit, with the sign it had. */
  static double limited(double speed, double limit) {
    return Math.max(-limit, Math.min(limit, speed));
  }
}
