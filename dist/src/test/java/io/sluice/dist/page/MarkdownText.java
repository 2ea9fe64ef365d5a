package io.sluice.dist.page;

/** Text that means itself, in a cell of a Markdown table and elsewhere. */
final class MarkdownText {

  private MarkdownText() {}

  /** Running text. */
  static String plain(String text) {
    return text.replaceAll("([\\\\`*_<>\\[\\]|~])", "\\\\$1").replaceAll("\\s+", " ");
  }

  /** Code; it has no grave accent in it. */
  static String code(String text) {
    return "`" + text.replace('`', '\'').replace("|", "\\|") + "`";
  }
}
