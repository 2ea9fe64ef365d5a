package io.sluice.studies;

import io.sluice.analysis.claim.Claim;
import io.sluice.analysis.claim.Measure;
import io.sluice.analysis.claim.Rule;
import io.sluice.engine.study.Metric;
import io.sluice.engine.study.StudySpec;
import io.sluice.engine.text.NearestWord;
import io.sluice.engine.text.NumberText;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads cards of claims from YAML or JSON text. The format is described in docs/claims.md. */
public final class ClaimReader {

  private static final String STUDY = "study";
  private static final String REPEATS = "repeats";

  private final Reading reading;
  private final Map<String, Location> words = new HashMap<>();

  private ClaimReader(Reading reading) {
    this.reading = reading;
  }

  /**
   * Reads a card.
   *
   * @param text YAML or JSON
   * @param sourceName what complaints call the text, usually the name of its file
   * @param baseDirectory where CSV files are that its studies name; null refuses all files
   * @throws StudyFormatException with everything that is wrong
   */
  public static ClaimCard read(String text, String sourceName, Path baseDirectory) {
    Reading reading = Reading.of(sourceName, baseDirectory);
    Node tree = TreeReader.read(text, sourceName, reading.complaints());
    ClaimCard card = new ClaimReader(reading).card(Field.root(reading, tree));
    reading.complaints().throwIfAny();
    return card;
  }

  private ClaimCard card(Field root) {
    Optional<ClaimKeys.Read> read = ClaimKeys.read(root);
    reading.complaints().throwIfAny();
    Claim claim = read.orElseThrow().claim();
    Map<String, ReadStudy> studies =
        read.get().studies().map(field -> studies(field, claim)).orElse(Map.of());
    if (claim.decide().isPresent() && studies.isEmpty() && reading.complaints().isEmpty()) {
      root.required("studies", "studies: {main: quickstart}");
    }
    reading.complaints().throwIfAny();
    root.child("decide").ifPresent(field -> remember(field.node()));
    root.child("controls").ifPresent(field -> remember(field.node()));
    ClaimKeys.rules(claim).forEach(rule -> check(rule, studies, root));
    return new ClaimCard(claim, reading.source(), studies, words);
  }

  /** Where each word of the rules stands, so that what is wrong with one is told there. */
  private void remember(Node node) {
    if (node instanceof Node.Scalar scalar && scalar.text() != null) {
      words.putIfAbsent(scalar.text(), scalar.location());
      Numbers.finite(scalar.text())
          .ifPresent(number -> words.putIfAbsent(NumberText.of(number), scalar.location()));
    } else if (node instanceof Node.Sequence sequence) {
      sequence.items().forEach(this::remember);
    } else if (node instanceof Node.Mapping mapping) {
      mapping
          .entries()
          .forEach(
              (key, entry) -> {
                words.putIfAbsent(key, entry.key());
                remember(entry.value());
              });
    }
  }

  private Map<String, ReadStudy> studies(Field field, Claim claim) {
    Map<String, ReadStudy> studies = new LinkedHashMap<>();
    if (!field.isMapping()) {
      field.expected("studies by name such as {main: quickstart}");
    }
    for (String name : field.keys()) {
      Field child = field.child(name).orElseThrow();
      if (child.isScalar()) {
        shipped(child, claim).ifPresent(study -> studies.put(name, study));
      } else if (child.has(REPEATS)) {
        child
            .child(REPEATS)
            .orElseThrow()
            .complain("how many repeats a claim is run with is said once, under \"sample\"");
      } else {
        inline(child, claim, name, field.keys().size())
            .ifPresent(study -> studies.put(name, study));
      }
    }
    return studies;
  }

  private Optional<ReadStudy> shipped(Field field, Claim claim) {
    return field
        .text("a study, or the name of one that comes along")
        .flatMap(name -> field.make(() -> ShippedStudies.read(name)))
        .map(
            read ->
                new ReadStudy(
                    read.spec().repeated(claim.sample().full()),
                    read.sourceName(),
                    read.locations()));
  }

  /** A study in the card has paths of its own, and is named like the claim if it has no name. */
  private Optional<ReadStudy> inline(Field field, Claim claim, String name, int of) {
    if (!field.isMapping()) {
      field.expected("a study");
      return Optional.empty();
    }
    Reading own =
        new Reading(
            reading.source(),
            reading.baseDirectory(),
            reading.complaints(),
            new HashMap<>(),
            reading.files());
    Node.Mapping mapping = (Node.Mapping) field.node();
    Map<String, Node.Entry> entries = new LinkedHashMap<>(mapping.entries());
    Location place = mapping.location();
    String called = "claim-" + claim.id() + (of > 1 ? "-" + name : "");
    entries.putIfAbsent(STUDY, new Node.Entry(place, new Node.Scalar(place, called)));
    Field root = Field.root(own, new Node.Mapping(place, entries));
    return StudyKeys.read(root)
        .map(
            spec ->
                new ReadStudy(
                    spec.repeated(claim.sample().full()), reading.source(), own.locations()));
  }

  /** What a rule looks at has to be timed or measured in its study. */
  private void check(Rule rule, Map<String, ReadStudy> studies, Field root) {
    for (int i = 0; i < rule.groups().size(); i++) {
      String name = rule.groups().get(i).study();
      if (!name.isEmpty() && !studies.containsKey(name)) {
        complain(
            root,
            name,
            "the claim has no study \""
                + name
                + '"'
                + NearestWord.hint(name, studies.keySet())
                + "; there are "
                + String.join(", ", studies.keySet()));
      } else {
        ReadStudy study = name.isEmpty() ? studies.values().iterator().next() : studies.get(name);
        check(rule.measures().get(i), study.spec(), root);
      }
    }
  }

  private void check(Measure measure, StudySpec study, Field root) {
    if (!Double.isNaN(measure.target()) && !study.targets().contains(measure.target())) {
      List<String> targets = study.targets().stream().map(NumberText::of).toList();
      String word = NumberText.of(measure.target());
      complain(
          root,
          word,
          "loss " + word + " is none of the targets of the study, " + String.join(", ", targets));
    }
    ClaimGroupKeys.metricOf(measure.metric())
        .ifPresent(metric -> check(metric, measure.metric(), study, root));
  }

  private void check(Metric metric, String name, StudySpec study, Field root) {
    List<String> metrics = study.metrics().stream().map(Metric::id).toList();
    if (!metrics.contains(metric.id())) {
      complain(
          root,
          name,
          metric.id() + " is none of the metrics of the study, " + String.join(", ", metrics));
    } else if (!study.cadence().measures()) {
      complain(
          root,
          name,
          "nothing is measured in the study; write for example measure: {per-decade: 5}");
    }
  }

  private void complain(Field root, String word, String message) {
    Field decide = root.child("decide").orElse(root);
    decide.complain(words.getOrDefault(word, decide.node().location()), message);
  }
}
