package io.sluice.formula;

/**
 * A word of a formula.
 *
 * @param kind what it is
 * @param text as it was written; empty at the end
 * @param position the index of its first character
 */
record Token(Kind kind, String text, int position) {

  enum Kind {
    NUMBER,
    NAME,
    SYMBOL,
    END
  }

  boolean is(String symbolOrWord) {
    return (kind == Kind.SYMBOL || kind == Kind.NAME) && text.equals(symbolOrWord);
  }

  /** For messages. */
  @Override
  public String toString() {
    if (text.equals(Lexer.LINE_END)) {
      return "the end of the line";
    }
    return kind == Kind.END ? "the end" : "\"" + text + "\"";
  }
}
