package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever {@code sluice plugins new} writes compiles, and what it cannot write it refuses. */
class NewPluginTest {

  /** Words that make trouble somewhere: Java's, and those of the template itself. */
  private static final List<String> WORDS =
      List.of(
          "string",
          "object",
          "math",
          "strict-math",
          "override",
          "record",
          "double",
          "class",
          "enum",
          "test",
          "activation",
          "activation-extension",
          "activation-contract",
          "extension",
          "description",
          "x",
          "system",
          "exception",
          "list",
          "iterable",
          "path",
          "package-info",
          "io-exception",
          "assertions",
          "soft",
          "line",
          "new",
          "var",
          "yield",
          "deprecated",
          "input-stream",
          "standard-charsets",
          "parameterized-test",
          "csv-source",
          "i-o-exception",
          "soft-bend",
          "org",
          "io",
          "pf4j",
          "junit",
          "true",
          "null",
          "void",
          "thread",
          "z9");

  private static final List<String> PACKAGES =
      List.of(
          "org.example",
          "com.example.soft",
          "a",
          "_a.b_1",
          "org.record.var",
          "string.object",
          "io",
          "org",
          "io.sluice",
          "io.sluice.mine",
          "io.sluice.spirit",
          "module.open.yield",
          "activation",
          "test.math",
          "org.pf4jx");

  @TempDir private Path temporary;
  private final CommandLineFixture sluice = new CommandLineFixture();

  @Test
  void everyNameInEveryPackageCompiles() throws IOException {
    Random random = new Random(1);
    List<Path> sources = new ArrayList<>();
    int made = 0;
    for (String word : WORDS) {
      String other = WORDS.get(random.nextInt(WORDS.size()));
      for (String id : List.of(word, word + "-" + other)) {
        // A package of its own for each, so that all can be compiled at once.
        String packageName = PACKAGES.get(random.nextInt(PACKAGES.size())) + ".p" + made++;
        Path folder = temporary.resolve(packageName + "-" + id);
        PluginTemplate.named(id, packageName).writeTo(folder);
        assertThat(folder.resolve("study.yaml")).content().contains("[tanh, " + id + "]");
        try (Stream<Path> files = Files.walk(folder)) {
          files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
        }
      }
    }
    assertThat(sources).hasSize(3 * made);
    assertCompiles(sources);
  }

  @Test
  void everyPackageByItselfCompiles() throws IOException {
    for (String packageName : PACKAGES) {
      Path folder = temporary.resolve(packageName);
      PluginTemplate.named("soft-line", packageName).writeTo(folder);
      try (Stream<Path> files = Files.walk(folder)) {
        assertCompiles(files.filter(file -> file.toString().endsWith(".java")).toList());
      }
    }
  }

  private void assertCompiles(List<Path> sources) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    List<String> options =
        List.of(
            "--release",
            "17",
            "-proc:none",
            "-d",
            Files.createTempDirectory(temporary, "classes").toString(),
            "-classpath",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      boolean compiled =
          compiler
              .getTask(
                  messages, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
              .call();
      assertThat(compiled).as(messages.toString()).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "soft-line, SoftLine",
    "string, StringActivation",
    "math, MathActivation",
    "record, RecordActivation",
    "activation, ActivationActivation",
    "description, DescriptionActivation",
    "strings, Strings",
    "soft-string, SoftString"
  })
  void theClassIsNamedLikeTheIdUnlessThatNameIsTaken(String id, String className)
      throws IOException {
    PluginTemplate.named(id, "org.example").writeTo(temporary.resolve(id));
    assertThat(temporary.resolve(id + "/src/main/java/org/example/" + className + ".java"))
        .content()
        .contains("public final class " + className + " implements", "return \"" + id + "\";");
  }

  @ParameterizedTest
  @CsvSource({
    "org.class, class",
    "int, int",
    "a.true.b, true",
    "a.null, null",
    "_, _",
    "org.example.new, new",
    "enum.x, enum"
  })
  void aPackageWithAWordOfJavaIsRefused(String packageName, String word) {
    assertRefused(
        packageName,
        "--package cannot be \"" + packageName + "\": \"" + word + "\" is a word of Java");
  }

  @ParameterizedTest
  @CsvSource({
    "java, Java",
    "java.lang, Java",
    "java.mine, Java",
    "javax, Java",
    "javax.swing, Java",
    "io.sluice.spi, Sluice"
  })
  void aPackageOfSomebodyElseIsRefused(String packageName, String owner) {
    assertRefused(
        packageName,
        "--package cannot be \""
            + packageName
            + "\", which belongs to "
            + owner
            + "; take one of your own, such as org.example");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.x", "a..b", ".a", "a.", "Org.example", "a-b", "a b", "org.é", ""})
  void whatIsNoPackageIsRefused(String packageName) {
    assertRefused(
        packageName, "--package must be like org.example, but is \"" + packageName + "\"");
  }

  private void assertRefused(String packageName, String reason) {
    assertThat(sluice.run("plugins", "new", "not-made", "--package", packageName))
        .isEqualTo(new CommandLineFixture.Done(2, "", "sluice: " + reason + "\n"));
    assertThat(Path.of("not-made")).doesNotExist();
  }
}
