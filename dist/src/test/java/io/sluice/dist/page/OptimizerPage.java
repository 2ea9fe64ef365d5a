package io.sluice.dist.page;

import io.sluice.engine.Laboratory;
import io.sluice.engine.catalog.OptimizerKind;
import io.sluice.engine.catalog.OptimizerPath;
import io.sluice.engine.text.NumberText;
import io.sluice.passport.Evidence;
import io.sluice.passport.optimizer.Entry;
import io.sluice.passport.optimizer.OptimizerPassport;
import io.sluice.report.figure.PathDrawing;
import io.sluice.spi.Description;
import io.sluice.spi.GradientOptimizer;
import io.sluice.spi.Invariance;
import io.sluice.spi.Optimizer;
import io.sluice.spi.OptimizerWrapper;
import io.sluice.spi.PopulationOptimizer;
import io.sluice.spi.WrappedOptimizer;
import io.sluice.studies.ValleyPath;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * The table of optimizers in Markdown, with a drawing of the path of each beside it; of wrappers
 * around one that everybody knows.
 */
final class OptimizerPage {

  /** The page in which the table stands. */
  static final String NAME = "optimizers.md";

  /** The folder of the drawings. */
  static final String DRAWINGS = "pictures/optimizers";

  private static final String BEGIN = "<!-- all: written by BuiltInPage -->\n";
  private static final String END = "<!-- end of all -->\n";
  private static final int STEPS = 200;
  private static final int EVALUATIONS = 2000;

  private final Laboratory laboratory;
  private final List<Optimizer> optimizers;
  private final List<Optimizer> wrapped;
  private final Map<String, String> drawings = new TreeMap<>();
  private final Map<String, String> rates = new TreeMap<>();

  /** The table of these optimizers and wrappers, which the laboratory has. */
  OptimizerPage(
      Laboratory laboratory, List<Optimizer> optimizers, List<OptimizerWrapper> wrappers) {
    this.laboratory = laboratory;
    this.optimizers =
        optimizers.stream()
            .sorted(
                Comparator.<Optimizer, OptimizerKind>comparing(OptimizerKind::of)
                    .thenComparing(Optimizer::id))
            .toList();
    GradientOptimizer inside =
        (GradientOptimizer)
            optimizers.stream()
                .filter(each -> each.id().equals(OptimizerPath.INSIDE))
                .findAny()
                .orElseThrow();
    this.wrapped =
        wrappers.stream()
            .sorted(Comparator.comparing(OptimizerWrapper::id))
            .map(wrapper -> wrapper.around(inside))
            .toList();
    this.optimizers.forEach(this::draw);
    this.wrapped.forEach(this::draw);
  }

  private void draw(Optimizer optimizer) {
    SortedSet<Long> steps =
        new TreeSet<>(LongStream.rangeClosed(1, steps(optimizer)).boxed().toList());
    Optional<ValleyPath> best = ValleyPath.best(laboratory, optimizer, steps);
    best.ifPresent(
        path -> {
          drawings.put(
              DRAWINGS + "/" + optimizer.id() + ".svg",
              PathDrawing.of(optimizer.id() + " on Rosenbrock's function", path.points()));
          path.learningRate().ifPresent(rate -> rates.put(optimizer.id(), "η = " + rounded(rate)));
        });
  }

  private static int steps(Optimizer optimizer) {
    return optimizer instanceof PopulationOptimizer
        ? Math.max(20, EVALUATIONS / ((PopulationOptimizer) optimizer).populationSize(2))
        : STEPS;
  }

  /** The drawings by their names, relative to the folder of the page. */
  Map<String, String> drawings() {
    return drawings;
  }

  /** The page with the table in place of the one it has. */
  String in(String page) {
    int begin = page.indexOf(BEGIN);
    int end = page.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IllegalArgumentException(NAME + " has no place for the table of all");
    }
    return page.substring(0, begin + BEGIN.length()) + text() + page.substring(end);
  }

  private String text() {
    return "\n"
        + optimizers.size()
        + " optimizers come along: "
        + count(OptimizerKind.GRADIENT)
        + " with a gradient, "
        + count(OptimizerKind.ORACLE)
        + " that look where they want, "
        + count(OptimizerKind.POPULATION)
        + " without a gradient; and "
        + wrapped.size()
        + " wrappers, which the table has last, around "
        + MarkdownText.code(OptimizerPath.INSIDE)
        + ". The table is made from their [passports](passports.md), which"
        + " `sluice show ID --passport` prints whole; after a change, [print it"
        + " anew](../CONTRIBUTING.md#tests).\n\n"
        + "- **Paths** are on Rosenbrock's function: a ring where it begins, at (−1.2, 1), a dot"
        + " where it ends, a cross at the minimum. There are "
        + STEPS
        + " steps, or of a population the best points of "
        + EVALUATIONS
        + " evaluations. The learning rate is the preset times the power of two that comes to the"
        + " least loss; η says which.\n"
        + "- **Memory** is how many numbers are kept for each parameter, of populations and those"
        + " that look where they want with 10 parameters and with what they work in.\n"
        + "- **Invariances** were tested, with the presets; those in brackets are declared and"
        + " take longer to test.\n"
        + "- **Cost** is that of a step in forward-equivalents, of a generation with 10"
        + " parameters.\n"
        + "- **Held against** are runs of other programs that it repeats.\n\n"
        + "| optimizer | path | memory | invariances | cost | held against | source |\n"
        + "|---|---|---|---|---|---|---|\n"
        + optimizers.stream()
            .map(each -> row(each, OptimizerPassport.references(each.id()), each.description()))
            .collect(Collectors.joining())
        + wrapped.stream().map(this::rowOfWrapper).collect(Collectors.joining())
        + "\n";
  }

  private long count(OptimizerKind kind) {
    return optimizers.stream().filter(each -> OptimizerKind.of(each) == kind).count();
  }

  /** The row of a wrapper; what it was held against it may have been around another one. */
  private String rowOfWrapper(Optimizer whole) {
    OptimizerWrapper wrapper = ((WrappedOptimizer) whole).wrapper();
    String around = wrapper.id() + WrappedOptimizer.AROUND;
    List<String> references =
        optimizers.stream()
            .flatMap(inner -> OptimizerPassport.references(around + inner.id()).stream())
            .toList();
    return row(whole, references, wrapper.description());
  }

  private String row(Optimizer optimizer, List<String> references, Description description) {
    List<Entry> entries = OptimizerPassport.quick(optimizer).entries();
    String id = optimizer.id();
    boolean wraps = optimizer instanceof WrappedOptimizer;
    return "| "
        + MarkdownText.code(wraps ? ((WrappedOptimizer) optimizer).wrapper().id() : id)
        + "<br>"
        + OptimizerKind.of(optimizer).id()
        + (wraps ? ", around " + MarkdownText.code(OptimizerPath.INSIDE) : "")
        + " | "
        + drawing(id)
        + " | "
        + number(first(entries, "memory"))
        + " | "
        + invariances(optimizer, entries)
        + " | "
        + number(
            entries.stream()
                .filter(each -> each.topic().equals("cost") && !each.property().endsWith("n = 2"))
                .findFirst()
                .orElseThrow())
        + " | "
        + MarkdownText.plain(String.join(", ", references))
        + " | "
        + MarkdownText.plain(description.source())
        + (description.sourceRead() ? "" : " *(not read)*")
        + " |\n";
  }

  private String drawing(String id) {
    String name = DRAWINGS + "/" + id + ".svg";
    return drawings.containsKey(name)
        ? "<img src=\""
            + name
            + "\" width=\"120\" height=\"120\" alt=\"path of "
            + id
            + "\">"
            + (rates.containsKey(id) ? "<br>" + rates.get(id) : "")
        : "none";
  }

  private static Entry first(List<Entry> entries, String topic) {
    return entries.stream().filter(each -> each.topic().equals(topic)).findFirst().orElseThrow();
  }

  private static String number(Entry entry) {
    return rounded((Double) entry.value());
  }

  private static String rounded(double value) {
    return NumberText.of(new BigDecimal(value).round(new MathContext(3)).doubleValue());
  }

  private static String invariances(Optimizer optimizer, List<Entry> entries) {
    List<String> words = new ArrayList<>();
    List<String> tested = new ArrayList<>();
    for (Entry entry : entries) {
      if (entry.topic().equals("invariance") && entry.evidence() == Evidence.MEASURED) {
        tested.add(entry.property());
        if (entry.text().startsWith("holds")) {
          words.add(entry.property());
        }
      }
    }
    for (Invariance declared : new TreeSet<>(optimizer.invariances())) {
      if (!tested.contains(declared.id())) {
        words.add("(" + declared.id() + ")");
      }
    }
    return String.join(", ", words);
  }
}
