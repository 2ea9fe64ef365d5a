package io.sluice.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts the text of a formula into words. */
final class Lexer {

  private static final List<String> SYMBOLS =
      List.of("**", "<=", ">=", "==", "+", "-", "*", "/", "^", "(", ")", ",", "<", ">");

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private Lexer(String text) {
    this.text = text;
  }

  /** The words of the text, the end last. */
  static List<Token> tokens(String text) {
    if (text.length() > Formula.LONGEST_TEXT) {
      throw new FormulaException(
          "a formula has at most "
              + Formula.LONGEST_TEXT
              + " characters, this one has "
              + text.length()
              + ": too long",
          "",
          text,
          Formula.LONGEST_TEXT);
    }
    return new Lexer(text).run();
  }

  private List<Token> run() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
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
      throw new FormulaException(
          "\"" + text.charAt(at) + "\" cannot follow the number " + number,
          factor ? "; write * between factors" : "",
          text,
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
        tokens.add(new Token(Token.Kind.SYMBOL, symbol, at));
        at += symbol.length();
        return;
      }
    }
    int codePoint = text.codePointAt(at);
    String shown =
        Character.isISOControl(codePoint) || Character.isSurrogate((char) codePoint)
            ? String.format(Locale.ROOT, "U+%04X", codePoint)
            : "\"" + Character.toString(codePoint) + "\"";
    String instead = instead(codePoint);
    throw new FormulaException(
        shown + " means nothing", instead.isEmpty() ? "" : "; " + instead, text, at);
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
