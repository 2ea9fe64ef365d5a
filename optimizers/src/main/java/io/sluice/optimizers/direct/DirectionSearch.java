package io.sluice.optimizers.direct;

import io.sluice.spi.RandomStream;
import io.sluice.spi.SearchSpace;
import java.util.Arrays;

/** The directions of {@link Powell} in one trial. */
final class DirectionSearch extends PointSearch {

  private enum Phase {
    FIRST,
    LINES,
    BEYOND,
    LAST_LINE
  }

  private final double step;
  private final LineSearch line;
  private final double[][] directions;
  private final double[] current;
  private final double[] before;
  private final double[] whole;
  private double[] along;
  private double currentLoss;
  private double lossBefore;
  private double largestGain;
  private int largest;
  private int index;
  private Phase phase = Phase.FIRST;

  DirectionSearch(SearchSpace space, RandomStream random, double step, double tolerance) {
    super(space, random);
    this.step = step;
    line = new LineSearch(tolerance);
    directions = new double[dimension][dimension];
    for (int i = 0; i < dimension; i++) {
      directions[i][i] = width[i];
    }
    current = new double[dimension];
    before = new double[dimension];
    whole = new double[dimension];
  }

  @Override
  void next(double loss) {
    switch (phase) {
      case FIRST:
        keepIn(current);
        currentLoss = loss;
        beginRound();
        break;
      case BEYOND:
        afterRound(loss);
        break;
      default:
        line.tell(loss);
        if (line.isOver()) {
          endLine();
        } else {
          look();
        }
    }
  }

  private void beginRound() {
    System.arraycopy(current, 0, before, 0, dimension);
    lossBefore = currentLoss;
    largestGain = 0;
    largest = 0;
    index = 0;
    phase = Phase.LINES;
    beginLine(directions[0], step);
  }

  private void beginLine(double[] direction, double firstStep) {
    along = direction;
    line.begin(currentLoss, firstStep);
    look();
  }

  private void look() {
    for (int p = 0; p < dimension; p++) {
      trial[p] = current[p] + line.asked() * along[p];
    }
  }

  private void endLine() {
    double gain = currentLoss - line.bestLoss();
    for (int p = 0; p < dimension; p++) {
      current[p] = space.keep(p, current[p] + line.best() * along[p]);
    }
    currentLoss = line.bestLoss();
    if (phase == Phase.LAST_LINE) {
      beginRound();
      return;
    }
    if (gain > largestGain) {
      largestGain = gain;
      largest = index;
    }
    index++;
    if (index < dimension) {
      beginLine(directions[index], step);
      return;
    }
    phase = Phase.BEYOND;
    for (int p = 0; p < dimension; p++) {
      whole[p] = current[p] - before[p];
      trial[p] = current[p] + whole[p];
    }
  }

  /** Replaces a direction if the way beyond the round says so. */
  private void afterRound(double beyond) {
    double left = lossBefore - currentLoss - largestGain;
    double past = lossBefore - beyond;
    boolean worth =
        beyond < lossBefore
            && 2 * (lossBefore - 2 * currentLoss + beyond) * left * left
                < largestGain * past * past;
    if (!worth) {
      beginRound();
      return;
    }
    phase = Phase.LAST_LINE;
    double[] given = directions[largest];
    directions[largest] = directions[dimension - 1];
    directions[dimension - 1] = given;
    System.arraycopy(whole, 0, given, 0, dimension);
    if (Arrays.stream(given).allMatch(each -> each == 0)) {
      given[dimension - 1] = width[dimension - 1];
    }
    beginLine(given, 1);
  }
}
