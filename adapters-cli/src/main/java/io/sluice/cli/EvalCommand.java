package io.sluice.cli;

import io.sluice.engine.text.NumberText;
import io.sluice.engine.watch.Pulse;
import io.sluice.spi.Activation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "eval",
    description = {
      "Prints the value and the slope of an activation at given numbers, each with 17 significant"
          + " digits: enough to read back the same double.",
      "The preset format is aligned columns under the names x, value and slope, on a terminal and"
          + " in a pipe alike."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  sluice eval tanh --at 0,1,20",
      "  sluice eval leaky-relu --at=-1,1 --set negative-slope=0.2",
      "  sluice eval --at=-1,0,1 'x*tanh(a*x)' --set a=1.5",
      "  seq -5 5 | sluice eval gelu --at - --format csv"
    })
final class EvalCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "ID",
      description =
          "An activation, see: sluice list activations; or a formula in x; either alone or with its"
              + " values as in a study.")
  private String id;

  @Option(
      names = "--at",
      required = true,
      paramLabel = "X,...",
      description = "Numbers separated by commas; - reads one number a line from standard input.")
  private String at;

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description = "A hyper-parameter's value; may be repeated.")
  private Map<String, String> settings = new LinkedHashMap<>();

  @Mixin private Format.Choice format = new Format.Choice();

  private final Workbench bench;

  EvalCommand(Workbench bench) {
    this.bench = bench;
  }

  @Override
  public Integer call() throws IOException {
    Activation activation =
        ComponentChoice.of(bench.laboratory(), id, settings).activation().component();
    Listing listing = new Listing("x", "value", "slope");
    for (double x : at.equals("-") ? column(bench.terminal().in()) : list(at)) {
      Supplier<Object[]> row =
          () ->
              new Object[] {
                format.format().digits(x),
                format.format().digits(activation.value(x)),
                format.format().digits(activation.slope(x))
              };
      listing.row(Pulse.ofThread().calling(activation, row));
    }
    listing.print(format.format(), bench.terminal());
    return CommandFailure.DONE;
  }

  private static List<Double> list(String text) {
    List<Double> numbers = new ArrayList<>();
    for (String word : text.split(",", -1)) {
      numbers.add(number(word, "--at"));
    }
    return numbers;
  }

  private static List<Double> column(InputStream in) throws IOException {
    BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    List<Double> numbers = new ArrayList<>();
    int line = 0;
    String text;
    while ((text = reader.readLine()) != null) {
      line++;
      if (!text.isBlank()) {
        numbers.add(number(text, "line " + line + " of standard input"));
      }
    }
    return numbers;
  }

  private static double number(String word, String place) {
    return NumberText.read(word)
        .orElseThrow(
            () -> CommandFailure.wrongUsage(place + ": \"" + word.strip() + "\" is not a number"));
  }
}
