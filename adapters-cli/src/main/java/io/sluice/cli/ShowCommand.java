package io.sluice.cli;

import io.sluice.engine.Laboratory;
import io.sluice.engine.catalog.Catalog;
import io.sluice.engine.text.NearestWord;
import io.sluice.engine.watch.Pulse;
import io.sluice.passport.Passport;
import io.sluice.passport.RelativeCost;
import io.sluice.passport.optimizer.OptimizerPassport;
import io.sluice.passport.optimizer.StepCost;
import io.sluice.report.Document;
import io.sluice.report.catalog.ComponentDocument;
import io.sluice.spi.Activation;
import io.sluice.spi.Component;
import io.sluice.spi.Optimizer;
import io.sluice.studies.PackText;
import io.sluice.studies.ShippedStudies;
import io.sluice.studies.ValleyPath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "show",
    description = {
      "Shows what an activation, an optimizer, a problem or a kind of store is: formula, source,"
          + " presets, origin; of an activation also a plot of f and f'.",
      "Of a study that comes with Sluice it prints the text, to begin one's own with.",
      "With --passport it examines an activation instead: range, slopes, shape, zeros, saturation,"
          + " gains, edge of chaos, each with how it is known; or an optimizer: what it is invariant"
          + " to, what it does with strange slopes and at bounds, how fast it converges, what it"
          + " keeps. It fails if what is declared is not so."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  sluice show tanh",
      "  sluice show gelu --from -3 --to 3",
      "  sluice show adam --format html > adam.html",
      "  sluice show --set a=1.5 'x*tanh(a*x)'",
      "  sluice show elu --passport --set alpha=0.3",
      "  sluice show mish --passport --cost --json",
      "  sluice show adam --passport --set learning-rate=0.1",
      "  sluice show 'w = w - rate*sign(g)' --set rate=0.1 --passport",
      "  sluice show '{id: lookahead, k: 3, around: {id: sgd, learning-rate: 0.1}}' --passport",
      "  sluice show 'w = w - rate*sign(g)' --set rate=0.1 --format yaml",
      "  sluice show snake --format yaml     as a pack of one, to begin one's own with",
      "  sluice show article > my-study.yaml"
    })
final class ShowCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "ID",
      description =
          "An id, an alias or the name of a study; or a rule, or a formula in x; any of them alone or"
              + " with values as in a study.")
  private String id;

  @Option(
      names = "--from",
      paramLabel = "X",
      defaultValue = "-5",
      description = "Where the plot begins; preset: ${DEFAULT-VALUE}.")
  private double from;

  @Option(
      names = "--to",
      paramLabel = "X",
      defaultValue = "5",
      description = "Where the plot ends; preset: ${DEFAULT-VALUE}.")
  private double to;

  @Option(
      names = "--passport",
      description =
          "Examine an activation or an optimizer; takes from a tenth of a second to some seconds.")
  private boolean passport;

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description = "The value of a hyper-parameter; may be repeated.")
  private Map<String, String> settings = new LinkedHashMap<>();

  @Option(
      names = "--cost",
      description = "With --passport: time it beside relu, or sgd, on this machine.")
  private boolean cost;

  @Option(names = "--json", description = "The same as --format json.")
  private boolean json;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description =
          "${COMPLETION-CANDIDATES}, with --passport table, csv or json alone; yaml is an activation"
              + " or a rule as a pack of one; preset: ${DEFAULT-VALUE}.")
  private As format = As.TABLE;

  /** How a component is shown. */
  enum As {
    /** For people. */
    TABLE(DocumentChoice.As.TEXT),
    /** A page of its own. */
    HTML(DocumentChoice.As.HTML),
    /** Markdown. */
    MD(DocumentChoice.As.MD),
    /** A text to be set. */
    LATEX(DocumentChoice.As.LATEX),
    /** A row for each property. */
    CSV(DocumentChoice.As.CSV),
    /** For programs. */
    JSON(DocumentChoice.As.JSON),
    /** A pack. */
    YAML(null);

    private final DocumentChoice.As document;

    As(DocumentChoice.As document) {
      this.document = document;
    }

    /** As rows of a passport. */
    private Format rows() {
      return Arrays.stream(Format.values())
          .filter(rows -> rows.toString().equals(toString()))
          .findFirst()
          .orElseThrow(
              () ->
                  CommandFailure.wrongUsage(
                      "a passport is printed as table, csv or json, not as " + this));
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Workbench bench;

  ShowCommand(Workbench bench) {
    this.bench = bench;
  }

  @Override
  public Integer call() {
    if (!(from < to) || Double.isInfinite(from) || Double.isInfinite(to)) {
      throw CommandFailure.wrongUsage(
          "a plot goes from a number to a larger one, not from " + from + " to " + to);
    }
    if (format == As.YAML) {
      return define();
    }
    if (json && format == As.TABLE) {
      format = As.JSON;
    }
    if (passport) {
      return examine();
    }
    if (cost) {
      throw CommandFailure.wrongUsage("--cost needs --passport");
    }
    Laboratory laboratory = bench.laboratory();
    ComponentChoice choice = ComponentChoice.of(laboratory, id, settings);
    if (!choice.isId()) {
      if (choice.isOptimizer()) {
        print("optimizer", choice.optimizer());
      } else if (choice.isActivation()) {
        print("activation", choice.activation());
      } else {
        throw unknownWithValues(choice.id(), kinds(laboratory));
      }
      return CommandFailure.DONE;
    }
    int shown = 0;
    for (Kind<?> kind : kinds(laboratory)) {
      Optional<? extends Catalog.Entry<? extends Component>> found =
          kind.catalog().find(choice.id());
      if (found.isPresent()) {
        bench.terminal().out().print(shown == 0 ? "" : "\n");
        print(kind.word(), found.get());
        shown++;
      }
    }
    if (ShippedStudies.contains(id)) {
      study();
      shown++;
    }
    if (shown == 0) {
      throw unknown(choice.id(), kinds(laboratory));
    }
    return CommandFailure.DONE;
  }

  private void study() {
    if (format != As.TABLE) {
      throw CommandFailure.wrongUsage(
          "a study is shown as it is written, not as " + format + "; leave --format out");
    }
    ShippedStudies.text(id).lines().forEach(bench.terminal().out()::println);
  }

  private void print(String kind, Catalog.Entry<? extends Component> entry) {
    Pulse.ofThread()
        .calling(
            entry.component(),
            () -> {
              Document document =
                  ComponentDocument.of(
                      kind,
                      entry,
                      from,
                      to,
                      ValleyPath.shown(bench.laboratory(), entry.component()));
              if (format == As.TABLE) {
                bench.terminal().printHeading(document.title(), "  " + kind);
              }
              DocumentChoice.print(
                  format.document, document, ComponentDocument.PROPERTIES, bench.terminal());
              return null;
            });
  }

  private int examine() {
    Laboratory laboratory = bench.laboratory();
    ComponentChoice choice = ComponentChoice.of(laboratory, id, settings);
    if (!choice.isOptimizer() && !choice.isActivation()) {
      throw unknown(choice.id(), kinds(laboratory));
    }
    PassportSheet sheet =
        choice.isOptimizer()
            ? sheet(choice.optimizer().component())
            : sheet(choice.activation().component());
    sheet.print(format.rows(), bench.terminal());
    if (!sheet.contradictions().isEmpty()) {
      throw CommandFailure.workFailed(sheet.contradictions());
    }
    return CommandFailure.DONE;
  }

  private PassportSheet sheet(Activation activation) {
    Passport examined = Pulse.ofThread().calling(activation, () -> Passport.of(activation));
    Optional<RelativeCost> measured =
        cost ? Optional.of(RelativeCost.measure(activation)) : Optional.empty();
    return new ActivationRows(examined, measured).sheet();
  }

  private PassportSheet sheet(Optimizer optimizer) {
    try (HeadwayLine line = new HeadwayLine(bench.terminal(), "examining", "parts")) {
      OptimizerPassport examined =
          Pulse.ofThread().calling(optimizer, () -> OptimizerPassport.of(optimizer, line));
      return OptimizerRows.sheet(
          cost ? examined.with(StepCost.measure(optimizer).entry()) : examined);
    }
  }

  /** Prints an activation or a rule as a pack of one. */
  private int define() {
    if (passport || cost || json) {
      throw CommandFailure.wrongUsage("--format yaml is for what a component is, not its passport");
    }
    Laboratory laboratory = bench.laboratory();
    ComponentChoice choice = ComponentChoice.of(laboratory, id, settings);
    Component component =
        choice.isOptimizer() ? choice.optimizer().component() : choice.activation().component();
    String text;
    try {
      text = Pulse.ofThread().calling(component, () -> PackText.of(component));
    } catch (IllegalArgumentException unsaid) {
      throw CommandFailure.workFailed(unsaid.getMessage());
    }
    text.lines().forEach(bench.terminal().out()::println);
    return CommandFailure.DONE;
  }

  /** Only activations and optimizers are shown with values. */
  private static CommandFailure unknownWithValues(String id, List<Kind<?>> kinds) {
    return kinds.stream()
        .filter(kind -> kind.catalog().find(id).isPresent())
        .map(
            kind ->
                CommandFailure.wrongUsage(
                    id
                        + " is shown without values: it is a "
                        + kind.word()
                        + ", see: sluice show "
                        + id))
        .findFirst()
        .orElseGet(() -> unknown(id, kinds.subList(0, 2)));
  }

  private static CommandFailure unknown(String id, List<Kind<?>> kinds) {
    List<String> words = new ArrayList<>();
    kinds.forEach(kind -> words.addAll(kind.names()));
    String what = "activation or optimizer";
    if (kinds.size() > 2) {
      ShippedStudies.list().forEach(study -> words.add(study.name()));
      what = "activation, optimizer, problem, store or study";
    }
    return CommandFailure.wrongUsage(
        "no " + what + " \"" + id + "\"" + NearestWord.hint(id, words));
  }

  private static List<Kind<?>> kinds(Laboratory laboratory) {
    return List.of(
        new Kind<>("activation", laboratory.components().activationsOfLayers()),
        new Kind<>("optimizer", laboratory.components().optimizersAndWrappers()),
        new Kind<>("problem", laboratory.problems()),
        new Kind<>("store", laboratory.components().stores()));
  }

  /** A kind of component with its catalog. */
  private record Kind<T extends Component>(String word, Catalog<T> catalog) {

    List<String> names() {
      return catalog.entries().stream()
          .flatMap(
              entry ->
                  Stream.concat(
                      Stream.of(entry.id()), entry.component().description().aliases().stream()))
          .toList();
    }
  }
}
