package io.sluice.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShortNamesTest {

  private static List<String> shortened(String... names) {
    ShortNames all = ShortNames.of(List.of(names));
    return List.of(names).stream().map(all::of).toList();
  }

  @Test
  void parametersThatTellNothingApartAreLeftOut() {
    assertThat(shortened("adam(learning-rate=0.01)", "adamm", "random-search"))
        .containsExactly("adam", "adamm", "random-search");
    assertThat(
            shortened("sgd(learning-rate=0.1, momentum=0.9)", "sgd(learning-rate=1, momentum=0.9)"))
        .containsExactly("sgd(learning-rate=0.1)", "sgd(learning-rate=1)");
    assertThat(shortened("sgd", "sgd(learning-rate=1)"))
        .containsExactly("sgd", "sgd(learning-rate=1)");
  }

  @Test
  void eachPartOfANameIsShortened() {
    assertThat(shortened("relu / adam(learning-rate=1)", "elu(alpha=2) / adam(learning-rate=1)"))
        .containsExactly("relu / adam", "elu / adam");
    assertThat(shortened("relu / adam(learning-rate=1)", "relu / adam(learning-rate=2)"))
        .containsExactly("relu / adam(learning-rate=1)", "relu / adam(learning-rate=2)");
  }

  @Test
  void bracketsAreKeptTogether() {
    assertThat(shortened("mix(of=f(a, b=1), size=[1, 2])", "mix(of=f(a, b=1), size=[1, 3])"))
        .containsExactly("mix(size=[1, 2])", "mix(size=[1, 3])");
  }

  @Test
  void whatIsWrittenOtherwiseStays() {
    String[] names = {
      "x * tanh(a*x)", "[-1, 1]", "uniform(1)", "uniform(10)", "f(a=1", "f)a=(1)", ""
    };
    assertThat(shortened(names)).containsExactly(names);
  }

  @Test
  void noTwoBecomeAlike() {
    assertThat(shortened("adam", "adam / x(a=1)", "adam(b=2)")).doesNotHaveDuplicates();
    assertThat(shortened("f(a=1, b=2)", "f(b=2, a=1)")).doesNotHaveDuplicates();
  }

  @Test
  void theCaptionSaysWhatTheyStandFor() {
    assertThat(ShortNames.of(List.of("adam(rate=1)", "sgd")).captioned("Ranks"))
        .isEqualTo("Ranks; adam is adam(rate=1)");
    assertThat(ShortNames.of(List.of("adam", "sgd")).captioned("Ranks")).isEqualTo("Ranks");
    assertThat(ShortNames.of(List.of("a(x=1)", "b(x=1)", "c(x=1)", "d(x=1)")).captioned("Ranks"))
        .isEqualTo("Ranks; names are without parameters that tell none of them apart");
  }
}
