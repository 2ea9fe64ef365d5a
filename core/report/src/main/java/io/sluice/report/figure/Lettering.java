package io.sluice.report.figure;

/** How much room letters take, about: drawings are made where no font is known. */
final class Lettering {

  /** The size of letters for which drawings leave room, in units of a drawing. */
  static final double SIZE = 14;

  /** From one line of text to the next. */
  static final double LINE = 18;

  private static final double NARROW = 0.36 * SIZE;
  private static final double USUAL = 0.6 * SIZE;
  private static final double BROAD = 0.92 * SIZE;
  private static final int FIRST_OF_FULL_WIDTH = 0x2E80;

  private Lettering() {}

  /** The width of a text; rather too much than too little. */
  static double width(String text) {
    return text.codePoints().mapToDouble(Lettering::width).sum();
  }

  private static double width(int character) {
    if (character >= FIRST_OF_FULL_WIDTH) {
      return SIZE;
    }
    if (" .,:;'|!ijl[]()-".indexOf(character) >= 0) {
      return NARROW;
    }
    return "mwMWOQG%@—×".indexOf(character) >= 0 ? BROAD : USUAL;
  }

  /** The text, or as much of its beginning as there is room for and an ellipsis. */
  static String shortened(String text, double room) {
    if (width(text) <= room) {
      return text;
    }
    int end = text.length();
    while (end > 0 && width(text.substring(0, end)) + BROAD > room) {
      end = text.offsetByCodePoints(end, -1);
    }
    return text.substring(0, end).stripTrailing() + "…";
  }

  /** As long as it must be for the widest of the texts, but not beyond what is allowed. */
  static double room(Iterable<String> texts, double most) {
    double widest = 0;
    for (String text : texts) {
      widest = Math.max(widest, width(text));
    }
    return Math.min(widest, most);
  }
}
