package io.sluice.report;

import io.sluice.analysis.RowCollector;
import io.sluice.analysis.StudyRows;
import io.sluice.spi.Cell;
import io.sluice.spi.Factor;
import io.sluice.spi.Outcome;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.Trial;
import io.sluice.spi.TrialEvent;
import io.sluice.spi.TrialResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A study whose trials are made up: tanh is quicker than relu, adam quicker than sgd, and half of a
 * decade is noise. What a test does not say stays as it is.
 */
final class MadeUpStudy {

  static final double BUDGET = 1000;

  List<String> problems = List.of("xor");
  List<String> activations = List.of("tanh", "relu", "sin");
  List<String> optimizers = List.of("adam", "sgd");
  List<Double> rates = List.of(0.1);
  List<Double> targets = List.of(0.1, 0.001);
  int repeats = 12;

  /** How every trial ends whose activation has no other end here. */
  Outcome outcome = Outcome.COMPLETED;

  /** How trials of an activation end. */
  Map<String, Outcome> outcomes = Map.of();

  /** Why trials failed. */
  String message = "";

  /** A metric that every trial has, larger for what is quicker; none if empty. */
  String metric = "";

  Map<String, String> provenance = Map.of();
  String name = "made-up";
  String question = "Which is it?";

  /** The rows, those of later cells and repeats first if they are turned. */
  StudyRows rows(boolean turned) {
    List<TrialEvent.Finished> trials = trials();
    StudyHeader header =
        new StudyHeader(
            name + "-1",
            name,
            question,
            "{\"study\":\"made-up\"}",
            trials.size(),
            BUDGET,
            targets,
            provenance);
    if (turned) {
      Collections.reverse(trials);
    }
    RowCollector collector = new RowCollector(header);
    for (TrialEvent.Finished trial : trials) {
      collector.add(trial);
      if (!metric.isEmpty()) {
        double value = 1 - trial.result().bestLoss() / 2;
        collector.add(new TrialEvent.Measured(trial.trial(), 1, 1, metric, value));
      }
    }
    return collector.rows();
  }

  StudyRows rows() {
    return rows(false);
  }

  /** The document, of which a reader sees so many contenders at first. */
  Document document(int top) {
    return StudyDocument.of(rows(), top);
  }

  Document document() {
    return document(10);
  }

  List<TrialEvent.Finished> trials() {
    Random random = new Random(7);
    List<TrialEvent.Finished> trials = new ArrayList<>();
    int cells = 0;
    for (String problem : problems) {
      for (String activation : activations) {
        for (String optimizer : optimizers) {
          for (double rate : rates) {
            Cell cell = cell(cells++, problem, activation, optimizer, rate);
            double mean =
                1.5
                    + 0.5 * activations.indexOf(activation)
                    + 0.3 * optimizers.indexOf(optimizer)
                    + Math.abs(Math.log10(rate / rates.get(rates.size() / 2)));
            for (int repeat = 0; repeat < repeats; repeat++) {
              double cost = Math.pow(10, mean + 0.25 * random.nextGaussian());
              Trial trial = new Trial(trials.size(), "0123456789abcdef", cell, repeat);
              trials.add(
                  new TrialEvent.Finished(
                      trial, result(outcomes.getOrDefault(activation, outcome), cost)));
            }
          }
        }
      }
    }
    return trials;
  }

  private Cell cell(int index, String problem, String activation, String optimizer, double rate) {
    Map<String, String> labels = new LinkedHashMap<>();
    Factor.names(Factor.FIRST).forEach(factor -> labels.put(factor, "one"));
    labels.put("problem", problem);
    labels.put("activation", activation);
    labels.put(
        "optimizer", rates.size() == 1 ? optimizer : optimizer + "(learning-rate=" + rate + ")");
    return Cell.of(Factor.FIRST, index, labels, Map.of("optimizer.learning-rate", rate));
  }

  /** A trial of this cost for the first target; each further one costs four times as much. */
  private TrialResult result(Outcome end, double cost) {
    boolean lost = end == Outcome.FAILED || end == Outcome.DIVERGED;
    List<Double> hits = new ArrayList<>();
    double loss = 1;
    double next = cost;
    for (double target : targets) {
      boolean hit = !lost && next <= BUDGET;
      hits.add(hit ? next : Double.NaN);
      loss = hit ? target / 2 : loss;
      next *= 4;
    }
    double best = lost ? Double.NaN : loss * Math.min(1, cost / BUDGET);
    return new TrialResult(
        end, 1, BUDGET, 1, best, best, Math.min(cost, BUDGET), hits, lost ? message : "");
  }
}
