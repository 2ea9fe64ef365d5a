package io.sluice.studies;

import static io.sluice.studies.KeyName.key;

import io.sluice.analysis.claim.Claim;
import io.sluice.analysis.claim.Control;
import io.sluice.analysis.claim.Expectation;
import io.sluice.analysis.claim.Rule;
import io.sluice.analysis.claim.Sample;
import io.sluice.analysis.claim.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The keys of a card: a claim, the studies that are run for it, and how they decide it. */
final class ClaimKeys {

  private static final Codec<Verdict> VERDICTS =
      Codec.oneOf(List.of(Verdict.values()), Verdict::word);

  private static final Key<Sample, Integer> FULL =
      key("full", "how many")
          .preset(Codec.integer(1, Integer.MAX_VALUE, "50"), Sample::full, Sample.PRESET.full());
  private static final Key<Sample, Integer> QUICK =
      key("quick", "how many for a first look: the first of all")
          .preset(Codec.integer(1, Integer.MAX_VALUE, "10"), Sample::quick, Sample.PRESET.quick());

  static final Section<Sample> SAMPLES = Section.of(FULL, QUICK);

  private static final Key<Expectation, Verdict> EXPECTED =
      key("verdict", "what is expected")
          .like("verdict: mixed")
          .needed(VERDICTS, Expectation::verdict);
  private static final Key<Expectation, String> WHEN =
      key("when", "under which condition")
          .leftOut("empty")
          .preset(Codec.text("a few words"), Expectation::when, "");
  private static final Key<Expectation, String> SOURCE =
      key("source", "where the expectation comes from")
          .leftOut("empty")
          .preset(Codec.text("a few words"), Expectation::source, "");

  static final Section<Expectation> EXPECTATIONS = Section.of(EXPECTED, WHEN, SOURCE);

  private static final Codec<Expectation> EXPECTATION =
      EXPECTATIONS
          .as(
              "a verdict, or keys",
              field -> field.expected("a verdict such as supported"),
              given -> new Expectation(given.get(EXPECTED), given.get(WHEN), given.get(SOURCE)))
          .orShort(
              Field::isScalar,
              field -> VERDICTS.read(field).map(verdict -> new Expectation(verdict, "", "")));

  private static final Key<Control, String> CONTROL =
      key("control", "what it shows, a few words")
          .like("control: identity cannot learn xor")
          .needed(Codec.text("a few words"), Control::name);
  private static final Key<Control, Boolean> MUST =
      key("must", "whether its rule has to hold, or to fail")
          .like("must: fail")
          .needed(Codec.either("hold", "fail"), Control::mustHold);

  /** The keys of a control beside its rule. */
  static final Section<Control> CONTROL_KEYS = Section.of(CONTROL, MUST);

  private static final Key<Claim, String> CLAIM =
      key("claim", "the id")
          .like("claim: my-claim")
          .needed(
              Codec.like("[a-z0-9]+(-[a-z0-9]+)*", "lower kebab-case such as my-claim"), Claim::id);
  private static final Key<Claim, String> STATEMENT =
      key("statement", "a sentence that can be false")
          .like("statement: Sine trains faster than tanh.")
          .needed(Codec.text("a sentence"), Claim::statement);
  private static final Key<Claim, String> SAID_BY =
      key("said-by", "who says so")
          .leftOut("empty")
          .preset(Codec.text("a name"), Claim::saidBy, "");
  private static final Key<Claim, String> REFUTED_IF =
      key("refuted-if", "what would refute it, a sentence")
          .leftOut("the rule says it")
          .preset(Codec.text("a sentence"), Claim::refutedIf, "");
  private static final Key<Claim, Optional<Verdict>> KIND =
      key("kind", "what it is if no experiment decides it; its literature does")
          .leftOut("an experiment decides")
          .optional(
              Codec.oneOf(List.of(Verdict.DEFINITION, Verdict.HISTORY), Verdict::word),
              Claim::kind);
  private static final Key<Claim, List<Field>> STUDIES =
      key(
              "studies",
              "each under a name: a study without `repeats`, or the name of one that comes along")
          .leftOut("none")
          .preset(
              Codec.readOnly("studies by name", Optional::<Field>of)
                  .as(List::of, fields -> fields.get(0)),
              claim -> List.of(),
              List.of());
  private static final Key<Claim, Optional<Rule>> DECIDE =
      key("decide", "the [rule](#rules)")
          .like("decide: {difference: {…}}")
          .leftOut("only with `kind`")
          .optional(ClaimRuleKeys.RULE, Claim::decide);
  private static final Key<Claim, List<Control>> CONTROLS =
      key("controls", "what shows whether the experiment can be trusted, [see below](#controls)")
          .leftOut("none")
          .preset(
              new Codec<Control>(
                      "a control",
                      ClaimKeys::control,
                      control -> {
                        throw new UnsupportedOperationException("controls are not written");
                      })
                  .any(),
              Claim::controls,
              List.of());
  private static final Key<Claim, Sample> SAMPLE =
      key("sample", "with how many seeds each cell is run")
          .preset(
              SAMPLES.as(
                  "keys",
                  field -> field.expected("keys such as {full: 50, quick: 10}"),
                  given -> new Sample(given.get(FULL), given.get(QUICK))),
              Claim::sample,
              Sample.PRESET);
  private static final Key<Claim, List<String>> LITERATURE =
      key("literature", "sources, one each")
          .leftOut("none")
          .preset(Codec.text("a source").any(), Claim::literature, List.of());
  private static final Key<Claim, Optional<Expectation>> EXPECT =
      key("expectation", "the verdict that is expected")
          .leftOut("none")
          .optional(EXPECTATION, Claim::expectation);

  private static final Key<Claim, String> NOTE =
      key("note", "why the rows say something else than was expected, and what is to be learnt")
          .leftOut("empty")
          .preset(Codec.text("a few sentences"), Claim::note, "");

  /** Every key of a card, in order. */
  static final Section<Claim> KEYS =
      Section.of(
          CLAIM,
          STATEMENT,
          SAID_BY,
          REFUTED_IF,
          KIND,
          STUDIES,
          DECIDE,
          CONTROLS,
          SAMPLE,
          LITERATURE,
          EXPECT,
          NOTE);

  private ClaimKeys() {}

  /**
   * What was read of a card.
   *
   * @param claim the claim
   * @param studies the texts of its studies
   */
  record Read(Claim claim, Optional<Field> studies) {}

  /** The card; nothing if something is wrong with it. */
  static Optional<Read> read(Field root) {
    if (!root.isMapping()) {
      root.complain(
          "a claim is keys and values such as \"claim: my-claim\", not " + root.node().describe());
      return Optional.empty();
    }
    Section.Given given = KEYS.read(root);
    if (!given.isComplete()) {
      return Optional.empty();
    }
    Optional<Field> studies = given.get(STUDIES).stream().findFirst();
    return root.make(
        () ->
            new Read(
                new Claim(
                    given.get(CLAIM),
                    given.get(STATEMENT),
                    given.get(SAID_BY),
                    given.get(REFUTED_IF),
                    given.get(KIND),
                    given.get(DECIDE),
                    given.get(CONTROLS),
                    given.get(SAMPLE),
                    given.get(LITERATURE),
                    given.get(EXPECT),
                    given.get(NOTE)),
                studies));
  }

  private static Optional<Control> control(Field field) {
    if (!field.isMapping()) {
      field.expected("keys such as control, must and a rule");
      return Optional.empty();
    }
    List<String> allowed = new ArrayList<>(CONTROL_KEYS.names());
    allowed.addAll(ClaimRuleKeys.RULES.names());
    field.allowOnly(allowed);
    Section.Given given = CONTROL_KEYS.among(field, null);
    Optional<Rule> rule = ClaimRuleKeys.among(field);
    return given.isComplete()
        ? rule.flatMap(
            one -> field.make(() -> new Control(given.get(CONTROL), given.get(MUST), one)))
        : Optional.empty();
  }

  /** All rules of a claim: the one that decides, and those of its controls. */
  static List<Rule> rules(Claim claim) {
    return Stream.concat(claim.decide().stream(), claim.controls().stream().map(Control::rule))
        .toList();
  }
}
