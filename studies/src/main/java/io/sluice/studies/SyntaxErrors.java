package io.sluice.studies;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Says in words of its own what keeps a text from being YAML or JSON. Nothing of what the parsers
 * say comes through but the character or word they stumbled over.
 */
final class SyntaxErrors {

  private static final String UNKNOWN =
      "this cannot be read here: look at the indentation, the colons, the quotes and the brackets";
  private static final String MARKS =
      "directives (%), tags (!), anchors (&) and aliases (*) are not read: put a text that begins so"
          + " in quotes";

  /**
   * What a parser says, and what is said instead.
   *
   * @param atContext whether the place is where the thing began rather than where it failed
   */
  private record Saying(Pattern pattern, String words, boolean atContext) {

    static Saying of(String pattern, String words) {
      return new Saying(Pattern.compile(pattern, Pattern.DOTALL), words, false);
    }

    static Saying began(String pattern, String words) {
      return new Saying(Pattern.compile(pattern, Pattern.DOTALL), words, true);
    }
  }

  private static final List<Saying> SAYINGS =
      List.of(
          Saying.of(".*(?:directive|scanning a tag|an alias|an anchor|tag handle).*", MARKS),
          Saying.of(
              ".*block scalar.*",
              "after | or > at the end of a line the text follows in indented lines; put a text that"
                  + " begins so in quotes"),
          Saying.began(
              ".*(?:quoted scalar.*end of stream|quoted scalar.*document separator).*",
              "the quote that opens here is never closed"),
          Saying.of(
              ".*(?:escape character|escape sequence|quoted scalar.*hexadecimal|character escape).*",
              "a backslash in double quotes begins a character such as \\n: write \\\\ for the"
                  + " backslash itself"),
          Saying.began(
              ".*could not find expected ':'.*", "a colon and a blank are missing after this key"),
          Saying.of(
              ".*mapping values are not allowed here.*",
              "a colon cannot stand here: put a text with \": \" in quotes, or look at the"
                  + " indentation"),
          Saying.of(".*mapping keys are not allowed here.*", "a key cannot begin here with ?"),
          Saying.of(
              ".*sequence entries are not allowed here.*",
              "a list cannot begin here: its first - stands on a line of its own"),
          Saying.of(".*found character '\\\\t\\(TAB\\)'.*", "a tab cannot indent: write blanks"),
          Saying.of(
              ".*found character '(.+?)' that cannot start.*",
              "% cannot begin a value: put it in quotes"),
          Saying.of(".*expected ',' or ']', but got (.+)", "a comma or ] is missing before %"),
          Saying.of(".*expected ',' or '}', but got (.+)", "a comma or } is missing before %"),
          Saying.of(
              ".*expected <block end>, but found '(.+)'",
              "% cannot stand here: look at the indentation, and put texts with special characters in"
                  + " quotes"),
          Saying.of(".*expected the node content, but found '(.+)'", "a value is missing before %"),
          Saying.of(
              ".*expected '<document start>', but found '(.+)'",
              "% cannot stand here, after the text has ended"),
          Saying.of(
              "Expected a field name.*",
              "a key must be a text, not a list, keys and values, or an alias"),
          Saying.of(
              ".*Unexpected character \\('(.+?)' .*separate Array.*",
              "a comma or ] is missing before %"),
          Saying.of(
              ".*Unexpected character \\('(.+?)' .*separate Object.*",
              "a comma or } is missing before %"),
          Saying.of(".*Unexpected character \\('(.+?)' .*a colon.*", "a colon is missing before %"),
          Saying.of(
              ".*Unexpected character \\('(.+?)' .*start field name.*",
              "a key in double quotes is missing before %"),
          Saying.of(
              ".*Unexpected character \\('(.+?)' .*in numeric value.*",
              "% cannot stand in a number"),
          Saying.of(".*maybe a \\(non-standard\\) comment.*", "JSON has no comments"),
          Saying.of(
              ".*Unexpected character \\('(.+?)' .*expected a v.*", "a value is missing before %"),
          Saying.of(".*Unexpected character \\('(.+?)' .*", "% cannot stand here"),
          Saying.of(".*Leading zeroes.*", "a number does not begin with 0 and another digit"),
          Saying.of(
              ".*Illegal unquoted character.*",
              "no line can end inside quotes, and no control character stand there"),
          Saying.of(
              ".*Unrecognized token '(.*?)'.*", "% is not known here: put it in double quotes"),
          Saying.of(
              ".*Unexpected end-of-input.*",
              "the text ends too early: what was opened last is not closed"),
          Saying.of(
              ".*Unexpected close marker '(.)': expected '(.)'.*",
              "% cannot close what was opened otherwise"),
          Saying.of(".*exceeds the maximum.*", "a number, key or text is too long"));

  private static final Map<String, String> TOKENS =
      Map.of(
          "<scalar>", "a value",
          "<block mapping start>", "a key",
          "<block sequence start>", "a list",
          "<block end>", "the end of what is indented",
          "<stream end>", "the end of the text",
          "<document start>", "---",
          "<document end>", "...",
          "<tag>", "a tag (!)",
          "<alias>", "an alias (*)",
          "<anchor>", "an anchor (&)");

  private SyntaxErrors() {}

  /** What is wrong. */
  static String message(JsonProcessingException failure) {
    boolean yaml = failure.getCause() instanceof MarkedYAMLException;
    return (yaml ? "not valid YAML: " : "not valid YAML or JSON: ") + words(said(failure));
  }

  /** Where, if the parser of YAML knows it. */
  static Optional<Mark> mark(JsonProcessingException failure) {
    if (!(failure.getCause() instanceof MarkedYAMLException)) {
      return Optional.empty();
    }
    MarkedYAMLException marked = (MarkedYAMLException) failure.getCause();
    boolean atContext =
        saying(said(failure)).map(Saying::atContext).orElse(false)
            && marked.getContextMark() != null;
    return Optional.ofNullable(atContext ? marked.getContextMark() : marked.getProblemMark());
  }

  private static String said(JsonProcessingException failure) {
    if (failure.getCause() instanceof MarkedYAMLException) {
      MarkedYAMLException marked = (MarkedYAMLException) failure.getCause();
      return marked.getContext() + ", " + marked.getProblem();
    }
    return String.valueOf(failure.getOriginalMessage());
  }

  private static Optional<Saying> saying(String said) {
    return SAYINGS.stream().filter(each -> each.pattern().matcher(said).matches()).findFirst();
  }

  static String words(String said) {
    return saying(said)
        .map(
            saying -> {
              Matcher found = saying.pattern().matcher(said);
              boolean named = found.matches() && found.groupCount() > 0;
              return named ? saying.words().replace("%", token(found.group(1))) : saying.words();
            })
        .orElse(UNKNOWN);
  }

  private static String token(String found) {
    return TOKENS.getOrDefault(found, '"' + Node.shown(found) + '"');
  }
}
