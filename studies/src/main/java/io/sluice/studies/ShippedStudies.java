package io.sluice.studies;

import io.sluice.engine.text.NearestWord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** The studies that come along, by name. */
public final class ShippedStudies {

  private static final List<String> NAMES =
      List.of(
          "adamm-functions",
          "article",
          "article-nine",
          "batch-order",
          "crossover",
          "learning-rates",
          "quickstart",
          "saturation",
          "shuffle",
          "tuned");

  private ShippedStudies() {}

  /** All of them, by name. */
  public static List<ShippedStudy> list() {
    return NAMES.stream()
        .map(name -> new ShippedStudy(name, read(name).spec().question()))
        .collect(Collectors.toUnmodifiableList());
  }

  /** Whether there is one of this name. */
  public static boolean contains(String name) {
    return NAMES.contains(name);
  }

  /**
   * The YAML text of one.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  public static String text(String name) {
    if (!contains(name)) {
      String hint = NearestWord.hint(name, NAMES);
      throw new IllegalArgumentException(
          "no study \""
              + name
              + "\" comes along"
              + (hint.isEmpty() ? "; there are " + String.join(", ", NAMES) : hint));
    }
    try (InputStream resource = ShippedStudies.class.getResourceAsStream(name + ".yaml")) {
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  public static ReadStudy read(String name) {
    return read(name, List.of());
  }

  /**
   * Reads one, some of its values replaced.
   *
   * @throws IllegalArgumentException if there is none of this name
   * @throws StudyFormatException if the overrides do not fit
   */
  public static ReadStudy read(String name, List<String> overrides) {
    return StudyReader.read(text(name), name + ".yaml", null, overrides);
  }
}
