package io.sluice.optimizers.direct;

/**
 * The least value along a line by asking and telling: a bracket by golden steps, then Brent's
 * method of parabolas and golden sections. It begins at 0, where the loss is known.
 */
final class LineSearch {

  private static final double GOLDEN = 1.618034;
  private static final double SECTION = 0.381966;
  private static final double TINY = 1e-11;
  private static final int MOST_STEPS = 60;

  private enum Phase {
    FIRST,
    EXPAND,
    SECTION
  }

  private final double tolerance;
  private Phase phase;
  private double low;
  private double high;
  private double best;
  private double bestLoss;
  private double second;
  private double secondLoss;
  private double third;
  private double thirdLoss;
  private double move;
  private double moveBefore;
  private double asked;
  private int steps;
  private boolean over;

  LineSearch(double tolerance) {
    this.tolerance = tolerance;
  }

  /** Begins a line. */
  void begin(double loss, double firstStep) {
    phase = Phase.FIRST;
    best = 0;
    bestLoss = loss;
    asked = firstStep;
    steps = 0;
    over = false;
  }

  /** Where to look next. */
  double asked() {
    return asked;
  }

  /** Whether there is nothing more to ask. */
  boolean isOver() {
    return over;
  }

  /** The best place so far. */
  double best() {
    return best;
  }

  double bestLoss() {
    return bestLoss;
  }

  /** Learns the loss where it asked. */
  void tell(double loss) {
    steps++;
    switch (phase) {
      case FIRST:
        second = best;
        secondLoss = bestLoss;
        if (loss < bestLoss) {
          best = asked;
          bestLoss = loss;
        } else {
          second = asked;
          secondLoss = loss;
        }
        phase = Phase.EXPAND;
        asked = best + GOLDEN * (best - second);
        break;
      case EXPAND:
        if (loss < bestLoss && steps < MOST_STEPS) {
          second = best;
          secondLoss = bestLoss;
          best = asked;
          bestLoss = loss;
          asked = best + GOLDEN * (best - second);
          break;
        }
        low = Math.min(second, asked);
        high = Math.max(second, asked);
        beginSections(loss);
        break;
      default:
        section(loss);
    }
    over = over || steps >= MOST_STEPS || !Double.isFinite(asked);
  }

  private void beginSections(double loss) {
    third = asked;
    thirdLoss = loss;
    if (thirdLoss < secondLoss) {
      double place = second;
      double value = secondLoss;
      second = third;
      secondLoss = thirdLoss;
      third = place;
      thirdLoss = value;
    }
    phase = Phase.SECTION;
    moveBefore = high - low;
    move = moveBefore / 2;
    propose();
  }

  private void section(double loss) {
    if (loss <= bestLoss) {
      if (asked >= best) {
        low = best;
      } else {
        high = best;
      }
      third = second;
      thirdLoss = secondLoss;
      second = best;
      secondLoss = bestLoss;
      best = asked;
      bestLoss = loss;
    } else {
      if (asked < best) {
        low = asked;
      } else {
        high = asked;
      }
      if (loss <= secondLoss || second == best) {
        third = second;
        thirdLoss = secondLoss;
        second = asked;
        secondLoss = loss;
      } else if (loss <= thirdLoss || third == best || third == second) {
        third = asked;
        thirdLoss = loss;
      }
    }
    propose();
  }

  /** The next place inside the bracket, or the end. */
  private void propose() {
    double middle = (low + high) / 2;
    double least = tolerance * Math.abs(best) + TINY;
    if (Math.abs(best - middle) <= 2 * least - (high - low) / 2) {
      over = true;
      return;
    }
    double before = moveBefore;
    moveBefore = move;
    double parabolic = parabolicMove();
    boolean trusted =
        Math.abs(before) > least
            && Math.abs(parabolic) < Math.abs(before) / 2
            && best + parabolic > low
            && best + parabolic < high;
    if (trusted) {
      move = parabolic;
      double place = best + move;
      if (place - low < 2 * least || high - place < 2 * least) {
        move = Math.copySign(least, middle - best);
      }
    } else {
      moveBefore = best >= middle ? low - best : high - best;
      move = SECTION * moveBefore;
    }
    asked = best + (Math.abs(move) >= least ? move : Math.copySign(least, move));
  }

  /** To the vertex of the parabola through the three best places; NaN where there is none. */
  private double parabolicMove() {
    double r = (best - second) * (bestLoss - thirdLoss);
    double q = (best - third) * (bestLoss - secondLoss);
    double numerator = (best - third) * q - (best - second) * r;
    double denominator = 2 * (q - r);
    return denominator == 0 ? Double.NaN : -numerator / denominator;
  }
}
