package io.sluice.cli;

import io.sluice.engine.text.NearestWord;
import io.sluice.spi.ResultStore;
import io.sluice.spi.StudyHeader;
import java.util.List;

/** Finds studies in a store. */
final class StoredStudies {

  private StoredStudies() {}

  /** The study with this id or name; otherwise says what the store has. */
  static StudyHeader find(ResultStore store, String idOrName, String url) {
    return store.find(idOrName).orElseThrow(() -> unknown(store, idOrName, url));
  }

  private static CommandFailure unknown(ResultStore store, String idOrName, String url) {
    List<String> names = store.studies().stream().map(StudyHeader::name).distinct().toList();
    return CommandFailure.wrongUsage(
        "no study \""
            + idOrName
            + "\" in "
            + url
            + NearestWord.hint(idOrName, names)
            + (names.isEmpty() ? "; it is empty" : "; it has " + String.join(", ", names)));
  }
}
