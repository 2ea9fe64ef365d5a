package io.sluice.report;

import io.sluice.analysis.Figures;
import io.sluice.analysis.PublishedMean;
import io.sluice.analysis.StudyRows;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * How a study that repeats published figures agrees with them. The figures are the rows of {@code
 * published.csv} under the study's name; a study without any has no such table.
 */
final class PublishedTable {

  /** The id of the table and of its section. */
  static final String PUBLISHED = "published";

  /** The heading of its section. */
  static final String HEADING = "Does it agree with what was published";

  private static final double FAR = 4;

  private PublishedTable() {}

  /** A sentence and the table, or nothing. */
  static List<Block> of(StudyRows rows) {
    List<PublishedMean> published = published(rows.header().name());
    return published.isEmpty() ? List.of() : of(rows, published);
  }

  private static List<Block> of(StudyRows rows, List<PublishedMean> published) {
    Table.Builder table =
        Table.of(PUBLISHED, "Published means and ours")
            .method(
                "Means of the best fitness, 1 less the best loss. z is the difference in standard"
                    + " errors of both means, by the deviation of our trials.")
            .columns("problem", "optimizer", "published", "ours", "deviation", "trials", "z");
    int far = 0;
    int known = 0;
    double squares = 0;
    for (PublishedMean each : published) {
      PublishedMean.Repeated ours = each.against(rows);
      if (!Double.isNaN(ours.z())) {
        known++;
        squares += ours.z() * ours.z();
        far += Math.abs(ours.z()) > FAR ? 1 : 0;
      }
      table.row(
          Value.of(each.problem()),
          Value.of(each.optimizer()),
          Value.of(each.mean()),
          Value.of(ours.mean()),
          Value.of(ours.deviation()),
          Value.of((long) ours.trials()),
          Value.of(ours.z()));
    }
    String sentence =
        known == 0
            ? "No published mean can be compared with these trials."
            : (known - far)
                + " of "
                + known
                + " published means lie within "
                + Figures.number(FAR)
                + " standard errors of ours; the mean square of z is "
                + Figures.number(squares / known)
                + ", and about 1 is what chance gives.";
    return List.of(new Sentences(List.of(sentence)), table.build());
  }

  private static List<PublishedMean> published(String study) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                PublishedTable.class.getResourceAsStream("published.csv"),
                StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .skip(1)
          .map(line -> line.split(","))
          .filter(row -> row[0].equals(study))
          .map(
              row ->
                  new PublishedMean(
                      row[1], row[2], Double.parseDouble(row[3]), Integer.parseInt(row[4])))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
