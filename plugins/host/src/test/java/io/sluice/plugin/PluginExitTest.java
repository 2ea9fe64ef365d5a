package io.sluice.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.engine.catalog.Components;
import io.sluice.engine.catalog.PluginReport;
import io.sluice.spi.Activation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A plugin cannot end the process. If it could, this test would end here. */
class PluginExitTest {

  private static final String NAME = "org.example.Quitter";

  @TempDir private Path temporary;
  private PluginFolder folder;

  @BeforeEach
  void makeFolders() {
    folder = new PluginFolder(temporary);
  }

  private Components load(String body) {
    PluginJar.of("quitting-plugin")
        .extension(
            NAME,
            "ActivationExtension",
            "public String id() { return \"quitter\"; }\n"
                + "public double slope(double x) { return 1; }\n"
                + body)
        .writeTo(folder.further("quitter.jar"));
    return folder.load();
  }

  private static String value(String statements) {
    return "public double value(double x) { " + statements + " return x; }\n";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "System.exit(3);|System.exit(3)",
        "Runtime.getRuntime().exit(4);|Runtime.exit(4)",
        "Runtime.getRuntime().halt(5);|Runtime.halt(5)",
        "java.util.function.IntConsumer end = System::exit; end.accept(6);|System.exit(6)",
        "java.util.function.IntConsumer end = Runtime.getRuntime()::exit; end.accept(7);|Runtime.exit(7)",
        "java.util.function.ObjIntConsumer<Runtime> end = Runtime::halt;"
            + " end.accept(Runtime.getRuntime(), 8);|Runtime.halt(8)",
        "java.util.stream.IntStream.of(9).forEach(System::exit);|System.exit(9)",
        "((Runnable) () -> System.exit(10)).run();|System.exit(10)",
        "new Object() { void end() { System.exit(11); } }.end();|System.exit(11)",
        "long wide = 1L << 40; double d = 2.5; switch ((int) x) { case 1: case 2: x++; break; case 900:"
            + " x--; break; default: x += d; } for (int i = 0; i < 3; i++) x += wide;"
            + " String text = \"a\" + x; if (x > 0) Runtime.getRuntime().exit(text.isEmpty() ? 1 : 12);|Runtime.exit(12)",
        "switch (\"b\" + (int) x) { case \"b1\": System.exit(13); break; default: System.exit(14); }|System.exit(13)"
      })
  void callsThatEndTheProcessAreErrorsThatNameThePlugin(String statements, String call) {
    Activation quitter =
        load(value(statements)).activations().find("quitter").orElseThrow().component();
    assertThatThrownBy(() -> quitter.value(1))
        .isInstanceOf(PluginExit.class)
        .hasMessageStartingWith(
            "quitting-plugin called " + call + ", which no plugin may, at " + NAME)
        .hasMessageContaining("(Quitter.java:");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "static { if (true) System.exit(0); }",
        "public Quitter() { System.exit(0); }",
        "{ Runtime.getRuntime().halt(0); }",
        "public java.util.List<Hyperparameter> hyperparameters() { System.exit(0); return null; }",
        "private static final int CODE = code(); static int code() { System.exit(0); return 1; }"
      })
  void whatEndsWhileItIsLoadedIsRejected(String body) {
    PluginReport report = load(body + value("")).report();
    assertThat(report.rejected()).hasSize(1);
    assertThat(report.rejected().get(0).reason())
        .containsPattern(
            "^quitting-plugin called (System.exit|Runtime.halt)\\(0\\), which no plugin may, at "
                + NAME);
  }

  @Test
  void otherMethodsOfTheseNamesAreCalledAsTheyAre() {
    String body =
        "static double left; static void exit(int code) { left = code; }\n"
            + "static final class Door { void exit(int code) { left += code; }"
            + " static void halt(int code) { left += code; } }\n"
            + value(
                "exit(1); new Door().exit(20); Door.halt(300); x += left;"
                    + " x += Runtime.getRuntime().availableProcessors() > 0 ? 1000 : 0;");
    Activation quitter = load(body).activations().find("quitter").orElseThrow().component();
    assertThat(quitter.value(0)).isEqualTo(1321);
  }

  @Test
  void classesThatEndNothingAreLoadedAsTheyAre() throws IOException {
    for (Class<?> type : List.of(Object.class, List.class, PluginExitTest.class, Thread.class)) {
      byte[] bytes = bytes(type);
      assertThat(ExitCalls.redirected(bytes)).isSameAs(bytes);
    }
    byte[] nonsense = {1, 2, 3};
    assertThat(ExitCalls.redirected(nonsense)).isSameAs(nonsense);
  }

  private static byte[] bytes(Class<?> type) throws IOException {
    try (InputStream in =
        type.getResourceAsStream(
            type.getName().substring(type.getName().lastIndexOf('.') + 1) + ".class")) {
      return in.readAllBytes();
    }
  }

  @Test
  void packagesAndPlacesOfClassesAreThoseOfTheJar() {
    Activation quitter = load(value("")).activations().find("quitter").orElseThrow().component();
    assertThat(quitter.getClass().getPackage().getName()).isEqualTo("org.example");
    assertThat(quitter.getClass().getProtectionDomain().getCodeSource().getLocation().toString())
        .endsWith(".jar");
  }
}
