package io.sluice.spi;

/**
 * One cell with one seed, run once.
 *
 * @param index its place in the study, from 0
 * @param key 16 hexadecimal digits made of everything that decides the numbers: the study's seed,
 *     the cell's factors and the repeat
 * @param cell the combination it belongs to
 * @param repeat which seed of the cell, from 0
 */
public record Trial(long index, String key, Cell cell, int repeat) {

  public Trial {
    if (index < 0 || repeat < 0 || !isKey(key)) {
      throw new IllegalArgumentException(
          "no trial " + index + " with key \"" + key + "\", repeat " + repeat);
    }
  }

  private static boolean isKey(String key) {
    boolean digits = key.length() == 16;
    for (int i = 0; digits && i < 16; i++) {
      char digit = key.charAt(i);
      digits = (digit >= '0' && digit <= '9') || (digit >= 'a' && digit <= 'f');
    }
    return digits;
  }
}
