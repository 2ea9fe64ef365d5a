package io.sluice.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.sdk.lines.LineFormat;
import io.sluice.spi.Activation;
import io.sluice.spi.Candidates;
import io.sluice.spi.Component;
import io.sluice.spi.Interval;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Plugins that were compiled against a release go on working. A listing is written once, when its
 * release is made, and never changed after; {@link #main} prints today's.
 */
class SpiCompatibilityTest {

  @ParameterizedTest
  @ValueSource(strings = "0.1")
  void whatWasReleasedIsStillThere(String release) throws IOException {
    Release released = Release.read(release, lines("released-" + release + ".txt"));
    assertThat(released.types()).containsKeys(Activation.class.getName()).hasSizeGreaterThan(25);
    assertThat(released.complaints()).isEmpty();
  }

  @Test
  void theListingNamesWhatIsThere() throws Exception {
    Release first = Release.read("0.1", lines("released-0.1.txt"));
    List<String> names = new ArrayList<>();
    for (Class<?> type : publicTypes()) {
      names.add(type.getName());
    }
    assertThat(names).containsAll(first.types().keySet());
    assertThat(names).contains(ActivationExtension.class.getName());
  }

  @Test
  void aTypeThatIsGoneIsNamed() {
    assertThat(complaints("io.sluice.spi.Gone", "  open interface"))
        .containsExactly(
            "io.sluice.spi.Gone is gone, but plugins compiled against 0.0 name it; bring it back,"
                + " @Deprecated if it must go one day");
  }

  @Test
  void aMethodThatIsGoneIsNamed() {
    assertThat(complaints(changed(Activation.class, "", "  open method curve(double) -> double")))
        .containsExactly(
            "io.sluice.spi.Activation: method curve(double) -> double is gone or has changed since"
                + " 0.0; bring it back, as a @Deprecated default or static method that calls what"
                + " took its place");
  }

  @Test
  void aMethodWithAnotherSignatureIsNamed() {
    assertThat(complaints(changed(Activation.class, "", "  abstract method value(float) -> float")))
        .singleElement()
        .asString()
        .contains("value(float) -> float", "keep the old one beside the new one");
  }

  @Test
  void aNewAbstractMethodIsRefused() {
    assertThat(
            complaints(changed(Activation.class, "  abstract method slope(double) -> double", "")))
        .containsExactly(
            "io.sluice.spi.Activation: method slope(double) -> double is a new abstract method,"
                + " which no plugin compiled against 0.0 has; make it a default method that does"
                + " what was done before, or put it into a new port");
  }

  @Test
  void aDefaultThatBecameAbstractIsRefused() {
    assertThat(
            complaints(
                changed(
                    Component.class,
                    "  abstract method id() -> java.lang.String",
                    "  open method id() -> java.lang.String")))
        .containsExactly(
            "io.sluice.spi.Component: method id() -> java.lang.String was open in 0.0 and is"
                + " abstract; plugins rely on that, so make it open again");
  }

  @Test
  void aConstructorThatIsGoneIsNamed() {
    assertThat(complaints(changed(Interval.class, "", "  open new(double, double)")))
        .containsExactly(
            "io.sluice.spi.Interval: new(double, double) is gone or has changed since 0.0; plugins"
                + " call it, so keep it beside the new one");
  }

  @Test
  void aRecordMayGrowAtItsEndOnly() {
    String today =
        "  always components (io.sluice.spi.BlockLayout layout, double[] block, int first, int size)";
    String shorter = "  always components (io.sluice.spi.BlockLayout layout, double[] block)";
    String other = "  always components (double[] block, int first, int size)";
    assertThat(complaints(changed(Candidates.class, today, shorter))).isEmpty();
    assertThat(complaints(changed(Candidates.class, today, other)))
        .singleElement()
        .asString()
        .contains("a record grows at its end only, and keeps the old constructor, too");
  }

  @Test
  void aMethodMayMoveToAParent() {
    assertThat(
            complaints(changed(Activation.class, "", "  abstract method id() -> java.lang.String")))
        .isEmpty();
  }

  @Test
  void aMethodThatGotADefaultHurtsNobody() {
    assertThat(
            complaints(
                changed(
                    Component.class,
                    "  open method description() -> io.sluice.spi.Description",
                    "  abstract method description() -> io.sluice.spi.Description")))
        .isEmpty();
  }

  private static List<String> complaints(String... lines) {
    return Release.read("0.0", List.of(lines)).complaints();
  }

  /** Today's lines of a type, with one taken out and one put in. */
  private static String[] changed(Class<?> type, String without, String with) {
    List<String> lines = new ArrayList<>(Release.write(List.of(type)));
    assertThat(without.isEmpty() || lines.remove(without)).isTrue();
    lines.add(with);
    return lines.toArray(String[]::new);
  }

  private static List<String> lines(String resource) throws IOException {
    try (InputStream listing = SpiCompatibilityTest.class.getResourceAsStream(resource)) {
      return new String(listing.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private static List<Class<?>> publicTypes() throws Exception {
    List<Class<?>> types = new ArrayList<>();
    for (Class<?> neighbour :
        List.of(Component.class, ActivationExtension.class, LineFormat.class)) {
      for (String name : namesBeside(neighbour)) {
        Class<?> type = Class.forName(name, false, neighbour.getClassLoader());
        if (Modifier.isPublic(type.getModifiers())) {
          types.add(type);
        }
      }
    }
    return types;
  }

  private static List<String> namesBeside(Class<?> type) throws IOException, URISyntaxException {
    URI place = type.getProtectionDomain().getCodeSource().getLocation().toURI();
    String folder = type.getPackageName().replace('.', '/');
    if (Files.isDirectory(Path.of(place))) {
      return names(Path.of(place).resolve(folder), type.getPackageName());
    }
    try (FileSystem jar = FileSystems.newFileSystem(Path.of(place))) {
      return names(jar.getPath(folder), type.getPackageName());
    }
  }

  private static List<String> names(Path folder, String packageName) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".class") && !name.equals("package-info.class"))
          .map(name -> packageName + "." + name.substring(0, name.length() - 6))
          .sorted()
          .toList();
    }
  }

  /** Prints the listing of a release that is made now. */
  public static void main(String[] arguments) throws Exception {
    System.out.println("# What plugins can be compiled against: public types and their members.");
    System.out.println("# Written when the release is made, and never changed after.");
    Release.write(publicTypes()).forEach(System.out::println);
  }
}
