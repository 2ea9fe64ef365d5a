package io.sluice.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The error of every function, in units in the last place, is what its doc admits. */
class AccuracyTest {

  static List<Functions.Function> functions() {
    return Functions.all();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void errorStaysBelowTheDocumentedOne(Functions.Function function) throws IOException {
    double worst = 0;
    double where = 0;
    List<Fixture> fixtures = Fixture.of(function.name());
    for (Fixture fixture : fixtures) {
      double error = fixture.error(function.scalar().applyAsDouble(fixture.x()));
      if (!(error <= worst)) {
        worst = error;
        where = fixture.x();
      }
    }
    assertThat(fixtures).hasSizeGreaterThan(1000);
    assertThat(worst).as("%s(%s)", function, where).isLessThanOrEqualTo(function.limit());
  }
}
