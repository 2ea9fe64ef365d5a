package io.sluice.studies;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What one reading of a study knows and finds out.
 *
 * @param source the name of the study's text
 * @param baseDirectory where the files it names are; null where it may name none
 * @param complaints what is wrong
 * @param locations where each path is
 * @param files the files it names
 */
record Reading(
    String source,
    Path baseDirectory,
    Complaints complaints,
    Map<String, Location> locations,
    DataFiles files) {

  static Reading of(String source, Path baseDirectory) {
    return new Reading(source, baseDirectory, new Complaints(), new HashMap<>(), new DataFiles());
  }

  /**
   * Puts elements of a list where those are that they were made of.
   *
   * @param places the index of the element in the text, for each one there is
   */
  void repeat(String list, List<Integer> places) {
    Map<String, Location> written = new HashMap<>(locations);
    locations.keySet().removeIf(path -> path.startsWith(list + "["));
    for (int i = 0; i < places.size(); i++) {
      String from = list + "[" + places.get(i) + "]";
      String to = list + "[" + i + "]";
      written.forEach(
          (path, location) -> {
            if (path.startsWith(from)) {
              locations.put(to + path.substring(from.length()), location);
            }
          });
    }
  }
}
