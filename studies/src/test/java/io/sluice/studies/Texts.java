package io.sluice.studies;

import java.util.List;

/** Short ways to write studies and to read what is wrong with them. */
final class Texts {

  /** A study of four lines, so that an appended one is line 5. */
  static final String SMALL = "study: small\nproblems: [xor]\noptimizers: adam\nnetworks: []\n";

  private Texts() {}

  static ReadStudy read(String text, String... overrides) {
    return StudyReader.read(text, "s.yaml", null, List.of(overrides));
  }

  /** The complaints about a text, each on its line. */
  static String complaints(String text, String... overrides) {
    try {
      read(text, overrides);
      return "";
    } catch (StudyFormatException refused) {
      return refused.getMessage();
    }
  }
}
