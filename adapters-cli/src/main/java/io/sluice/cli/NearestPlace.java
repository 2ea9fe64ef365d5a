package io.sluice.cli;

import io.sluice.engine.text.NearestWord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the file or folder that somebody probably meant by the place of a store. */
final class NearestPlace {

  private NearestPlace() {}

  /** {@code " (did you mean \"sqlite:results/sluice.db\"?)"}, or an empty text. */
  static String hint(String url) {
    int colon = url.indexOf(':');
    String given = url.substring(colon + 1);
    return to(given)
        .filter(place -> !place.equals(Path.of(given)))
        .map(place -> " (did you mean \"" + url.substring(0, colon + 1) + place + "\"?)")
        .orElse("");
  }

  /** The place with each name that is not there replaced by the nearest one that is. */
  private static Optional<Path> to(String place) {
    try {
      Path given = Path.of(place);
      Path found = given.getRoot();
      for (Path name : given) {
        Path next = found == null ? name : found.resolve(name);
        if (!Files.exists(next)) {
          Optional<String> nearest = NearestWord.to(name.toString(), names(found));
          if (nearest.isEmpty()) {
            return Optional.empty();
          }
          next = next.resolveSibling(nearest.get());
        }
        found = next;
      }
      return Optional.ofNullable(found);
    } catch (InvalidPathException | IOException notAPlace) {
      return Optional.empty();
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> children = Files.list(folder == null ? Path.of("") : folder)) {
      return children.map(child -> child.getFileName().toString()).sorted().toList();
    }
  }
}
