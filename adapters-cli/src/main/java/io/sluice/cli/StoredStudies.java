package io.sluice.cli;

import io.sluice.engine.StoreUrlException;
import io.sluice.spi.ResultStore;
import io.sluice.spi.StudyHeader;
import io.sluice.studies.kept.StoredTrial;

/** Finds studies in a store. */
final class StoredStudies {

  private StoredStudies() {}

  /** Opens a store to read it; says what in it cannot be read, or that there is no such store. */
  static ResultStore open(Workbench bench, String url) {
    ResultStore store = openQuietly(bench, url);
    tellUnreadable(bench, store);
    return store;
  }

  /** Opens a store to read it, or says that there is none. */
  static ResultStore openQuietly(Workbench bench, String url) {
    return bench
        .laboratory()
        .openExistingStore(url)
        .orElseThrow(
            () ->
                CommandFailure.wrongUsage(
                    "there is no store " + StoreUrlException.shown(url) + NearestPlace.hint(url)));
  }

  /** A line for each study that cannot be read. */
  static void tellUnreadable(Workbench bench, ResultStore store) {
    store.unreadable().forEach(bench::warn);
  }

  /** The study begun last. */
  static StudyHeader last(ResultStore store, String url) {
    return store.studies().stream()
        .findFirst()
        .orElseThrow(() -> CommandFailure.wrongUsage(url + " is empty"));
  }

  /** The study with this id or name; otherwise says what the store has. */
  static StudyHeader find(ResultStore store, String idOrName, String url) {
    try {
      return StoredTrial.study(store, idOrName, url);
    } catch (StoredTrial.UnknownException unknown) {
      throw CommandFailure.wrongUsage(unknown.getMessage());
    }
  }
}
