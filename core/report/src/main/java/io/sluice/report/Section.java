package io.sluice.report;

import java.util.List;
import java.util.Objects;

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
}
