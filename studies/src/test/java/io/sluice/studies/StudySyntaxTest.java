package io.sluice.studies;

import static io.sluice.studies.Texts.SMALL;
import static io.sluice.studies.Texts.complaints;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StudySyntaxTest {

  @Test
  void yamlErrorsComeWithLineAndColumn() {
    assertThat(complaints("study: s\nproblems: [xor\noptimizers: adam\n"))
        .isEqualTo("s.yaml:3:11: not valid YAML: a comma or ] is missing before \":\"");
    assertThat(complaints("study: s\n\tproblems: xor\n"))
        .isEqualTo("s.yaml:2:1: not valid YAML: a tab cannot indent: write blanks");
    assertThat(complaints("study: s: t\n"))
        .isEqualTo(
            "s.yaml:1:9: not valid YAML: a colon cannot stand here: put a text with \": \" in"
                + " quotes, or look at the indentation");
    assertThat(complaints("study: 's\n"))
        .isEqualTo("s.yaml:1:8: not valid YAML: the quote that opens here is never closed");
  }

  @Test
  void jsonErrorsComeWithLineAndColumn() {
    assertThat(complaints("{\"study\": \"s\",\n \"seed\": [1, }"))
        .isEqualTo("s.yaml:2:14: not valid YAML or JSON: a value is missing before \"}\"");
    assertThat(complaints("{\"study\": \"s\"} {}")).startsWith("s.yaml:1:16: ");
  }

  @Test
  void duplicateKeysOfJsonAreRefusedToo() {
    assertThat(
            complaints(
                "{\"study\": \"s\", \"problems\": [{\"id\": \"xor\", \"id\": \"abs\"}],"
                    + " \"optimizers\": \"adam\"}"))
        .isEqualTo("s.yaml:1:43: duplicate key \"id\", already given at s.yaml:1:30");
  }

  @Test
  void anEmptyTextIsNoStudy() {
    String complaint =
        "s.yaml: a study is keys and values such as \"study: my-study\", not an empty value";

    assertThat(complaints("")).isEqualTo(complaint);
    assertThat(complaints("# nothing\n")).isEqualTo(complaint);
    assertThat(complaints("- xor\n"))
        .isEqualTo(
            "s.yaml:1:1: a study is keys and values such as \"study: my-study\", not a list");
  }

  @Test
  void oneStudyAFile() {
    assertThat(complaints(SMALL + "---\n" + SMALL))
        .isEqualTo("s.yaml:6:1: a second document starts: there is one in a file");
  }

  @Test
  void aliasesAndTagsAreNotRead() {
    assertThat(complaints(SMALL + "bounds: &b 5\nactivations: {id: snake, a: *b}\n"))
        .contains("s.yaml:6:29: aliases such as *b are not read: write it out");
    assertThat(complaints(SMALL + "seed: !!int 5\n")).startsWith("s.yaml:5:7: tags such as !");
  }

  @Test
  void unprintableCharactersAreNamed() {
    assertThat(complaints(SMALL + "question: a\u0007b"))
        .isEqualTo("s.yaml:5:12: unprintable character U+0007");
  }

  @Test
  void deepNestingIsRefused() {
    assertThat(complaints("study: " + "[".repeat(100_000)))
        .isEqualTo("s.yaml:1:58: nested more than 50 levels deep");
    assertThat(complaints("{\"study\": " + "[".repeat(100_000)))
        .isEqualTo("s.yaml:1:61: nested more than 50 levels deep");
  }

  @Test
  void longTextIsRefused() {
    assertThat(complaints(SMALL + "#".repeat(5_000_000)))
        .isEqualTo("s.yaml: too long: at most 5000000 characters, not 5000059");
  }

  @Test
  void textUpToTheLimitIsRead() {
    String comments = ("# " + "x".repeat(490_000) + "\n").repeat(10);

    assertThat(Texts.read(comments + SMALL).spec()).isEqualTo(Texts.read(SMALL).spec());
  }

  @Test
  void longLinesAreReadAsJsonOnly() {
    String numbers = "[" + "0.5,".repeat(150_000) + "0.5]";
    String problem = "{\"name\": \"d\", \"x\": " + numbers + ", \"y\": " + numbers + "}";
    String rest = "\"study\": \"s\", \"optimizers\": \"adam\", \"problems\": ";

    assertThat(complaints("{" + rest + problem + "}")).isEmpty();
    assertThat(complaints("---\n{" + rest + problem + "}"))
        .matches("s.yaml:2:1: line too long: at most 500000 characters, not \\d+");
    assertThat(complaints("{" + rest + problem + ", x: 1}"))
        .startsWith("s.yaml:1:")
        .contains("not valid YAML or JSON: a key in double quotes is missing before \"x\"");
  }

  @Test
  void longValuesAreShortenedInComplaints() {
    assertThat(complaints(SMALL + "loss: " + "m".repeat(100)))
        .isEqualTo(
            "s.yaml:5:7: \"loss\" must be one of mse, mae, huber, log-cosh, binary-cross-entropy,"
                + " softmax-cross-entropy, not \""
                + "m".repeat(40)
                + "…\"");
  }
}
