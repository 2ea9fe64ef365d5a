package io.sluice.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The reference the functions are measured by agrees with the fixtures, which hold more digits. */
class ReferenceTest {

  static List<Functions.Function> functions() {
    return Functions.all();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void referenceLiesWhereTheFixtureSays(Functions.Function function) throws IOException {
    for (Fixture fixture : Fixture.of(function.name())) {
      double rest = -function.reference().apply(fixture.x()).excess(fixture.nearest());
      // The fixtures hold three digits of the rest.
      assertThat(Math.abs(rest - fixture.rest()))
          .as("%s(%s)", function, fixture.x())
          .isLessThan(0.00051);
    }
  }
}
