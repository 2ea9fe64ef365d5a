package io.sluice.engine.study;

/**
 * When to measure. Unless it is {@link #never()}, step 0 and the last step are measured in any
 * case.
 *
 * @param every measure each step that is a multiple of this; 0 for none
 * @param perDecade measure about this many steps in every decade, evenly on a logarithmic scale; 0
 *     for none
 */
public record Cadence(int every, int perDecade) {

  public Cadence {
    if (every < 0 || perDecade < 0 || (every > 0 && perDecade > 0)) {
      throw new IllegalArgumentException(
          "measure either every so many steps or so many steps a decade, not "
              + every
              + " and "
              + perDecade);
    }
  }

  /** No measurements. */
  public static Cadence never() {
    return new Cadence(0, 0);
  }

  /** Each step that is a multiple of this. */
  public static Cadence every(int steps) {
    return new Cadence(steps, 0);
  }

  /** About this many steps in every decade. */
  public static Cadence perDecade(int count) {
    return new Cadence(0, count);
  }

  /** Whether anything is measured. */
  public boolean measures() {
    return every > 0 || perDecade > 0;
  }

  /** Whether this step is measured. */
  public boolean measures(long step) {
    if (every > 0) {
      return step % every == 0;
    }
    if (perDecade == 0) {
      return false;
    }
    if (step == 0) {
      return true;
    }
    double place = Math.rint(StrictMath.log10(step) * perDecade);
    return Math.rint(StrictMath.pow(10, place / perDecade)) == step;
  }

  /** How many steps from 0 to the last are measured. */
  public long looks(long last) {
    if (every > 0) {
      return last / every + 1;
    }
    if (perDecade == 0) {
      return 0;
    }
    long looks = 1;
    double previous = 0;
    for (long place = 0; ; place++) {
      double step = Math.rint(StrictMath.pow(10, (double) place / perDecade));
      if (step > last) {
        return looks;
      }
      if (step > previous && measures((long) step)) {
        looks++;
      }
      previous = step;
    }
  }
}
