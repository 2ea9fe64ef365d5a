package io.sluice.studies;

import io.sluice.engine.study.StudySpec;
import java.util.Map;
import java.util.Objects;

/**
 * A study that was read, with the places of its keys for those who find fault with it later.
 *
 * @param spec what it asks
 * @param sourceName the name of its text
 * @param locations the place of each path, such as {@code optimizers[1].learning-rate}; a value
 *     that is no list also counts as element 0
 */
public record ReadStudy(StudySpec spec, String sourceName, Map<String, Location> locations) {

  public ReadStudy {
    Objects.requireNonNull(spec, "spec");
    Objects.requireNonNull(sourceName, "sourceName");
    locations = Map.copyOf(locations);
  }

  /** The whole study, data included, as {@link CanonicalJson} writes it: anew at each call. */
  public String canonicalJson() {
    return CanonicalJson.of(spec);
  }

  /** Where a path is, as text such as {@code study.yaml:12:5}. */
  public String locate(String path) {
    return location(path).toString();
  }

  /**
   * Where a path is. If it is not in the text, where the longest part of it is that is; if nothing
   * of it is, the text as a whole.
   */
  public Location location(String path) {
    String prefix = path;
    while (!prefix.isEmpty()) {
      Location location = locations.get(prefix);
      if (location != null) {
        return location;
      }
      prefix = prefix.substring(0, Math.max(0, lastStep(prefix)));
    }
    return Location.of(sourceName);
  }

  private static int lastStep(String path) {
    return Math.max(path.lastIndexOf('.'), path.lastIndexOf('['));
  }
}
