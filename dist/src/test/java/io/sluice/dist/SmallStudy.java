package io.sluice.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A study of some hundred trials that exercises both kinds of optimizers. */
final class SmallStudy {

  static final String NAME = "small";

  private SmallStudy() {}

  static String text(String activations, int repeats) {
    return String.join(
        "\n",
        "study: " + NAME,
        "question: Which pair gets there first?",
        "seed: 3",
        "repeats: " + repeats,
        "budget: 1200",
        "targets: [1e-1, 1e-3]",
        "problems:",
        "  - {id: single-example, x: 1, y: 0.5, name: inside}",
        "  - xor",
        "networks:",
        "  - {hidden: [2], output: linear}",
        "activations: " + activations,
        "optimizers:",
        "  - {id: adam, learning-rate: [0.01, 0.1]}",
        "  - {id: adamm, population-size: 20}",
        "  - random-search",
        "weight-policies: [none, reflect-flip]",
        "initial-weights: {uniform: [1, 5]}",
        "measure: {every: 100}",
        "");
  }

  static Path write(Path folder, String activations, int repeats) throws IOException {
    return Files.writeString(folder.resolve("small.yaml"), text(activations, repeats));
  }
}
