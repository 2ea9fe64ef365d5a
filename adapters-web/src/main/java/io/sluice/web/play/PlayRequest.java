package io.sluice.web.play;

import io.sluice.engine.Laboratory;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an address asks to see of what it plays.
 *
 * @param study what is played
 * @param names of the weights
 * @param shown the seed of which everything is shown, from 0 on
 * @param across the parameter on the one axis of surfaces
 * @param up the parameter on the other; the same if there is only one
 */
record PlayRequest(PlayStudy study, WeightNames names, int shown, int across, int up) {

  /** Parameters of addresses that say what is to be seen of a state. */
  static final Set<String> VIEW =
      Set.of("shown", "from", "to", "across", "up", "at", "size", "left", "right", "bottom", "top");

  /**
   * Reads an address.
   *
   * @throws PlayRefused naming what is wrong with which parameter
   */
  static PlayRequest of(Laboratory laboratory, Map<String, List<String>> query) {
    PlayStudy study = PlayStudy.of(laboratory, PlayState.of(query, VIEW));
    WeightNames names = WeightNames.of(study.task());
    int last = names.names().size() - 1;
    if (last < 0) {
      throw new PlayRefused("hidden", "there is nothing to train");
    }
    int across = axis(names, "across", query, 0);
    int up = axis(names, "up", query, names.other(across));
    int shown = (int) number(query, "shown", 0, 0, PlayState.SEEDS - 1.0);
    return new PlayRequest(study, names, shown, across, up);
  }

  private static int axis(
      WeightNames names, String axis, Map<String, List<String>> query, int preset) {
    String said = said(query, axis);
    return said.isEmpty() ? preset : names.find(axis, said);
  }

  /** A whole number of the address. */
  static long number(
      Map<String, List<String>> query, String name, long preset, long from, double to) {
    String said = said(query, name);
    if (said.isEmpty()) {
      return preset;
    }
    if (!said.matches("\\d{1,15}") || Long.parseLong(said) < from || Long.parseLong(said) > to) {
      throw new PlayRefused(
          name,
          "\"" + name + "\" is a whole number from " + from + " to " + (long) to + ", not " + said);
    }
    return Long.parseLong(said);
  }

  /** What an address says; empty if it says nothing. */
  static String said(Map<String, List<String>> query, String name) {
    return query.getOrDefault(name, List.of("")).get(0).strip();
  }
}
