package io.sluice.optimizers.direct;

import io.sluice.spi.RandomStream;
import io.sluice.spi.SearchSpace;

/** The pattern of {@link HookeJeeves} in one trial. */
final class PatternSearch extends PointSearch {

  private enum Phase {
    FIRST,
    JUMP,
    UP,
    DOWN
  }

  private final double shrinkage;
  private final double[] base;
  private final double[] current;
  private double step;
  private double baseLoss;
  private double currentLoss;
  private Phase phase = Phase.FIRST;
  private boolean jumped;
  private int coordinate;

  PatternSearch(SearchSpace space, RandomStream random, double step, double shrinkage) {
    super(space, random);
    this.step = step;
    this.shrinkage = shrinkage;
    base = new double[dimension];
    current = new double[dimension];
  }

  @Override
  void next(double loss) {
    switch (phase) {
      case FIRST:
        keepIn(base);
        baseLoss = loss;
        exploreFrom(loss, false);
        return;
      case JUMP:
        exploreFrom(loss, true);
        return;
      case UP:
        if (loss < currentLoss) {
          accept(loss);
        } else {
          phase = Phase.DOWN;
          moveTo(current);
          trial[coordinate] -= step * width[coordinate];
          return;
        }
        break;
      default:
        if (loss < currentLoss) {
          accept(loss);
        }
    }
    coordinate++;
    if (coordinate < dimension) {
      up();
    } else {
      endRound();
    }
  }

  private void accept(double loss) {
    keepIn(current);
    currentLoss = loss;
  }

  /** A round of explorations around the trial point. */
  private void exploreFrom(double loss, boolean afterJump) {
    accept(loss);
    jumped = afterJump;
    coordinate = 0;
    up();
  }

  private void up() {
    phase = Phase.UP;
    moveTo(current);
    trial[coordinate] += step * width[coordinate];
  }

  private void endRound() {
    if (currentLoss < baseLoss) {
      for (int p = 0; p < dimension; p++) {
        trial[p] = 2 * current[p] - base[p];
        base[p] = current[p];
      }
      baseLoss = currentLoss;
      phase = Phase.JUMP;
      return;
    }
    if (!jumped) {
      step *= shrinkage;
    }
    moveTo(base);
    exploreFrom(baseLoss, false);
  }
}
