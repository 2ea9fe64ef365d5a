package io.sluice.report.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.catalog.Catalog;
import io.sluice.engine.catalog.Components;
import io.sluice.engine.catalog.Origin;
import io.sluice.engine.catalog.PluginReport;
import io.sluice.report.Document;
import io.sluice.report.JsonRenderer;
import io.sluice.report.Sentences;
import io.sluice.report.Value;
import io.sluice.spi.Activation;
import io.sluice.spi.Interval;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class CheckDocumentTest {

  private static final Origin ORIGIN = new Origin("mine", "1.0", "mine.jar", "ab".repeat(32));

  /** A line whose slope may be told wrongly. */
  private record Line(String id, DoubleUnaryOperator told) implements Activation {
    @Override
    public Interval range() {
      return Interval.REALS;
    }

    @Override
    public double value(double x) {
      return 2 * x;
    }

    @Override
    public double slope(double x) {
      return told.applyAsDouble(x);
    }
  }

  private static CheckedPlugin checked(List<PluginReport.Rejected> rejected, Activation... lines)
      throws InterruptedException {
    List<Catalog.Entry<Activation>> entries =
        List.of(lines).stream().map(line -> new Catalog.Entry<>(line, ORIGIN)).toList();
    PluginReport report =
        new PluginReport(
            List.of(new PluginReport.Loaded(ORIGIN, "mine.jar", List.of("activation line"))),
            rejected);
    Components loaded =
        new Components(Catalog.of(entries), Catalog.of(List.of()), Catalog.of(List.of()), report);
    return CheckedPlugin.of(Path.of("folder/mine.jar"), loaded, Duration.ofMinutes(5));
  }

  private static Activation right(String id) {
    return new Line(id, x -> 2 + 0 * x);
  }

  private static List<String> lines(Document document) {
    return ((Sentences) document.sections().get(0).blocks().get(0)).sentences();
  }

  @Test
  void whatPassesIsALine() throws InterruptedException {
    CheckedPlugin plugin = checked(List.of(), right("line"), right("other"));
    Document document = CheckDocument.of(List.of(plugin), List.of("a remark"));
    assertThat(document.facts()).containsEntry("passed", true);
    assertThat(lines(document)).hasSize(2).endsWith("a remark");
    assertThat(lines(document).get(0))
        .matches("mine\\.jar: all \\d+ checks of 2 components passed");
    assertThat(document.table(CheckDocument.FINDINGS).rows()).isEmpty();
  }

  @Test
  void aFaultIsALineARowAndAFinding() throws InterruptedException {
    Activation wrong = new Line("wrong", x -> -2 + 0 * x);
    Document document =
        CheckDocument.of(List.of(checked(List.of(), right("line"), wrong)), List.of());
    assertThat(document.facts()).containsEntry("passed", false);
    assertThat(lines(document).get(0)).startsWith("mine.jar: activation wrong: slope: slope(");
    assertThat(document.table(CheckDocument.FINDINGS).rows().get(0).stream().map(Value::text))
        .startsWith("mine.jar", "activation", "wrong", "slope", "fault");
    assertThat(JsonRenderer.of(document)).contains("\"id\": \"wrong\"", "\"sha256\"");
  }

  @Test
  void whatWasRejectedDoesNotPass() throws InterruptedException {
    CheckedPlugin plugin =
        checked(
            List.of(new PluginReport.Rejected("mine.jar", "org.example.Odd", "is odd")),
            right("line"));
    Document document = CheckDocument.of(List.of(plugin), List.of());
    assertThat(document.facts()).containsEntry("passed", false);
    assertThat(lines(document).get(0)).contains("org.example.Odd", "is odd");
  }
}
