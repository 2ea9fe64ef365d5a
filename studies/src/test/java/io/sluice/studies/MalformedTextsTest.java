package io.sluice.studies;

import static io.sluice.studies.Texts.SMALL;
import static io.sluice.studies.Texts.complaints;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with a text is said in Sluice's words, not in those of the parsers. */
class MalformedTextsTest {

  private static final Pattern INNARDS =
      Pattern.compile(
          "jackson|snakeyaml|StreamRead|Event\\(|Exception|java\\.|token 'null'|Feature|CTRL-CHAR"
              + "|\\(code \\d|<scalar>|<block |<stream|while scanning|while parsing|did you mean"
              + " \"\"|\\bnull,|simple key|URI|chomping|REDACTED|flow (?:sequence|mapping)");
  private static final String SIGNS =
      " \n\t:,[]{}-?&*!|>'\"%@`#~\\ab01.e\u00e9\u0000\ud83d=<$/\r\u0085\u2028";

  @Test
  void shippedStudiesWithSlipsAreRefusedInPlainWords() {
    List<String> texts = new ArrayList<>();
    for (ShippedStudy study : ShippedStudies.list()) {
      texts.add(ShippedStudies.text(study.name()));
      texts.add(ShippedStudies.read(study.name(), List.of()).canonicalJson());
    }
    Random random = new Random(20);
    int refused = 0;
    for (int i = 0; i < 3000; i++) {
      refused += isPlain(spoilt(texts.get(i % texts.size()), random)) ? 1 : 0;
    }

    assertThat(refused).isGreaterThan(1500);
  }

  @Test
  void textsOfSignsAloneAreRefusedInPlainWords() {
    Random random = new Random(21);
    for (int i = 0; i < 2000; i++) {
      StringBuilder text = new StringBuilder(i % 3 == 0 ? SMALL : i % 3 == 1 ? "{\"a\"" : "");
      for (int k = random.nextInt(12); k >= 0; k--) {
        text.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
      }
      isPlain(text.toString());
      isPlain(SMALL, "repeats=" + text);
      isPlain(SMALL, text.toString());
    }
  }

  private static String spoilt(String text, Random random) {
    StringBuilder spoilt = new StringBuilder(text);
    for (int slips = 1 + random.nextInt(3); slips > 0; slips--) {
      int at = random.nextInt(spoilt.length());
      char sign = SIGNS.charAt(random.nextInt(SIGNS.length()));
      switch (random.nextInt(5)) {
        case 0 -> spoilt.deleteCharAt(at);
        case 1 -> spoilt.insert(at, sign);
        case 2 -> spoilt.setCharAt(at, sign);
        case 3 -> spoilt.delete(at, Math.min(spoilt.length(), at + random.nextInt(30)));
        default -> spoilt.setLength(at + 1);
      }
      spoilt.append(spoilt.length() == 0 ? " " : "");
    }
    return spoilt.toString();
  }

  /** Whether the text is refused; if it is, then in plain words. */
  private static boolean isPlain(String text, String... overrides) {
    try {
      Texts.read(text, overrides);
      return false;
    } catch (StudyFormatException refused) {
      for (Complaint complaint : refused.complaints()) {
        String message = complaint.message();
        assertThat(INNARDS.matcher(message).find()).as("%s%nfor%n%s", message, text).isFalse();
        assertThat(message).doesNotContain("\n").isNotBlank();
      }
      return true;
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[a]: b",
        "{a: b}: c",
        "*a : b",
        "? [a]",
        "&a",
        "*",
        "!",
        "!<",
        "!!",
        "%YAML 9",
        "%",
        "@a",
        "`a`",
        "| a",
        ">9",
        "|x",
        "'a",
        "\"a",
        "\"\\q\"",
        "\"\\x0\"",
        "a: b: c",
        "- a\nb",
        "a:\n - b\n c",
        "[",
        "{",
        "[a",
        "{a",
        "[a}",
        "{a]",
        "]",
        "}",
        "---\n---",
        "a: [b]]",
        "a: - b",
        "\ta: b",
        "a:\n\t- b",
        "{\"a\": }",
        "{\"a\" 1}",
        "{\"a\": 01}",
        "{\"a\": 1.}",
        "{\"a\": -}",
        "{\"a\": 1e}",
        "{\"a\": tru}",
        "{\"a\": 'b'}",
        "{\"a\": \"\\q\"}",
        "{\"a\": \"b\nc\"}",
        "{\"a\": [1 2]}",
        "{\"a\": 1 \"b\": 2}",
        "{\"a\": 1]",
        "{\"a\": // b\n1}",
        "{\"a\": 1,, }",
        "{\"",
        "{}}",
        "{\"a\": \"\\ud800\"}",
        "%YAML 99999999999.1\n---\na: b",
        "%TAG ! a\n---\na: b",
        "!x!y a: b",
        "a: !<tag:b c"
      })
  void everyKindOfSlipIsToldInPlainWords(String text) {
    assertThat(isPlain(text)).isTrue();
    assertThat(isPlain(SMALL + text)).isTrue();
    assertThat(isPlain("{\"study\": \"s\", \"problems\": " + text + "}")).isTrue();
    isPlain(SMALL, "repeats=" + text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '~',
      value = {
        "a: [b, c} # s.yaml:1:9: not valid YAML: a comma or ] is missing before \"}\"",
        "a: {b: c] # s.yaml:1:9: not valid YAML: a comma or } is missing before \"]\"",
        "a: 'b # s.yaml:1:4: not valid YAML: the quote that opens here is never closed",
        "a: @b # s.yaml:1:4: not valid YAML: \"@\" cannot begin a value: put it in quotes",
        "[a]: b # not valid YAML or JSON: a key must be a text, not a list",
        "a: *b # s.yaml:1:4: aliases such as *b are not read: write it out",
        "a: [ # s.yaml:1:5: not valid YAML: a value is missing before the end of the text",
        "{\"a\" 1} # s.yaml:1:6: not valid YAML or JSON: a colon is missing before \"1\"",
        "{\"a\": [1 2} # s.yaml:1:10: not valid YAML or JSON: a comma or ] is missing before \"2\"",
        "{\"a\": [b 2} # s.yaml:1:8: not valid YAML or JSON: \"b\" is not known here: put it in double quotes",
        "{\"a\": [1, 2] # s.yaml:1:13: not valid YAML or JSON: the text ends too early: what was opened last is not closed"
      })
  void theCommonSlipsAreNamed(String text, String complaint) {
    assertThat(complaints(text)).contains(complaint);
  }

  @Test
  void whatNoSayingFitsIsStillPlain() {
    assertThat(SyntaxErrors.words("org.yaml.snakeyaml.Oddity: something new"))
        .isEqualTo(
            "this cannot be read here: look at the indentation, the colons, the quotes and the"
                + " brackets");
  }

  @Test
  void longAndManyLinedKeysAreShortened() {
    assertThat(complaints(SMALL + "\"k\\n" + "e".repeat(300) + "\": 1"))
        .isEqualTo(
            "s.yaml:5:1: unknown key \"k "
                + "e".repeat(38)
                + "…\"; allowed: "
                + String.join(", ", StudyKeys.KEYS.names()));
  }
}
