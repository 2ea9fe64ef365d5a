package io.sluice.plugin;

import java.nio.ByteBuffer;

/** How long the instructions of the Java virtual machine are (JVMS, chapter 6). */
final class Bytecode {

  static final int INVOKE_VIRTUAL = 182;
  static final int INVOKE_STATIC = 184;

  private static final int INCREMENT = 132;
  private static final int TABLE_SWITCH = 170;
  private static final int LOOKUP_SWITCH = 171;
  private static final int WIDE = 196;

  /** Runs of instructions of one length: the first instruction of the run, and the length. */
  private static final int[][] RUNS = {
    {0, 1}, {16, 2}, {17, 3}, {18, 2}, {19, 3}, {21, 2}, {26, 1}, {54, 2}, {59, 1}, {132, 3},
    {133, 1}, {153, 3}, {169, 2}, {172, 1}, {178, 3}, {185, 5}, {187, 3}, {188, 2}, {189, 3},
    {190, 1}, {192, 3}, {194, 1}, {197, 4}, {198, 3}, {200, 5}, {202, 1}
  };

  private static final byte[] LENGTHS = lengths();

  private Bytecode() {}

  /**
   * The length of an instruction with its operands.
   *
   * @param start where the method's code begins, for switches are aligned to it
   * @param at where the instruction begins
   */
  static int length(ByteBuffer code, int start, int at) {
    int instruction = code.get(at) & 0xff;
    int aligned = at + 4 - (at - start) % 4;
    switch (instruction) {
      case TABLE_SWITCH:
        int entries = code.getInt(aligned + 8) - code.getInt(aligned + 4) + 1;
        return aligned + 12 + 4 * entries - at;
      case LOOKUP_SWITCH:
        return aligned + 8 + 8 * code.getInt(aligned + 4) - at;
      case WIDE:
        return (code.get(at + 1) & 0xff) == INCREMENT ? 6 : 4;
      default:
        return LENGTHS[instruction];
    }
  }

  private static byte[] lengths() {
    byte[] lengths = new byte[256];
    for (int run = 0; run < RUNS.length; run++) {
      int end = run + 1 < RUNS.length ? RUNS[run + 1][0] : lengths.length;
      for (int instruction = RUNS[run][0]; instruction < end; instruction++) {
        lengths[instruction] = (byte) RUNS[run][1];
      }
    }
    return lengths;
  }
}
