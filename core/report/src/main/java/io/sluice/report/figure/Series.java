package io.sluice.report.figure;

/**
 * How series are told apart: each has a colour and a dash, which {@code figure.css} gives to the
 * classes, and a mark.
 */
final class Series {

  /** How many can be told apart. */
  static final int MOST = 8;

  private static final String[] MARKS = {
    "m-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z",
    "m-3.6 -3.6h7.2v7.2h-7.2z",
    "m0 -4.6l4.4 7.6h-8.8z",
    "m0 -5l5 5l-5 5l-5 -5z",
    "m0 4.6l4.4 -7.6h-8.8z",
    "m-1.4 -4.4h2.8v3h3v2.8h-3v3h-2.8v-3h-3v-2.8h3z",
    "m-5 -2h10v4h-10z",
    "m-2 -5h4v10h-4z"
  };

  private Series() {}

  /** The class of a series, counted from 0. */
  static String classOf(int series) {
    return "s" + (1 + series % MOST);
  }

  /** The path of its mark from its middle. */
  static String markOf(int series) {
    return MARKS[series % MOST];
  }
}
