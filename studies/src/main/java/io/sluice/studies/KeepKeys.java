package io.sluice.studies;

import static io.sluice.studies.KeyName.key;

import io.sluice.engine.study.Keep;
import java.util.Optional;

/** The keys of what is kept of a study's trials. */
final class KeepKeys {

  private static final Key<Keep, Integer> ROWS =
      key("rows", "of each cell so many trials, the first ones, have rows of their own")
          .preset(Codec.integer(1, Integer.MAX_VALUE, "40"), Keep::rows, Keep.SUMMARIES.rows());

  static final Section<Keep> KEYS = Section.of(ROWS);

  static final Codec<Keep> KEEP =
      KEYS.as(
              "keys",
              field -> field.expected("trials, summaries or {rows: 100}"),
              given -> new Keep(given.get(ROWS)))
          .orShort(
              field -> "summaries".equals(field.scalar()), field -> Optional.of(Keep.SUMMARIES))
          .typed("`summaries`, or keys")
          .orWord("trials", Keep.TRIALS);

  private KeepKeys() {}
}
