package io.sluice.report.figure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The look of drawings and of a report's page, and the page's script. */
public final class Styles {

  private static final Pattern COLOUR =
      Pattern.compile("(--[a-z0-9-]+): light-dark\\(([^,()]+), ([^()]+)\\);");
  private static final Pattern USE = Pattern.compile("var\\((--[a-z0-9-]+)\\)");
  private static final Pattern RULES = Pattern.compile("(?m)^[^@\\s/][^{}]*\\{[^{}]*\\}$");

  private Styles() {}

  /** The colours of drawings, light and dark; a page has them before {@link #page}. */
  public static String figures() {
    return resource("figure.css");
  }

  /** The look of a report's page. */
  public static String page() {
    return resource("report.css");
  }

  /** What a report's page can do; without it, everything can be read. */
  public static String script() {
    return resource("report.js");
  }

  /**
   * A drawing with its colours in it, to be opened by itself. They are written out for viewers that
   * know no variables, once for light and once for dark.
   */
  public static String standalone(String svg) {
    int start = svg.indexOf('>') + 1;
    return svg.substring(0, start) + "\n<style>\n" + colours() + "</style>" + svg.substring(start);
  }

  private static String colours() {
    String all = figures();
    Map<String, String> light = new TreeMap<>();
    Map<String, String> dark = new TreeMap<>();
    for (MatchResult colour : COLOUR.matcher(all).results().toList()) {
      light.put(colour.group(1), colour.group(2));
      dark.put(colour.group(1), colour.group(3));
    }
    StringBuilder rules = new StringBuilder();
    StringBuilder coloured = new StringBuilder();
    for (MatchResult rule : RULES.matcher(all).results().toList()) {
      String text = rule.group();
      if (!text.contains("light-dark(") && !text.startsWith(":root")) {
        rules.append(written(text, light)).append('\n');
        if (text.contains("var(")) {
          coloured.append(written(text, dark)).append('\n');
        }
      }
    }
    Matcher media = Pattern.compile("(?s)@media \\(min-width.*?\\n\\}\\n").matcher(all);
    String larger = media.find() ? media.group() : "";
    return rules + larger + "@media (prefers-color-scheme: dark) {\n" + coloured + "}\n";
  }

  private static String written(String rule, Map<String, String> colours) {
    return USE.matcher(rule).replaceAll(use -> colours.get(use.group(1)));
  }

  private static String resource(String name) {
    try (InputStream in = Styles.class.getResourceAsStream("/io/sluice/report/page/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(name, broken);
    }
  }
}
