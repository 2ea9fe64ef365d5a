package io.sluice.engine;

import io.sluice.engine.catalog.Catalog;
import io.sluice.engine.catalog.Components;
import io.sluice.engine.catalog.Origin;
import io.sluice.engine.plan.OptimizerFinder;
import io.sluice.engine.plan.PlanLimits;
import io.sluice.engine.plan.StudyPlan;
import io.sluice.engine.plan.StudyPlanner;
import io.sluice.engine.plan.UserFormulas;
import io.sluice.engine.problem.BuiltInProblems;
import io.sluice.engine.problem.ProblemDefinition;
import io.sluice.engine.run.BlockExecutor;
import io.sluice.engine.run.Cancellation;
import io.sluice.engine.run.LossSurface;
import io.sluice.engine.run.RunOptions;
import io.sluice.engine.run.RunSummary;
import io.sluice.engine.run.StorePatience;
import io.sluice.engine.run.StudyRunner;
import io.sluice.engine.run.TakeOver;
import io.sluice.engine.run.TrialRunner;
import io.sluice.engine.run.TrialWatch;
import io.sluice.engine.study.ActivationSpec;
import io.sluice.engine.study.ComponentSpec;
import io.sluice.engine.study.StudySpec;
import io.sluice.engine.text.NearestWord;
import io.sluice.engine.tuning.TuningStages;
import io.sluice.engine.watch.Headway;
import io.sluice.engine.watch.Waiting;
import io.sluice.formula.FormulaActivation;
import io.sluice.formula.RuleOptimizer;
import io.sluice.math.LaneKernels;
import io.sluice.spi.Activation;
import io.sluice.spi.Optimizer;
import io.sluice.spi.ResultSink;
import io.sluice.spi.ResultStore;
import io.sluice.spi.ResultStoreProvider;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.TableFormat;
import io.sluice.spi.TrialEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;

/** Plans, runs and repeats studies. */
public final class Laboratory {

  private final Components components;
  private final Catalog<ProblemDefinition> problems;
  private final String version;

  /**
   * A laboratory with these components.
   *
   * @param version Sluice's own version, for provenance
   */
  public Laboratory(Components components, String version) {
    this.components = components;
    this.problems = BuiltInProblems.catalog(version);
    this.version = version;
  }

  /** What studies can name. */
  public Components components() {
    return components;
  }

  /** The problems that studies can name. */
  public Catalog<ProblemDefinition> problems() {
    return problems;
  }

  /** Sluice's own version. */
  public String version() {
    return version;
  }

  /**
   * The plan of a study, as large as {@link PlanLimits#GENEROUS} and the heap allow.
   *
   * @throws io.sluice.engine.plan.StudyPlanException with everything that is wrong with the study
   * @throws java.util.concurrent.CancellationException if the thread is interrupted meanwhile
   */
  public StudyPlan plan(StudySpec spec) {
    return plan(spec, Headway.UNHEARD);
  }

  /**
   * The plan of a study, as large as {@link PlanLimits#GENEROUS} and the heap allow.
   *
   * @param headway is told how many of its cells are planned
   * @throws io.sluice.engine.plan.StudyPlanException with everything that is wrong with the study
   * @throws java.util.concurrent.CancellationException if the thread is interrupted meanwhile
   */
  public StudyPlan plan(StudySpec spec, Headway headway) {
    return plan(spec, PlanLimits.GENEROUS.within(Runtime.getRuntime().maxMemory()), headway);
  }

  /**
   * The plan of a study.
   *
   * @param limits how large it may become
   * @throws io.sluice.engine.plan.StudyPlanException with everything that is wrong with the study
   * @throws java.util.concurrent.CancellationException if the thread is interrupted meanwhile
   */
  public StudyPlan plan(StudySpec spec, PlanLimits limits) {
    return plan(spec, limits, Headway.UNHEARD);
  }

  private StudyPlan plan(StudySpec spec, PlanLimits limits, Headway headway) {
    StudyPlan plan = new StudyPlanner(components, problems).plan(spec, limits, headway);
    tuning(plan, limits); // So that what is wrong with its rungs is said now.
    return plan;
  }

  /**
   * What is to be run now of a study, by what the store has: the plan itself, or if it is tuned the
   * first part of its chain that is not finished. When that is, ask again; the last part is the one
   * whose tuning has no rung.
   *
   * @param limits as for the plan
   */
  public StudyPlan next(StudyPlan plan, ResultStore store, PlanLimits limits) {
    return TuningStages.next(plan, store, spec -> plan(spec, limits));
  }

  /** What is to be run now of a study, as large as {@link #plan(StudySpec)} allows. */
  public StudyPlan next(StudyPlan plan, ResultStore store) {
    return TuningStages.next(plan, store, this::plan);
  }

  /**
   * The parts in which a study will be tuned before it is run; empty if it is not.
   *
   * @param limits as for the plan
   */
  public List<StudyPlan> tuning(StudyPlan plan, PlanLimits limits) {
    return TuningStages.rungs(plan, spec -> plan(spec, limits));
  }

  /** The parts in which a study will be tuned, as large as {@link #plan(StudySpec)} allows. */
  public List<StudyPlan> tuning(StudyPlan plan) {
    return TuningStages.rungs(plan, this::plan);
  }

  /**
   * The activation that a study would get under this name, or of this formula, with its presets.
   *
   * @throws IllegalArgumentException if something is wrong with a formula
   */
  public Optional<Catalog.Entry<Activation>> activation(ComponentSpec component) {
    return component.isText()
        ? Optional.of(UserFormulas.entry(component, components.activationsOfLayers(), version))
        : components.activations().find(component.id());
  }

  /**
   * The optimizer that a study would get, likewise; one around another with its values.
   *
   * @throws io.sluice.engine.plan.StudyPlanException if it cannot be put around that
   */
  public Optional<Catalog.Entry<Optimizer>> optimizer(ComponentSpec component) {
    if (component.isText()) {
      return Optional.of(UserFormulas.rule(component, components.optimizersAndWrappers(), version));
    }
    return component.around().isEmpty()
        ? components.optimizers().find(component.id())
        : Optional.of(OptimizerFinder.first(component, components, version));
  }

  /**
   * Opens a store.
   *
   * @param url {@code scheme:rest}, such as {@code sqlite:results/sluice.db}
   * @throws StoreUrlException if there is no such kind of store, or the URL names no place
   * @throws io.sluice.spi.ResultStoreException if it cannot be opened
   */
  public ResultStore openStore(String url) {
    return provider(url).open(place(url));
  }

  /**
   * Opens a store to read what it has, creating nothing.
   *
   * @param url as for {@link #openStore}
   * @return the store, or empty if there is none
   * @throws ResultStoreException if there is no such kind of store, or it cannot be read
   */
  public Optional<ResultStore> openExistingStore(String url) {
    return provider(url).openExisting(place(url));
  }

  /** What writes tables in this format, if a plugin does. */
  public Optional<TableFormat> tableFormat(String format) {
    return components.stores().entries().stream()
        .map(Catalog.Entry::component)
        .filter(TableFormat.class::isInstance)
        .map(TableFormat.class::cast)
        .filter(tables -> tables.format().equals(format))
        .findFirst();
  }

  private static void addText(
      String kind, ComponentSpec component, Map<String, String> provenance) {
    if (!component.textName().isEmpty() && component.isText()) {
      provenance.put(kind + " " + component.textName(), component.text());
    }
    component.around().forEach(inner -> addText(kind, inner, provenance));
  }

  private static String place(String url) {
    return url.substring(url.indexOf(':') + 1);
  }

  private ResultStoreProvider provider(String url) {
    int colon = url.indexOf(':');
    String scheme = colon < 0 ? url : url.substring(0, colon);
    Catalog.Entry<ResultStoreProvider> provider =
        components.stores().find(scheme).orElseThrow(() -> unknownStore(url, scheme));
    if (colon < 0 || colon == url.length() - 1) {
      throw new StoreUrlException(
          "the store \""
              + StoreUrlException.shown(url)
              + "\" names no place; write for example "
              + provider.component().examples().get(0));
    }
    return provider.component();
  }

  private StoreUrlException unknownStore(String url, String scheme) {
    List<String> known = components.stores().entries().stream().map(Catalog.Entry::id).toList();
    return new StoreUrlException(
        "no kind of store \""
            + scheme
            + "\" in \""
            + StoreUrlException.shown(url)
            + "\""
            + NearestWord.hint(scheme, known)
            + "; there are "
            + String.join(", ", known));
  }

  /**
   * The header under which the results of a plan are kept.
   *
   * @param spec the study in canonical JSON
   * @throws IllegalStateException if the lane mathematics that were ordered cannot be had
   */
  public StudyHeader header(StudyPlan plan, String spec) {
    Map<String, String> provenance = new LinkedHashMap<>();
    provenance.put("sluice", version);
    provenance.put(StudyHeader.IDENTITY, plan.identity());
    provenance.put(StudyHeader.SETTINGS, plan.settings());
    plan.spec()
        .decideBy()
        .ifPresent(decision -> provenance.put(StudyHeader.DECIDE_BY, decision.text()));
    for (Origin origin : plan.origins()) {
      provenance.put("plugin " + origin.plugin(), origin.version() + " sha256:" + origin.sha256());
    }
    for (ActivationSpec activation : plan.spec().activations()) {
      activation.layers().forEach(layer -> addText(FormulaActivation.ID, layer, provenance));
    }
    plan.spec().optimizers().forEach(each -> addText(RuleOptimizer.ID, each, provenance));
    plan.spec()
        .tuning()
        .filter(tuning -> !tuning.chosenBy().isEmpty())
        .ifPresent(
            tuning -> {
              provenance.put(StudyHeader.TUNED_BY, String.join(" ", tuning.chosenBy()));
              provenance.put(StudyHeader.TUNED_VALUES, String.join(" ", tuning.values().keySet()));
              provenance.put(
                  StudyHeader.TUNING_COST, tuning.budgetCounts() ? "counts" : "does not count");
            });
    if (plan.spec().keep().summaries()) {
      provenance.put(StudyHeader.ROWS_OF_A_CELL, Integer.toString(plan.spec().keep().rows()));
    }
    provenance.put("mathematics", LaneKernels.running().name());
    provenance.put(
        "jvm", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
    provenance.put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    return new StudyHeader(
        plan.id(),
        plan.spec().name(),
        plan.spec().question(),
        spec,
        plan.trials(),
        plan.largestCostOfTrial(),
        plan.spec().targets(),
        plan.factors(),
        provenance);
  }

  /**
   * Gives a study the trials that other studies of the store have in common with it, so that a
   * study which has grown only runs what is new.
   *
   * @param header as {@link #header} made it
   * @param headway is told how many of the trials it wants of a study it has got
   * @return how many it got, by the ids of the studies it got them from
   */
  public Map<String, Integer> takeOver(
      StudyPlan plan,
      StudyHeader header,
      ResultStore store,
      Cancellation cancellation,
      Headway headway) {
    requireValues(plan);
    return new TakeOver(plan, header, store, cancellation, headway).run();
  }

  /** Runs what the store does not have yet; nobody hears when it waits. */
  public RunSummary run(
      StudyPlan plan,
      StudyHeader header,
      ResultStore store,
      List<ResultSink> listeners,
      RunOptions options,
      Cancellation cancellation) {
    return run(
        plan, header, store, listeners, BlockExecutor.ofThisProcess(), options, cancellation);
  }

  /**
   * Runs what the store does not have yet.
   *
   * @param header as {@link #header} made it
   * @param listeners sinks besides the store
   * @param executor where it is computed
   */
  public RunSummary run(
      StudyPlan plan,
      StudyHeader header,
      ResultStore store,
      List<ResultSink> listeners,
      BlockExecutor executor,
      RunOptions options,
      Cancellation cancellation) {
    StorePatience patience =
        new StorePatience(options.storePatience(), cancellation, Waiting.UNHEARD);
    return run(plan, header, store, listeners, executor, options, cancellation, patience);
  }

  /**
   * Runs what the store does not have yet.
   *
   * @param patience with the store, and who hears when it waits
   */
  public RunSummary run(
      StudyPlan plan,
      StudyHeader header,
      ResultStore store,
      List<ResultSink> listeners,
      BlockExecutor executor,
      RunOptions options,
      Cancellation cancellation,
      StorePatience patience) {
    requireValues(plan);
    return new StudyRunner(plan, header, executor, options, cancellation, patience)
        .run(store, listeners);
  }

  private static void requireValues(StudyPlan plan) {
    if (plan.awaitsTuning()) {
      throw new IllegalArgumentException(
          plan.id() + " is to be tuned first: run what next(...) says");
    }
  }

  /** Runs one trial alone and returns its events; its result has the same bits as in any run. */
  public List<TrialEvent> runTrial(StudyPlan plan, long index) {
    return trained(plan, index).events();
  }

  /**
   * Runs one trial alone and returns the weights it ended with: the last of a gradient optimizer,
   * the best of a population. Layer by layer, the matrix by rows, then the biases.
   */
  public double[] trainedWeights(StudyPlan plan, long index) {
    return trained(plan, index).weights();
  }

  /** Runs one trial alone and returns its events and the weights it ended with. */
  public TrialRunner.Run trained(StudyPlan plan, long index) {
    return watched(plan, index, TrialWatch.NONE);
  }

  /**
   * The same, seen on the way.
   *
   * @param watch sees the trial after the steps it wants, and changes nothing
   */
  public TrialRunner.Run watched(StudyPlan plan, long index, TrialWatch watch) {
    requireValues(plan);
    return TrialRunner.run(plan, index, watch);
  }

  /**
   * Runs all trials of a plan of one cell side by side and has each seen on the way; each has the
   * bits that it has alone.
   *
   * @param watches what sees a trial, by its index; it sees it from the start again if a component
   *     throws
   * @param cancellation ends them where they are
   * @return the events of all trials, trial by trial
   */
  public List<TrialEvent> watchedTogether(
      StudyPlan plan, LongFunction<TrialWatch> watches, Cancellation cancellation) {
    requireValues(plan);
    return TrialRunner.runAll(plan, watches, cancellation);
  }

  /**
   * The losses of the only cell of a plan where two of its parameters are moved and the others
   * stay.
   */
  public double[][] surface(
      StudyPlan plan, double[] weights, LossSurface.Axis across, LossSurface.Axis up) {
    return LossSurface.of(plan.cells().get(0).task(), weights, across, up);
  }
}
