package io.sluice.report;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * A part of a document under a heading.
 *
 * @param id lower kebab-case, unique in its document
 * @param heading a question or a noun, without a full stop
 * @param blocks what is in it
 */
public record Section(String id, String heading, List<Block> blocks) {

  public Section {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(heading, "heading");
    blocks = List.copyOf(blocks);
  }

  /** Whether a reader sees anything in it, where only some figures are shown. */
  boolean isSeen(Predicate<Figure> figures) {
    return blocks.stream().anyMatch(block -> isSeen(block, figures));
  }

  /** Whether a reader sees anything of a block. */
  static boolean isSeen(Block block, Predicate<Figure> figures) {
    return block instanceof Sentences sentences && !sentences.sentences().isEmpty()
        || block instanceof Table table && table.head() > 0 && !table.rows().isEmpty()
        || block instanceof Figure figure && figures.test(figure)
        || block instanceof Sheet sheet && !sheet.properties().isEmpty()
        || block instanceof Code;
  }
}
