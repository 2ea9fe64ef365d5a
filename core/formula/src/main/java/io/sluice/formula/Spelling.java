package io.sluice.formula;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;

/** Finds the word that somebody probably meant. */
final class Spelling {

  /** What other languages, libraries and papers call the functions and constants. */
  private static final Map<String, String> ELSEWHERE =
      Map.ofEntries(
          Map.entry("ln", "log"),
          Map.entry("loge", "log"),
          Map.entry("lg", "log10"),
          Map.entry("lb", "log2"),
          Map.entry("ld", "log2"),
          Map.entry("ln1p", "log1p"),
          Map.entry("sgn", "sign"),
          Map.entry("signum", "sign"),
          Map.entry("arcsin", "asin"),
          Map.entry("arccos", "acos"),
          Map.entry("arctan", "atan"),
          Map.entry("atan2", "atan"),
          Map.entry("tg", "tan"),
          Map.entry("arctg", "atan"),
          Map.entry("sh", "sinh"),
          Map.entry("ch", "cosh"),
          Map.entry("th", "tanh"),
          Map.entry("arcsinh", "asinh"),
          Map.entry("arsinh", "asinh"),
          Map.entry("arccosh", "acosh"),
          Map.entry("arcosh", "acosh"),
          Map.entry("arctanh", "atanh"),
          Map.entry("artanh", "atanh"),
          Map.entry("logistic", "sigmoid"),
          Map.entry("expit", "sigmoid"),
          Map.entry("sigma", "sigmoid"),
          Map.entry("sqr", "square"),
          Map.entry("power", "pow"),
          Map.entry("heaviside", "step"),
          Map.entry("theta", "step"),
          Map.entry("fabs", "abs"),
          Map.entry("clip", "clamp"),
          Map.entry("minimum", "min"),
          Map.entry("maximum", "max"),
          Map.entry("phi", "normcdf"),
          Map.entry("ndtr", "normcdf"),
          Map.entry("cdf", "normcdf"),
          Map.entry("positive", "relu"));

  private Spelling() {}

  /**
   * {@code " (did you mean \"tanh\"?)"}, or an empty text where nothing is alike. What is known
   * from elsewhere comes first; capital letters do not matter.
   */
  static String hint(String misspelt, Collection<String> words) {
    String given = misspelt.toLowerCase(Locale.ROOT);
    String elsewhere = ELSEWHERE.getOrDefault(given, "");
    if (words.contains(elsewhere)) {
      return hint(elsewhere);
    }
    String best = "";
    int bestDistance = Math.max(1, (given.length() + 1) / 3) + 1;
    for (String word : words) {
      int distance = EditDistance.between(given, word);
      boolean alike = distance < Math.max(given.length(), word.length());
      boolean better = distance == bestDistance && isShuffled(given, word);
      if (alike && (distance < bestDistance || (better && !best.isEmpty()))) {
        best = word;
        bestDistance = distance;
      }
    }
    return best.isEmpty() ? "" : hint(best);
  }

  private static String hint(String word) {
    return " (did you mean \"" + word + "\"?)";
  }

  /** Whether it has the same letters in another order, the likeliest of slips. */
  private static boolean isShuffled(String a, String b) {
    char[] left = a.toCharArray();
    char[] right = b.toCharArray();
    Arrays.sort(left);
    Arrays.sort(right);
    return Arrays.equals(left, right);
  }
}
