package io.sluice.studies.export;

import io.sluice.engine.network.LayerShape;
import io.sluice.engine.network.NetworkOutputs;
import io.sluice.engine.network.WeightGroup;
import io.sluice.engine.plan.Task;
import io.sluice.engine.study.Dataset;
import io.sluice.spi.TrainableActivation;
import io.sluice.spi.Trial;
import java.io.IOException;
import java.util.List;

/**
 * Writes what trials were trained to, trial by trial: their weights, or what their networks give
 * for each row of the data. Numbers count from 1; 0 stands where there is nothing to count. Every
 * number reads back as the same double.
 */
public final class TrainedExport {

  private static final List<String> WEIGHTS =
      List.of("trial", "key", "layer", "parameter", "unit", "input", "value");
  private static final List<String> PREDICTIONS =
      List.of("trial", "key", "rows", "row", "output", "wanted", "value");

  private final Rows rows;
  private final boolean predictions;

  private TrainedExport(Rows rows, boolean predictions) {
    this.rows = rows;
    this.predictions = predictions;
  }

  /** Writes weights, one row each. */
  public static TrainedExport weights(ExportFormat format, Appendable out) throws IOException {
    return new TrainedExport(ResultExport.rows(format, WEIGHTS, out), false);
  }

  /** Writes predictions, one row for each output of each row of the data. */
  public static TrainedExport predictions(ExportFormat format, Appendable out) throws IOException {
    return new TrainedExport(ResultExport.rows(format, PREDICTIONS, out), true);
  }

  /**
   * Writes the rows of one trial; there are no predictions of a function.
   *
   * @param weights all weights it ended with, frozen ones included
   */
  public void write(Trial trial, Task task, double[] weights) throws IOException {
    if (!(task instanceof Task.Fit)) {
      for (int p = 0; p < weights.length && !predictions; p++) {
        weight(trial, 0, "x", p + 1, 0, weights[p]);
      }
      return;
    }
    Task.Fit fit = (Task.Fit) task;
    if (!predictions) {
      weights(trial, fit, weights);
      return;
    }
    predictions(trial, fit, "training", fit.data(), weights);
    if (fit.validation() != null) {
      predictions(trial, fit, "validation", fit.validation(), weights);
    }
  }

  private void weights(Trial trial, Task.Fit fit, double[] weights) throws IOException {
    int layer = -1;
    int trained = 0;
    for (WeightGroup group : fit.network().groups()) {
      LayerShape shape = fit.network().layers().get(group.layer());
      trained = group.layer() == layer ? trained : 0;
      layer = group.layer();
      String name = group.kind().id();
      boolean shared = false;
      if (group.kind() == WeightGroup.Kind.ACTIVATION) {
        name = ((TrainableActivation) shape.activation()).trainable().get(trained++);
        shared = shape.training() != TrainableActivation.Sharing.UNIT;
      }
      for (int i = 0; i < group.count(); i++) {
        int unit = shared ? 0 : i / group.columns() + 1;
        int input = group.kind().isMatrix() ? i % group.columns() + 1 : 0;
        weight(trial, layer + 1, name, unit, input, weights[group.first() + i]);
      }
    }
  }

  private void weight(Trial trial, int layer, String parameter, int unit, int input, double value)
      throws IOException {
    ResultExport.identify(rows, trial);
    rows.whole("layer", layer);
    rows.text("parameter", parameter);
    rows.whole("unit", unit);
    rows.whole("input", input);
    rows.number("value", value);
    rows.end();
  }

  private void predictions(Trial trial, Task.Fit fit, String part, Dataset data, double[] weights)
      throws IOException {
    double[][] outputs = NetworkOutputs.of(fit.network(), data, weights);
    for (int row = 0; row < outputs.length; row++) {
      for (int output = 0; output < outputs[row].length; output++) {
        ResultExport.identify(rows, trial);
        rows.text("rows", part);
        rows.whole("row", data.number(row) + 1L);
        rows.whole("output", output + 1L);
        rows.number("wanted", data.output(row, output));
        rows.number("value", outputs[row][output]);
        rows.end();
      }
    }
  }
}
