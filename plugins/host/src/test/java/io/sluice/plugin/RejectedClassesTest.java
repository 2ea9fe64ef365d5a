package io.sluice.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.catalog.Components;
import io.sluice.engine.catalog.PluginReport.Rejected;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A broken class costs one line; the rest of its plugin stays in use. */
class RejectedClassesTest {

  private static final String FUNCTION =
      "public double value(double x) { return x; }\n"
          + "public double slope(double x) { return 1; }\n";
  private static final String REST = "public String id() { return \"bad\"; }\n" + FUNCTION;

  @TempDir private Path temporary;
  private PluginFolder folder;
  private PluginJar plugin;

  @BeforeEach
  void makePlugin() {
    folder = new PluginFolder(temporary);
    plugin = PluginJar.withActivation("p", "good");
  }

  private void assertRejected(String reason) {
    Path file = plugin.writeTo(folder.own("p.jar"));

    Components components = folder.load();

    assertThat(PluginFolder.ids(components)).containsExactly("good");
    assertThat(PluginFolder.only(components))
        .isEqualTo(new Rejected(file.toString(), "org.example.Bad", reason));
    assertThat(components.report().loaded())
        .singleElement()
        .satisfies(loaded -> assertThat(loaded.components()).containsExactly("activation good"));
  }

  private void bad(String body) {
    plugin.extension("org.example.Bad", "ActivationExtension", body);
  }

  @Test
  void kinksThatAreNull() {
    bad(REST + "public double[] kinks() { return null; }\n");
    assertRejected("kinks() is null");
  }

  @Test
  void tooManyKinks() {
    bad(REST + "public double[] kinks() { return new double[1001]; }\n");
    assertRejected("kinks() has 1,001 numbers, more than the 1,000 allowed");
  }

  @Test
  void rangeThatIsNull() {
    bad(REST + "public Interval range() { return null; }\n");
    assertRejected("range() is null");
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "train", "layers", "formula", "name", "rule"})
  void hyperparameterThatIsAKeyOfStudyFiles(String name) {
    bad(
        REST
            + "public List<Hyperparameter> hyperparameters() {\n"
            + "  return List.of(Hyperparameter.real(\""
            + name
            + "\", 1, Interval.REALS, \"\"));\n}\n");
    assertRejected(
        "hyperparameters() threw java.lang.IllegalArgumentException: no hyper-parameter can be"
            + " called \""
            + name
            + "\", which is a key of study files, as are around, formula, id, layers, name, rule, train");
  }

  @Test
  void activationThatIsStochasticAndTrainable() {
    plugin.extension(
        "org.example.Bad",
        "ActivationExtension, io.sluice.spi.StochasticActivation,"
            + " io.sluice.spi.TrainableActivation",
        REST
            + "public Bad with(java.util.Map<String, Double> values) { return this; }\n"
            + "public Draw draw() { return Draw.NORMAL; }\n"
            + "public double value(double x, double draw) { return x; }\n"
            + "public double slope(double x, double draw) { return 1; }\n"
            + "public java.util.List<String> trainable() { return java.util.List.of(); }\n"
            + "public double value(double x, double[] p) { return x; }\n"
            + "public double slope(double x, double[] p) { return 1; }\n"
            + "public double slopeBy(int parameter, double x, double[] p) { return 1; }\n");
    assertRejected("is stochastic and trainable, which no activation can be at once");
  }

  @Test
  void constructorThatThrows() {
    bad("public Bad() { throw new IllegalStateException(\"no\\n  table\"); }\n" + REST);
    assertRejected("its constructor threw java.lang.IllegalStateException: no table");
  }

  @Test
  void constructorWhoseFailureHasADeeperCause() {
    bad(
        "public Bad() {\n"
            + "  throw new IllegalStateException(\"no table\", new RuntimeException(\"disk\"));\n"
            + "}\n"
            + REST);
    assertRejected(
        "its constructor threw java.lang.IllegalStateException: no table, caused by"
            + " java.lang.RuntimeException: disk");
  }

  @Test
  void staticInitializerThatThrows() {
    bad(
        "static final int LENGTH = length();\n"
            + "static int length() { throw new IllegalStateException(\"no table\"); }\n"
            + REST);
    assertRejected("its static initializer threw java.lang.IllegalStateException: no table");
  }

  @Test
  void noPublicNoArgumentConstructor() {
    bad("public Bad(double slope) {}\n" + REST);
    assertRejected("has no public no-argument constructor, which is to give its presets");
  }

  @Test
  void classThatIsNotPublic() {
    plugin.type("org.example.Bad", "@Extension class", "implements ActivationExtension", REST);
    assertRejected("is not public");
  }

  @Test
  void abstractClass() {
    plugin.type(
        "org.example.Bad",
        "@Extension public abstract class",
        "implements ActivationExtension",
        "");
    assertRejected("is abstract; take @Extension off it and put it on a concrete class");
  }

  @Test
  void classThatIsListedButMissing() {
    bad(REST);
    plugin.without("org/example/Bad.class");
    assertRejected(
        "is listed in META-INF/extensions.idx but is not in the plugin; build it from scratch");
  }

  @Test
  void classThatNeedsAnAbsentSuperclass() {
    plugin
        .type("org.missing.Base", "public class", "", "")
        .type(
            "org.example.Bad",
            "@Extension public class",
            "extends org.missing.Base implements ActivationExtension",
            REST)
        .without("org/missing/Base.class");
    assertRejected(
        "needs the class org.missing.Base, which is neither in the plugin nor in Sluice; put it"
            + " into the plugin's jar");
  }

  @Test
  void constructorThatNeedsAnAbsentClass() {
    plugin.type("org.missing.Table", "public class", "", "").without("org/missing/Table.class");
    bad("private final Object table = new org.missing.Table();\n" + REST);
    assertRejected(
        "needs the class org.missing.Table, which is neither in the plugin nor in Sluice; put it"
            + " into the plugin's jar");
  }

  @Test
  void classFileThatIsNone() {
    bad(REST);
    plugin.entry("org/example/Bad.class", new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
    assertRejected(
        "cannot be linked: java.lang.ClassFormatError: Incompatible magic value 16909060 in class"
            + " file org/example/Bad");
  }

  @Test
  void classThatIsNoComponent() {
    plugin.type(
        "org.example.Bad", "@Extension public class", "implements org.pf4j.ExtensionPoint", "");
    assertRejected("is neither an activation, nor an optimizer, nor a store");
  }

  @Test
  void idThatThrows() {
    bad("public String id() { throw new UnsupportedOperationException(\"later\"); }\n" + FUNCTION);
    assertRejected("id() threw java.lang.UnsupportedOperationException: later");
  }

  @Test
  void idThatIsNull() {
    bad("public String id() { return null; }\n" + FUNCTION);
    assertRejected("id() is null");
  }

  @ParameterizedTest
  @CsvSource({"Bad", "bad_one", "bad one", "-bad", "bad-", "1st", "''", "bad--one"})
  void idThatIsNotKebabCase(String id) {
    bad("public String id() { return \"" + id + "\"; }\n" + FUNCTION);
    assertRejected("id() is \"" + id + "\", which is not lower kebab-case such as \"leaky-relu\"");
  }

  @Test
  void aliasThatIsNotKebabCase() {
    plugin.activation("org.example.Bad", "bad", "Bad");
    assertRejected("an alias is \"Bad\", which is not lower kebab-case such as \"leaky-relu\"");
  }

  @Test
  void aliasThatIsItsOwnId() {
    plugin.activation("org.example.Bad", "bad", "bad");
    assertRejected("\"bad\" is its id or alias twice");
  }

  @Test
  void descriptionThatIsNull() {
    bad("public Description description() { return null; }\n" + REST);
    assertRejected("description() is null");
  }

  @Test
  void hyperparametersThatThrow() {
    bad(
        "public List<Hyperparameter> hyperparameters() {\n"
            + "  return List.of(Hyperparameter.real(\"a\", 2, Interval.closed(0, 1), \"\"));\n"
            + "}\n"
            + REST);
    assertRejected(
        "hyperparameters() threw java.lang.IllegalArgumentException: a must lie in [0, 1], but"
            + " is 2.0");
  }

  @Test
  void hyperparametersThatAreNull() {
    bad("public List<Hyperparameter> hyperparameters() { return null; }\n" + REST);
    assertRejected("hyperparameters() is null");
  }

  @Test
  void hyperparametersThatContainNull() {
    bad(
        "public List<Hyperparameter> hyperparameters() {\n"
            + "  return Collections.singletonList(null);\n"
            + "}\n"
            + REST);
    assertRejected("hyperparameters() contains null");
  }

  @Test
  void hyperparameterDeclaredTwice() {
    bad(
        "public List<Hyperparameter> hyperparameters() {\n"
            + "  Hyperparameter a = Hyperparameter.flag(\"a\", true, \"\");\n"
            + "  return List.of(a, a);\n"
            + "}\n"
            + REST);
    assertRejected("hyperparameters() declares \"a\" twice");
  }

  @Test
  void storeWithoutExample() {
    plugin.extension(
        "org.example.Bad",
        "ResultStoreProviderExtension",
        "public String id() { return \"bad\"; }\n"
            + "public List<String> examples() { return List.of(); }\n"
            + "public ResultStore open(String location) { return null; }\n");
    assertRejected("examples() is empty; give at least one store URL");
  }

  @Test
  void pluginWithoutASoundClassIsNotInUse() {
    PluginJar.of("p").activation("org.example.Bad", "Bad").writeTo(folder.own("p.jar"));

    Components components = folder.load();

    assertThat(components.report().loaded()).isEmpty();
    assertThat(PluginFolder.only(components).subject()).isEqualTo("org.example.Bad");
  }
}
