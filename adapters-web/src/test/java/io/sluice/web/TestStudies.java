package io.sluice.web;

/** Texts of studies to post. */
final class TestStudies {

  private TestStudies() {}

  /** Twelve trials, with measurements. */
  static final String SMALL =
      String.join(
          "\n",
          "study: small",
          "question: Which of two is faster?",
          "repeats: 3",
          "budget: 100",
          "targets: [0.1, 1e-3]",
          "problems: [{id: single-example, x: 0.5, y: 0.2}]",
          "networks: [{hidden: [1], output: linear}]",
          "activations: [tanh, leaky-relu]",
          "optimizers: [{id: sgd, learning-rate: [0.1, 0.5]}]",
          "measure: {every: 10}",
          "");

  /** So many trials that a test will not see the end. */
  static String endless(int seed) {
    return String.join(
        "\n",
        "study: endless",
        "question: When will it end?",
        "seed: " + seed,
        "repeats: 1000000",
        "budget: 3000",
        "stop: budget",
        "problems: [xor]",
        "networks: [{hidden: [4], output: linear}]",
        "activations: [tanh]",
        "optimizers: [sgd]",
        "");
  }
}
