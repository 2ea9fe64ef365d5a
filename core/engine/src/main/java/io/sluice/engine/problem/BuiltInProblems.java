package io.sluice.engine.problem;

import io.sluice.engine.catalog.Catalog;
import io.sluice.engine.catalog.Origin;
import java.util.List;
import java.util.stream.Stream;

/** The problems that come with Sluice, family by family. */
public final class BuiltInProblems {

  private BuiltInProblems() {}

  /** All of them by id. */
  public static Catalog<ProblemDefinition> catalog(String version) {
    Origin origin = new Origin("engine", version, "", "");
    return Catalog.of(all().map(problem -> new Catalog.Entry<>(problem, origin)).toList());
  }

  private static Stream<ProblemDefinition> all() {
    return Stream.of(
            CurveProblems.all(),
            RegressionProblems.all(),
            PlaneProblems.all(),
            ClassProblems.all(),
            MeasuredProblems.all(),
            SequenceProblems.all(),
            FunctionProblems.all())
        .flatMap(List::stream);
  }
}
