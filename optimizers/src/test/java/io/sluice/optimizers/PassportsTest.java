package io.sluice.optimizers;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.watch.Headway;
import io.sluice.passport.optimizer.Entry;
import io.sluice.passport.optimizer.OptimizerPassport;
import io.sluice.spi.Invariance;
import io.sluice.spi.Optimizer;
import io.sluice.spi.OptimizerWrapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The passports of the built-in optimizers: they contradict nothing, and agree with papers. */
class PassportsTest {

  static List<Optimizer> builtIns() {
    return BuiltIns.optimizers();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("builtIns")
  void nothingIsContradicted(Optimizer optimizer) {
    OptimizerPassport passport = OptimizerPassport.quick(optimizer);
    assertThat(passport.findings()).isEmpty();
    assertThat(passport.entries())
        .extracting(Entry::topic)
        .contains("kind", "memory", "cost", "invariance", "bounds");
  }

  @Test
  void wrappersAreExaminedAroundWhatTheyAreAround() {
    for (OptimizerWrapper wrapper : BuiltIns.wrappers()) {
      Optimizer around = wrapper.around(new Adam());
      OptimizerPassport passport = OptimizerPassport.quick(around);
      assertThat(passport.findings()).as(around.id()).isEmpty();
      assertThat(passport.entries()).as(around.id()).hasSizeGreaterThan(10);
    }
  }

  /** What the papers claim, and what was said against them since. */
  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "sgd, rotation, true",
    "sgd, loss-scale, false",
    "adam, slope-scale, true",
    "adam, rotation, false",
    "adam, coordinate-scale, false",
    "adamw, shift, false",
    "sign-sgd, rotation, false",
    "lion, loss-scale, true",
    "kate, coordinate-scale, true",
    "lbfgs, rotation, true",
    "levenberg-marquardt, coordinate-scale, false",
    "gauss-newton, coordinate-scale, true",
    "cma-es, loss-order, true",
    "pso, loss-order, true",
    "shade, loss-order, false",
    "shade, loss-scale, true",
    "pso-2011, coordinate-scale, false",
    "cma-es, shift, true",
    "tlbo, shift, false",
    "grey-wolf, shift, false",
    "whale, shift, false",
  })
  void invariancesAreThoseOfPapers(String id, String invariance, boolean holds) {
    Invariance known = Invariance.of(invariance).orElseThrow();
    Entry entry =
        OptimizerPassport.quick(BuiltIns.named(id)).entries().stream()
            .filter(each -> each.topic().equals("invariance"))
            .filter(each -> each.property().equals(known.id()))
            .findAny()
            .orElseThrow();
    assertThat(entry.text()).startsWith(holds ? "holds" : "no: ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sgd",
        "momentum",
        "nesterov",
        "fletcher-reeves",
        "polak-ribiere",
        "hager-zhang",
        "bfgs",
        "lbfgs",
        "gauss-newton",
        "levenberg-marquardt"
      })
  void quadraticsGoAsTheoryHasIt(String id) {
    OptimizerPassport passport = OptimizerPassport.of(BuiltIns.named(id), Headway.UNHEARD);
    assertThat(passport.findings()).isEmpty();
    assertThat(passport.entries())
        .extracting(Entry::property)
        .anyMatch(property -> property.endsWith("in theory"));
  }

  @ParameterizedTest
  @CsvSource({"cma-es, true", "xnes, true", "sep-cma-es, false", "pso, false", "snes, false"})
  void rotationsAreTakenByThoseThatLearnCovariances(String id, boolean holds) {
    OptimizerPassport passport = OptimizerPassport.of(BuiltIns.named(id), Headway.UNHEARD);
    assertThat(passport.findings()).isEmpty();
    assertThat(axes(passport, Invariance.ROTATION)).startsWith(holds ? "holds about" : "no: ");
    assertThat(axes(passport, Invariance.PERMUTATION)).startsWith("holds about");
  }

  private static String axes(OptimizerPassport passport, Invariance invariance) {
    return passport.entries().stream()
        .filter(each -> each.topic().equals("invariance"))
        .filter(each -> each.property().equals(invariance.id()))
        .map(Entry::text)
        .findAny()
        .orElseThrow();
  }

  /** What sees the matrix minds the order of all its numbers, but not that of rows or columns. */
  @ParameterizedTest
  @CsvSource({"muon, true", "shampoo, true", "soap, true", "adam, false", "lamb, false"})
  void matricesMayHaveTheirRowsAndColumnsInAnyOrder(String id, boolean seesMatrices) {
    List<String> orders =
        OptimizerPassport.quick(BuiltIns.named(id)).entries().stream()
            .filter(each -> each.property().startsWith("permutation of "))
            .map(each -> each.text().split("[ :]")[0])
            .toList();
    assertThat(orders).isEqualTo(seesMatrices ? List.of("holds", "holds", "no") : List.of());
  }
}
