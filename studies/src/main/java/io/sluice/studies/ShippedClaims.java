package io.sluice.studies;

import io.sluice.engine.text.NearestWord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The cards of claims that come along: the files of a folder among the resources. */
public final class ShippedClaims {

  private static final String FOLDER = "claims/";
  private static final String INDEX = "index";

  private ShippedClaims() {}

  /** Their ids, in the order of the list that stands beside them. */
  public static List<String> ids() {
    return text(INDEX).lines().filter(line -> !line.isBlank()).toList();
  }

  /** Whether there is one with this id. */
  public static boolean contains(String id) {
    return ids().contains(id);
  }

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException if there is none with this id
   */
  public static ClaimCard read(String id) {
    if (!contains(id)) {
      throw new IllegalArgumentException(
          "no claim \"" + id + "\" comes along" + NearestWord.hint(id, ids()));
    }
    return ClaimReader.read(card(id), id + ".yaml", null);
  }

  /** Those that have a study of this name. */
  public static List<ClaimCard> ofStudy(String name) {
    return ids().stream()
        .map(ShippedClaims::read)
        .filter(
            card -> card.studies().values().stream().anyMatch(s -> s.spec().name().equals(name)))
        .toList();
  }

  /** The text of one. */
  public static String card(String id) {
    return text(id + ".yaml");
  }

  private static String text(String name) {
    try (InputStream resource = ShippedClaims.class.getResourceAsStream(FOLDER + name)) {
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
