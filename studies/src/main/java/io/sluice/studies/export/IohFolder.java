package io.sluice.studies.export;

import io.sluice.engine.text.JsonText;
import io.sluice.engine.text.NumberText;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Runs as IOHexperimenter writes them ("IOHprofiler data" of version 0.3.3 and later): {@code
 * IOHprofiler_f1_NAME.json} and {@code data_f1_NAME/IOHprofiler_f1_DIM5.dat}. {@code raw_y} is the
 * best loss so far.
 */
final class IohFolder extends RunFolder {

  /** What this looks like to readers, which ask for 0.3.3 at least. */
  private static final String VERSION = "0.3.23";

  private final String suite;

  IohFolder(Path folder, RunNames names, String suite) {
    super(folder, names);
    this.suite = suite;
  }

  @Override
  List<String> endings() {
    return List.of(".dat");
  }

  @Override
  String data(RunNames.Function function) {
    return "data_"
        + name(function)
        + "/IOHprofiler_f"
        + function.id()
        + "_DIM"
        + function.dimension();
  }

  @Override
  String index(RunNames.Function function) {
    return "IOHprofiler_" + name(function) + ".json";
  }

  private static String name(RunNames.Function function) {
    return "f" + function.id() + "_" + RunNames.file(function.name());
  }

  @Override
  void write(RunNames.Function function, RunCurve curve, List<Writer> files) throws IOException {
    Writer out = files.get(0);
    out.write("evaluations raw_y\n");
    for (RunCurve.Point point : curve.points()) {
      out.write(point.evaluations() + " " + decimal(point.best()) + "\n");
    }
  }

  @Override
  String index(RunNames.Algorithm algorithm, Map<RunNames.Function, List<Run>> byDimension) {
    RunNames.Function function = byDimension.keySet().iterator().next();
    String scenarios =
        byDimension.entrySet().stream()
            .map(entry -> scenario(entry.getKey(), entry.getValue()))
            .collect(Collectors.joining(",\n"));
    return "{\n"
        + "  \"version\": "
        + JsonText.quote(VERSION)
        + ",\n  \"suite\": "
        + JsonText.quote(suite)
        + ",\n  \"function_id\": "
        + function.id()
        + ",\n  \"function_name\": "
        + JsonText.quote(function.name())
        + ",\n  \"maximization\": false"
        + ",\n  \"algorithm\": {\"name\": "
        + JsonText.quote(algorithm.name())
        + ", \"info\": "
        + JsonText.quote(algorithm.info())
        + "},\n  \"attributes\": [\"evaluations\", \"raw_y\"]"
        + ",\n  \"scenarios\": [\n"
        + scenarios
        + "\n  ]\n}\n";
  }

  private String scenario(RunNames.Function function, List<Run> runs) {
    return "    {\"dimension\": "
        + function.dimension()
        + ",\n     \"path\": "
        + JsonText.quote(data(function) + ".dat")
        + ",\n     \"runs\": [\n"
        + runs.stream().map(IohFolder::run).collect(Collectors.joining(",\n"))
        + "\n     ]}";
  }

  /** JSON has no word for a loss that is not finite, and readers take no string: null. */
  private static String run(Run run) {
    return "       {\"instance\": "
        + run.instance()
        + ", \"evals\": "
        + run.evaluations()
        + ", \"best\": {\"evals\": "
        + run.best().evaluations()
        + ", \"y\": "
        + (Double.isFinite(run.best().best()) ? NumberText.of(run.best().best()) : "null")
        + ", \"x\": []}}";
  }

  /** Ten decimals, as IOHexperimenter writes; more digits where these would be another number. */
  static String decimal(double value) {
    if (Double.isInfinite(value)) {
      return value > 0 ? "inf" : "-inf";
    }
    String ten = String.format(Locale.ROOT, "%.10f", value);
    return Double.parseDouble(ten) == value ? ten : NumberText.of(value);
  }
}
