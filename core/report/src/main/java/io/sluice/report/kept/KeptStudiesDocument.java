package io.sluice.report.kept;

import io.sluice.report.Document;
import io.sluice.report.Section;
import io.sluice.report.Table;
import io.sluice.report.Value;
import io.sluice.spi.ResultStore;
import io.sluice.spi.ResultStoreException;
import io.sluice.spi.StudyHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;

/** The studies that a store has, the one begun last first, and what in it cannot be read. */
public final class KeptStudiesDocument {

  /** The id of the table of studies. */
  public static final String STUDIES = "studies";

  private static final String UNREADABLE = "unreadable";

  private KeptStudiesDocument() {}

  /**
   * The document.
   *
   * @param cells how many cells a study has, where that can be told
   */
  public static Document of(ResultStore store, Function<StudyHeader, OptionalLong> cells) {
    Table.Builder studies =
        Table.of(STUDIES, "").columns("id", "name", "kept", "planned", "cells", "state");
    List<String> unreadable = new ArrayList<>(store.unreadable());
    for (StudyHeader header : store.studies()) {
      OptionalLong count = cells.apply(header);
      long kept = kept(header, store, unreadable);
      studies.row(
          Value.of(header.id()),
          Value.of(header.name()),
          kept < 0 ? Value.NONE : Value.of(kept),
          Value.of(header.trials()),
          count.isPresent() ? Value.of(count.getAsLong()) : Value.NONE,
          Value.of(kept < 0 ? UNREADABLE : kept == header.trials() ? "whole" : "begun"));
    }
    List<Section> sections = new ArrayList<>();
    sections.add(new Section("list", "Studies", List.of(studies.build())));
    if (!unreadable.isEmpty()) {
      Table.Builder reasons = Table.of(UNREADABLE, "").columns("reason");
      unreadable.forEach(reason -> reasons.row(Value.of(reason)));
      sections.add(new Section("damage", "What cannot be read", List.of(reasons.build())));
    }
    return new Document("Studies", "", Map.of(), sections);
  }

  /** How many trials are kept and need not be run again; -1 and a reason if that is not known. */
  private static long kept(StudyHeader header, ResultStore store, List<String> unreadable) {
    try {
      return store.done(header.id()).cardinality();
    } catch (ResultStoreException damaged) {
      unreadable.add(damaged.getMessage());
      return -1;
    }
  }
}
