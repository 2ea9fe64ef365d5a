package io.sluice.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts the text of a formula into words. */
final class Lexer {

  private static final List<String> SYMBOLS =
      List.of("**", "<=", ">=", "==", "+", "-", "*", "/", "^", "(", ")", ",", "<", ">");

  /** The end of a line or a semicolon between two assignments of a rule. */
  static final String LINE_END = "\n";

  private final String text;
  private final boolean ofRule;
  private int open;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private Lexer(String text, boolean ofRule) {
    this.text = text;
    this.ofRule = ofRule;
  }

  /** The words of a formula, the end last. */
  static List<Token> tokens(String text) {
    return tokens(text, false);
  }

  /**
   * The words of a text, the end last.
   *
   * @param ofRule whether it has assignments, in lines, and remarks after {@code #}
   */
  static List<Token> tokens(String text, boolean ofRule) {
    if (text.length() > Formula.LONGEST_TEXT) {
      throw new Lexer(text, ofRule)
          .wrong(
              (ofRule ? "a rule" : "a formula")
                  + " has at most "
                  + Formula.LONGEST_TEXT
                  + " characters, this one has "
                  + text.length()
                  + ": too long",
              "",
              Formula.LONGEST_TEXT);
    }
    return new Lexer(text, ofRule).run();
  }

  private List<Token> run() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (ofRule && (c == '#' || c == '\n' && open <= 0 || c == ';')) {
        lineEnd(c);
      } else if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
        at++;
      } else if (isDigit(c) || (c == '.' && at + 1 < text.length() && isDigit(next()))) {
        number();
      } else if (isLetter(c)) {
        name();
      } else {
        symbol();
      }
    }
    tokens.add(new Token(Token.Kind.END, "", text.length()));
    return tokens;
  }

  private void lineEnd(char c) {
    if (c == '#') {
      int end = text.indexOf('\n', at);
      at = end < 0 ? text.length() : end;
    } else {
      tokens.add(new Token(Token.Kind.SYMBOL, LINE_END, at));
      at++;
    }
  }

  private char next() {
    return text.charAt(at + 1);
  }

  private void number() {
    int from = at;
    digits();
    if (at < text.length() && text.charAt(at) == '.') {
      at++;
      digits();
    }
    if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
      int mark = at;
      at++;
      if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
        at++;
      }
      int digitsFrom = at;
      digits();
      if (at == digitsFrom) {
        at = mark;
      }
    }
    String number = text.substring(from, at);
    if (at < text.length() && (isLetter(text.charAt(at)) || text.charAt(at) == '.')) {
      boolean factor = isLetter(text.charAt(at));
      throw wrong(
          "\"" + text.charAt(at) + "\" cannot follow the number " + number,
          factor ? "; write * between factors" : "",
          at);
    }
    tokens.add(new Token(Token.Kind.NUMBER, number, from));
  }

  private void digits() {
    while (at < text.length() && isDigit(text.charAt(at))) {
      at++;
    }
  }

  private void name() {
    int from = at;
    while (at < text.length() && (isLetter(text.charAt(at)) || isDigit(text.charAt(at)))) {
      at++;
    }
    tokens.add(new Token(Token.Kind.NAME, text.substring(from, at), from));
  }

  private void symbol() {
    for (String symbol : SYMBOLS) {
      if (text.startsWith(symbol, at)) {
        open += symbol.equals("(") ? 1 : symbol.equals(")") ? -1 : 0;
        tokens.add(new Token(Token.Kind.SYMBOL, symbol, at));
        at += symbol.length();
        return;
      }
    }
    if (ofRule && text.charAt(at) == '=') {
      tokens.add(new Token(Token.Kind.SYMBOL, "=", at));
      at++;
      return;
    }
    int codePoint = text.codePointAt(at);
    String shown =
        Character.isISOControl(codePoint) || Character.isSurrogate((char) codePoint)
            ? String.format(Locale.ROOT, "U+%04X", codePoint)
            : "\"" + Character.toString(codePoint) + "\"";
    String instead = instead(codePoint);
    throw wrong(shown + " means nothing", instead.isEmpty() ? "" : "; " + instead, at);
  }

  private FormulaException wrong(String what, String advice, int position) {
    return ofRule
        ? FormulaException.ofRule(what, advice, text, position)
        : new FormulaException(what, advice, text, position);
  }

  private static String instead(int codePoint) {
    switch (codePoint) {
      case '=':
        return "write == to compare";
      case '!':
        return "there is no !=, exchange the two sides of an else";
      case '[', '{', ']', '}':
        return "write parentheses ( )";
      case '\u00b2':
        return "write ^2";
      case '\u03c3':
        return "write sigmoid(...)";
      case '\u03a6':
        return "write normcdf(...)";
      case '\u03c0':
        return "write pi";
      case '\u00b7', '\u00d7':
        return "write *";
      case '\u2212', '\u2013':
        return "write -";
      default:
        return "";
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
  }
}
