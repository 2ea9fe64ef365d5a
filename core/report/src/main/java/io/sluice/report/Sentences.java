package io.sluice.report;

import java.util.List;

/**
 * Plain sentences, each a paragraph of its own.
 *
 * @param sentences each ends with its full stop
 */
public record Sentences(List<String> sentences) implements Block {

  public Sentences {
    sentences = List.copyOf(sentences);
  }

  /** These sentences. */
  public static Sentences of(String... sentences) {
    return new Sentences(List.of(sentences));
  }
}
