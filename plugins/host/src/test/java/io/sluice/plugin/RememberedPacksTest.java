package io.sluice.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.engine.catalog.Pack;
import io.sluice.engine.catalog.PackFormatException;
import io.sluice.spi.Activation;
import io.sluice.studies.PackFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RememberedPacksTest {

  private static final String TEXT =
      """
      pack: mine
      version: 1.0.0
      activations:
        - id: bent-cube
          summary: Würfel
          formula: a * x^3 if x > b else 0
          set: {a: {preset: 2, range: "(0, 5]", doc: steep}, b: 0}
          trainable: [a]
          train: per-unit
          range: "[0, inf)"
          kinks: [b]
          aliases: [cube-bent]
          notes: [one, two]
        - {id: wave, formula: sin(x)}
      optimizers:
        - id: heavy
          rule: |
            v = beta * v + g
            w = w - rate * v
          set: {beta: 0.9, rate: 0.1}
          moment: v
      """;

  @TempDir private Path folder;
  private final AtomicInteger readings = new AtomicInteger();

  private RememberedPacks packs(String version) {
    PackFile file = new PackFile();
    return new RememberedPacks(
        (text, source) -> {
          readings.incrementAndGet();
          return file.read(text, source);
        },
        () -> folder,
        version);
  }

  private static void assertSame(Pack found, Pack first) {
    assertThat(found.id()).isEqualTo(first.id());
    assertThat(found.version()).isEqualTo(first.version());
    assertThat(found.entries()).hasSameSizeAs(first.entries());
    for (int i = 0; i < first.entries().size(); i++) {
      Pack.Entry entry = found.entries().get(i);
      assertThat(entry.component().definition())
          .isEqualTo(first.entries().get(i).component().definition());
      assertThat(entry.places()).isEqualTo(first.entries().get(i).places());
      assertThat(entry.component().text()).isEqualTo(first.entries().get(i).component().text());
    }
    List<Activation> activations = found.components(Activation.class);
    for (int i = 0; i < activations.size(); i++) {
      Activation known = first.components(Activation.class).get(i);
      assertThat(activations.get(i).range()).isEqualTo(known.range());
      assertThat(activations.get(i).value(1.5)).isEqualTo(known.value(1.5));
      assertThat(activations.get(i).slope(1.5)).isEqualTo(known.slope(1.5));
    }
  }

  @Test
  void aTextIsReadOnceAndIsTheSameAfterwards() {
    Pack first = packs("1").read(TEXT, "mine.yaml");
    assertThat(first.entries()).hasSize(3);
    assertSame(packs("1").read(TEXT, "mine.yaml"), first);
    assertThat(readings).hasValue(1);
  }

  @Test
  void anotherVersionTextOrNameIsReadAnew() {
    packs("1").read(TEXT, "mine.yaml");
    packs("2").read(TEXT, "mine.yaml");
    packs("1").read(TEXT, "other.yaml");
    packs("1").read(TEXT + "\n", "mine.yaml");
    assertThat(readings).hasValue(4);
  }

  @Test
  void whatIsWrongIsNeverRemembered() throws IOException {
    String wrong = TEXT.replace("sin(x)", "sinus(x)");
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> packs("1").read(wrong, "mine.yaml"))
          .isInstanceOf(PackFormatException.class);
    }
    assertThat(readings).hasValue(2);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void filesThatAreBrokenAreWrittenAnew() throws IOException {
    Pack first = packs("1").read(TEXT, "mine.yaml");
    Path file;
    try (Stream<Path> files = Files.list(folder)) {
      file = files.findFirst().orElseThrow();
    }
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length += 7) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertSame(packs("1").read(TEXT, "mine.yaml"), first);
    }
    int before = readings.get();
    assertSame(packs("1").read(TEXT, "mine.yaml"), first);
    assertThat(readings).hasValue(before);
    assertThat(Files.readAllBytes(file)).isEqualTo(whole);
  }
}
