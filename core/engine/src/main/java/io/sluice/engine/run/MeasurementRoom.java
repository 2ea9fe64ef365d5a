package io.sluice.engine.run;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How many numbers the measurements of all trials, under way or waiting to be kept, may hold in
 * memory together. What finds no room goes to a {@link MeasurementFile}. All workers share it.
 */
final class MeasurementRoom {

  /** The part of the heap that measurements may fill. */
  private static final int PART_OF_HEAP = 16;

  private static final long MOST = 1L << 23;

  private final long numbers;
  private final AtomicLong taken = new AtomicLong();

  /**
   * Room for so many numbers.
   *
   * @param numbers 0 for none: then every measurement goes to a file at once
   */
  MeasurementRoom(long numbers) {
    this.numbers = numbers;
  }

  /** A sixteenth of the heap, but not more than 64 MB. */
  static MeasurementRoom ofHeap() {
    return new MeasurementRoom(
        Math.min(MOST, Runtime.getRuntime().maxMemory() / (PART_OF_HEAP * Double.BYTES)));
  }

  /** Takes room for more numbers, if there is. */
  boolean take(int count) {
    if (taken.addAndGet(count) <= numbers) {
      return true;
    }
    taken.addAndGet(-count);
    return false;
  }

  /** Takes room whether there is or not. */
  void occupy(int count) {
    taken.addAndGet(count);
  }

  /** Gives room back. */
  void give(int count) {
    taken.addAndGet(-count);
  }

  /** Whether what waits should make room for what is under way. */
  boolean isCrowded() {
    return taken.get() > numbers / 2;
  }

  /** How many numbers are held now. */
  long taken() {
    return taken.get();
  }
}
