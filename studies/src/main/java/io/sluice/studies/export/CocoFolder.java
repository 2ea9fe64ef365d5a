package io.sluice.studies.export;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Runs in COCO's format {@code bbob-new2}: {@code bbobexp_f1.info} and {@code
 * data_f1/bbobexp_f1_DIM2.dat} and {@code .tdat}. Readers know no suite but their own, so the suite
 * is {@code bbob}; which function is meant says the line of comment. Losses count from 0, the
 * smallest value of every function on a box.
 */
final class CocoFolder extends RunFolder {

  /** What cocopp knows of the suite {@code bbob}. */
  static final int MOST_FUNCTIONS = 24;

  private static final double PRECISION = 1e-8;
  private static final int LINES_PER_DECADE = 20;

  CocoFolder(Path folder, RunNames names) {
    super(folder, names);
  }

  @Override
  List<String> endings() {
    return List.of(".dat", ".tdat");
  }

  @Override
  String data(RunNames.Function function) {
    int id = function.id();
    return "data_f" + id + "/bbobexp_f" + id + "_DIM" + function.dimension();
  }

  @Override
  String index(RunNames.Function function) {
    return "bbobexp_f" + function.id() + ".info";
  }

  @Override
  void write(RunNames.Function function, RunCurve curve, List<Writer> files) throws IOException {
    String header =
        "% f evaluations | g evaluations | best noise-free fitness - "
            + (function.isFunction() ? "Fopt" : "Fref")
            + " (0.000000000000e+00) + sum g_i+ | measured fitness | best measured fitness or"
            + " single-digit g-values | x1 | x2...\n";
    for (Writer file : files) {
      file.write(header);
    }
    byTarget(curve, files.get(0));
    byEvaluations(function.dimension(), curve, files.get(1));
  }

  /** The first evaluation, each at which the best loss falls below another line, and the last. */
  private static void byTarget(RunCurve curve, Writer out) throws IOException {
    long line = Long.MAX_VALUE;
    long written = 0;
    for (RunCurve.Point point : curve.points()) {
      long now = line(point.best());
      if (now < line || written == 0) {
        row(out, point.evaluations(), point.best());
        written = point.evaluations();
        line = now;
      }
    }
    if (written < curve.evaluations()) {
      row(out, curve.evaluations(), curve.end().best());
    }
  }

  /** The line of the grid above a loss: ⌈20 · log10⌉. */
  private static long line(double loss) {
    double size = loss <= 0 ? PRECISION / 10 : Math.max(loss, PRECISION);
    return (long) Math.ceil(LINES_PER_DECADE * StrictMath.log10(size));
  }

  /** At ⌊10^(k/20)⌋, at D · {1, 2, 5} · 10^k, and at the last evaluation. */
  private static void byEvaluations(int dimension, RunCurve curve, Writer out) throws IOException {
    long last = curve.evaluations();
    TreeSet<Long> rows = new TreeSet<>();
    rows.add(1L);
    for (int k = 0; power(k) <= last; k++) {
      rows.add(power(k));
    }
    for (long decade = dimension; decade <= last; decade *= 10) {
      rows.add(decade);
      rows.add(2 * decade);
      rows.add(5 * decade);
    }
    for (long row : rows.headSet(last, false)) {
      row(out, row, curve.best(row));
    }
    row(out, last, curve.end().best());
  }

  private static long power(int k) {
    return (long) Math.floor(StrictMath.pow(10, (double) k / LINES_PER_DECADE) * (1 + 1e-12));
  }

  private static void row(Writer out, long evaluations, double best) throws IOException {
    String loss = exponent("%+.9e", best);
    out.write(evaluations + " 0 " + loss + " " + loss + " " + loss + "\n");
  }

  /** As C prints it: {@code +inf} for infinity. */
  private static String exponent(String format, double value) {
    if (Double.isInfinite(value)) {
      return (format.contains("+") && value > 0 ? "+" : "") + (value > 0 ? "inf" : "-inf");
    }
    return String.format(Locale.ROOT, format, value);
  }

  @Override
  String index(RunNames.Algorithm algorithm, Map<RunNames.Function, List<Run>> byDimension) {
    return byDimension.entrySet().stream()
        .map(entry -> block(algorithm, entry.getKey(), entry.getValue()))
        .collect(Collectors.joining("\n"));
  }

  private String block(RunNames.Algorithm algorithm, RunNames.Function function, List<Run> runs) {
    StringJoiner line = new StringJoiner(", ");
    line.add(data(function) + ".dat");
    for (Run run : runs) {
      line.add(
          run.instance() + ":" + run.evaluations() + "|" + exponent("%.1e", run.best().best()));
    }
    return "suite = 'bbob', funcId = "
        + function.id()
        + ", DIM = "
        + function.dimension()
        + ", Precision = 1.000e-08, algId = '"
        + algorithm.folder()
        + "', coco_version = '2.7', logger = 'bbob', data_format = 'bbob-new2', settings = ''\n% "
        + (algorithm.info() + "; problem=" + function.name()).replaceAll("\\R", " ")
        + "\n"
        + line;
  }
}
