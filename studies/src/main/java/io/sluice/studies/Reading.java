package io.sluice.studies;

import java.nio.file.Path;
import java.util.HashMap;
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
}
