package io.sluice.plugin;

import io.sluice.engine.catalog.PackFormatException;
import io.sluice.engine.catalog.PluginReport.Rejected;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Gathers what is not in use. */
final class Rejections {

  private final List<Rejected> rejected = new ArrayList<>();
  private final Predicate<Path> concerns;

  Rejections() {
    this(file -> true);
  }

  private Rejections(Predicate<Path> concerns) {
    this.concerns = concerns;
  }

  /** Gathers what is said of this file alone. */
  static Rejections of(Path file) {
    return new Rejections(file::equals);
  }

  /** A whole file. */
  void add(Path file, Unusable problem) {
    Path name = file.getFileName();
    add(file, name == null ? file.toString() : name.toString(), problem);
  }

  /** A part of a file. */
  void add(Path file, String subject, Unusable problem) {
    if (concerns.test(file)) {
      rejected.add(new Rejected(file.toString(), subject, problem.getMessage()));
    }
  }

  /** Everything that is wrong with a pack. */
  void add(Path file, PackFormatException problem) {
    for (PackFormatException.Complaint complaint : problem.complaints()) {
      add(file, complaint.place(), new Unusable(complaint.message()));
    }
  }

  /** All of them, by file and then by subject; places in a text stay in their order. */
  List<Rejected> sorted() {
    List<Rejected> sorted = new ArrayList<>(rejected);
    sorted.sort(
        Comparator.comparing(Rejected::path)
            .thenComparing(each -> each.isPlace() ? "" : each.subject()));
    return sorted;
  }
}
