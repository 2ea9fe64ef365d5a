package io.sluice.engine.run;

import java.util.Arrays;

/**
 * The measurements of one trial until they are handed on: for each look the step, the cost and a
 * number for each reading, side by side. They stay in memory as far as there is {@link
 * MeasurementRoom} and go to the block's {@link MeasurementFile} in pieces beyond.
 */
final class MeasurementLog {

  /** The numbers of a piece, unless a single look has more. */
  private static final int PIECE = 8192;

  private static final int FIRST_LOOKS = 4;

  private final MeasurementRoom room;
  private final MeasurementFile file;
  private final int width;
  private double[] values = {};
  private int size;
  private long[] places = {};
  private int[] lengths = {};
  private int pieces;
  private boolean closed;

  /**
   * An empty log.
   *
   * @param readings how many numbers each look has besides step and cost
   */
  MeasurementLog(MeasurementRoom room, MeasurementFile file, int readings) {
    this.room = room;
    this.file = file;
    this.width = 2 + readings;
    file.open();
  }

  /** Begins a look; {@link #add} for each reading follows. */
  void begin(long step, double cost) {
    if (values.length - size < width) {
      makeSpace();
    }
    values[size++] = step;
    values[size++] = cost;
  }

  /** The number of the next reading. */
  void add(double value) {
    values[size++] = value;
  }

  private void makeSpace() {
    int length = Math.max(FIRST_LOOKS * width, 2 * values.length);
    boolean first = values.length == 0;
    if (first) {
      room.occupy(length);
    } else if (!(length <= Math.max(PIECE, FIRST_LOOKS * width)
        && room.take(length - values.length))) {
      if (spill()) {
        return;
      }
      room.occupy(length - values.length);
    }
    values = Arrays.copyOf(values, length);
  }

  private boolean spill() {
    if (size == 0) {
      return true;
    }
    long place = file.append(values, size);
    if (place < 0) {
      return false;
    }
    if (pieces == places.length) {
      places = Arrays.copyOf(places, 2 * pieces + 4);
      lengths = Arrays.copyOf(lengths, 2 * pieces + 4);
    }
    places[pieces] = place;
    lengths[pieces++] = size;
    size = 0;
    return true;
  }

  /** The trial is over: its log waits, and does not take room that others need. */
  void settle() {
    if (room.isCrowded() && spill()) {
      room.give(values.length);
      values = new double[0];
    }
  }

  /** How many numbers it holds in memory. */
  int held() {
    return values.length;
  }

  /** Whether some are in the file. */
  boolean isSpilled() {
    return pieces > 0;
  }

  /** Gives room and file back. What was not read is lost. */
  void close() {
    if (!closed) {
      closed = true;
      room.give(values.length);
      values = null;
      file.close();
    }
  }

  /** Reads a settled log look by look. */
  final class Reader {
    private double[] piece = {};
    private int next;
    private int at;
    private int end;

    /** Goes to the next look, the first at first; false after the last. */
    boolean advance() {
      at += width;
      return at < end || load();
    }

    private boolean load() {
      at = 0;
      end = 0;
      if (next < pieces) {
        end = lengths[next];
        if (piece.length < end) {
          piece = new double[end];
        }
        file.read(places[next], piece, end);
      } else if (next == pieces) {
        piece = values;
        end = size;
      }
      next++;
      return end > 0;
    }

    long step() {
      return (long) piece[at];
    }

    double cost() {
      return piece[at + 1];
    }

    double value(int reading) {
      return piece[at + 2 + reading];
    }
  }
}
