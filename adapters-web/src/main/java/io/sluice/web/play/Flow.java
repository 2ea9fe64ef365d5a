package io.sluice.web.play;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Values of an address as YAML in one line. What is more than a word is quoted, so nothing that
 * stands in a value can be more than the value; what stands in braces is taken as it is, if they
 * match.
 */
final class Flow {

  private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9._-]*");
  private static final Pattern SCALAR = Pattern.compile("[A-Za-z0-9.+-]+");
  private static final Pattern WITH = Pattern.compile("(?s)(.*\\S)\\s+with\\s+(\\S.*)");
  private static final Pattern SETTING = Pattern.compile("([A-Za-z][A-Za-z0-9_-]*)\\s*=\\s*(\\S+)");

  private Flow() {}

  /** A word or a number; anything else is quoted, for the reader to complain of. */
  static String plain(String value) {
    String text = value.strip();
    if (text.startsWith("{")) {
      return braces(text);
    }
    return SCALAR.matcher(text).matches() ? text : quoted(text);
  }

  /**
   * A component: {@code adam}, {@code adam with learning-rate=0.1}, a text such as {@code sin(x)},
   * {@code max(x, a * x) with a=0.1}, or whatever stands in braces.
   *
   * @param textKey the key of what is no word
   */
  static String component(String textKey, String value) {
    String text = value.strip();
    if (text.startsWith("{")) {
      return braces(text);
    }
    Matcher with = WITH.matcher(text);
    String name = with.matches() ? with.group(1) : text;
    boolean isWord = WORD.matcher(name).matches();
    if (!with.matches() && (isWord || textKey.equals("id"))) {
      return isWord ? name : quoted(name);
    }
    StringBuilder flow = new StringBuilder("{");
    flow.append(isWord ? "id" : textKey).append(": ").append(isWord ? name : quoted(name));
    if (with.matches()) {
      for (String setting : with.group(2).split(",")) {
        Matcher parts = SETTING.matcher(setting.strip());
        if (!parts.matches()) {
          throw new IllegalArgumentException(
              "\"" + setting.strip() + "\" is no setting such as learning-rate=0.1");
        }
        String key = parts.group(1);
        flow.append(", ").append(key).append(": ").append(plain(parts.group(2)));
      }
    }
    return flow.append("}").toString();
  }

  /** A number as the value of a key, such as {@code {size: 8}}; else as {@link #plain}. */
  static String numbered(String key, String value) {
    return isNumber(value) ? "{" + key + ": " + value.strip() + "}" : plain(value);
  }

  /** Where weights start: from −r to r, or a scheme. */
  static String start(String value) {
    return "[" + (isNumber(value) ? numbered("uniform", value) : component("id", value)) + "]";
  }

  /** The widths of hidden layers, such as {@code 16,16}; 0 stands for none. */
  static String widths(String value) {
    if (value.strip().equals("0")) {
      return "[]";
    }
    if (!value.strip().matches("\\d{1,9}(\\s*,\\s*\\d{1,9})*")) {
      throw new IllegalArgumentException(
          "hidden layers are numbers of units such as 16,16, or 0 for none, not \"" + value + "\"");
    }
    return "[" + value.strip() + "]";
  }

  static boolean isNumber(String value) {
    return value.strip().matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");
  }

  private static String quoted(String text) {
    String line = text.strip().replaceAll("\\s*\\R\\s*", "; ");
    return "\"" + line.replace("\\", "\\\\").replace("\"", "\\\"").replace("\t", " ") + "\"";
  }

  /** What stands in braces, in one line. */
  private static String braces(String text) {
    Deque<Character> open = new ArrayDeque<>();
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r' || c == '#') {
        throw new IllegalArgumentException("what stands in braces is one line without #");
      }
      if (quote != 0) {
        i += c == '\\' && quote == '"' ? 1 : 0;
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '{' || c == '[') {
        open.push(c == '{' ? '}' : ']');
      } else if ((c == '}' || c == ']') && (open.isEmpty() || open.pop() != c)) {
        throw new IllegalArgumentException("a \"" + c + "\" closes nothing");
      }
    }
    if (quote != 0 || !open.isEmpty()) {
      throw new IllegalArgumentException(
          "there is a \"" + (quote != 0 ? quote : open.peek()) + "\" missing at the end");
    }
    return text;
  }
}
