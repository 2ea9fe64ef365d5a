package io.sluice.spi;

import java.util.ArrayList;
import java.util.List;

/**
 * The random numbers of trials side by side: a stream a lane, each as it would be alone. What all
 * lanes draw in like order they can be given at once, as many numbers as there are rows and lanes
 * by few vector instructions.
 */
public final class RandomLanes {

  private static final int STRETCH = 128;

  private final List<RandomStream> streams;
  private final long[] places;
  private int rows;
  private int step;

  /** Where the number of each row and lane comes from, less what comes before all of them. */
  private long[] starts = {};

  private final long[] stretch = new long[STRETCH];
  private final long[] upper = new long[STRETCH];
  private final long[] lowest = new long[STRETCH];

  /** The streams of the lanes, which are drawn from; index = lane. */
  public RandomLanes(List<RandomStream> streams) {
    this.streams = new ArrayList<>(streams);
    places = new long[streams.size()];
  }

  /** How many lanes there are. */
  public int lanes() {
    return streams.size();
  }

  /** The stream of a lane, for what it draws by itself. */
  public RandomStream of(int lane) {
    return streams.get(lane);
  }

  /**
   * Sets {@code target[row * lanes + lane]} to what {@link RandomStream#nextDouble()} of the lane
   * would give after {@code first + row * step} other numbers; nothing is drawn yet, see {@link
   * #skip}.
   *
   * @param rows how many numbers of each lane
   */
  public void peek(double[] target, int rows, int first, int step) {
    int numbers = rows * streams.size();
    begin(rows, step, numbers);
    long offset = RandomStream.after(0, first + 1L);
    for (int at = 0; at < numbers; at += STRETCH) {
      int length = Math.min(STRETCH, numbers - at);
      System.arraycopy(starts, at, stretch, 0, length);
      RandomStream.unitBits(stretch, offset, upper, lowest, length);
      RandomStream.units(upper, lowest, target, at, length, 0, 1);
    }
  }

  /** Draws so many numbers of every lane without a look at them. */
  public void skip(int numbers) {
    for (RandomStream stream : streams) {
      stream.skip(numbers);
    }
  }

  /** The last lane takes the place of this one, which is over. */
  void remove(int lane) {
    streams.set(lane, streams.get(streams.size() - 1));
    streams.remove(streams.size() - 1);
    rows = 0;
  }

  /** Sets where the numbers of each row and lane come from, unless they are where they were. */
  private void begin(int wantedRows, int wantedStep, int numbers) {
    int lanes = streams.size();
    boolean stand = rows == wantedRows && step == wantedStep;
    for (int lane = 0; lane < lanes; lane++) {
      long place = streams.get(lane).place();
      stand &= places[lane] == place;
      places[lane] = place;
    }
    if (stand) {
      return;
    }
    rows = wantedRows;
    step = wantedStep;
    if (starts.length < numbers) {
      starts = new long[numbers];
    }
    int at = 0;
    for (int row = 0; row < rows; row++) {
      for (int lane = 0; lane < lanes; lane++) {
        starts[at++] = RandomStream.after(places[lane], (long) row * step);
      }
    }
  }
}
