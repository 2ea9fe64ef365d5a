package io.sluice.spi;

/** Takes the numbers of one example of one lane out of a block, and puts them in. */
final class LayerRows {

  private LayerRows() {}

  static void take(double[] block, int from, int stride, double[] numbers) {
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = block[from + i * stride];
    }
  }

  static void put(double[] numbers, double[] block, int from, int stride) {
    for (int i = 0; i < numbers.length; i++) {
      block[from + i * stride] = numbers[i];
    }
  }
}
