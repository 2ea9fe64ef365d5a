package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sluice.engine.catalog.PluginInstaller.Order;
import io.sluice.engine.catalog.PluginReport.Rejected;
import io.sluice.spi.Activation;
import io.sluice.spi.Interval;
import io.sluice.tck.Checks;
import io.sluice.tck.Finding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PluginsCommandTest {

  private static final String HASH = "cd".repeat(32);

  private final CommandLineFixture sluice = new CommandLineFixture();
  private final FakeInstaller installer = new FakeInstaller();

  @BeforeEach
  void makeFiles() {
    sluice.installer = installer;
    installer.files.put("soft.jar", TestComponents.alone("soft", "soft.jar", new Square(0)));
    installer.files.put("slip.jar", TestComponents.alone("slip", "slip.jar", new Square(1)));
    installer.files.put("wide.jar", TestComponents.alone("wide", "wide.jar", new Wide()));
    installer.files.put(
        "tanh.jar", TestComponents.alone("other", "tanh.jar", new TestComponents.Tanh()));
    installer.files.put(
        "own.jar", TestComponents.alone("small", "own.jar", new TestComponents.Tanh()));
    installer.files.put(
        "odd.jar", TestComponents.none(new Rejected("/far/odd.jar", "odd.jar", "has no index")));
  }

  @Test
  void listIsWhatTheBareCommandPrints() {
    assertThat(sluice.run("plugins", "list")).isEqualTo(sluice.run("plugins"));
    assertThat(sluice.run("plugins", "list", "--format", "json").out()).contains("ab".repeat(32));
  }

  @Test
  void manyComponentsAreCountedByKind() {
    assertThat(PluginsListCommand.summary(List.of("activation sine", "store memory")))
        .isEqualTo("activation sine, store memory");
    List<String> many = new ArrayList<>(Collections.nCopies(12, "activation sine"));
    many.add("store memory");
    assertThat(PluginsListCommand.summary(many)).isEqualTo("12 activations, 1 store");
  }

  @ParameterizedTest
  @ValueSource(strings = {"list", "new", "check", "install", "remove"})
  void everyCommandHasHelpWithExamplesThatAreUnderstood(String command) {
    CommandLineFixture.Done done = sluice.run("plugins", command, "--help");
    assertThat(done.exitCode()).isZero();
    assertThat(done.out()).contains("Usage: sluice plugins " + command);
    String examples = done.out().substring(done.out().indexOf("Examples:"));
    examples
        .lines()
        .filter(line -> line.startsWith("  sluice "))
        .map(line -> line.strip().replaceFirst("\\s{2,}.*$", "").substring("sluice ".length()))
        .forEach(line -> sluice.parse(line.split(" ")));
    assertThat(examples).contains("  sluice plugins " + command);
  }

  @Test
  void aMisspeltCommandIsNamedWithTheNearest() {
    assertThat(sluice.run("plugins", "instal", "x.jar").err())
        .isEqualTo(
            "sluice: no command \"instal\" (did you mean \"install\"?); see sluice plugins"
                + " --help\n");
  }

  @Test
  void aNewPluginIsTheExampleWithOtherNames(@TempDir Path folder) throws Exception {
    new PluginTemplate("soft-line", "SoftLine", "com.example.soft").writeTo(folder);
    assertThat(folder.resolve("src/main/java/com/example/soft/SoftLine.java"))
        .content()
        .startsWith("package com.example.soft;")
        .contains("public final class SoftLine", "return \"soft-line\";");
    assertThat(folder.resolve("src/main/java/com/example/soft/package-info.java")).exists();
    assertThat(folder.resolve("src/test/java/com/example/soft/SoftLineTest.java"))
        .content()
        .contains("new SoftLine()", "implements ComponentContract");
    assertThat(folder.resolve("pom.xml"))
        .content()
        .contains("<artifactId>soft-line</artifactId>", "<version>1.0.0</version>")
        .contains("<artifactId>sluice-plugin-parent</artifactId>", "<relativePath/>")
        .doesNotContain("${", "example-activation");
    assertThat(folder.resolve("study.yaml")).content().contains("[tanh, soft-line]");
  }

  @Test
  void aNewPluginNeedsAProperAndFreeName() {
    assertThat(sluice.run("plugins", "new", "SoftLine").err())
        .isEqualTo("sluice: the name must be like soft-line, but is \"SoftLine\"\n");
    assertThat(sluice.run("plugins", "new", "src").err())
        .isEqualTo("sluice: there is src already; choose another name\n");
    assertThat(sluice.run("plugins", "new", "tanh").err())
        .isEqualTo("sluice: there is an activation \"tanh\" already; choose another name\n");
    assertThat(Path.of("tanh")).doesNotExist();
  }

  @Test
  void aPluginThatKeepsItsPromisesPasses() {
    CommandLineFixture.Done done = sluice.run("plugins", "check", "soft.jar");
    assertThat(done.out()).matches("soft\\.jar: all \\d\\d checks of activation square passed\n");
    assertThat(done.exitCode()).isZero();
  }

  @Test
  void everyCheckThatFailsIsALine() {
    CommandLineFixture.Done done = sluice.run("plugins", "check", "soft.jar", "slip.jar");
    assertThat(done.exitCode()).isEqualTo(1);
    assertThat(done.outLines()).hasSize(3);
    assertThat(done.outLines().get(1))
        .startsWith("slip.jar: activation square: slope: slope(-12.0) is -23.0, but the values");
    assertThat(done.outLines().get(2))
        .matches("slip\\.jar: 1 of \\d\\d checks of activation square failed");
  }

  @Test
  void aRangeThatIsWiderThanTheValuesIsContradictedByThePassportAlone() {
    assertThat(Checks.run(new Wide())).noneMatch(Finding::isFault);
    CommandLineFixture.Done done = sluice.run("plugins", "check", "wide.jar");
    assertThat(done.exitCode()).isEqualTo(1);
    assertThat(done.outLines()).hasSize(2);
    assertThat(done.outLines().get(0))
        .startsWith(
            "wide.jar: activation wide: passport: the declared range is (-1, 2), but values rise to"
                + " 1 only");
    assertThat(done.outLines().get(1))
        .matches("wide\\.jar: 1 of \\d\\d checks of activation wide failed");
  }

  @Test
  void aPluginThatCannotBeUsedFailsWithTheReason() {
    assertThat(sluice.run("plugins", "check", "odd.jar"))
        .isEqualTo(
            new CommandLineFixture.Done(1, "odd.jar: has no index\nodd.jar: cannot be used\n", ""));
  }

  @Test
  void checksAreADocumentInAnyFormat(@TempDir Path folder) {
    assertThat(sluice.run("plugins", "check", "slip.jar", "--format", "csv").outLines())
        .hasSize(2)
        .startsWith("file,kind,id,check,severity,message")
        .last()
        .asString()
        .startsWith("slip.jar,activation,square,slope,fault,");
    assertThat(sluice.run("plugins", "check", "soft.jar", "--format", "md").out())
        .contains("Do the components keep the promises of their ports?", "checks of activation");
    CommandLineFixture.Done page =
        sluice.run("plugins", "check", "slip.jar", "-o", folder.resolve("checks.html").toString());
    assertThat(page.exitCode()).isEqualTo(1);
    assertThat(page.out()).isEmpty();
    assertThat(folder.resolve("checks.html")).content().contains("<!doctype html>", "slope(");
  }

  @Test
  void jsonHasEverything() throws Exception {
    CommandLineFixture.Done done = sluice.run("plugins", "check", "slip.jar", "odd.jar", "--json");
    assertThat(done.exitCode()).isEqualTo(1);
    JsonNode document = new ObjectMapper().readTree(done.out());
    assertThat(document.get("passed").asBoolean()).isFalse();
    assertThat(document.get("findings").get(0).get("check").asText()).isEqualTo("slope");
    JsonNode json = document.get("plugins");
    assertThat(json).hasSize(2);
    JsonNode slip = json.get(0);
    assertThat(slip.get("passed").asBoolean()).isFalse();
    assertThat(slip.get("plugin").asText()).isEqualTo("slip");
    assertThat(slip.get("sha256").asText()).isEqualTo(HASH);
    JsonNode component = slip.get("components").get(0);
    assertThat(component.get("id").asText()).isEqualTo("square");
    assertThat(component.get("failed").asInt()).isEqualTo(1);
    assertThat(component.get("findings").get(0).get("check").asText()).isEqualTo("slope");
    assertThat(component.get("findings").get(0).get("kind").asText()).isEqualTo("fault");
    assertThat(json.get(1).get("rejected").get(0).get("reason").asText()).isEqualTo("has no index");
  }

  @Test
  void aFileThatIsNotThereIsAFailure() {
    assertThat(sluice.run("plugins", "check", "absent.jar"))
        .isEqualTo(new CommandLineFixture.Done(1, "", "sluice: there is no file absent.jar\n"));
  }

  @Test
  void aValueWithoutAnEndIsALineAndTheNextPluginIsChecked() {
    installer.files.put("endless.jar", TestComponents.alone("e", "endless.jar", new Endless()));
    CommandLineFixture.Done done =
        sluice.run("plugins", "check", "endless.jar", "soft.jar", "--timeout", "2");
    assertThat(done.exitCode()).isEqualTo(1);
    assertThat(done.outLines())
        .anyMatch(
            line ->
                line.matches(
                    "endless\\.jar: activation endless: finite: value\\(0\\.5625\\) did not return"
                        + " within 2 s; it was at PluginsCommandTest\\.java:\\d+"))
        .anyMatch(line -> line.matches("endless\\.jar: .*note: .* more checks were not tried"));
    assertThat(done.outLines().get(done.outLines().size() - 1))
        .startsWith("soft.jar: ")
        .contains(" checks of activation square ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "nan", "1e9"})
  void aTimeLimitIsSomeSeconds(String seconds) {
    CommandLineFixture.Done done =
        sluice.run("plugins", "check", "soft.jar", "--timeout=" + seconds);
    assertThat(done.exitCode()).isEqualTo(2);
    assertThat(done.err()).startsWith("sluice: ").contains("--timeout").hasLineCount(1);
  }

  @Test
  void whatAPluginDependsOnMayBeAnyOtherFileOrFolder(@TempDir Path folder) {
    sluice.run("plugins", "check", "soft.jar", "slip.jar", "--plugins", folder.toString());
    assertThat(installer.besides)
        .containsExactly(
            "soft.jar [slip.jar, " + folder + "]", "slip.jar [soft.jar, " + folder + "]");
  }

  @Test
  void ofSeveralFilesNoneIsInstalledUnlessAllCanBe() {
    CommandLineFixture.Done refused = sluice.run("plugins", "install", "soft.jar", "slip.jar");
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.err()).contains("sluice: slip.jar is not installed: ");
    assertThat(installer.orders).isEmpty();
    assertThat(sluice.run("plugins", "install", "soft.jar", "own.jar").exitCode()).isZero();
    assertThat(installer.orders)
        .extracting(Order::file)
        .containsExactly(Path.of("soft.jar"), Path.of("own.jar"));
    assertThat(sluice.run("plugins", "install", "a.jar", "b.jar", "--sha256", HASH).err())
        .isEqualTo("sluice: --sha256 is the hash of one file, not of several\n");
  }

  @Test
  void aSoundPluginIsInstalledAndItsHashShown() {
    assertThat(sluice.run("plugins", "install", "soft.jar"))
        .isEqualTo(
            new CommandLineFixture.Done(
                0, "soft 1.0.0 is installed as plugins/soft.jar\nSHA-256 " + HASH + "\n", ""));
    assertThat(installer.orders)
        .containsExactly(
            new Order(Path.of("soft.jar"), Optional.empty(), Optional.empty(), false, false));
  }

  @Test
  void aHashThatIsNamedPins(@TempDir Path folder) {
    Path absent = folder.resolve("not-yet");
    assertThat(
            sluice
                .run(
                    "plugins",
                    "install",
                    "soft.jar",
                    "--sha256",
                    HASH,
                    "--plugins",
                    absent.toString())
                .out())
        .endsWith(HASH + ", pinned\n");
    assertThat(installer.orders)
        .containsExactly(
            new Order(Path.of("soft.jar"), Optional.of(absent), Optional.of(HASH), true, false));
  }

  @Test
  void aPluginThatBreaksAPromiseIsRefusedUnlessForced() {
    CommandLineFixture.Done refused = sluice.run("plugins", "install", "slip.jar");
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.errLines()).hasSize(2);
    assertThat(refused.errLines().get(0)).startsWith("slip.jar: activation square: slope: ");
    assertThat(refused.errLines().get(1))
        .matches(
            "sluice: slip\\.jar is not installed: 1 of \\d\\d checks of activation square failed;"
                + " --force installs it all the same");
    assertThat(installer.orders).isEmpty();

    CommandLineFixture.Done forced = sluice.run("plugins", "install", "slip.jar", "--force");
    assertThat(forced.exitCode()).isZero();
    assertThat(forced.err()).contains("slope(-12.0)");
    assertThat(installer.orders).hasSize(1);
  }

  @Test
  void aNameThatAnotherPluginHasIsRefused() {
    CommandLineFixture.Done refused = sluice.run("plugins", "install", "tanh.jar");
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.errLines())
        .containsSubsequence(
            "tanh.jar: \"tanh\" is already the name of the activation tanh of small 1.2",
            "tanh.jar: \"hyperbolic-tangent\" is already the name of the activation tanh of small"
                + " 1.2",
            "sluice: tanh.jar is not installed: a name is taken; --force installs it all the same");
  }

  @Test
  void anotherVersionOfAPluginMayHaveItsNames() {
    assertThat(sluice.run("plugins", "install", "own.jar").exitCode()).isZero();
  }

  @Test
  void anAddressIsNoFile() {
    assertThat(sluice.run("plugins", "install", "https://example.org/a.jar").err())
        .isEqualTo(
            "sluice: only files are installed, but \"https://example.org/a.jar\" is an address;"
                + " download it first\n");
  }

  @Test
  void aHashHas64Digits() {
    assertThat(sluice.run("plugins", "install", "soft.jar", "--sha256", "abc"))
        .isEqualTo(
            new CommandLineFixture.Done(
                2, "", "sluice: --sha256 must be 64 hexadecimal digits, but is \"abc\"\n"));
  }

  @Test
  void onlyOneFolderIsChanged() {
    assertThat(sluice.run("plugins", "remove", "soft", "--plugins", "a", "--plugins", "b").err())
        .isEqualTo("sluice: name one folder with --plugins, not several\n");
  }

  @Test
  void removalSaysWhatIsGone(@TempDir Path folder) {
    assertThat(sluice.run("plugins", "remove", "soft").out())
        .isEqualTo("removed plugins/soft.jar\n");
    sluice.run("plugins", "remove", "soft", "--force", "--plugins", folder.toString());
    assertThat(installer.removals).containsExactly("soft - false", "soft " + folder + " true");
  }

  /** f(x) = tanh x, said to reach 2. */
  private record Wide() implements Activation {
    private static final Activation TANH = new TestComponents.Tanh();

    @Override
    public String id() {
      return "wide";
    }

    @Override
    public double value(double x) {
      return TANH.value(x);
    }

    @Override
    public double slope(double x) {
      return TANH.slope(x);
    }

    @Override
    public Interval range() {
      return Interval.open(-1, 2);
    }
  }

  /** f(x) = x, which does not come back for what is larger than a half. */
  private record Endless() implements Activation {
    @Override
    public String id() {
      return "endless";
    }

    @Override
    public double value(double x) {
      while (x > 0.5) {
        Thread.onSpinWait();
      }
      return x;
    }

    @Override
    public double slope(double x) {
      return 1;
    }
  }

  /** f(x) = x², with a slope that may slip. */
  private record Square(double slip) implements Activation {
    @Override
    public String id() {
      return "square";
    }

    @Override
    public double value(double x) {
      return x * x;
    }

    @Override
    public double slope(double x) {
      return 2 * x + slip;
    }
  }
}
