package io.sluice.formula;

/** Says why a text is no formula, and at which character. */
public final class FormulaException extends IllegalArgumentException {

  private static final long serialVersionUID = 1;

  /** How much of a long formula is shown on either side of the character. */
  private static final int CONTEXT = 30;

  private final String complaint;
  private final String text;
  private final int position;

  /**
   * A complaint.
   *
   * @param advice what to do, with what separates it from the complaint; may be empty
   */
  FormulaException(String what, String advice, String text, int position) {
    this(what, advice, text, position, "formula");
  }

  private FormulaException(String what, String advice, String text, int position, String whose) {
    super(what + " at character " + (position + 1) + " of the " + whose + advice);
    this.complaint = what + advice;
    this.text = text;
    this.position = position;
  }

  /** A complaint about a rule. */
  static FormulaException ofRule(String what, String advice, String text, int position) {
    return new FormulaException(what, advice, text, position, "rule");
  }

  /** What is wrong and what to do, without the place. */
  public String complaint() {
    return complaint;
  }

  /** The index of the character, from 0; the length of the text if it ends too early. */
  public int position() {
    return position;
  }

  /** The formula, or the part of a long one around the character, and a caret below it. */
  public String pointer() {
    int from = Math.max(0, position - CONTEXT);
    int to = Math.min(text.length(), position + CONTEXT);
    String before = from > 0 ? "..." : "";
    String shown = text.substring(from, to).replaceAll("[\\p{Cntrl}]", " ");
    return before
        + shown
        + (to < text.length() ? "..." : "")
        + "\n"
        + " ".repeat(before.length() + position - from)
        + "^";
  }
}
