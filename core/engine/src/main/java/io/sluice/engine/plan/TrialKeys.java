package io.sluice.engine.plan;

import io.sluice.engine.catalog.ComponentName;
import io.sluice.engine.catalog.Origin;
import io.sluice.engine.study.StudySpec;
import io.sluice.engine.watch.Headway;
import io.sluice.formula.TextComponent;
import io.sluice.moments.Interruption;
import io.sluice.spi.Component;
import io.sluice.spi.RandomStream;
import io.sluice.spi.WrappedOptimizer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the keys of a study's trials, of what determines their bits and of nothing else: the
 * settings of the study, the version and build of the engine, the cell, the plugins its activations
 * and its optimizer come from, and their formulas or rules. So a trial has one key in every study
 * that has it.
 */
final class TrialKeys {

  private static final int CELLS_BETWEEN_LOOKS = 4096;

  private final long seed;
  private final String settings;
  private final Map<String, Origin> origins;

  /** What all keys begin with, taken in once. */
  private final MessageDigest start;

  TrialKeys(StudySpec spec, String engineVersion, Map<String, Origin> origins) {
    this.seed = spec.trialSeed();
    this.settings = "sluice=" + engineVersion + " " + Canonical.settings(spec);
    this.origins = Map.copyOf(origins);
    this.start = Canonical.sha256();
    start.update((settings + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** The seed that the random numbers of trials come from. */
  long seed() {
    return seed;
  }

  /** What the trials of the study have in common. */
  String settings() {
    return settings;
  }

  /** Where components come from, by their names. */
  Map<String, Origin> origins() {
    return origins;
  }

  /**
   * The key of a cell. Activations and optimizers are in it with their ids, values and origins, and
   * not with their labels, which depend on what else the study compares.
   */
  long of(CellPath path) {
    return of(path, new CellText());
  }

  private long of(CellPath path, CellText text) {
    MessageDigest digest = Canonical.copy(start);
    text.clear().add(path.digest()).add((byte) '\n').add(path, false).addSources(path);
    text.update(digest);
    return Canonical.key(digest.digest());
  }

  /**
   * 128 bits of all that decides the rows of a study: settings, repeats, how values were chosen,
   * which trials have rows, cells with labels.
   *
   * @param headway is told how many cells are done
   */
  String identity(StudySpec spec, CellTree tree, Headway headway) {
    MessageDigest digest = Canonical.sha256();
    String head =
        settings
            + " repeats="
            + spec.repeats()
            + " tuning="
            + Canonical.of(spec.tuning())
            + (spec.keep().summaries() ? " rows=" + spec.keep().rows() : "");
    digest.update(head.getBytes(StandardCharsets.UTF_8));
    int cells = tree.size();
    CellText text = new CellText();
    CellPath path = new CellPath();
    for (int cell = 0; cell < cells; cell++) {
      if (cell % CELLS_BETWEEN_LOOKS == 0) {
        Interruption.check();
        headway.made(cell, cells);
      }
      tree.follow(cell, path);
      long key = RandomStream.key(of(path, text), 0);
      text.clear().add((byte) ' ').addHexadecimal(key).add((byte) ' ');
      text.add(path.digest()).add((byte) '|').add(path, true).update(digest);
    }
    headway.made(cells, cells);
    return HexFormat.of().formatHex(digest.digest(), 0, 16);
  }

  String origin(Component component) {
    if (component == null) {
      return "";
    }
    if (component instanceof WrappedOptimizer) {
      WrappedOptimizer wrapped = (WrappedOptimizer) component;
      return origin(wrapped.wrapper()) + " around " + origin(wrapped.inner());
    }
    Optional<TextComponent> written = TextComponent.ofStudy(component);
    if (written.isPresent()) {
      return written.get().textName() + " " + written.get().text();
    }
    String name = ComponentName.of(component);
    Origin origin = origins.get(name);
    return origin == null ? name : name + " " + origin.sha256();
  }
}
