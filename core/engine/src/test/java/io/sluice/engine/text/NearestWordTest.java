package io.sluice.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestWordTest {

  private static final List<String> WORDS =
      List.of("tanh", "relu", "leaky-relu", "sigmoid", "adam", "learning-rate");

  @Test
  void oneSlipIsUnderstood() {
    assertThat(NearestWord.to("tahn", WORDS)).contains("tanh");
    assertThat(NearestWord.to("rellu", WORDS)).contains("relu");
    assertThat(NearestWord.to("sigmod", WORDS)).contains("sigmoid");
    assertThat(NearestWord.to("adan", WORDS)).contains("adam");
  }

  @Test
  void caseUnderscoresAndBlanksDoNotMatter() {
    assertThat(NearestWord.to("Leaky_ReLU", WORDS)).contains("leaky-relu");
    assertThat(NearestWord.to("learning rate", WORDS)).contains("learning-rate");
  }

  @Test
  void wordsThatAreNotAlikeGiveNothing() {
    assertThat(NearestWord.to("lookahead", WORDS)).isEmpty();
    assertThat(NearestWord.to("xyz", WORDS)).isEmpty();
    assertThat(NearestWord.to("tanh", List.of())).isEmpty();
  }

  @Test
  void swappedNeighboursCountOnce() {
    assertThat(NearestWord.to("ba", List.of("xb", "ab"))).contains("ab").isNotEmpty();
    assertThat(NearestWord.to("dcba", List.of("abcd"))).isEmpty();
  }

  @Test
  void firstOfSeveralEquallyNearWordsIsTaken() {
    assertThat(NearestWord.to("relx", List.of("rely", "relu"))).contains("rely");
  }

  @Test
  void hintIsAQuestionOrNothing() {
    assertThat(NearestWord.hint("rulu", WORDS)).isEqualTo(" (did you mean \"relu\"?)");
    assertThat(NearestWord.hint("lookahead", WORDS)).isEmpty();
  }
}
